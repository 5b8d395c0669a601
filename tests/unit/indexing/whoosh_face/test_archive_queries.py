"""The index of an archive is a Whoosh index: Whoosh opens it and its own queries run on it."""

from collections.abc import Iterator
from datetime import date as Date
from pathlib import Path

import pytest
from engines.articles import make_article
from whoosh import index, query
from whoosh.qparser import FuzzyTermPlugin, QueryParser
from whoosh.query import spans
from whoosh.scoring import BM25F, TF_IDF
from whoosh.searching import Searcher

from archive_search import Archive
from archive_search.analysis.stemming import stem_form

TEXTS = {
    "a1": ("Le pont de Doriac rouvre.", "Les habitants du quartier l'attendaient."),
    "a2": ("La mairie de Doriac ferme.", "Le pont du quartier aussi."),
    "a3": ("Les ponts ont rouvert.",),
}
PROPERTIES = {
    "a1": {"date": Date(2015, 9, 18), "source": "Le Courrier de Doriac"},
    "a2": {"date": Date(2014, 1, 5), "source": "La Gazette"},
    "a3": {"date": Date(2016, 2, 29), "source": "La Gazette"},
}
Found = set[tuple[str, str]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whoosh") / "archive"
    with Archive.create(folder) as archive:
        for name, texts in TEXTS.items():
            archive.add_articles([make_article(name, *texts, **PROPERTIES[name])])
        archive.add_articles([make_article("parti", "Le pont disparu.")])
        archive.add_articles([make_article("reste", *["Une digue tient."] * 2)])
        archive.remove(["parti"])
    return folder


@pytest.fixture(scope="module")
def searcher(folder: Path) -> Iterator[Searcher]:
    with index.open_dir(str(folder / "whoosh")).searcher() as searcher:
        yield searcher


def find(searcher: Searcher, wanted: query.Query) -> Found:
    return {(hit["article"], hit["paragraph"]) for hit in searcher.search(wanted, limit=None)}


@pytest.mark.parametrize("word", ["pont", "ponts", "doriac", "quartier", "rouvre", "absent", "le", "disparu"])
def test_a_word_is_found_in_the_same_paragraphs(folder: Path, searcher: Searcher, word: str) -> None:
    with Archive.open(folder) as archive:
        ours = {
            (hit.article.id, str(snippet.paragraph))
            for hit in archive.search(word)
            for snippet in hit.snippets
            if snippet.marks
        }
    assert find(searcher, query.Term("text", stem_form(word))) == ours


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("pont doriac", {("a1", "1")}),
        ("mairie OR habitants", {("a1", "2"), ("a2", "1")}),
        ("pont NOT doriac", {("a2", "2"), ("a3", "1")}),
        ('"pont du quartier"', {("a2", "2")}),
        ('"quartier du pont"', set()),
        ('"pont quartier"~2', {("a2", "2")}),
        ("article:a3", {("a3", "1")}),
        ("doria*", {("a1", "1"), ("a2", "1")}),
        ("m?ir*", {("a2", "1")}),
        ("doriak~", {("a1", "1"), ("a2", "1")}),
        ("date:[2014-01-01 TO 2014-12-31]", {("a2", "1"), ("a2", "2")}),
        ("date:{2014-01-05 TO}", {("a1", "1"), ("a1", "2"), ("a3", "1")}),
        ("source:'La Gazette' AND ponts", {("a2", "2"), ("a3", "1")}),
    ],
)
def test_queries_of_whoosh_run(searcher: Searcher, text: str, found: Found) -> None:
    parser = QueryParser("text", searcher.schema)
    parser.add_plugin(FuzzyTermPlugin())
    assert find(searcher, parser.parse(text)) == found


