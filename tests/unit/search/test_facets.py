"""Articles of an answer counted by their properties."""

from collections.abc import Iterator
from datetime import date

import pytest

from archive_search.query.tree import Word
from archive_search.search.facets import Facet
from search.samples import Opened, article, opened

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
