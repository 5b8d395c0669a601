"""A sketch keeps or leaves a hash whatever else a text has; a table may be joined in parts."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.families.sketches import (
    SHORT,
    Sketch,
    concatenate_sketches,
    join_sketches,
    make_sketch,
    make_sketches,
)

hashes = st.lists(st.integers(0, 2**64 - 1), max_size=300).map(lambda values: np.array(values, np.uint64))


def rows(*sizes: int) -> list[tuple[int, Sketch]]:
    return [(10 * rank, np.arange(rank, rank + size, dtype=np.uint32)) for rank, size in enumerate(sizes, 1)]


@given(hashes, hashes)
@settings(max_examples=50)
def test_what_two_long_texts_have_in_common_is_in_both_sketches_or_in_neither(
    one: np.ndarray, other: np.ndarray
) -> None:
    long = (np.arange(SHORT * 40, dtype=np.uint64) * np.uint64(2654435761)) << np.uint64(20)
    ours, theirs = np.concatenate([long, one]), np.concatenate([long, other])
    common = make_sketch(np.intersect1d(ours, theirs))
    assert set(common.tolist()) <= set(make_sketch(ours).tolist()) & set(make_sketch(theirs).tolist())


def test_a_short_text_keeps_all_its_hashes() -> None:
    assert len(make_sketch(np.arange(SHORT, dtype=np.uint64) << np.uint64(32))) == SHORT


def test_a_long_text_keeps_a_quarter() -> None:
    assert len(make_sketch(np.arange(4000, dtype=np.uint64) << np.uint64(32))) == 1000


@given(st.lists(hashes, max_size=5))
@settings(max_examples=50)
def test_articles_together_have_the_sketches_that_they_have_alone(texts: list[np.ndarray]) -> None:
    bounds = np.cumsum([0, *map(len, texts)])
    together = make_sketches(np.concatenate([*texts, np.empty(0, np.uint64)]), bounds=bounds)
    assert [sketch.tolist() for sketch in together] == [make_sketch(text).tolist() for text in texts]


def test_a_table_can_be_put_together_in_parts() -> None:
    whole = join_sketches(rows(3, 0, 70))
    parts = concatenate_sketches([join_sketches(rows(3, 0, 70)[:1]), join_sketches(rows(3, 0, 70)[1:])])
    assert [column.tolist() for column in whole] == [column.tolist() for column in parts]


def test_hashes_that_are_not_wanted_count_in_sizes_only() -> None:
    table = join_sketches(rows(3, 4), wanted=np.array([4, 5], np.uint32))
    assert (table.sizes.tolist(), table.hashes.tolist(), table.owners.tolist()) == ([3, 4], [4, 5], [1, 1])


def test_no_hashes_may_be_wanted() -> None:
    table = join_sketches(rows(3, 4), wanted=np.array([], np.uint32))
    assert (table.sizes.tolist(), table.hashes.tolist()) == ([3, 4], [])
