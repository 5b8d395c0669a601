"""What a program may ask of an archive, and what it is told when it asks wrongly."""

import json
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date as Date
from pathlib import Path

import pytest
from engines.articles import make_article

from archive_search import Archive
from archive_search.errors import ArchiveError, ArchiveMissingError, ArchiveSearchError, QueryError, UnknownArticleError


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with Archive.create(tmp_path_factory.mktemp("facade") / "archive") as archive:
        archive.add_articles(
            make_article(
                f"a{number}",
                f"Le pont numéro {number} rouvre.",
                title=f"Pont {number}",
                date=Date(2010 + number, 3, 1),
                source="L'Écho de Doriac" if number % 2 else "La Voix d'Essigny",
            )
            for number in range(6)
        )
        yield archive


def test_an_archive_is_made_in_a_folder_that_does_not_exist(tmp_path: Path) -> None:
    with Archive.create(tmp_path / "un" / "deux") as archive:
        assert archive.stats().articles == 0
        assert archive.check() == []


@pytest.mark.parametrize("name", ["README.md", ".gitignore"])
def test_a_versioned_folder_may_become_an_archive(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    Archive.create(tmp_path).close()
    assert (tmp_path / name).exists()


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "roman.txt").touch()
    with pytest.raises(ArchiveError, match="n'est pas vide"):
        Archive.create(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["roman.txt"]


def test_an_archive_is_not_made_over_another(archive: Archive) -> None:
    with pytest.raises(ArchiveError, match="déjà une archive"):
        Archive.create(archive.path)


@pytest.mark.parametrize("name", ["absent", "absent/plus loin", "fichier/dedans"])
def test_opening_where_there_is_nothing_says_so(tmp_path: Path, name: str) -> None:
    (tmp_path / "fichier").touch()
    with pytest.raises(ArchiveMissingError, match="pas d'archive dans"):
        Archive.open(tmp_path / name)


@pytest.mark.parametrize(
    "options",
    [{"limit": -1}, {"limit": 10_001}, {"offset": -1}, {"sort": "hasard"}, {"facets": ["couleur"]}],
    ids=str,
)
def test_what_cannot_be_asked_is_a_value_error(archive: Archive, options: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        archive.search("pont", **options)  # type: ignore[arg-type]


@pytest.mark.parametrize(("limit", "offset", "count"), [(0, 0, 0), (2, 0, 2), (10, 4, 2), (10, 6, 0), (3, 10**9, 0)])
def test_a_page_has_what_was_asked_and_the_whole_total(archive: Archive, limit: int, offset: int, count: int) -> None:
    page = archive.search("pont", limit=limit, offset=offset)
    assert (len(page), page.total, page.offset) == (count, 6, offset)
    assert [hit.rank for hit in page] == [offset + place for place in range(1, count + 1)]


def test_pages_follow_one_another_without_gap(archive: Archive) -> None:
    whole = [hit.article.id for hit in archive.search("pont")]
    assert [archive.search("pont", limit=1, offset=place)[0].article.id for place in range(6)] == whole


@pytest.mark.parametrize(("sort", "first"), [("newest", "a5"), ("oldest", "a0")])
def test_answers_are_sorted_by_date_when_asked(archive: Archive, sort: str, first: str) -> None:
    assert archive.search("pont", sort=sort)[0].article.id == first


def test_a_page_is_a_sequence_that_can_be_sliced(archive: Archive) -> None:
    page = archive.search("pont")
    assert isinstance(page, Sequence)
    assert page[1:3] == tuple(page)[1:3]
    assert page[-1] in page
    assert next(reversed(page)) == page[-1]


def test_a_page_as_json_has_the_agreed_keys(archive: Archive) -> None:
    page = json.loads(json.dumps(archive.search("pont 3", facets=["source", "year"]).to_dict(), allow_nan=False))
    assert list(page) == [
        *("version", "query", "interpreted", "total", "hits_total", "folded", "offset", "took_ms", "warnings"),
        *("hits", "facets"),
    ]
    assert (page["version"], page["query"], page["total"]) == (1, "pont 3", 1)
    (hit,) = page["hits"]
    assert list(hit) == [
        "rank",
        "score",
        "article",
        "title",
        "date",
        "date_deduced",
        "source",
        "agency",
        "path",
        "family",
        "snippets",
    ]
    assert (hit["article"], hit["title"], hit["date"], hit["date_deduced"]) == ("a3", "Pont 3", "2013-03-01", False)
    assert list(hit["snippets"][0]) == ["paragraph", "text", "marks"]
    assert page["facets"]["year"] == [{"id": "2013", "name": "2013", "count": 1}]


def test_marks_are_spans_of_the_text_that_is_shown(archive: Archive) -> None:
    snippet = archive.search("rouvre").to_dict()["hits"][0]["snippets"][0]
    assert [snippet["text"][start:end] for start, end in snippet["marks"]] == ["rouvre"]


def test_facets_of_all_articles_are_counted(archive: Archive) -> None:
    assert [count.count for count in archive.facets(by=["source"])["source"]] == [3, 3]


def test_facets_without_a_query_are_those_of_the_names_asked_for(archive: Archive) -> None:
    assert archive.facets(by=["source"], persons=["Nul Inconnu"]) == {"source": ()}


@pytest.mark.parametrize("article_id", ["", "absent", "a1\0", "\ud800", "x" * 100_000, "' or 1=1 --"], ids=ascii)
def test_an_unknown_id_is_an_unknown_article(archive: Archive, article_id: str) -> None:
    with pytest.raises(UnknownArticleError) as caught:
        archive.fetch(article_id[:100_000])
    assert caught.value.article_id == article_id


@pytest.mark.parametrize(
    "text", ["\ud800", "a\0b", "\ud800*", 'source:"\ud800"', "pont \udfff", "\0*", "titre:\ud83d"], ids=ascii
)
def test_odd_characters_in_a_query_end_in_an_answer_or_a_query_error(archive: Archive, text: str) -> None:
    with suppress(QueryError):
        archive.search(text)


def test_removing_unknown_articles_removes_nothing(archive: Archive) -> None:
    assert archive.remove(["absent", "\ud800"]) == 0
    assert archive.stats().articles == 6


def test_an_archive_can_be_used_again_after_it_was_closed(tmp_path: Path) -> None:
    archive = Archive.create(tmp_path / "archive")
    archive.close()
    archive.add_articles([make_article("a1")])
    archive.close()
    assert archive.search("pont").total == 1
    archive.close()


def test_a_failing_source_of_articles_leaves_the_archive_as_it_was(tmp_path: Path) -> None:
    def fail() -> Iterator[object]:
        yield make_article("a1")
        raise OSError("câble débranché")

    with Archive.create(tmp_path / "archive") as archive:
        with pytest.raises(OSError, match="câble débranché"):
            archive.add_articles(fail())  # type: ignore[arg-type]
        assert archive.stats().articles == 0


def test_every_error_has_the_exit_status_of_an_error() -> None:
    assert ArchiveSearchError.exit_code == 2


def test_an_option_that_does_not_exist_is_refused(archive: Archive) -> None:
    with pytest.raises(TypeError, match="unfold"):
        archive.search("pont", unfold=True)  # type: ignore[call-arg]
