"""Postings written in any runs of terms are read back, term by term and run by run."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.errors import ArchiveDamagedError
from archive_search.indexing.postings import (
    MAX_EXTRA,
    ROW,
    Entries,
    PostingsReader,
    PostingsWriter,
    without_positions,
)
from archive_search.indexing.sections import GrowingSections, SectionFile, SectionWriter
from indexing.containers import flip, open_sections

LIMITS = (0, 1, 254, 255, 256, 257, 65_534, 65_535, 65_536, 65_537, 2**32 - 1)
FORMS = (1, 2, 3, 4, 5, 16, 17, 256, 257, 65_536, 65_537)


class Entry(NamedTuple):
    """Hold one occurrence."""

    document: int
    position: int = 0
    extra: int = 0
    form: int = 0


class Term(NamedTuple):
    """Hold the occurrences of a term, and how many forms it has."""

    entries: tuple[Entry, ...]
    forms: int = 1


def entries_of(terms: Sequence[Term], *, positions: bool) -> Entries:
    counts = np.array([len(term.entries) for term in terms], np.int64)
    columns = list(zip(*(entry for term in terms for entry in term.entries), strict=True)) or [()] * 4
    document = np.array(columns[0], np.int64)
    if not positions:
        return without_positions(counts, document)
    return Entries(
        counts,
        document,
        np.array(columns[1], np.uint32),
        np.array(columns[2], np.uint8),
        np.array(columns[3], np.uint32),
        np.array([term.forms for term in terms], np.int64),
    )


def write(path: Path, *runs: Sequence[Term], positions: bool = True) -> PostingsReader:
    def write_runs(writer: SectionWriter) -> None:
        growing = GrowingSections(path.parent)
        postings = PostingsWriter(growing)
        for run in runs:
            postings.add(entries_of(run, positions=positions))
        postings.finish()
        growing.write_to(writer)

    return PostingsReader(open_sections(path, write_runs))


def read(reader: PostingsReader, rank: int) -> list[Entry]:
    found = reader.read_occurrences(rank)
    forms = [0] * len(found.document) if found.form is None else found.form.tolist()
    columns = found.document.tolist(), found.position.tolist(), (found.last - found.position).tolist(), forms
    return [Entry(*row) for row in zip(*columns, strict=True)]


@st.composite
def written_terms(draw: st.DrawFn) -> Term:
    forms = draw(st.sampled_from(FORMS))
    number = st.sampled_from(LIMITS) | st.integers(0, 700)
    entry = st.builds(Entry, number, number, st.integers(0, MAX_EXTRA), st.integers(0, forms - 1))
    return Term(tuple(sorted(draw(st.lists(entry, min_size=1, max_size=6)))), forms)


RUNS = st.lists(st.lists(written_terms(), min_size=1, max_size=4), min_size=1, max_size=3)


@settings(max_examples=80)
@given(runs=RUNS)
def test_occurrences_are_read_back_term_by_term(
    tmp_path_factory: pytest.TempPathFactory, runs: list[list[Term]]
) -> None:
    reader = write(tmp_path_factory.mktemp("postings") / "a.terms", *runs)
    for rank, term in enumerate(term for run in runs for term in run):
        assert read(reader, rank) == list(term.entries)
        assert reader.read_documents(rank).tolist() == [entry.document for entry in term.entries]
        assert reader.entry_count(rank) == len(term.entries)


@settings(max_examples=80)
@given(runs=RUNS, data=st.data())
def test_occurrences_are_read_back_by_runs_other_than_those_written(
    tmp_path_factory: pytest.TempPathFactory, runs: list[list[Term]], data: st.DataObject
) -> None:
    reader = write(tmp_path_factory.mktemp("postings") / "a.terms", *runs)
    terms = [term for run in runs for term in run]
    first = data.draw(st.integers(0, len(terms) - 1))
    end = data.draw(st.integers(first + 1, len(terms)))
    found = reader.read_run(first, end, positions=True)
    expected = entries_of(terms[first:end], positions=True)
    for name in ("counts", "document", "position", "extra", "form"):
        assert getattr(found, name).tolist() == getattr(expected, name).tolist(), name
    assert reader.entry_counts(first, end).tolist() == expected.counts.tolist()


@settings(max_examples=30)
@given(runs=RUNS)
def test_documents_of_fields_without_positions_are_read_back(
    tmp_path_factory: pytest.TempPathFactory, runs: list[list[Term]]
) -> None:
    reader = write(tmp_path_factory.mktemp("postings") / "a.terms", *runs, positions=False)
    terms = [term for run in runs for term in run]
    for rank, term in enumerate(terms):
        assert reader.read_documents(rank).tolist() == [entry.document for entry in term.entries]
    found = reader.read_run(0, len(terms), positions=False)
    assert found.document.tolist() == [entry.document for term in terms for entry in term.entries]
    assert len(found.position) == len(found.form) == 0


def rows_of(reader: PostingsReader) -> np.ndarray[tuple[int, ...], np.dtype[np.uint32]]:
    return reader._rows.read_all().reshape(-1, ROW)


@pytest.mark.parametrize(
    ("gap", "size"),
    [(0, 1), (255, 1), (256, 2), (65_535, 2), (65_536, 4), (2**32 - 1, 4)],
    ids=lambda value: f"{value}",
)
def test_gaps_take_the_bytes_that_the_largest_of_a_term_needs(tmp_path: Path, gap: int, size: int) -> None:
    small = Term((Entry(0), Entry(1)))
    reader = write(tmp_path / "a.terms", [small, Term((Entry(0), Entry(gap))), small])
    assert (rows_of(reader)[:, 1] & 0xFF).tolist() == [1, size, 1]
    assert reader.read_documents(1).tolist() == [0, gap]


@pytest.mark.parametrize(
    ("forms", "width"),
    [(0, 0), (1, 0), (2, 1), (3, 2), (4, 2), (5, 4), (16, 4), (17, 8), (256, 8), (257, 16), (65_536, 16), (65_537, 32)],
)
def test_forms_take_the_bits_that_those_of_a_stem_need(tmp_path: Path, forms: int, width: int) -> None:
    last = max(forms - 1, 0)
    several = Term((Entry(0, form=last), Entry(1), Entry(2, form=last)), forms)
    other = Term((Entry(0, form=1),), 2)
    reader = write(tmp_path / "a.terms", [other, several], [several, other])
    assert (rows_of(reader)[:, 1] >> 8).tolist() == [1, width, width, 1]
    assert [read(reader, rank) for rank in range(4)] == [
        list(term.entries) for term in (other, several, several, other)
    ]


def test_a_stem_of_one_form_keeps_none(tmp_path: Path) -> None:
    reader = write(tmp_path / "a.terms", [Term((Entry(0),))])
    assert reader.read_occurrences(0).form is None


def test_fields_with_and_without_positions_stand_in_one_file(tmp_path: Path) -> None:
    text = Term((Entry(3, 300, 2, 1), Entry(3, 301)), 2)
    keys = [Term((Entry(0), Entry(70_000))), Term((Entry(9),))]

    def write_both(writer: SectionWriter) -> None:
        growing = GrowingSections(tmp_path)
        postings = PostingsWriter(growing)
        postings.add(entries_of(keys, positions=False))
        postings.add(entries_of([text], positions=True))
        postings.add(entries_of(keys[1:], positions=False))
        postings.finish()
        growing.write_to(writer)

    reader = PostingsReader(open_sections(tmp_path / "a.terms", write_both))
    assert [reader.read_documents(rank).tolist() for rank in (0, 1, 3)] == [[0, 70_000], [9], [9]]
    assert read(reader, 2) == list(text.entries)


def test_no_terms_are_no_postings(tmp_path: Path) -> None:
    reader = write(tmp_path / "a.terms")
    assert reader.entry_counts(0, 0).tolist() == []


def test_damaged_postings_are_found_when_they_are_read(tmp_path: Path) -> None:
    many = Term(tuple(Entry(document, document % 300) for document in range(40_000)))
    path = tmp_path / "a.terms"
    write(path, [Term((Entry(1),)), many])
    flip(path, 30_000)
    reader = PostingsReader(SectionFile.open(path))
    assert reader.read_documents(0).tolist() == [1]
    with pytest.raises(ArchiveDamagedError, match=r"a\.terms"):
        reader.read_occurrences(1)
