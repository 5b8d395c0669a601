"""The names of a generation: in which articles, paragraphs and words each entity is named, field by field.

    id:FIELD.bytes, id:FIELD.ends   ids of the entities, sorted, in UTF-8 (`dictionary`)
    entry.ends:FIELD                where the entries of each id end in the sections below
    entry.article:FIELD             number of the article in the records
    entry.paragraph:FIELD           number of the paragraph, from 1
    entry.place:FIELD               16 times the first position in the paragraph, in words from 0, plus the number of
                                    further positions that the name covers, at most 15

All are stored in the smallest type that holds them. The file knows nothing of segments: text may be added, deleted
and merged beside it, and entries of articles that are gone are found nowhere.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from archive_search.indexing.dictionary import Words, write_words
from archive_search.indexing.packing import narrow
from archive_search.indexing.postings import MAX_EXTRA
from archive_search.indexing.sections import SectionFile, SectionWriter

Integers = NDArray[np.int64]

BYLINE = "byline"
"""Field of the ids, of any type, that sign articles; the other fields have the values of `records.EntityType`."""

EXTRA_BITS = MAX_EXTRA.bit_length()
"""Bits that the number of further positions takes below a position, where both are one number."""


class FieldNames(NamedTuple):
    """Hold the entities of one field and every place that names them.

    Attributes:
        ids: Their ids, each once, sorted by their bytes in UTF-8.
        counts: Entries of each id, from 1; shape (ids,).
        article: Number in the records of the article of each entry; shape (entries,). Entries are in the order of
            their ids, then of article, paragraph and position.
        paragraph: Number of the paragraph, from 1; the same shape.
        position: First position in the paragraph, in words from 0; the same shape.
        extra: Further positions that the name covers; those above `MAX_EXTRA` are not kept. The same shape.
    """

    ids: Sequence[str]
    counts: Integers
    article: Integers
    paragraph: Integers
    position: Integers
    extra: Integers


class NameEntries(NamedTuple):
    """Hold entries as `FieldNames` does: parallel arrays of int64, of shape (entries,)."""

    article: Integers
    paragraph: Integers
    position: Integers
    extra: Integers


def write_names(path: Path, fields: Mapping[str, FieldNames]) -> None:
    """Write a names file; fields without entities are left out.

    Raises:
        ValueError: The arrays of a field do not belong together, or are not in order.
    """
    encoded = {field: _encode(field, names) for field, names in fields.items()}
    with path.open("wb") as file:
        writer = SectionWriter(file)
        for field, names in fields.items():
            if len(names.ids):
                _write_field(writer, field, encoded[field], names)
        writer.finish({})


def _write_field(writer: SectionWriter, field: str, ids: list[bytes], names: FieldNames) -> None:
    write_words(writer, f"id:{field}", ids)
    writer.add(f"entry.ends:{field}", narrow(np.cumsum(names.counts)))
    writer.add(f"entry.article:{field}", narrow(names.article))
    writer.add(f"entry.paragraph:{field}", narrow(names.paragraph))
    place = (names.position << EXTRA_BITS) + np.minimum(names.extra, MAX_EXTRA)
    writer.add(f"entry.place:{field}", narrow(place))


def _encode(field: str, names: FieldNames) -> list[bytes]:
    """Check the names of a field, and give its ids as they are stored."""
    ids = [name.encode() for name in names.ids]
    if any(one >= other for one, other in pairwise(ids)):
        raise ValueError(f"ids of field {field!r} are not sorted, or not different")
    if len(names.counts) != len(ids) or np.any(names.counts < 1):
        raise ValueError(f"counts of field {field!r} are not one number from 1 for each id")
    entries = NameEntries(*names[2:])
    if {len(values) for values in entries} != {int(names.counts.sum())}:
        raise ValueError(f"entries of field {field!r} are not as many as the counts say")
    if any(np.any(values < 0) for values in entries):
        raise ValueError(f"entries of field {field!r} have numbers below 0")
    if not _are_in_order(entries, names.counts):
        raise ValueError(f"entries of field {field!r} are not in order")
    return ids


def _are_in_order(entries: NameEntries, counts: Integers) -> bool:
    """Tell whether the entries of each id are in order of article, paragraph and position."""
    falls = np.zeros(max(0, len(entries.article) - 1), bool)
    for values in (entries.position, entries.paragraph, entries.article):
        steps = np.diff(values)
        falls = (steps < 0) | (steps == 0) & falls
    falls[np.cumsum(counts)[:-1] - 1] = False
    return not falls.any()


class NamesFile:
    """Read a names file through a map of it, which outlives its deletion; fields that it lacks are empty.

    Attributes:
        path: Its name, for errors.
    """

    def __init__(self, file: SectionFile, path: Path) -> None:
        self.path = path
        self._file = file
        self._words: dict[str, Words] = {}

    @classmethod
    def open(cls, path: Path) -> "NamesFile":
        """Map a file.

        Raises:
            FileNotFoundError: There is no such file.
            ArchiveDamagedError: The file is not whole.
        """
        return cls(SectionFile.open(path), path)

    def __contains__(self, field: str) -> bool:
        return f"entry.ends:{field}" in self._file

    def _ids(self, field: str) -> Words:
        if field not in self._words:
            self._words[field] = Words(self._file, f"id:{field}")
        return self._words[field]

    def ids(self, field: str) -> list[str]:
        """List the ids of a field, in order.

        Raises:
            ArchiveDamagedError: They are not what was written.
        """
        return [word.decode() for word in self._ids(field).list_words()] if field in self else []

    def find(self, field: str, entity_id: str) -> int | None:
        """Give the rank of an id among those of a field, or None when nothing there has it."""
        # An id that cannot be written, with half a surrogate pair in it, is only not there.
        return self._ids(field).find(entity_id.encode("utf-8", "surrogatepass")) if field in self else None

    def counts(self, field: str) -> Integers:
        """Count the entries of each id of a field; shape (ids,)."""
        if field not in self:
            return np.empty(0, np.int64)
        counts = self._file.read_all(f"entry.ends:{field}").astype(np.int64)
        counts[1:] -= counts[:-1].copy()
        return counts

    def read(self, field: str, rank: int) -> NameEntries:
        """Give the entries of the id of a rank.

        Raises:
            ArchiveDamagedError: They are not what was written.
        """
        ends = self._file.section(f"entry.ends:{field}").read(max(rank - 1, 0), rank + 1).tolist()
        return self._read_between(field, ends[0] if rank else 0, ends[-1])

    def read_all(self, field: str) -> NameEntries:
        """Give the entries of all ids of a field, one id after the other.

        Raises:
            ArchiveDamagedError: They are not what was written.
        """
        end = len(self._file.section(f"entry.article:{field}")) if field in self else 0
        return self._read_between(field, 0, end)

    def _read_between(self, field: str, start: int, stop: int) -> NameEntries:
        if start == stop:
            return NameEntries(*(np.empty(0, np.int64) for _part in NameEntries._fields))
        sections = (self._file.section(f"entry.{part}:{field}") for part in ("article", "paragraph", "place"))
        article, paragraph, place = (section.read(start, stop).astype(np.int64) for section in sections)
        return NameEntries(article, paragraph, place >> EXTRA_BITS, place & MAX_EXTRA)

    def close(self) -> None:
        """Let the file go."""
        self._words.clear()
        self._file.close()
