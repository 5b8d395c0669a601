"""Places in paragraphs as parallel arrays, and the few operations that all operators are made of.

An occurrence is a paragraph's document number with a first and a last word position. Arrays are sorted by
document, first and last position, without doubles.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int64]

_SHIFT = 32


class Occurrences(NamedTuple):
    """Hold occurrences: three arrays of shape (occurrences,)."""

    document: Integers
    first: Integers
    last: Integers

    def where(self, chosen: NDArray[np.bool_]) -> "Occurrences":
        """Keep the chosen occurrences."""
        return Occurrences(self.document[chosen], self.first[chosen], self.last[chosen])

    @property
    def size(self) -> int:
        """Number of occurrences."""
        return len(self.document)


def no_occurrences() -> Occurrences:
    """Give occurrences of nothing."""
    empty = np.empty(0, np.int64)
    return Occurrences(empty, empty, empty)


def sort_unique(occurrences: Occurrences) -> Occurrences:
    """Sort occurrences and drop doubles."""
    order = np.lexsort((occurrences.last, occurrences.first, occurrences.document))
    ordered = Occurrences(*(array[order] for array in occurrences))
    new = np.ones(ordered.size, bool)
    new[1:] = (np.diff(ordered.document) != 0) | (np.diff(ordered.first) != 0) | (np.diff(ordered.last) != 0)
    return ordered.where(new)


def unite(parts: list[Occurrences]) -> Occurrences:
    """Join several sets of occurrences into one."""
    filled = [part for part in parts if part.size]
    if not filled:
        return no_occurrences()
    if len(filled) == 1:
        return filled[0]
    return sort_unique(Occurrences(*(np.concatenate(arrays) for arrays in zip(*filled, strict=True))))


def restrict(occurrences: Occurrences, allowed: Occurrences) -> Occurrences:
    """Keep the occurrences that are also among the allowed ones; meant for the few of one page of results."""
    members = set(_triples(allowed))
    return occurrences.where(np.array([triple in members for triple in _triples(occurrences)], bool))


def _triples(occurrences: Occurrences) -> "zip[tuple[int, int, int]]":
    return zip(*(array.tolist() for array in occurrences), strict=True)


def keys_of(document: Integers, position: Integers) -> Integers:
    """Pack document and position into one number that sorts like the pair."""
    return (document << _SHIFT) | position


def documents_of(keys: Integers) -> Integers:
    """Give the documents of keys made by `keys_of`."""
    return keys >> _SHIFT


class Pairs(NamedTuple):
    """Hold pairs of occurrences by their ranks: two arrays of shape (pairs,)."""

    left: Integers
    right: Integers


def follow_within(left: Occurrences, right: Occurrences, distance: int) -> NDArray[np.bool_]:
    """Tell for each left occurrence whether a right one begins at most ``distance`` words after its end."""
    low, high = _bounds(left, right, distance)
    return high > low


def pair_within(left: Occurrences, right: Occurrences, distance: int) -> Pairs:
    """List the pairs of which the right begins 1 to ``distance`` words after the end of the left."""
    low, high = _bounds(left, right, distance)
    counts = np.maximum(high - low, 0)
    lefts = np.repeat(np.arange(left.size), counts)
    offsets = np.arange(len(lefts)) - np.repeat(np.cumsum(counts) - counts, counts)
    return Pairs(lefts, np.repeat(low, counts) + offsets)


def _bounds(left: Occurrences, right: Occurrences, distance: int) -> tuple[Integers, Integers]:
    # A greater distance would reach into the next paragraph.
    distance = min(distance, 1 << (_SHIFT - 1))
    starts = keys_of(right.document, right.first)
    ends = keys_of(left.document, left.last)
    return np.searchsorted(starts, ends, side="right"), np.searchsorted(starts, ends + distance, side="right")


def cover(left: Occurrences, right: Occurrences, pairs: Pairs) -> Occurrences:
    """Give for each pair the span from the beginning of the left to the end of the right, unsorted."""
    return Occurrences(left.document[pairs.left], left.first[pairs.left], right.last[pairs.right])


def chain(parts: list[Occurrences]) -> Occurrences:
    """Give the spans in which the parts stand side by side in this order."""
    spans = parts[0]
    for part in parts[1:]:
        spans = sort_unique(cover(spans, part, pair_within(spans, part, 1)))
    return spans
