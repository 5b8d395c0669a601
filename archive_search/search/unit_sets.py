"""Sets of articles, paragraphs or sentences as sorted arrays of their numbers."""

import numpy as np
from numpy.typing import NDArray

from archive_search.search.occurrences import Integers


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
    places = np.searchsorted(units, asked)
    places[places == len(units)] = 0
    found: NDArray[np.bool_] = units[places] == asked
    return found


def intersect(sets: list[Integers]) -> Integers:
    """Keep what is in every set, beginning with the smallest."""
    smallest, *others = sorted(sets, key=len)
    for units in others:
        smallest = smallest[contains(units, smallest)]
    return smallest


def unite_sets(sets: list[Integers]) -> Integers:
    """Join sets."""
    if len(sets) == 1:
        return sets[0]
    return drop_repeats(np.sort(np.concatenate(sets), kind="stable"))


def subtract(units: Integers, dropped: Integers) -> Integers:
    """Keep what is in the first set and not in the second."""
    return units[~contains(dropped, units)]
