from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.entities.rule_spans import RuleSpan, keep_longest, overlaps
from archive_search.records import EntityType, Role

_ORG = EntityType.ORG


def test_of_two_that_overlap_the_longer_stays():
    short, long = RuleSpan(5, 9, _ORG), RuleSpan(0, 9, _ORG)
    assert keep_longest([short, long]) == [long]


def test_a_signature_stays_before_anything_longer():
    signature, long = RuleSpan(5, 9, _ORG, Role.AGENCY), RuleSpan(0, 9, _ORG)
    assert keep_longest([long, signature]) == [signature]


def test_neighbours_do_not_overlap():
    assert not overlaps((0, 3), (3, 5))


@settings(max_examples=200)
@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9), st.sampled_from(Role)), max_size=12))
def test_what_is_kept_is_in_order_and_never_overlaps(parts):
    spans = [RuleSpan(start, start + length, _ORG, role) for start, length, role in parts]
    kept = keep_longest(spans)
    assert all(first.end <= second.start for first, second in pairwise(kept))
    assert set(kept) <= set(spans)
    assert bool(kept) == bool(spans)
