"""Sets as sorted arrays, against Python sets."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from archive_search.search.occurrences import Integers
from archive_search.search.unit_sets import contains, drop_repeats, intersect, no_units, subtract, unite_sets

numbers = st.sets(st.integers(0, 30), max_size=15)


def array(units: set[int]) -> Integers:
    return np.array(sorted(units), np.int64)


@given(parts=st.lists(numbers, min_size=1, max_size=4))
def test_intersecting_keeps_what_is_in_all(parts: list[set[int]]) -> None:
    assert intersect([array(part) for part in parts]).tolist() == sorted(set.intersection(*parts))


@given(parts=st.lists(numbers, min_size=1, max_size=4))
def test_uniting_keeps_what_is_in_any(parts: list[set[int]]) -> None:
    assert unite_sets([array(part) for part in parts]).tolist() == sorted(set.union(*parts))


@given(units=numbers, dropped=numbers)
def test_subtracting_leaves_the_rest(units: set[int], dropped: set[int]) -> None:
    assert subtract(array(units), array(dropped)).tolist() == sorted(units - dropped)


@given(units=numbers, asked=st.lists(st.integers(-2, 33), max_size=20))
def test_membership_is_told_for_each_number_asked(units: set[int], asked: list[int]) -> None:
    assert contains(array(units), np.array(asked, np.int64)).tolist() == [number in units for number in asked]


@given(repeated=st.lists(st.integers(0, 9), max_size=20))
def test_repeats_are_dropped(repeated: list[int]) -> None:
    assert drop_repeats(np.array(sorted(repeated), np.int64)).tolist() == sorted(set(repeated))


def test_the_empty_set_has_nothing() -> None:
    assert not no_units().size
