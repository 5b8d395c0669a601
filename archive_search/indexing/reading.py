"""Read one generation of the index as arrays over all its segments.

Documents are numbered through the segments in order. Deleted documents keep their numbers, but no occurrence and
no living article refers to them.
"""

from collections import OrderedDict
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from archive_search.indexing.codec import ArchiveCodec, read_postings
from archive_search.indexing.columns import ArrayColumn
from archive_search.indexing.format import (
    PAIR_BYTES,
    POSITION_BITS,
    POSITION_MASK,
    FormPositions,
    unpack_pairs,
)
from archive_search.indexing.generations import read_segments
from archive_search.indexing.schema import SENTENCE_TERM, Column
from archive_search.indexing.storage import IndexStorage, reading

CACHED_OCCURRENCES = 4_000_000


class TermOccurrences(NamedTuple):
    """Hold every occurrence of one term: parallel arrays of shape (occurrences,), in order of document.

    Attributes:
        document: Number of the paragraph over all segments.
        position: First position in the paragraph, in words from 0.
        last: Last position.
        form: Number of the exact form.
    """

    document: NDArray[np.int64]
    position: NDArray[np.int64]
    last: NDArray[np.int64]
    form: NDArray[np.int64]


class IndexReader:
    """Give terms and columns of one generation; keep its files open, so that it outlives their deletion."""

    def __init__(self, path: Path, *, generation: int) -> None:
        """Open a generation.

        Raises:
            FileNotFoundError: The generation, or one of its files, is no longer on disk.
            ArchiveDamagedError: Its files cannot be read.
        """
        self._path = path
        self._storage = IndexStorage(path)
        try:
            self._open(generation)
        except BaseException:
            self._storage.close()
            raise
        self._cache: OrderedDict[tuple[str, bytes], TermOccurrences] = OrderedDict()
        self._cached = 0

    def _open(self, generation: int) -> None:
        self._segments = read_segments(self._storage, generation)
        with reading(self._path):
            codec = ArchiveCodec()
            self._terms: list[Any] = [codec.terms_reader(self._storage, segment) for segment in self._segments]
            self._columns = {column: self._load_column(codec, column) for column in Column}
            counts = [segment.doc_count_all() for segment in self._segments]
            self._bases: list[int] = np.cumsum([0, *counts]).tolist()
            self._alive = self._load_alive()

    def _load_column(self, codec: ArchiveCodec, column: Column) -> NDArray[np.int64]:
        parts = [np.empty(0, np.int64)]
        for segment in self._segments:
            reader = codec.per_document_reader(self._storage, segment)
            values = reader.column_reader(column.value, ArrayColumn()).load()
            if len(values) != segment.doc_count_all():
                raise ValueError(f"colonne {column.value} incomplète")
            parts.append(values.astype(np.int64))
            reader.close()
        return np.concatenate(parts)

    def _load_alive(self) -> NDArray[np.bool_]:
        alive = np.ones(self.document_count, bool)
        for base, segment in zip(self._bases, self._segments, strict=False):
            alive[[base + document for document in segment.deleted_docs()]] = False
        return alive

    @property
    def document_count(self) -> int:
        """Count the documents, deleted ones included."""
        return self._bases[-1]

    @property
    def segment_count(self) -> int:
        """Count the segments."""
        return len(self._segments)

    @property
    def alive(self) -> NDArray[np.bool_]:
        """Tell for each document whether it lives; shape (documents,)."""
        return self._alive

    def column(self, column: Column) -> NDArray[np.int64]:
        """Give the numbers of one column; shape (documents,)."""
        return self._columns[column]

    def read_term(self, stem: str) -> TermOccurrences:
        """Give the living occurrences of a stem; empty arrays when the index does not have it.

        Raises:
            ArchiveDamagedError: The postings cannot be read.
        """
        return self._read("text", stem.encode("utf-8"))

    def read_sentence_starts(self) -> TermOccurrences:
        """Give the position at which each sentence of each living document begins."""
        return self._read("sentence", SENTENCE_TERM)

    def _read(self, field: str, term: bytes) -> TermOccurrences:
        key = field, term
        if key in self._cache:
            self._cache.move_to_end(key)
            return self._cache[key]
        with reading(self._path):
            found = self._gather(field, term)
        self._remember(key, found)
        return found

    def _gather(self, field: str, term: bytes) -> TermOccurrences:
        documents, values = [np.empty(0, np.int64)], [b""]
        for terms, (base, end) in zip(self._terms, pairwise(self._bases), strict=True):
            found = read_postings(terms, field, term, _FORMAT)
            if found is not None:
                numbers = np.array(found.documents, np.int64) + base
                _check_order(numbers, base, end)
                frequencies = np.fromiter(map(len, found.values), np.int64, len(found.values)) // PAIR_BYTES
                documents.append(np.repeat(numbers, frequencies))
                values.extend(found.values)
        pairs = unpack_pairs(b"".join(values)).astype(np.int64)
        document = np.concatenate(documents)
        living = self._alive[document]
        position = pairs[living, 0] & POSITION_MASK
        last = position + (pairs[living, 0] >> POSITION_BITS)
        return TermOccurrences(document[living], position, last, pairs[living, 1])

    def _remember(self, key: tuple[str, bytes], found: TermOccurrences) -> None:
        self._cache[key] = found
        self._cached += len(found.document)
        while self._cached > CACHED_OCCURRENCES and len(self._cache) > 1:
            _key, dropped = self._cache.popitem(last=False)
            self._cached -= len(dropped.document)

    def close(self) -> None:
        """Close the files."""
        self._storage.close()
        self._terms = []


def _check_order(numbers: NDArray[np.int64], base: int, end: int) -> None:
    bounded = np.concatenate(([base - 1], numbers, [end]))
    if (bounded[1:] <= bounded[:-1]).any():
        raise ValueError("les occurrences d'un terme ne sont pas dans l'ordre")


_FORMAT = FormPositions()
