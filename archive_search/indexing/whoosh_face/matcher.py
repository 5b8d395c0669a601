"""Walk over a posting list that is held as arrays."""

import copy
import sys
from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

import numpy as np
from whoosh.matching import LeafMatcher, ReadTooFar

from archive_search.indexing.whoosh_face.posting_lists import BLOCK, Blocks, PostingList

AFTER_LAST = sys.maxsize
"""Document that follows all others."""

_ROUNDING = 1e-9


class ArrayMatcher(LeafMatcher):
    """Give the postings of one term, or of the vector of one document, to Whoosh's queries."""

    def __init__(
        self, postings: PostingList, format_: Any, *, block: int = BLOCK, term: Any = None, scorer: Any = None
    ) -> None:
        """Stand on the first posting.

        Args:
            postings: The postings.
            format_: Posting format by which their values are decoded.
            block: Number of postings in a block.
            term: Field and term, as bytes.
            scorer: Whoosh's scorer of the term, or None.
        """
        self.format = format_
        self.scorer = scorer
        self._term = term
        self._block = block
        self._postings = postings
        # Items of these views are Python numbers, which an array would make anew, ten times slower, each time.
        self._ids: Any = postings.ids.data if isinstance(postings.ids, np.ndarray) else postings.ids
        self._weights = None if postings.weights is None else postings.weights.data
        self._bounds: Blocks | None = None
        self._rank = 0
        self._count = len(postings.ids)

    def is_active(self) -> bool:
        """Tell whether it stands on a posting."""
        return self._rank < self._count

    def reset(self) -> None:
        """Go back to the first posting."""
        self._rank = 0

    def copy(self) -> "ArrayMatcher":
        """Make another that stands on the same posting."""
        return copy.copy(self)

    def id(self) -> Any:
        """Give the document, or in a vector the term, of the posting; after the last, `AFTER_LAST`."""
        # Whoosh's AndNot and SpanNot ask even then, and its own matcher answers with whatever document it was at.
        try:
            return self._ids[self._rank]
        except IndexError:
            return AFTER_LAST

    def all_ids(self) -> Iterator[Any]:
        """Yield the documents from here on."""
        return iter(self._ids[self._rank :])

    def weight(self) -> float:
        """Give the weight of the posting."""
        return 1.0 if self._weights is None else self._weights[self._rank]

    def value(self) -> bytes:
        """Give the value of the posting, which `value_as` decodes."""
        return self._postings.value_of(self._rank)

    def next(self) -> bool:
        """Go to the next posting, and tell whether it is in another block."""
        if self._rank >= self._count:
            raise ReadTooFar
        self._rank += 1
        return self._rank % self._block == 0 or self._rank == self._count

    def skip_to(self, id: Any) -> None:  # noqa: A002  # named by Whoosh
        """Go to the first posting from here on whose document is not before another."""
        if self._rank >= self._count:
            raise ReadTooFar
        self._rank = bisect_left(self._ids, id, self._rank)

    def skip_to_quality(self, minquality: float) -> int:
        """Go to the first block from here on that may score above a bound, and count the blocks passed."""
        skipped = 0
        # Whoosh adds the qualities of two matchers to compare them, and takes one away from the bound to skip: by what
        # rounding may add in between it would ask for ever.
        bound = minquality + _ROUNDING * (1 + abs(minquality))
        while self._rank < self._count and self.block_quality() <= bound:
            self._rank = min((self._rank // self._block + 1) * self._block, self._count)
            skipped += 1
        return skipped

    def _bound(self, place: int) -> Any:
        if self._bounds is None:
            self._bounds = self._postings.bound_blocks()
        # Whoosh's unions ask this of a matcher that has ended too, and its own codec answers for the last block.
        return self._bounds[place][min(self._rank, self._count - 1) // self._block].item()

    def block_max_weight(self) -> float:
        """Give the largest weight in the block."""
        return self._bound(0)  # type: ignore[no-any-return]  # float32.item()

    def block_min_length(self) -> int:
        """Give the smallest length of the field in the block."""
        return self._bound(1)  # type: ignore[no-any-return]  # int64.item()

    def block_max_length(self) -> int:
        """Give the largest length of the field in the block."""
        return self._bound(2)  # type: ignore[no-any-return]  # int64.item()

    def block_min_id(self) -> Any:
        """Give the first document of the block."""
        return self._ids[self._rank // self._block * self._block]

    def block_max_id(self) -> Any:
        """Give the last document of the block."""
        return self._ids[min((self._rank // self._block + 1) * self._block, self._count) - 1]
