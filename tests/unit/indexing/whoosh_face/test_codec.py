"""Whoosh's own writers keep indexes of any schema through our codec."""

import os
import pickle
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh import columns, fields, formats, query, sorting
from whoosh.codec.base import OutOfOrderError
from whoosh.filedb.filestore import FileStorage, RamStorage

from archive_search.errors import ArchiveDamagedError
from archive_search.indexing.dictionary import write_words
from archive_search.indexing.sections import SectionWriter
from archive_search.indexing.whoosh_face.codec import ArchiveCodec
from archive_search.indexing.whoosh_face.segment import FlatSegment
from indexing.hostile import make_bombs

SCHEMA = fields.Schema(
    name=fields.ID(unique=True, stored=True),
    text=fields.TEXT(vector=True, stored=True, sortable=True),
    year=fields.NUMERIC(stored=True, sortable=True),
)
ROWS = (("a", "pont mairie pont", 2015), ("b", "gare", 2014), ("c", "mairie gare", 2016))


def make_index(storage: Any, *, segments: int = 1) -> Any:
    """Write the rows above, in one segment or in one for each."""
    made = storage.create_index(SCHEMA)
    for first in range(0, len(ROWS), len(ROWS) // segments):
        with made.writer(codec=ArchiveCodec()) as writer:
            writer.merge = False
            for name, text, year in ROWS[first : first + len(ROWS) // segments]:
                writer.add_document(name=name, text=text, year=year)
    return made


@pytest.fixture(params=["memory", "folder"])
def storage(request: pytest.FixtureRequest, tmp_path: Path) -> Any:
    return RamStorage() if request.param == "memory" else FileStorage(str(tmp_path))


def describe(made: Any) -> dict[str, tuple[str, int, list[str]]]:
    """Give what the columns, stored fields and vectors of an index say of each document."""
    with made.searcher() as searcher:
        reader = searcher.reader()
        texts, years = reader.column_reader("text"), reader.column_reader("year")
        return {
            reader.stored_fields(document)["name"]: (
                texts[document],
                years[document],
                list(searcher.vector(document, "text").all_ids()),
            )
            for document in reader.all_doc_ids()
        }


EXPECTED = {name: (text, year, sorted(set(text.split()))) for name, text, year in ROWS}


@pytest.mark.parametrize("segments", [1, 3])
def test_what_was_written_is_read_back(storage: Any, segments: int) -> None:
    assert describe(make_index(storage, segments=segments)) == EXPECTED


def test_segments_are_merged(storage: Any) -> None:
    made = make_index(storage, segments=3)
    made.writer(codec=ArchiveCodec()).commit(optimize=True)
    assert len(made._segments()) == 1
    assert describe(made) == EXPECTED


def test_deleted_documents_are_not_found_and_do_not_survive_a_merge(storage: Any) -> None:
    made = make_index(storage)
    made.delete_by_term("name", "a")
    with made.searcher() as searcher:
        assert [hit["name"] for hit in searcher.search(query.Term("text", "mairie"))] == ["c"]
    assert (made.doc_count(), made.doc_count_all()) == (2, 3)
    made.writer(codec=ArchiveCodec()).commit(optimize=True)
    assert made.doc_count_all() == 2


def test_a_deletion_is_taken_back() -> None:
    segment = FlatSegment("MAIN")
    segment.delete_document(3)
    assert segment.is_deleted(3)
    segment.delete_document(3, delete=False)
    assert not segment.has_deletions()


def test_a_segment_is_two_files(tmp_path: Path) -> None:
    made = make_index(FileStorage(str(tmp_path)))
    (segment,) = made._segments()
    assert sorted(segment.list_files(made.storage)) == [
        f"{segment.segment_id()}{end}" for end in (".documents", ".terms")
    ]


def test_a_seed_of_random_does_not_name_two_segments_alike() -> None:
    random.seed(7)
    first = FlatSegment("MAIN").segment_id()
    random.seed(7)
    assert FlatSegment("MAIN").segment_id() != first


def test_a_column_is_added_to_segments_that_exist(storage: Any) -> None:
    made = storage.create_index(fields.Schema(name=fields.ID(stored=True)))
    with made.writer(codec=ArchiveCodec()) as writer:
        for name in "bac":
            writer.add_document(name=name)
    with made.writer(codec=ArchiveCodec()) as writer:
        sorting.add_sortable(writer, "name", sorting.StoredFieldFacet("name"))
    with made.searcher() as searcher:
        found = searcher.search(query.Every(), sortedby="name")
        assert [hit["name"] for hit in found] == ["a", "b", "c"]


COLUMNS = {
    "bytes": (columns.VarBytesColumn(), [b"un", b"", b"trois"]),
    "references": (columns.RefBytesColumn(), [b"un", b"deux", b"un"]),
    "numbers": (columns.NumericColumn("i"), [1, -2, 3]),
    "bits": (columns.BitColumn(), [True, False, True]),
    "compressed": (columns.CompressedBytesColumn(), [b"un" * 50, b"deux", b"trois"]),
    "blocks": (columns.CompressedBlockColumn(), [b"un", b"deux", b"trois"]),
    "pickles": (columns.PickleColumn(columns.VarBytesColumn()), [{"a": 1}, None, (2, "b")]),
}


@pytest.mark.parametrize(("column", "values"), COLUMNS.values(), ids=COLUMNS)
def test_a_column_of_any_type_gives_back_its_values(column: columns.Column, values: list[object]) -> None:
    made = RamStorage().create_index(fields.Schema(held=fields.COLUMN(column)))
    with made.writer(codec=ArchiveCodec()) as writer:
        for value in values:
            writer.add_document(held=value)
    with made.reader() as reader:
        found = reader.column_reader("held")
        assert [found[document] for document in range(len(values))] == values
        assert list(found) == values


POSTINGS = st.lists(
    st.tuples(
        st.sampled_from("abcd"),
        st.sets(st.integers(0, 400), min_size=1, max_size=20).map(sorted),
        st.sampled_from([1.0, 2.5]),
        st.sampled_from([b"", b"valeur"]),
    ),
    max_size=4,
    unique_by=lambda entry: entry[0],
).map(sorted)


@settings(max_examples=60)
@given(POSTINGS, st.integers(1, 5))
def test_the_postings_of_each_term_are_read_back(entries: list[tuple[Any, ...]], block: int) -> None:
    storage, codec = RamStorage(), ArchiveCodec(blocklimit=block)
    segment = codec.new_segment(storage, "MAIN")
    writer = codec.field_writer(storage, segment)
    writer.start_field("text", fields.TEXT())
    for term, documents, weight, value in entries:
        writer.start_term(term.encode())
        for document in documents:
            writer.add(document, weight, value, document % 9)
        writer.finish_term()
    writer.finish_field()
    writer.close()
    reader = codec.terms_reader(storage, segment)
    assert [term.decode() for _field, term in reader.terms()] == [term for term, *_rest in entries]
    for term, documents, weight, value in entries:
        matcher = reader.matcher("text", term.encode(), formats.Positions())
        found = []
        while matcher.is_active():
            assert matcher.block_max_weight() == weight
            found.append((matcher.id(), matcher.weight(), matcher.value()))
            matcher.next()
        assert found == [(document, weight, value) for document in documents]


def test_terms_and_documents_out_of_order_are_refused() -> None:
    writer = ArchiveCodec().field_writer(RamStorage(), FlatSegment("MAIN"))
    writer.start_field("text", fields.TEXT())
    writer.start_term(b"pont")
    writer.add(3, 1.0, b"", 1)
    with pytest.raises(OutOfOrderError):
        writer.add(2, 1.0, b"", 1)
    writer.finish_term()
    with pytest.raises(OutOfOrderError):
        writer.start_term(b"mairie")
    writer.finish_field()
    with pytest.raises(OutOfOrderError):
        writer.start_field("text", fields.TEXT())
    writer.close()


def test_a_document_that_is_cancelled_leaves_nothing() -> None:
    storage, codec = RamStorage(), ArchiveCodec()
    segment = codec.new_segment(storage, "MAIN")
    writer = codec.per_document_writer(storage, segment)
    for name in ("gone", "kept"):
        writer.start_doc(0)
        writer.add_field("name", SCHEMA["name"], name, 4 if name == "gone" else 1)
        if name == "gone":
            writer.cancel_doc()
    writer.finish_doc()
    writer.close()
    reader = codec.per_document_reader(storage, segment)
    assert (reader.doc_count_all(), reader.stored_fields(0), reader.field_length("name")) == (1, {"name": "kept"}, 1)


def test_a_stored_value_that_would_be_refused_is_not_written() -> None:
    made = RamStorage().create_index(fields.Schema(held=fields.STORED))
    writer = made.writer(codec=ArchiveCodec())
    with pytest.raises(TypeError, match="rien à faire dans un index"):
        writer.add_document(held=os.system)
    writer.add_document(held="gardé")
    writer.commit()
    with made.reader() as reader:
        assert list(reader.all_stored_fields()) == [{"held": "gardé"}]


def test_a_hostile_stored_value_runs_nothing(tmp_path: Path) -> None:
    target = tmp_path / "run"
    storage = FileStorage(str(tmp_path))
    made = make_index(storage)
    (segment,) = made._segments()
    bomb = make_bombs(target)["os.system, protocol 2"]
    with (tmp_path / f"{segment.segment_id()}.documents").open("wb") as file:
        writer = SectionWriter(file)
        write_words(writer, "stored", [bomb] * 3)
        writer.add_bytes("column:blocks", bomb)
        writer.add_bytes("column:pickles", bomb * 3)
        writer.finish({"documents": 3, "lengths": {}})
    reader = ArchiveCodec().per_document_reader(storage, segment)
    with pytest.raises(pickle.UnpicklingError):
        reader.stored_fields(0)
    with pytest.raises(pickle.UnpicklingError):
        reader.column_reader("blocks", columns.CompressedBlockColumn())
    with pytest.raises(pickle.UnpicklingError):
        reader.column_reader("pickles", columns.PickleColumn(columns.FixedBytesColumn(len(bomb))))[0]
    assert not target.exists()


@pytest.mark.parametrize("ending", [".documents", ".terms"])
@pytest.mark.parametrize("content", [b"", b"court", b"x" * 100])
def test_a_damaged_file_is_told_by_name(tmp_path: Path, ending: str, content: bytes) -> None:
    made = make_index(FileStorage(str(tmp_path)))
    (segment,) = made._segments()
    (tmp_path / f"{segment.segment_id()}{ending}").write_bytes(content)
    with pytest.raises(ArchiveDamagedError, match=segment.segment_id()):
        made.reader()
