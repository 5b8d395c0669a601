"""Whoosh finds the paragraphs that name an entity, over all segments, by the id of the entity."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from whoosh import index, query
from whoosh.qparser import QueryParser
from whoosh.searching import Searcher

from archive_search.errors import ArchiveDamagedError
from archive_search.indexing.crew import SingleHand
from archive_search.indexing.names_file import FieldNames
from archive_search.indexing.sealing import Seal
from archive_search.indexing.writing import IndexWriter
from indexing.named import NamePlace, make_names
from indexing.segments import index_texts

LERNO, VASSY, ORNE = "person:ada-lerno", "person:luc-vassy", "person:zoe-orne"
DORIAC = "place:doriac"
Found = set[tuple[str, str]]

FIRST = {1: ("Ada Lerno rencontre Luc Vassy.", "Lerno, puis Lerno encore."), 2: ("Un pont de Doriac.",)}
SECOND = {3: ("Rien.", "Luc Vassy."), 4: ("Ada Lerno à Doriac.",)}
FIELDS = {
    "person": make_names(
        {
            LERNO: [NamePlace(1, 1, 0, 1), NamePlace(1, 2, 0), NamePlace(1, 2, 2), NamePlace(4, 1, 0, 1)],
            VASSY: [NamePlace(1, 1, 3, 1), NamePlace(3, 2, 0, 1)],
            ORNE: [NamePlace(99, 1, 0)],
        }
    ),
    "place": make_names({DORIAC: [NamePlace(2, 1, 3), NamePlace(4, 1, 3)]}),
    "byline": make_names({ORNE: [NamePlace(1, 1, 0)]}),
}


def commit(
    folder: Path,
    seals: list[Seal],
    generation: int,
    *,
    texts: dict[int, tuple[str, ...]] | None = None,
    fields: dict[str, FieldNames] | None = None,
    removed: tuple[int, ...] = (),
) -> list[Seal]:
    writer = IndexWriter(folder, seals, generation=generation, crew=SingleHand(folder))
    for number, paragraphs in (texts or {}).items():
        writer.add_article(index_texts(number, *paragraphs))
    writer.delete_articles(removed)
    if fields is not None:
        writer.set_names(fields)
    _generation, written = writer.prepare(merging=False)
    writer.clean(seal.name for seal in written)
    return written


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("named")
    seals = commit(folder, [], 0, texts=FIRST)
    seals = commit(folder, seals, 1, texts=SECOND, fields=FIELDS)
    commit(folder, seals, 2, texts={5: ("Doriac.",)})
    return folder


@pytest.fixture(scope="module")
def searcher(folder: Path) -> Iterator[Searcher]:
    with index.open_dir(str(folder)).searcher() as searcher:
        yield searcher


def find(searcher: Searcher, wanted: query.Query) -> Found:
    return {(hit["article"], hit["paragraph"]) for hit in searcher.search(wanted, limit=None)}


LERNO_TERM, VASSY_TERM = query.Term("person", LERNO), query.Term("person", VASSY)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (LERNO_TERM, {("a1", "1"), ("a1", "2"), ("a4", "1")}),
        (query.Term("place", DORIAC), {("a2", "1"), ("a4", "1")}),
        (query.And([LERNO_TERM, VASSY_TERM]), {("a1", "1")}),
        (query.AndNot(VASSY_TERM, LERNO_TERM), {("a3", "2")}),
        (query.And([LERNO_TERM, query.Term("text", "rencontr")]), {("a1", "1")}),
        (query.Prefix("person", "person:luc"), {("a1", "1"), ("a3", "2")}),
        (query.Every("place"), {("a2", "1"), ("a4", "1")}),
        (query.Term("person", ORNE), set()),
        (query.Term("org", "org:onu"), set()),
    ],
    ids=["term", "place", "and", "not", "with text", "prefix", "every", "in no article", "no such field"],
)
def test_queries_by_entity_run(searcher: Searcher, wanted: query.Query, found: Found) -> None:
    assert find(searcher, wanted) == found


def test_queries_by_entity_can_be_typed(searcher: Searcher) -> None:
    parsed = QueryParser("text", searcher.schema).parse(f"person:'{VASSY}' NOT person:'{LERNO}'")
    assert find(searcher, parsed) == {("a3", "2")}


def test_the_lexicon_has_each_entity_that_some_paragraph_names(searcher: Searcher) -> None:
    reader = searcher.reader()
    assert list(reader.field_terms("person")) == [LERNO, VASSY]
    assert [bytes(term) for term in reader.lexicon("place")] == [DORIAC.encode()]
    assert list(reader.lexicon("org")) == []


def test_terms_of_all_fields_are_in_order(searcher: Searcher) -> None:
    terms = list(searcher.reader().all_terms())
    assert terms == sorted(terms)
    assert {field for field, _term in terms} == {
        *("article", "kind", "paragraph", "person", "place", "sentence", "text"),
    }


def test_terms_are_given_from_a_term_on(searcher: Searcher) -> None:
    terms = searcher.reader().terms_from("person", b"person:b")
    assert [next(terms) for _ in range(2)] == [("person", VASSY.encode()), ("place", DORIAC.encode())]


def test_signatures_are_not_shown(searcher: Searcher) -> None:
    assert "byline" not in searcher.schema
    assert ("byline", ORNE.encode()) not in searcher.reader()


def test_a_term_is_counted_by_paragraph(searcher: Searcher) -> None:
    reader = searcher.reader()
    assert (reader.doc_frequency("person", LERNO), reader.frequency("person", LERNO)) == (3, 3)
    info = reader.term_info("person", LERNO)
    assert (info.doc_frequency(), info.max_weight()) == (3, 1)
    assert (reader.doc_frequency("person", ORNE), reader.frequency("person", ORNE)) == (0, 0)


def test_a_cursor_leaps_through_the_entities(searcher: Searcher) -> None:
    cursor = next(reader for reader, _base in searcher.reader().leaf_readers()).cursor("person")
    assert (cursor.first(), cursor.next(), cursor.next()) == (LERNO, VASSY, None)
    assert cursor.find("person:b") == VASSY
    assert cursor.term_info().doc_frequency() == 1


def test_paragraphs_that_were_deleted_are_not_found(tmp_path: Path) -> None:
    seals = commit(tmp_path, [], 0, texts={**FIRST, **SECOND}, fields=FIELDS)
    commit(tmp_path, seals, 1, removed=(1,))
    with index.open_dir(str(tmp_path)).searcher() as searcher:
        assert find(searcher, LERNO_TERM) == {("a4", "1")}


def test_names_of_other_articles_are_told(tmp_path: Path) -> None:
    commit(tmp_path, [], 0, texts=FIRST, fields={"person": make_names({LERNO: [NamePlace(2, 2, 0)]})})
    with (
        index.open_dir(str(tmp_path)).searcher() as searcher,
        pytest.raises(ArchiveDamagedError, match=r"_MAIN_1\.names"),
    ):
        find(searcher, LERNO_TERM)


def test_an_archive_without_names_has_the_fields_all_the_same(tmp_path: Path) -> None:
    commit(tmp_path, [], 0, texts=FIRST)
    with index.open_dir(str(tmp_path)).searcher() as searcher:
        assert find(searcher, LERNO_TERM) == set()
        assert list(searcher.reader().lexicon("person")) == []
