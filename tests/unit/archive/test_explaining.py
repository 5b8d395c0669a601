"""What `Archive.explain` takes and gives beside what the search explains."""

import json
from collections.abc import Iterator

import pytest
from engines.articles import make_article

from archive_search import Archive
from archive_search.errors import QueryError, UnknownArticleError
from archive_search.query.tree import Word


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with Archive.create(tmp_path_factory.mktemp("explaining") / "archive") as archive:
        archive.add_articles([make_article("a1", "Le pont de Doriac rouvre."), make_article("a2", "Des ponts.")])
        yield archive


def test_the_query_is_given_as_typed_and_as_understood(archive: Archive) -> None:
    explanation = archive.explain('le pont "de Doriac')
    assert (explanation.query, explanation.interpreted) == ('le pont "de Doriac', 'pont ET "de Doriac"')
    assert explanation.total == 1


def test_a_tree_stands_for_the_query_that_it_prints_as(archive: Archive) -> None:
    assert archive.explain(Word(text="pont")).query == "pont"


def test_what_was_repaired_is_told(archive: Archive) -> None:
    assert archive.explain('"Doriac').warnings == archive.search('"Doriac').warnings != ()


def test_the_options_of_a_query_hold(archive: Archive) -> None:
    assert archive.explain("pont Doriac", any_word=True).interpreted == "pont OU Doriac"


def test_a_name_that_the_archive_does_not_know_is_told(archive: Archive) -> None:
    explanation = archive.explain("pont", persons=["Jeanne Bréval"])
    assert (explanation.total, explanation.words[1].entities) == (0, ())
    assert any("ne sont pas encore relevés" in warning for warning in explanation.warnings)


def test_advice_is_given_where_nothing_is_found(archive: Archive) -> None:
    assert archive.explain("pomt").warnings == archive.search("pomt").warnings != ()


def test_no_article_is_explained_unless_asked_for(archive: Archive) -> None:
    assert archive.explain("pont").article is None


def test_an_unknown_article_is_refused(archive: Archive) -> None:
    with pytest.raises(UnknownArticleError, match="a3"):
        archive.explain("pont", article="a3")


@pytest.mark.parametrize("query", ["", "…", "SAUF pont"])
def test_what_cannot_be_searched_cannot_be_explained(archive: Archive, query: str) -> None:
    with pytest.raises(QueryError):
        archive.explain(query)


def test_an_article_that_was_replaced_is_explained_as_it_is_now(archive: Archive) -> None:
    archive.add_articles([make_article("a4", "La digue cède.")])
    archive.add_articles([make_article("a4", "Une digue neuve, une digue haute.")])
    explanation = archive.explain("digue", article="a4")
    assert [(each.occurrences, each.articles) for each in explanation.words[0].forms] == [(2, 1)]
    assert explanation.article is not None
    assert explanation.article.score == pytest.approx(archive.search("digue")[0].score)
    archive.remove(["a4"])
    assert archive.explain("digue").words[0].forms == ()


@pytest.mark.parametrize("article", [None, "a1", "a2"])
def test_an_explanation_can_be_written_as_json(archive: Archive, article: str | None) -> None:
    explanation = archive.explain("pont ET Doriac", article=article)
    written = json.loads(json.dumps(explanation.to_dict()))
    assert written["version"] == 1
    assert [part["text"] for part in written["tree"]] == ["pont ET Doriac", "pont", "Doriac"]
    assert (written["article"] or {}).get("missing") == {None: None, "a1": [], "a2": ["Doriac"]}[article]


@pytest.mark.parametrize(
    "query", ["\x00pont\x1b[2J", "=" * 50 + "pont", "(" * 90 + "pont", "pont~2 " * 40, "p" * 5000, "\ud800pont"]
)
def test_hostile_queries_are_explained(archive: Archive, query: str) -> None:
    assert archive.explain(query, article="a1").tree
