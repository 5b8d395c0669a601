"""Postings as parallel arrays, and how they are laid out in the sections of a segment.

An entry is one occurrence of a term, or one document of it in fields that keep no positions. The entries of a
term stand together, in order of document and position; terms follow the order of the dictionary.

    entry.1, entry.2, entry.4   documents as gaps: the first number of a term is a document, each other the
                                distance from the one before; in 1, 2 or 4 bytes, the fewest for the whole term
    position.low                low bytes of the positions in the paragraph, in words from 0
    position.places, .high      which positions are above 255, and what to add to each, in units of 256
    extra.places, extra.counts  occurrences that cover further positions: their ranks, and how many
    form.1, .2, .4 to .32       which form of its stem an occurrence is, in that many bits; none where a stem
                                has one form
    term.rows                   five u32 a term: entries; bytes of a gap + 256 * bits of a form; first entry in
                                its section of gaps; first position; first number in its section of forms
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from archive_search.indexing.packing import BIT_WIDTHS, byte_type, pack_bits, unpack_bits
from archive_search.indexing.sections import GrowingSections, Section, SectionFile

Integers = NDArray[np.int64]

GAP_BYTES = (1, 2, 4)
ROW = 5
RUN_ENTRIES = 1_000_000
"""Most entries that are laid out at once, where no term has more: it bounds the memory taken."""

MAX_EXTRA = 15
"""Most further positions that an occurrence is recorded to cover."""


class Entries(NamedTuple):
    """Hold the entries of a run of terms, in order.

    Attributes:
        counts: Entries of each term; shape (terms,).
        document: Document of each entry; shape (entries,).
        position: First position of each; shape (entries,), or (0,) where the field keeps no positions.
        extra: Further positions that each covers, at most `MAX_EXTRA`; the same shape.
        form: Which form of its stem each is, from 0; the same shape.
        forms: Number of forms of each term, 0 or 1 where none need be told apart; shape (terms,).
    """

    counts: Integers
    document: Integers
    position: NDArray[np.uint32]
    extra: NDArray[np.uint8]
    form: NDArray[np.uint32]
    forms: Integers

    def select(self, kept: NDArray[np.bool_], counts: Integers) -> "Entries":
        """Keep some entries, of which each term then has so many."""
        if not len(self.position):
            return without_positions(counts, self.document[kept])
        return Entries(counts, self.document[kept], self.position[kept], self.extra[kept], self.form[kept], self.forms)


def without_positions(counts: Integers, document: Integers) -> Entries:
    """Make entries of a field that keeps no positions."""
    return Entries(
        counts,
        document,
        np.empty(0, np.uint32),
        np.empty(0, np.uint8),
        np.empty(0, np.uint32),
        np.zeros(len(counts), np.int64),
    )


def cut_runs(totals: Integers) -> Iterator[tuple[int, int]]:
    """Cut terms into runs of at most `RUN_ENTRIES` entries, or of one term.

    Args:
        totals: For each term the number of entries up to its last; shape (terms,).

    Yields:
        Rank of the first term of a run, and the rank after its last.
    """
    start = 0
    while start < len(totals):
        done = int(totals[start - 1]) if start else 0
        stop = max(start + 1, int(totals.searchsorted(done + RUN_ENTRIES, side="right")))
        yield start, stop
        start = stop


class PostingsWriter:
    """Lay out the postings of a segment, run of terms by run of terms, in the order of the dictionary."""

    def __init__(self, sections: GrowingSections) -> None:
        self._sections = sections
        self._gaps = dict.fromkeys(GAP_BYTES, 0)
        self._forms = dict.fromkeys(BIT_WIDTHS, 0)
        self._pending: dict[int, NDArray[np.uint8]] = {}
        self._positions = 0
        self._rows: list[NDArray[np.uint32]] = [np.empty((0, ROW), np.uint32)]

    def add(self, entries: Entries) -> None:
        """Write the entries of the next terms."""
        rows = np.zeros((len(entries.counts), ROW), np.uint32)
        rows[:, 0] = entries.counts
        self._add_gaps(entries, rows)
        if len(entries.position):
            starts = np.cumsum(entries.counts) - entries.counts
            rows[:, 3] = self._positions + starts
            self._add_positions(entries)
            self._add_forms(entries, rows)
        self._rows.append(rows)

    def _add_gaps(self, entries: Entries, rows: NDArray[np.uint32]) -> None:
        gaps = _gaps(entries.document, entries.counts)
        starts = np.cumsum(entries.counts) - entries.counts
        largest = np.maximum.reduceat(gaps, starts) if len(gaps) else np.empty(0, np.int64)
        widths = np.where(largest < 1 << 8, 1, np.where(largest < 1 << 16, 2, 4))
        rows[:, 1] = widths
        for width in GAP_BYTES:
            chosen = widths == width
            counts = np.where(chosen, entries.counts, 0)
            rows[chosen, 2] = (self._gaps[width] + np.cumsum(counts) - counts)[chosen]
            kept = gaps if chosen.all() else gaps[np.repeat(chosen, entries.counts)]
            self._sections.extend(f"entry.{width}", kept.astype(byte_type(256**width - 1)))
            self._gaps[width] += len(kept)

    def _add_positions(self, entries: Entries) -> None:
        self._sections.extend("position.low", entries.position.astype(np.uint8))
        large = np.flatnonzero(entries.position > 255)
        self._sections.extend("position.places", (self._positions + large).astype(np.uint32))
        self._sections.extend("position.high", (entries.position[large] >> 8).astype(np.uint32))
        joined = np.flatnonzero(entries.extra)
        self._sections.extend("extra.places", (self._positions + joined).astype(np.uint32))
        self._sections.extend("extra.counts", entries.extra[joined])
        self._positions += len(entries.position)

    def _add_forms(self, entries: Entries, rows: NDArray[np.uint32]) -> None:
        limits = np.array([1 << width for width in BIT_WIDTHS])
        widths = np.array(BIT_WIDTHS)[np.searchsorted(limits, np.maximum(entries.forms, 1))]
        rows[:, 1] += (widths << 8).astype(np.uint32)
        for width in BIT_WIDTHS[1:]:
            chosen = widths == width
            counts = np.where(chosen, entries.counts, 0)
            rows[chosen, 4] = (self._forms[width] + np.cumsum(counts) - counts)[chosen]
            self._extend_forms(width, entries.form[np.repeat(chosen, entries.counts)])

    def _extend_forms(self, width: int, forms: NDArray[np.uint32]) -> None:
        self._forms[width] += len(forms)
        if width >= 8:
            self._sections.extend(f"form.{width}", forms.astype(byte_type((1 << width) - 1)))
            return
        # Only whole bytes are written; what does not fill one waits for the next run of terms.
        waiting = np.concatenate((self._pending.get(width, np.empty(0, np.uint8)), forms.astype(np.uint8)))
        whole = len(waiting) // (8 // width) * (8 // width)
        self._sections.extend(f"form.{width}", pack_bits(waiting[:whole], width))
        self._pending[width] = waiting[whole:]

    def finish(self) -> None:
        """Write what is left, and the row of each term."""
        for width, waiting in self._pending.items():
            self._sections.extend(f"form.{width}", pack_bits(waiting, width))
        self._sections.extend("term.rows", np.concatenate(self._rows).reshape(-1))


def _gaps(document: Integers, counts: Integers) -> Integers:
    """Turn documents into distances from the one before, each term beginning anew from 0."""
    gaps = np.diff(document, prepend=0)
    starts = np.cumsum(counts) - counts
    gaps[starts] = document[starts]
    return gaps


class Occurrences(NamedTuple):
    """Hold the occurrences of one term in one segment: parallel arrays of shape (occurrences,).

    Attributes:
        document: Number of the paragraph in the segment.
        position: First position in the paragraph, in words from 0.
        last: Last position.
        form: Which form of the stem, from 0; None where the stem has one form.
    """

    document: Integers
    position: Integers
    last: Integers
    form: NDArray[Any] | None


def _find_between(places: Section, start: int, stop: int) -> tuple[int, int]:
    """Find where the numbers from one up to another stand among increasing ones."""
    held = places.read_all()
    # Of the same type: for others NumPy would convert the whole section first.
    first, end = held.searchsorted(np.array((start, stop), held.dtype)).tolist()
    return first, end


class PostingsReader:
    """Read the postings of one segment."""

    def __init__(self, file: SectionFile) -> None:
        self._rows = file.section("term.rows")
        self._gaps = {width: file.section(f"entry.{width}") for width in GAP_BYTES if f"entry.{width}" in file}
        self._file = file
        self._low = file.section("position.low") if "position.low" in file else None

    def entry_count(self, rank: int) -> int:
        """Count the entries of the term of a rank in the dictionary."""
        return int(self._rows.read(rank * ROW, rank * ROW + 1)[0])

    def entry_counts(self, first: int, end: int) -> Integers:
        """Count the entries of each term from one rank up to another; shape (terms,)."""
        return self._rows.read(first * ROW, end * ROW).reshape(-1, ROW)[:, 0].astype(np.int64)

    def read_documents(self, rank: int) -> Integers:
        """Give the document of each entry of a term, in order; shape (entries,)."""
        count, widths, start, _position, _form = self._rows.read(rank * ROW, rank * ROW + ROW).tolist()
        return np.cumsum(self._gaps[widths & 0xFF].read(start, start + count), dtype=np.int64)

    def read_occurrences(self, rank: int) -> Occurrences:
        """Give the occurrences of a term of a field with positions."""
        count, widths, start, first, form = self._rows.read(rank * ROW, rank * ROW + ROW).tolist()
        document = np.cumsum(self._gaps[widths & 0xFF].read(start, start + count), dtype=np.int64)
        position = self._read_positions(first, first + count)
        last = self._read_lasts(position, first, first + count)
        return Occurrences(document, position, last, self._read_forms(widths >> 8, form, form + count))

    def _read_positions(self, start: int, stop: int) -> Integers:
        assert self._low is not None
        position = self._low.read(start, stop).astype(np.int64)
        places = self._file.section("position.places")
        first, end = _find_between(places, start, stop)
        if first < end:
            high = self._file.section("position.high").read(first, end).astype(np.int64)
            position[places.read(first, end).astype(np.int64) - start] += high << 8
        return position

    def _read_lasts(self, position: Integers, start: int, stop: int) -> Integers:
        places = self._file.section("extra.places")
        first, end = _find_between(places, start, stop)
        if first == end:
            return position
        last = position.copy()
        last[places.read(first, end).astype(np.int64) - start] += self._file.section("extra.counts").read(first, end)
        return last

    def _read_forms(self, width: int, start: int, stop: int) -> NDArray[Any] | None:
        if not width:
            return None
        section = self._file.section(f"form.{width}")
        if width >= 8:
            return section.read(start, stop)
        per_byte = 8 // width
        begin = start // per_byte
        packed = section.read(begin, -(-stop // per_byte))
        return unpack_bits(packed, width, start=start - begin * per_byte, stop=stop - begin * per_byte)

    def read_run(self, first: int, end: int, *, positions: bool) -> Entries:
        """Give all entries of the terms from one rank up to another, all of fields of one kind.

        Args:
            first: Rank of the first term.
            end: Rank after the last.
            positions: Whether these fields keep positions.
        """
        rows = self._rows.read(first * ROW, end * ROW).reshape(-1, ROW).astype(np.int64)
        counts = rows[:, 0]
        document = self._read_run_documents(rows)
        if not positions:
            return without_positions(counts, document)
        start = int(rows[0, 3])
        position = self._read_positions(start, start + len(document))
        extra = (self._read_lasts(position, start, start + len(document)) - position).astype(np.uint8)
        return Entries(
            counts, document, position.astype(np.uint32), extra, self._read_run_forms(rows), np.zeros_like(counts)
        )

    def _read_run_documents(self, rows: Integers) -> Integers:
        counts, widths = rows[:, 0], rows[:, 1] & 0xFF
        gaps = np.empty(int(counts.sum()), np.int64)
        for width, section in self._gaps.items():
            chosen = widths == width
            if chosen.any():
                starts = rows[chosen, 2]
                read = section.read(int(starts[0]), int(starts[-1] + counts[chosen][-1]))
                gaps[np.repeat(chosen, counts)] = read
        ends = np.cumsum(gaps)
        firsts = np.cumsum(counts) - counts
        documents: Integers = ends - np.repeat(ends[firsts] - gaps[firsts], counts)
        return documents

    def _read_run_forms(self, rows: Integers) -> NDArray[np.uint32]:
        counts, widths = rows[:, 0], rows[:, 1] >> 8
        forms = np.zeros(int(counts.sum()), np.uint32)
        for width in BIT_WIDTHS[1:]:
            chosen = widths == width
            if chosen.any():
                starts = rows[chosen, 4]
                read = self._read_forms(width, int(starts[0]), int(starts[-1] + counts[chosen][-1]))
                assert read is not None
                forms[np.repeat(chosen, counts)] = read
        return forms
