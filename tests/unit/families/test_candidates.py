"""Articles that share enough of their sketches are candidates; a hash that all have does not pair all."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.families.candidates import LEAST_SHARE, REACH, find_candidates
from archive_search.families.sketches import Sketches, join_sketches


def table(*texts: list[int]) -> Sketches:
    return join_sketches((number, np.array(sorted(some), np.uint32)) for number, some in enumerate(texts, 1))


def pairs_of(sketches: Sketches, new: list[int] | None = None) -> list[tuple[int, int]]:
    count = len(sketches.articles)
    is_new = np.ones(count, bool) if new is None else np.isin(sketches.articles, new)
    return find_candidates(sketches, ranks=np.arange(count), new=is_new)


@given(st.lists(st.sets(st.integers(0, 12)).map(list), min_size=1, max_size=REACH + 1))
@settings(max_examples=80)
def test_few_articles_are_all_compared(texts: list[list[int]]) -> None:
    expected = [
        (one + 1, other + 1)
        for one in range(len(texts))
        for other in range(one + 1, len(texts))
        if (shared := len(set(texts[one]) & set(texts[other])))
        and shared >= LEAST_SHARE * min(len(texts[one]), len(texts[other]))
    ]
    assert pairs_of(table(*texts)) == expected


def test_articles_that_are_not_new_are_not_compared_with_each_other() -> None:
    assert pairs_of(table([1, 2], [1, 2], [1, 2]), new=[2]) == [(1, 2), (2, 3)]


def test_a_hash_of_all_articles_makes_a_number_of_pairs_that_grows_as_they_do() -> None:
    found = pairs_of(table(*([1] for _ in range(500))))
    assert len(found) <= 500 * (REACH + 1)


def test_every_article_with_a_common_hash_is_compared_with_the_earliest() -> None:
    assert {(1, other) for other in range(2, 501)} <= set(pairs_of(table(*([1] for _ in range(500)))))


def test_neighbours_are_those_in_order_of_publication() -> None:
    sketches = table(*([1] for _ in range(30)))
    ranks = np.arange(30)[::-1].copy()
    found = find_candidates(sketches, ranks=ranks, new=np.ones(30, bool))
    assert (1, 30) in found
    assert (1, 15) not in found


def test_a_small_part_of_a_long_text_is_found() -> None:
    long = [4 * hash_number for hash_number in range(400)]
    assert pairs_of(table(long, long[:10])) == [(1, 2)]


def test_half_of_a_brief_in_an_article_of_medium_length_is_found() -> None:
    brief, article = list(range(60)), list(range(32, 272, 4))
    assert pairs_of(table(brief, article)) == [(1, 2)]


def test_a_hash_in_common_by_chance_is_not_enough() -> None:
    assert pairs_of(table(list(range(0, 400, 4)), [0, *range(404, 804, 4)])) == []


def test_articles_without_hashes_have_no_candidates() -> None:
    assert pairs_of(table([], [])) == []
