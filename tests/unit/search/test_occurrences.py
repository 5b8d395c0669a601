"""Operations on places, against the same operations on Python sets."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_search.search.occurrences import (
    Occurrences,
    are_among,
    chain,
    cover,
    follow_within,
    no_occurrences,
    pair_within,
    places_of,
    positions_of,
    restrict,
    sort_unique,
    unite,
)

Triple = tuple[int, int, int]

triples = st.builds(
    lambda document, first, length: (document, first, first + length),
    st.integers(0, 3),
    st.integers(0, 12),
    st.integers(0, 2),
)
places = st.sets(triples, max_size=12)


def occurrences(found: set[Triple]) -> Occurrences:
    return placed(sorted(found))


def placed(rows: list[Triple]) -> Occurrences:
    document, first, last = np.array(rows, np.int64).reshape(-1, 3).T
    return Occurrences(places_of(document, first), places_of(document, last))


def as_list(found: Occurrences) -> list[Triple]:
    columns = found.document, positions_of(found.first), positions_of(found.last)
    return list(zip(*(array.tolist() for array in columns), strict=True))


def follows(left: Triple, right: Triple, distance: int) -> bool:
    return left[0] == right[0] and 1 <= right[1] - left[2] <= distance


@given(rows=st.lists(triples, max_size=20))
def test_sorting_drops_doubles(rows: list[Triple]) -> None:
    assert as_list(sort_unique(placed(rows))) == sorted(set(rows))


@given(parts=st.lists(places, max_size=4))
def test_uniting_is_the_union_of_sets(parts: list[set[Triple]]) -> None:
    assert as_list(unite([occurrences(part) for part in parts])) == sorted(set().union(*parts))


@given(one=places, other=places)
def test_restricting_is_the_intersection_of_sets(one: set[Triple], other: set[Triple]) -> None:
    assert as_list(restrict(occurrences(one), occurrences(other))) == sorted(one & other)


@given(left=places, right=places, distance=st.integers(1, 8))
def test_pairs_are_those_at_most_so_many_words_apart(left: set[Triple], right: set[Triple], distance: int) -> None:
    pairs = pair_within(occurrences(left), occurrences(right), distance)
    lefts, rights = sorted(left), sorted(right)
    found = {(lefts[one], rights[other]) for one, other in zip(pairs.left.tolist(), pairs.right.tolist(), strict=True)}
    assert found == {(one, other) for one in left for other in right if follows(one, other, distance)}


@given(left=places, right=places, distance=st.integers(1, 8))
def test_what_is_followed_is_what_has_a_pair(left: set[Triple], right: set[Triple], distance: int) -> None:
    followed = follow_within(occurrences(left), occurrences(right), distance)
    assert followed.tolist() == [any(follows(one, other, distance) for other in right) for one in sorted(left)]


@given(left=places, right=places)
def test_a_cover_goes_from_the_left_to_the_right(left: set[Triple], right: set[Triple]) -> None:
    covered = cover(occurrences(left), occurrences(right), pair_within(occurrences(left), occurrences(right), 3))
    expected = [(one[0], one[1], other[2]) for one in left for other in right if follows(one, other, 3)]
    assert sorted(as_list(covered)) == sorted(expected)


@given(parts=st.lists(places, min_size=1, max_size=3))
def test_a_chain_is_parts_side_by_side(parts: list[set[Triple]]) -> None:
    spans = parts[0]
    for part in parts[1:]:
        spans = {(one[0], one[1], other[2]) for one in spans for other in part if follows(one, other, 1)}
    assert as_list(chain([occurrences(part) for part in parts])) == sorted(spans)


def test_no_occurrences_pair_with_nothing() -> None:
    some = occurrences({(0, 1, 1)})
    assert not pair_within(no_occurrences(), some, 5).left.size
    assert not pair_within(some, no_occurrences(), 5).left.size


def test_a_distance_beyond_all_bounds_stays_in_the_paragraph() -> None:
    left, right = occurrences({(0, 0, 0)}), occurrences({(0, 9, 9), (1, 0, 0)})
    assert pair_within(left, right, 2**40).right.tolist() == [0]


@given(st.lists(triples, max_size=12), places)
def test_what_is_among_others_is_told_as_a_set_tells_it(some: list[Triple], others: set[Triple]) -> None:
    assert are_among(placed(some), occurrences(others)).tolist() == [triple in others for triple in some]


def test_two_words_repeated_without_end_make_no_more_pairs_than_memory_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("archive_search.search.occurrences.MOST_PAIRS", 100)
    left = placed([(0, position, position) for position in range(0, 100, 2)])
    right = placed([(0, position, position) for position in range(1, 100, 2)])
    pairs = pair_within(left, right, 50)
    assert len(pairs.left) <= 100
    assert set(pairs.left.tolist()) == set(range(50))
    assert (right.first[pairs.right] - left.last[pairs.left]).max() <= 3
