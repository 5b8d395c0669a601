"""Merge small segments into larger ones, so that a search never has many to look into.

Segments are sorted into levels by size, each level eight times the last; a level that holds eight segments is
merged into one. Postings are copied as they are, never analysed again; deleted documents stay behind.
"""

import heapq
import math
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from archive_search.indexing.codec import ArchiveCodec, read_postings
from archive_search.indexing.columns import ArrayColumn
from archive_search.indexing.inversion import Posting
from archive_search.indexing.schema import Column, make_schema
from archive_search.indexing.segment_writing import write_segment
from archive_search.indexing.storage import IndexStorage

MERGE_FACTOR = 8
SMALLEST_LEVEL = 4096


def choose_segments(segments: list[Any]) -> list[Any]:
    """Choose the segments to merge now: those of a full level, or one that is mostly deleted; else none."""
    levels = defaultdict(list)
    for segment in segments:
        if segment.deleted_count() * 2 > segment.doc_count_all():
            return [segment]
        levels[_level(segment.doc_count())].append(segment)
    return next((level for level in levels.values() if len(level) >= MERGE_FACTOR), [])


def _level(documents: int) -> int:
    return max(0, math.ceil(math.log(max(documents, 1) / SMALLEST_LEVEL, MERGE_FACTOR)))


def merge_segments(storage: IndexStorage, segments: list[Any]) -> Any | None:
    """Write one segment that holds the living documents of several, in their order.

    Returns:
        The new Whoosh segment record, or None when no document lives.
    """
    codec = ArchiveCodec()
    renumbering = _renumber(segments)
    if not any((numbers >= 0).any() for numbers in renumbering):
        return None
    columns = {column: _merge_column(storage, codec, segments, column) for column in Column}
    readers = [codec.terms_reader(storage, segment) for segment in segments]
    try:
        return write_segment(storage, columns, _merge_fields(readers, renumbering))
    finally:
        for reader in readers:
            reader.close()


def _renumber(segments: list[Any]) -> list[NDArray[np.int64]]:
    """Give for each segment the new number of each of its documents, -1 for a deleted one."""
    base = 0
    result = []
    for segment in segments:
        alive = np.ones(segment.doc_count_all(), bool)
        alive[list(segment.deleted_docs())] = False
        result.append(np.where(alive, np.cumsum(alive) - 1 + base, -1))
        base += int(alive.sum())
    return result


def _merge_column(storage: IndexStorage, codec: ArchiveCodec, segments: list[Any], column: Column) -> list[int]:
    merged: list[int] = []
    for segment in segments:
        reader = codec.per_document_reader(storage, segment)
        values = reader.column_reader(column.value, ArrayColumn()).load()
        alive = np.ones(len(values), bool)
        alive[list(segment.deleted_docs())] = False
        merged.extend(values[alive].tolist())
        reader.close()
    return merged


def _merge_fields(
    readers: list[Any], renumbering: list[NDArray[np.int64]]
) -> Iterator[tuple[str, Iterator[tuple[bytes, list[Posting]]]]]:
    schema = make_schema()
    for field in sorted({name for reader in readers for name in reader.indexed_field_names()}):
        yield field, _merge_terms(readers, renumbering, field, schema[field].format)


def _merge_terms(
    readers: list[Any], renumbering: list[NDArray[np.int64]], field: str, format_: Any
) -> Iterator[tuple[bytes, list[Posting]]]:
    streams = (_numbered_terms(reader, number, field) for number, reader in enumerate(readers))
    for term, sources in groupby(heapq.merge(*streams), key=itemgetter(0)):
        postings: list[Posting] = []
        for _term, number in sources:
            found = read_postings(readers[number], field, term, format_)
            if found is None:
                continue
            kept = zip(renumbering[number][found.documents].tolist(), found.values, strict=True)
            postings.extend(
                Posting(document, max(1, format_.decode_frequency(value)) if value else 1, value)
                for document, value in kept
                if document >= 0
            )
        if postings:
            yield term, postings


def _numbered_terms(reader: Any, number: int, field: str) -> Iterator[tuple[bytes, int]]:
    if field not in reader.indexed_field_names():
        return
    for name, term in reader.terms_from(field, b""):
        if name != field:
            return
        yield bytes(term), number
