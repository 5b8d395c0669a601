"""Articles of an answer counted by their properties."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from laws.named_archives import open_named

from archive_search.query.tree import Word
from archive_search.records import Role
from archive_search.search import facets
from archive_search.search.facets import Facet, FacetCount, count_facet
from search.samples import Opened, article, mention, opened

ARTICLES = [
    article("a", "base", source="La Gazette", agency="AFP", section="Monde", date=date(2015, 1, 1)),
    article("b", "base", source="Le Courrier", agency="AFP", date=date(2014, 1, 1)),
    article("c", "base", source="La Gazette", section="Culture", date=date(2015, 12, 31)),
    article("d", "base", source="L'Écho"),
    article("e", "pluie", source="Le Phare", agency="Reuters", section="Météo", date=date(2013, 1, 1)),
]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    gone = article("gone", "base", source="Le Disparu", date=date(1999, 1, 1))
    with opened(tmp_path_factory.mktemp("facets") / "archive", [*ARTICLES, gone]) as parts:
        parts.archive.remove(["gone"])
        yield parts


COUNTS = {
    Facet.SOURCE: [("La Gazette", 2), ("L'Écho", 1), ("Le Courrier", 1)],
    Facet.AGENCY: [("AFP", 2)],
    Facet.SECTION: [("Culture", 1), ("Monde", 1)],
    Facet.YEAR: [("2014", 1), ("2015", 2)],
    Facet.MONTH: [("2014-01", 1), ("2015-01", 1), ("2015-12", 1)],
    Facet.DAY: [("2014-01-01", 1), ("2015-01-01", 1), ("2015-12-31", 1)],
}


@pytest.mark.parametrize(("facet", "counts"), COUNTS.items(), ids=[facet.value for facet in COUNTS])
def test_an_answer_is_counted(archive: Opened, facet: Facet, counts: list[tuple[str, int]]) -> None:
    page = archive.archive.search(Word(text="base"), facets=[facet], limit=1)
    assert [(value.name, value.count) for value in page.facets[facet.value]] == counts


def test_facets_count_the_whole_answer_and_not_the_page(archive: Opened) -> None:
    page = archive.archive.search(Word(text="base"), facets=[Facet.YEAR], limit=0)
    assert sum(value.count for value in page.facets["year"]) == 3


def test_an_empty_answer_counts_nothing(archive: Opened) -> None:
    page = archive.archive.search(Word(text="absent"), facets=list(Facet))
    assert page.facets == {facet.value: () for facet in Facet}


def test_without_a_query_all_living_articles_are_counted(archive: Opened) -> None:
    assert [(value.id, value.count) for value in archive.archive.facets()["year"]] == [
        ("2013", 1),
        ("2014", 1),
        ("2015", 2),
    ]


def test_months_and_days_are_counted_only_when_named(archive: Opened) -> None:
    assert set(archive.archive.facets()) == {facet.value for facet in Facet} - {"month", "day"}


@pytest.mark.parametrize("facet", [Facet.YEAR, Facet.MONTH, Facet.DAY])
def test_dates_of_the_first_centuries_are_written_in_full(tmp_path: Path, facet: Facet) -> None:
    with opened(tmp_path / "archive", [article("a", "base", date=date(987, 7, 3))]) as parts:
        (count,) = parts.archive.facets(by=[facet])[facet.value]
        assert count.id == count.name == "0987-07-03"[: len(count.id)]
        assert parts.archive.search("", dates=[count.id]).total == 1


ANNA = mention("person:anna-orlov", "Anna Orlov", "base")
BORIS = mention("person:boris-orlov", "Boris Orlov", "base")
SIGNING = mention("person:boris-orlov", "Boris Orlov", "base", role=Role.BYLINE)
ROME = mention("place:rome", "Rome", "base", role=Role.DATELINE)
MENTIONS = {"a": [BORIS, ANNA, ROME], "b": [BORIS, ROME], "c": [ANNA], "d": [SIGNING], "e": [ROME], "gone": [ANNA]}


def count_names(archive: Opened, facet: Facet, articles: list[int]) -> tuple[FacetCount, ...]:
    with open_named(archive.archive.path, MENTIONS) as named:
        return count_facet(
            named.corpus,
            named.connection,
            facet,
            np.array(articles, np.int64),
            display_names=lambda ids: {entity.id: entity.name for entity in named.names.described(ids)},
        )


NAMED = {
    "equals by name": (
        Facet.PERSON,
        range(5),
        [("person:anna-orlov", "Anna Orlov", 2), ("person:boris-orlov", "Boris Orlov", 2)],
    ),
    "the largest first": (Facet.PERSON, [1], [("person:boris-orlov", "Boris Orlov", 1)]),
    "place of a dateline": (Facet.PLACE, range(5), [("place:rome", "Rome", 3)]),
    "none of the type": (Facet.ORG, range(5), []),
    "signature": (Facet.PERSON, [3], []),
    "no article": (Facet.PERSON, [], []),
}


@pytest.mark.parametrize(("facet", "articles", "counts"), NAMED.values(), ids=list(NAMED))
def test_names_are_counted_by_article(
    archive: Opened, facet: Facet, articles: list[int], counts: list[tuple[str, str, int]]
) -> None:
    assert count_names(archive, facet, list(articles)) == tuple(FacetCount(*count) for count in counts)


def test_the_most_frequent_names_alone_are_shown(archive: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facets, "NAMES_COUNTED", 1)
    assert [count.name for count in count_names(archive, Facet.PERSON, [1, 2, 3])] == ["Anna Orlov"]
    assert [count.name for count in count_names(archive, Facet.PERSON, [1, 3])] == ["Boris Orlov"]


def test_an_archive_without_names_counts_none(archive: Opened) -> None:
    assert archive.archive.facets(by=[Facet.PERSON]) == {"person": ()}
