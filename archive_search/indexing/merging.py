"""Merge segments into one by joining their arrays: nothing is analysed again, deleted documents stay behind.

Segments are merged until each is more than twice as large as all smaller ones together: a search then never has
many to look into, and an occurrence is copied a number of times that grows as the logarithm of the archive.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from archive_search.indexing.documents import Documents, join_documents, read_documents
from archive_search.indexing.fields import TEXT
from archive_search.indexing.forms import FormBytes, FormSet
from archive_search.indexing.postings import Entries, cut_runs, without_positions
from archive_search.indexing.segment_reading import SegmentReader
from archive_search.indexing.segment_writing import FieldTerms, write_segment

Integers = NDArray[np.int64]

MOST_WORDS = 1 << 31
"""Words above which segments are not merged: their places are counted in 32 bits."""

SMALL_DOCUMENTS = 4_096
"""Documents up to which a segment is not worth keeping apart from another small one."""


def choose_segments(segments: Sequence[SegmentReader]) -> list[SegmentReader]:
    """Choose the segments to merge now, in the order given; none when they are well as they are."""
    living = {segment.name: _living(segment) for segment in segments}
    for segment in segments:
        if living[segment.name] * 2 < segment.document_count:
            return [segment]
    smallest_first = sorted(segments, key=lambda segment: living[segment.name])
    chosen: list[SegmentReader] = []
    total = words = 0
    for rank, segment in enumerate(smallest_first):
        words += segment.word_count
        if words > MOST_WORDS:
            break
        if rank and living[segment.name] <= 2 * max(total, SMALL_DOCUMENTS):
            chosen = smallest_first[: rank + 1]
        total += living[segment.name]
    return [segment for segment in segments if segment in chosen]


def _living(segment: SegmentReader) -> int:
    return segment.document_count - len(segment.deleted_documents())


def merge_segments(path: Path, segments: Sequence[SegmentReader]) -> bool:
    """Write one segment that holds the living documents of several, in their order.

    Args:
        path: Folder and name of the new segment.
        segments: The segments; deleted documents are whole articles.

    Returns:
        Whether any document lives; nothing is written otherwise.
    """
    sources = []
    base = 0
    for segment in segments:
        sources.append(_Source(segment, base))
        base += sources[-1].living
    if not base:
        return False
    forms = FormSet(list(set().union(*(source.living_forms() for source in sources))))
    _match_forms(sources, forms)
    write_segment(
        path,
        join_documents([source.documents() for source in sources]),
        forms,
        [_merge_field(name, sources, forms) for name in sorted({name for each in segments for name in each.fields})],
    )
    return True


def _match_forms(sources: Sequence["_Source"], forms: FormSet) -> None:
    codes = forms.codes()
    for source in sources:
        source.match_forms(codes)


class _Source:
    """Hold what a merge needs of one segment."""

    def __init__(self, segment: SegmentReader, base: int) -> None:
        self.segment = segment
        alive = np.ones(segment.document_count, bool)
        alive[segment.deleted_documents()] = False
        self.alive = alive
        self.living = int(alive.sum())
        # The new number of each document, -1 for a deleted one.
        self.renumbered: Integers = np.where(alive, np.cumsum(alive) - 1 + base, -1)
        self._forms = segment.forms.words()
        self._codes: Integers = np.empty(0, np.int64)
        self._starts: Integers = np.empty(0, np.int64)

    @property
    def is_whole(self) -> bool:
        """Whether all documents live."""
        return self.living == len(self.alive)

    def documents(self) -> Documents:
        read = read_documents(self.segment.documents)
        firsts = np.cumsum(read.paragraphs) - read.paragraphs
        return read if self.is_whole else read.select(self.alive[firsts])

    def living_forms(self) -> list[FormBytes]:
        """List the forms that occur in living documents."""
        if self.is_whole:
            return self._forms
        return [self._forms[rank] for rank in np.flatnonzero(self._used_forms()).tolist()]

    def _used_forms(self) -> NDArray[np.bool_]:
        by_stem, starts = self.segment.forms.order()
        used = np.zeros(len(by_stem), bool)
        first, end, _positions = self.segment.fields[TEXT]
        for start, stop in _runs(self.segment, first, end):
            entries = self.segment.postings.read_run(start, stop, positions=True)
            stem = np.repeat(np.arange(start - first, stop - first), entries.counts)
            kept = self.alive[entries.document]
            used[by_stem[starts[stem[kept]] + entries.form[kept]]] = True
        return used

    def match_forms(self, codes: Mapping[FormBytes, int]) -> None:
        """Find for each form of the segment its place among those of its stem in the new one."""
        by_stem, self._starts = self.segment.forms.order()
        places = np.array([codes.get(form, 0) for form in self._forms], np.int64)
        self._codes = places[by_stem]
        self._forms = []

    def read(self, first: int, end: int, *, field: str) -> Entries:
        """Read the living entries of some terms, their documents and forms numbered as in the new segment."""
        offset, _end, positions = self.segment.fields[field]
        read = self.segment.postings.read_run(first, end, positions=bool(positions))
        term = np.repeat(np.arange(end - first), read.counts)
        if not self.is_whole:
            kept = self.alive[read.document]
            read = read.select(kept, np.bincount(term[kept], minlength=end - first))
            term = term[kept]
        form = read.form
        if field == TEXT:
            form = self._codes[self._starts[first - offset :][term] + form].astype(np.uint32)
        return read._replace(document=self.renumbered[read.document], form=form)


def _runs(segment: SegmentReader, first: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut the terms from one rank up to another into runs of a bounded number of entries."""
    for start, stop in cut_runs(segment.postings.entry_counts(first, end).cumsum()):
        yield first + start, first + stop


