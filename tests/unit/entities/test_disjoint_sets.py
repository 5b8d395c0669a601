from hypothesis import given
from hypothesis import strategies as st

from archive_search.entities.disjoint_sets import DisjointSets

pairs = st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=12)


def test_a_thing_never_joined_is_by_itself() -> None:
    assert DisjointSets[str]().find("seul") == "seul"


def test_what_stood_for_the_first_stands_for_both() -> None:
    sets = DisjointSets[str]()
    sets.join("a", "b")
    sets.join("c", "b")
    assert [sets.find(item) for item in "abc"] == ["c", "c", "c"]


@given(pairs=pairs)
def test_groups_do_not_depend_on_the_order_of_joining(pairs: list[tuple[int, int]]) -> None:
    forward, backward = DisjointSets[int](), DisjointSets[int]()
    for one, other in pairs:
        forward.join(one, other)
    for one, other in reversed(pairs):
        backward.join(other, one)
    for one in range(9):
        for other in range(9):
            assert (forward.find(one) == forward.find(other)) == (backward.find(one) == backward.find(other))
