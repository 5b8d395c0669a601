"""Read the posting lists of a segment that the archive wrote, as Whoosh wants them: one posting a document."""

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.reading import TermInfo

from archive_search.indexing.fields import TEXT
from archive_search.indexing.postings import PostingsReader
from archive_search.indexing.sections import SectionFile
from archive_search.indexing.whoosh_face.posting_format import encode_positions
from archive_search.indexing.whoosh_face.posting_lists import (
    BLOCK,
    PostingList,
    bound_blocks,
    describe_list,
    list_documents,
)

_CACHED_LISTS = 16


class SealedLists:
    """Give the posting lists of a segment of an archive."""

    block = BLOCK

    def __init__(self, file: SectionFile, documents: SectionFile) -> None:
        """Take the files of the terms and of the documents of a segment."""
        self._postings = PostingsReader(file)
        self._documents = documents
        fields: dict[str, list[int]] = file.properties["fields"]
        self._text = range(*fields.get(TEXT, (0, 0))[:2])
        self._with_positions = [range(first, end) for first, end, positions in fields.values() if positions]
        self.read = lru_cache(_CACHED_LISTS)(self._read)

    def describe(self, rank: int) -> TermInfo:
        """Give what Whoosh keeps of a term; weights are numbers of occurrences."""
        return describe_list(self.read(rank), self._postings.entry_count(rank))

    def _read(self, rank: int) -> PostingList:
        if any(rank in ranks for ranks in self._with_positions):
            return self._read_positions(rank)
        return list_documents(self._postings.read_documents(rank))

    def _read_positions(self, rank: int) -> PostingList:
        found = self._postings.read_occurrences(rank)
        firsts = np.flatnonzero(np.diff(found.document, prepend=-1))
        ends = np.append(firsts[1:], len(found.document))

        def value_of(place: int) -> bytes:
            return encode_positions(found.position[firsts[place] : ends[place]])

        ids, weights = found.document[firsts], (ends - firsts).astype(np.float32)
        return PostingList(ids, weights, value_of, lambda: bound_blocks(weights, self._lengths(rank, ids), self.block))

    def _lengths(self, rank: int, ids: NDArray[np.int64]) -> NDArray[Any]:
        if rank not in self._text:
            return np.zeros(len(ids), np.int64)
        return self._documents.read_all("document.words")[ids].astype(np.int64)
