"""What narrows a query, and the ids of all that it finds."""

from collections.abc import Iterator
from datetime import date as Date
from typing import Any

import pytest
from engines.articles import make_article

from archive_search import Archive
from archive_search.errors import QueryError
from archive_search.query.tree import Word

SOURCES = ("Le Phare", "Le phare", "Le Phâre", "Le Phare du soir", 'Le "Phare" [soir]', "Phare*", None)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with Archive.create(tmp_path_factory.mktemp("narrowing") / "archive") as archive:
        archive.add_articles(
            make_article(
                f"a{number:02}",
                f"Le pont numéro {number} rouvre." if number % 2 else f"La digue numéro {number} tient.",
                source=SOURCES[number % len(SOURCES)],
                agency=("AFP", "afp", None)[number % 3],
                section=("Monde", "Monde arabe", "Économie", None)[number % 4],
                date=Date(2010 + number % 4, 1 + number % 12, 1 + number) if number % 5 else None,
            )
            for number in range(28)
        )
        archive.remove(["a27"])
        yield archive


@pytest.mark.parametrize(
    ("facet", "option"),
    [
        ("source", "sources"),
        ("agency", "agencies"),
        ("section", "sections"),
        *((facet, "dates") for facet in ("year", "month", "day")),
    ],
)
@pytest.mark.parametrize("query", ["", "pont", "pont OU numéro"])
def test_a_value_counted_finds_as_many_articles(archive: Archive, facet: str, option: Any, query: str) -> None:
    counts = archive.facets(query or None, by=[facet])[facet]
    assert counts
    for value in counts:
        narrowing: Any = {option: [value.id]}
        assert archive.search(query, limit=0, **narrowing).total == value.count


def test_values_of_one_kind_add_up_and_those_of_two_kinds_confine(archive: Archive) -> None:
    either = set(archive.find("", sources=["Le Phare", "Phare*"]))
    assert either == {*archive.find("", sources=["Le Phare"]), *archive.find("", sources=["Phare*"])}
    both = archive.find("", sources=["Le Phare", "Phare*"], dates=["2011", "2012-01..2012-06"])
    assert set(both) == either & {*archive.find("", dates=["2011"]), *archive.find("", dates=["2012-01..2012-06"])}


def test_a_tree_is_narrowed_as_a_text_is(archive: Archive) -> None:
    assert archive.find(Word(text="pont"), agencies=["AFP"]) == archive.find("pont", agencies=["AFP"])


def test_what_is_interpreted_finds_the_same_when_it_is_typed(archive: Archive) -> None:
    page = archive.search("numéro", sources=[source for source in SOURCES if source], dates=["2011..2013"])
    assert page.total > 0
    assert archive.search(page.interpreted).total == page.total


def test_a_value_that_no_article_has_is_told_with_those_that_there_are(archive: Archive) -> None:
    page = archive.search("pont", sources=["Le Phar"])
    assert page.total == 0
    assert any('source:="Le Phar"' in warning and "« Le Phare »" in warning for warning in page.warnings)


def test_a_date_that_cannot_be_read_is_named(archive: Archive) -> None:
    with pytest.raises(QueryError, match="date illisible « demain »"):
        archive.search("pont", dates=["demain"])


def test_a_string_is_no_list_of_values(archive: Archive) -> None:
    with pytest.raises(TypeError, match="sources is a list"):
        archive.search("pont", sources="Le Phare")


def test_all_ids_are_given_in_the_order_of_storage(archive: Archive) -> None:
    found = archive.find("numéro")
    assert found == tuple(f"a{number:02}" for number in range(27))
    assert set(found) == {hit.article.id for hit in archive.search("numéro", limit=100, fold=False)}


def test_ids_are_those_of_articles_that_are_still_there(archive: Archive) -> None:
    assert archive.find("27 OU 26") == ("a26",)


def test_nothing_found_is_no_id(archive: Archive) -> None:
    assert archive.find("xylophone") == ()


def test_ids_of_a_query_that_asks_for_nothing_are_refused(archive: Archive) -> None:
    with pytest.raises(QueryError, match="rien à chercher"):
        archive.find("")
