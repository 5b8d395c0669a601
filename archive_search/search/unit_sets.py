"""Sets of articles, paragraphs or sentences as sorted arrays of their numbers."""

import numpy as np
from numpy.typing import NDArray

from archive_search.search.occurrences import Integers

_SPARSE = 64


def no_units() -> Integers:
    """Give the empty set."""
    return np.empty(0, np.int64)


def drop_repeats(ordered: Integers) -> Integers:
    """Make a set of a sorted array that may repeat numbers."""
    if not len(ordered):
        return ordered
    new = np.ones(len(ordered), bool)
    new[1:] = ordered[1:] != ordered[:-1]
    return ordered[new]


def contains(units: Integers, asked: Integers) -> NDArray[np.bool_]:
    """Tell for each number asked, sorted or not, whether it is in the set."""
    if not len(units):
        return np.zeros(len(asked), bool)
    found: NDArray[np.bool_] = units.take(units.searchsorted(asked), mode="clip") == asked
    return found


def intersect(sets: list[Integers]) -> Integers:
    """Keep what is in every set, beginning with the smallest."""
    smallest, *others = sorted(sets, key=len)
    for units in others:
        smallest = smallest[contains(units, smallest)]
    return smallest


def unite_sets(sets: list[Integers], *, among: int | None = None) -> Integers:
    """Join sets.

    Args:
        sets: The sets.
        among: Above all their numbers, where that is known.
    """
    if len(sets) == 1:
        return sets[0]
    if among is not None and among < _SPARSE * sum(map(len, sets)):
        # Marking each number in an array of all is quicker than sorting when they are not few.
        members = np.zeros(among, bool)
        for units in sets:
            members[units] = True
        return members.nonzero()[0]
    return drop_repeats(np.sort(np.concatenate(sets), kind="stable"))


def subtract(units: Integers, dropped: Integers) -> Integers:
    """Keep what is in the first set and not in the second."""
    return units[~contains(dropped, units)]


def expand_ranges(starts: Integers, ends: Integers) -> Integers:
    """List all numbers from each start up to its end."""
    return expand_counts(starts, ends - starts)


def expand_counts(starts: Integers, counts: Integers) -> Integers:
    """List as many numbers from each start as its count says."""
    before = counts.cumsum()
    total = int(before[-1]) if len(before) else 0
    if total == len(starts) and (counts == 1).all():
        return starts
    numbers: Integers = np.arange(total) + (starts - before + counts).repeat(counts)
    return numbers
