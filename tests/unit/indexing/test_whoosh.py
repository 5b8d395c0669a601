"""The index of an archive stays a Whoosh index: Whoosh opens it and its own queries run on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from engines.articles import make_article
from whoosh import index, query
from whoosh.qparser import QueryParser
from whoosh.searching import Searcher

from archive_search import Archive
from archive_search.analysis.stemming import stem_form

TEXTS = {
    "a1": ("Le pont de Doriac rouvre.", "Les habitants du quartier l'attendaient."),
    "a2": ("La mairie de Doriac ferme.", "Le pont du quartier aussi."),
    "a3": ("Les ponts ont rouvert.",),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whoosh") / "archive"
    with Archive.create(folder) as archive:
        for name, texts in TEXTS.items():
            archive.add_articles([make_article(name, *texts)])
        archive.add_articles([make_article("parti", "Le pont disparu.")])
        archive.remove(["parti"])
    return folder


@pytest.fixture(scope="module")
def searcher(folder: Path) -> Iterator[Searcher]:
    with index.open_dir(str(folder / "whoosh")).searcher() as searcher:
        yield searcher


def find_paragraphs(searcher: Searcher, wanted: query.Query) -> set[tuple[str, str]]:
    """Give the keys of the paragraphs that Whoosh finds, from the postings of the key fields."""
    reader, found = searcher.reader(), {hit.docnum for hit in searcher.search(wanted, limit=None)}
    keys = {field: {} for field in ("article", "paragraph")}
    for field, documents in keys.items():
        for term in reader.lexicon(field):
            for document in reader.postings(field, term).all_ids():
                documents[document] = term.decode()
    return {(keys["article"][document], keys["paragraph"][document]) for document in found}


@pytest.mark.parametrize("word", ["pont", "ponts", "doriac", "quartier", "rouvre", "absent", "le"])
def test_a_word_is_found_in_the_same_paragraphs(folder: Path, searcher: Searcher, word: str) -> None:
    with Archive.open(folder) as archive:
        ours = {
            (hit.article.id, str(snippet.paragraph))
            for hit in archive.search(word)
            for snippet in hit.snippets
            if snippet.marks
        }
    assert find_paragraphs(searcher, query.Term("text", stem_form(word))) == ours


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("pont doriac", {("a1", "1")}),
        ("mairie OR habitants", {("a1", "2"), ("a2", "1")}),
        ("pont NOT doriac", {("a2", "2"), ("a3", "1")}),
        ('"pont du quartier"', {("a2", "2")}),
        ('"quartier du pont"', set()),
        ("article:a3", {("a3", "1")}),
    ],
)
def test_queries_of_whoosh_run(searcher: Searcher, text: str, found: set[tuple[str, str]]) -> None:
    parsed = QueryParser("text", searcher.schema).parse(text)
    assert find_paragraphs(searcher, parsed) == found


def test_whoosh_scores_and_orders_what_it_finds(searcher: Searcher) -> None:
    scores = [
        hit.score for hit in searcher.search(query.Or([query.Term("text", "pont"), query.Term("text", "doriac")]))
    ]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) > 1


def test_whoosh_cannot_write_into_an_archive(folder: Path) -> None:
    writer = index.open_dir(str(folder / "whoosh")).writer()
    with pytest.raises(TypeError, match=r"archive_search\.Archive"):
        writer.add_document(text="Le pont.")
    writer.cancel()
