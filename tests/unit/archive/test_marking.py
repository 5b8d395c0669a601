"""The marks of the whole of an article."""

from collections.abc import Iterator

import pytest
from engines.articles import make_article

from archive_search import Archive
from archive_search.errors import QueryError, UnknownArticleError
from archive_search.store.commits import FINGERPRINT, write_state
from archive_search.store.connecting import open_writer

TEXTS = ("Le pont de Doriac rouvre.", "La digue attend.", "Les ponts et la digue, le pont neuf.")


@pytest.fixture(scope="module", params=["by the index", "by the records"])
def archive(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    path = tmp_path_factory.mktemp("marking") / "archive"
    with Archive.create(path) as archive:
        archive.add_articles([make_article("avant", "Un pont."), make_article("a", *TEXTS, source="Le Phare")])
        archive.add_articles([make_article("avant", "Un pont, une digue.")])
    if request.param == "by the records":
        connection = open_writer(path)
        write_state(connection, FINGERPRINT, "others")
        connection.close()
    with Archive.open(path) as archive:
        yield archive


def marked(archive: Archive, query: str) -> dict[int, list[str]]:
    return {
        number: [TEXTS[number - 1][start:end] for start, end in spans]
        for number, spans in archive.mark("a", query).items()
    }


@pytest.mark.parametrize(
    ("query", "marks"),
    [
        ("pont", {1: ["pont"], 3: ["ponts", "pont"]}),
        ("pont PARA digue", {3: ["ponts", "digue", "pont"]}),
        ('"pont neuf"', {3: ["pont neuf"]}),
        ("source:Phare", {}),
        ("source:Phare OU (pont SAUF digue)", {}),
        ("pont SAUF digue", {1: ["pont"], 3: ["ponts", "pont"]}),
        ("pont xylophone", {1: ["pont"], 3: ["ponts", "pont"]}),
        ("xylophone", {}),
    ],
)
def test_the_words_that_made_the_article_match_are_marked_or_else_those_asked_for(
    archive: Archive, query: str, marks: dict[int, list[str]]
) -> None:
    assert marked(archive, query) == marks


def test_what_narrows_the_query_changes_no_mark(archive: Archive) -> None:
    assert archive.mark("a", "digue", sources=["Le Phare"]) == archive.mark("a", "digue", sources=["Autre"])


def test_an_unknown_article_has_no_marks(archive: Archive) -> None:
    with pytest.raises(UnknownArticleError):
        archive.mark("absent", "pont")


def test_marks_of_nothing_are_refused(archive: Archive) -> None:
    with pytest.raises(QueryError, match="rien à chercher"):
        archive.mark("a", "")
