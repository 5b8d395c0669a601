"""Places in paragraphs as parallel arrays, and the few operations that all operators are made of.

A place is one number: the document in its high bits, the position in the paragraph in its low ones, so that places
sort like words in the archive. An occurrence reaches from a first place to a last one; arrays of occurrences are
sorted by first and last place, without doubles.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int64]

PLACE_BITS = 32
_POSITIONS = (1 << PLACE_BITS) - 1
MOST_PAIRS = 10_000_000
"""Pairs that are listed at once: two words repeated without end would make more than memory holds."""


class Occurrences(NamedTuple):
    """Hold occurrences: two arrays of places, of shape (occurrences,)."""

    first: Integers
    last: Integers

    def where(self, chosen: NDArray[np.bool_]) -> "Occurrences":
        """Keep the chosen occurrences."""
        first = self.first[chosen]
        return Occurrences(first, first if self.last is self.first else self.last[chosen])

    @property
    def size(self) -> int:
        """Number of occurrences."""
        return len(self.first)

    @property
    def document(self) -> Integers:
        """Document of each occurrence, in order."""
        return documents_of(self.first)


def no_occurrences() -> Occurrences:
    """Give occurrences of nothing."""
    empty = np.empty(0, np.int64)
    return Occurrences(empty, empty)


def places_of(document: Integers, position: Integers) -> Integers:
    """Make places of documents and positions."""
    return (document << PLACE_BITS) | position


def documents_of(places: Integers) -> Integers:
    """Give the documents of places."""
    return places >> PLACE_BITS


def positions_of(places: Integers) -> Integers:
    """Give the positions of places in their paragraphs."""
    return places & _POSITIONS


def sort_unique(occurrences: Occurrences) -> Occurrences:
    """Sort occurrences and drop doubles."""
    order = np.lexsort((occurrences.last, occurrences.first))
    first, last = occurrences.first[order], occurrences.last[order]
    new = np.ones(len(first), bool)
    new[1:] = (first[1:] != first[:-1]) | (last[1:] != last[:-1])
    return Occurrences(first, last).where(new)


def unite(parts: list[Occurrences]) -> Occurrences:
    """Join several sets of occurrences into one."""
    filled = [part for part in parts if part.size]
    if not filled:
        return no_occurrences()
    if len(filled) == 1:
        return filled[0]
    if all(part.first is part.last for part in filled):
        places = np.concatenate([part.first for part in filled])
        # Sorted runs are what a stable sort is quick at.
        places.sort(kind="stable")
        places = _without_repeats(places)
        return Occurrences(places, places)
    return sort_unique(Occurrences(*(np.concatenate(arrays) for arrays in zip(*filled, strict=True))))


def _without_repeats(places: Integers) -> Integers:
    new = np.ones(len(places), bool)
    new[1:] = places[1:] != places[:-1]
    return places if new.all() else places[new]


def restrict(occurrences: Occurrences, allowed: Occurrences) -> Occurrences:
    """Keep the occurrences that are also among the allowed ones."""
    return occurrences.where(are_among(occurrences, allowed))


def are_among(occurrences: Occurrences, allowed: Occurrences) -> NDArray[np.bool_]:
    """Tell for each occurrence, sorted or not, whether it is one of some others."""
    firsts, lasts = (np.concatenate(arrays) for arrays in zip(allowed, occurrences, strict=True))
    # The sort is stable: of equal occurrences the allowed one comes first.
    order = np.lexsort((lasts, firsts))
    is_new = np.ones(len(order), bool)
    is_new[1:] = (firsts[order][1:] != firsts[order][:-1]) | (lasts[order][1:] != lasts[order][:-1])
    leaders = order[is_new][is_new.cumsum() - 1]
    found = np.empty(len(order), bool)
    found[order] = leaders < allowed.size
    return found[allowed.size :]


class Pairs(NamedTuple):
    """Hold pairs of occurrences by their ranks: two arrays of shape (pairs,)."""

    left: Integers
    right: Integers


def follow_within(left: Occurrences, right: Occurrences, distance: int) -> NDArray[np.bool_]:
    """Tell for each left occurrence whether a right one begins at most ``distance`` words after its end."""
    low, high = _bounds(left, right, distance)
    return high > low


def stand_close(some: Occurrences, others: Occurrences, distance: int) -> NDArray[np.bool_]:
    """Tell for each of some occurrences whether one of others begins or ends at most ``distance`` words from it."""
    if not others.size:
        return np.zeros(some.size, bool)
    following = others.first.searchsorted(some.last, side="right")
    after = others.first.take(following, mode="clip") - some.last
    close = (after > 0) & (after <= distance)
    # Occurrences of several lengths may end in another order than they begin.
    ends = others.last if others.first is others.last else np.sort(others.last)
    before = some.first - ends.take(ends.searchsorted(some.first) - 1, mode="clip")
    close |= (before > 0) & (before <= distance)
    return close


def pair_within(left: Occurrences, right: Occurrences, distance: int) -> Pairs:
    """List the pairs of which the right begins 1 to ``distance`` words after the end of the left.

    Beyond `MOST_PAIRS` each left occurrence stays with the nearest right ones.
    """
    low, high = _bounds(left, right, distance)
    counts = np.maximum(high - low, 0)
    if counts.sum() > MOST_PAIRS:
        counts = counts.clip(max=max(1, MOST_PAIRS // int(np.count_nonzero(counts))))
    lefts = np.repeat(np.arange(left.size), counts)
    offsets = np.arange(len(lefts)) - np.repeat(np.cumsum(counts) - counts, counts)
    return Pairs(lefts, np.repeat(low, counts) + offsets)


def _bounds(left: Occurrences, right: Occurrences, distance: int) -> tuple[Integers, Integers]:
    # A greater distance would reach into the next paragraph.
    distance = min(distance, 1 << (PLACE_BITS - 1))
    starts = right.first
    return starts.searchsorted(left.last, side="right"), starts.searchsorted(left.last + distance, side="right")


def cover(left: Occurrences, right: Occurrences, pairs: Pairs) -> Occurrences:
    """Give for each pair the span from the beginning of the left to the end of the right, unsorted."""
    return Occurrences(left.first[pairs.left], right.last[pairs.right])


def chain(parts: list[Occurrences]) -> Occurrences:
    """Give the spans in which the parts stand side by side in this order."""
    spans = parts[0]
    for part in parts[1:]:
        spans = _join(spans, part)
    return spans


def _join(left: Occurrences, right: Occurrences) -> Occurrences:
    """Give the spans of a left occurrence and a right one that follows it at once."""
    ends, starts = left.last, right.first
    if not len(ends) or not len(starts):
        return no_occurrences()
    if not (_rises(left, ends) and _rises(right, starts)):
        return sort_unique(cover(left, right, pair_within(left, right, 1)))
    # The places of the shorter side are looked up in the longer.
    if len(ends) <= len(starts):
        wanted = ends + 1
        found = starts.searchsorted(wanted)
        hits = starts.take(found, mode="clip") == wanted
        return Occurrences(left.first[hits], right.last[found[hits]])
    wanted = starts - 1
    found = ends.searchsorted(wanted)
    hits = ends.take(found, mode="clip") == wanted
    return Occurrences(left.first[found[hits]], right.last[hits])


def _rises(occurrences: Occurrences, places: Integers) -> bool:
    """Tell whether places repeat nowhere; single words cannot, for they are sorted and without doubles."""
    return occurrences.first is occurrences.last or bool((places[1:] > places[:-1]).all())