PONT, DORIAC, MAIRIE = (query.Term("text", stem_form(form)) for form in ("pont", "doriac", "mairie"))


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (spans.SpanFirst(PONT, limit=1), {("a1", "1"), ("a2", "2"), ("a3", "1")}),
        (spans.SpanFirst(DORIAC, limit=1), set()),
        (spans.SpanNear(PONT, DORIAC, slop=2), {("a1", "1")}),
        (spans.SpanNear(DORIAC, PONT, slop=2), set()),
        (spans.SpanNot(PONT, DORIAC), {("a1", "1"), ("a2", "2"), ("a3", "1")}),
        (spans.SpanOr([PONT, MAIRIE]), {("a1", "1"), ("a2", "1"), ("a2", "2"), ("a3", "1")}),
    ],
    ids=["first", "not first", "near", "wrong order", "not", "or"],
)
def test_spans_of_whoosh_run(searcher: Searcher, wanted: query.Query, found: Found) -> None:
    assert find(searcher, wanted) == found


@pytest.mark.parametrize("weighting", [BM25F(), TF_IDF()], ids=["BM25F", "TF_IDF"])
def test_whoosh_scores_and_orders_what_it_finds(folder: Path, weighting: object) -> None:
    wanted = query.Or([query.Term("text", "pont"), query.Term("text", "doriac")])
    with index.open_dir(str(folder / "whoosh")).searcher(weighting=weighting) as searcher:
        scores = [hit.score for hit in searcher.search(wanted)]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) > 1


@pytest.mark.parametrize(("reverse", "order"), [(False, ["a2", "a1", "a3"]), (True, ["a3", "a1", "a2"])])
def test_whoosh_sorts_by_date(searcher: Searcher, reverse: bool, order: list[str]) -> None:
    found = searcher.search(query.Term("text", stem_form("pont")), sortedby="date", reverse=reverse)
    assert [hit["article"] for hit in found] == order


def test_whoosh_groups_by_source(searcher: Searcher) -> None:
    found = searcher.search(query.Term("text", stem_form("pont")), groupedby="source")
    counts = {name: len(documents) for name, documents in found.groups("source").items()}
    assert counts == {"La Gazette": 2, "Le Courrier de Doriac": 1}


def test_whoosh_counts_living_paragraphs(searcher: Searcher) -> None:
    assert searcher.doc_count() == 7
    assert searcher.reader().has_deletions() == (searcher.doc_count_all() > 7)


def test_whoosh_knows_the_lengths_of_texts_in_words(searcher: Searcher) -> None:
    (document,) = searcher.document_numbers(article="a3")
    assert searcher.doc_field_length(document, "text") == 4
    assert searcher.reader().max_field_length("text") == 5


def test_stored_fields_are_the_keys(searcher: Searcher) -> None:
    assert searcher.document(article="a3") == {
        "article": "a3",
        "paragraph": "1",
        "kind": "body",
        "date": "2016-02-29",
        "source": "La Gazette",
    }


@pytest.mark.parametrize("wanted", ["add", "delete", "commit", "optimize"])
def test_whoosh_cannot_write_into_an_archive(tmp_path: Path, wanted: str) -> None:
    with Archive.create(tmp_path / "archive") as archive:
        archive.add_articles([make_article("a1", "Le pont rouvre.")])
        archive.add_articles([make_article("a2", "Le pont ferme.")])
    writer = index.open_dir(str(tmp_path / "archive" / "whoosh")).writer()
    actions = {
        "add": lambda: writer.add_document(text="Le pont."),
        "delete": lambda: writer.delete_by_term("article", "a1"),
        "commit": lambda: writer.commit(),
        "optimize": lambda: writer.commit(optimize=True),
    }
    with pytest.raises(TypeError, match=r"archive_search\.Archive"):
        actions[wanted]()
    if not writer.is_closed:  # whoosh3 closes a writer whose commit fails, the others do not
        writer.cancel()
    with Archive.open(tmp_path / "archive") as archive:
        assert archive.search("pont").total == 2
        assert archive.check() == []