def _merge_field(name: str, sources: Sequence[_Source], forms: FormSet) -> FieldTerms:
    having = [source for source in sources if name in source.segment.fields]
    positions = bool(having[0].segment.fields[name][2])
    merge = _FieldMerge(name, having)
    counts = forms.order.counts if name == TEXT else np.zeros(len(merge.terms), np.int64)
    return FieldTerms(name, merge.terms, positions, merge.iterate_runs(counts))


class _FieldMerge:
    """Merge the terms of one field, and then their entries run by run."""

    def __init__(self, name: str, sources: Sequence[_Source]) -> None:
        self._name = name
        self._sources = sources
        words = [_field_terms(source.segment, name) for source in sources]
        union = sorted(set().union(*words))
        rank_of = {term: rank for rank, term in enumerate(union)}
        # For each source the rank, among all terms, of each of its own.
        ranks = [np.fromiter(map(rank_of.__getitem__, each), np.int64, len(each)) for each in words]
        totals = np.zeros(len(union), np.int64)
        for source, places in zip(sources, ranks, strict=True):
            totals[places] += self._living_counts(source, len(places))
        kept = totals > 0
        self.terms = [term for term, is_kept in zip(union, kept.tolist(), strict=True) if is_kept]
        new_rank = np.cumsum(kept) - 1
        self._totals = totals[kept]
        self._places = [np.where(kept[places], new_rank[places], -1) for places in ranks]

    def _living_counts(self, source: _Source, terms: int) -> Integers:
        first, end, _positions = source.segment.fields[self._name]
        if source.is_whole:
            return source.segment.postings.entry_counts(first, end)
        counts = [np.empty(0, np.int64)]
        for start, stop in _runs(source.segment, first, end):
            counts.append(source.read(start, stop, field=self._name).counts)
        return np.concatenate(counts)

    def iterate_runs(self, forms: Integers) -> Iterator[Entries]:
        """Yield the entries of all terms, a bounded number at a time."""
        for start, stop in cut_runs(self._totals.cumsum()):
            parts = [
                part
                for source, places in zip(self._sources, self._places, strict=True)
                if (part := self._read(source, places, start, stop)) is not None
            ]
            yield _join(parts, self._totals[start:stop], forms[start:stop])

    def _read(self, source: _Source, places: Integers, start: int, stop: int) -> tuple[Integers, Entries] | None:
        """Read what a source has of the terms of some new ranks, with the new rank of each entry."""
        inside = np.flatnonzero((places >= start) & (places < stop))
        if not len(inside):
            return None
        first = source.segment.fields[self._name][0]
        begin, end = int(inside[0]), int(inside[-1]) + 1
        entries = source.read(first + begin, first + end, field=self._name)
        return np.repeat(places[begin:end] - start, entries.counts), entries


def _field_terms(segment: SegmentReader, name: str) -> list[bytes]:
    first, end, _positions = segment.fields[name]
    return segment.terms.list_words(first, end)


def _join(parts: list[tuple[Integers, Entries]], counts: Integers, forms: Integers) -> Entries:
    """Bring the entries of several sources into the order of terms; those of a term keep the order of sources."""
    order = np.argsort(np.concatenate([ranks for ranks, _entries in parts]), kind="stable")
    document = np.concatenate([entries.document for _ranks, entries in parts])[order]
    if not any(len(entries.position) for _ranks, entries in parts):
        return without_positions(counts, document)
    position = np.concatenate([entries.position for _ranks, entries in parts])[order]
    extra = np.concatenate([entries.extra for _ranks, entries in parts])[order]
    form = np.concatenate([entries.form for _ranks, entries in parts])[order]
    return Entries(counts, document, position, extra, form, forms)
