"""Read the posting lists that `list_writing` wrote."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.reading import TermInfo
from whoosh.util.numeric import byte_to_length

from archive_search.indexing.postings import PostingsReader
from archive_search.indexing.sections import SectionFile
from archive_search.indexing.whoosh_face.posting_lists import Blocks, PostingList, no_value

_CACHED_LISTS = 16

_length_of = np.array([byte_to_length(byte) for byte in range(256)], np.int64)


class StoredLists:
    """Give the posting lists of a segment that one of Whoosh's writers wrote."""

    def __init__(self, file: SectionFile) -> None:
        """Take the file of the terms of a segment."""
        self._file = file
        self._postings = PostingsReader(file)
        self.block = int(file.properties["block"])
        self.read = lru_cache(_CACHED_LISTS)(self._read)

    def describe(self, rank: int) -> TermInfo:
        """Give what Whoosh keeps of a term."""
        weight, largest = self._pair("term.weights", rank).tolist()
        shortest, longest = _length_of[self._pair("term.lengths", rank)].tolist()
        first, last = self._pair("term.documents", rank).tolist()
        count = self._postings.entry_count(rank)
        return TermInfo(weight, count, shortest, longest, largest, first, last)

    def _pair(self, section: str, rank: int) -> NDArray[Any]:
        return self._file.section(section).read(2 * rank, 2 * rank + 2)

    def _span(self, section: str, rank: int) -> tuple[int, int]:
        """Give the places of a term in a section, of which another holds the end of each term's."""
        ends = self._file.section(section).read(max(rank - 1, 0), rank + 1).tolist()
        return (ends[0] if rank else 0), ends[-1]

    def _read(self, rank: int) -> PostingList:
        start, end = self._span("weight.ends", rank)
        weights = self._file.section("weight.values").read(start, end).astype(np.float32) if start < end else None
        return PostingList(
            self._postings.read_documents(rank), weights, self._value_reader(rank), lambda: self._bound_blocks(rank)
        )

    def _value_reader(self, rank: int) -> Callable[[int], bytes]:
        start, end = self._span("value.terms", rank)
        if start == end:
            return no_value
        ends = self._file.section("value.ends").read(max(start - 1, 0), end).tolist()
        if not start:
            ends.insert(0, 0)
        first = ends[0]
        values = self._file.section("value.bytes").read(first, ends[-1]).tobytes()
        return lambda place: values[ends[place] - first : ends[place + 1] - first]

    def _bound_blocks(self, rank: int) -> Blocks:
        start, end = self._span("block.ends", rank)
        if start == end:
            weights, lengths = self._pair("term.weights", rank)[1:], self._pair("term.lengths", rank)
        else:
            weights = self._file.section("block.weights").read(start, end)
            lengths = self._file.section("block.lengths").read(2 * start, 2 * end)
        shortest, longest = _length_of[lengths].reshape(-1, 2).T
        return Blocks(weights.astype(np.float32), shortest, longest)
