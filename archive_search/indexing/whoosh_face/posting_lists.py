"""The postings of one term as Whoosh sees them: one a document, with a weight and a value."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray
from whoosh.reading import TermInfo

BLOCK = 128
"""Postings whose scores are bounded together."""


class Blocks(NamedTuple):
    """Bound the postings of each block of a list; arrays of shape (blocks,).

    Attributes:
        weights: Largest weight.
        shortest: Smallest length of the field among the documents.
        longest: Largest length.
    """

    weights: NDArray[np.float32]
    shortest: NDArray[np.int64]
    longest: NDArray[np.int64]


class PostingList(NamedTuple):
    """Hold all postings of a term, in order.

    Attributes:
        ids: Documents, int64, shape (postings,); terms, for the vector of a document.
        weights: Weights, shape (postings,); None where all are 1.
        value_of: Gives the value of the posting of a rank.
        bound_blocks: Gives the bounds of its blocks.
    """

    ids: "NDArray[np.int64] | list[str]"
    weights: NDArray[np.float32] | None
    value_of: Callable[[int], bytes]
    bound_blocks: Callable[[], Blocks]


class ListReader(Protocol):
    """Give the postings of the terms of a segment, by their rank in its dictionary."""

    @property
    def block(self) -> int:
        """Number of postings in a block."""

    def describe(self, rank: int) -> TermInfo:
        """Give what Whoosh keeps of a term."""

    def read(self, rank: int) -> PostingList:
        """Give the postings of a term."""


def bound_blocks(weights: NDArray[Any], lengths: NDArray[Any], block: int) -> Blocks:
    """Bound the postings of each block.

    Args:
        weights: Weight of each posting; at least one.
        lengths: Length of the field in the document of each.
        block: Number of postings in a block.
    """
    starts = np.arange(0, len(lengths), block)
    return Blocks(
        np.maximum.reduceat(weights, starts),
        np.minimum.reduceat(lengths, starts),
        np.maximum.reduceat(lengths, starts),
    )


def list_documents(documents: NDArray[np.int64]) -> PostingList:
    """Make the postings of a field that says of a document no more than that it has the term."""

    def bound() -> Blocks:
        return bound_blocks(np.ones(len(documents), np.float32), np.zeros(len(documents), np.int64), BLOCK)

    return PostingList(documents, None, no_value, bound)


def describe_list(postings: PostingList, weight: float) -> TermInfo:
    """Give what Whoosh keeps of a term, whose postings have this weight together; there is at least one."""
    bounds = postings.bound_blocks()
    return TermInfo(
        weight,
        len(postings.ids),
        int(bounds.shortest.min()),
        int(bounds.longest.max()),
        float(bounds.weights.max()),
        int(postings.ids[0]),
        int(postings.ids[-1]),
    )


def no_value(_rank: int) -> bytes:
    """Give the value of a posting whose format keeps none."""
    return b""


def value_reader(values: Sequence[bytes]) -> Callable[[int], bytes]:
    """Give values that are held in memory by their rank."""
    return values.__getitem__
