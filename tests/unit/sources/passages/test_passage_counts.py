from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_search.sources.passages.passage_counts import ARTICLES_A_BUCKET, PassageCounts
from archive_search.sources.passages.repeatable import RepeatablePassage

LONG = RepeatablePassage(digest=1, words=12)
SHORT = RepeatablePassage(digest=2, words=6)


def own(number):
    """A passage that one article alone has."""
    return RepeatablePassage(digest=1000 + number, words=20)


def articles_before(passage, *, one_in, title="Titre {}", most=20_000):
    """Count the articles before a passage that one in so many has is known to be repeated; None when it never is."""
    counts = PassageCounts()
    for number in range(most):
        passages = [own(number), passage] if number % one_in == 0 else [own(number)]
        if counts.add(passages, key=title.format(number)):
            return number + 1
    return None


@pytest.mark.parametrize(
    ("passage", "one_in", "is_repeated"),
    [(LONG, 1, True), (LONG, 45, True), (LONG, 60, False), (SHORT, 18, True), (SHORT, 25, False)],
    ids=["in all", "long, 2.2 %", "long, 1.7 %", "short, 5.5 %", "short, 4 %"],
)
def test_a_passage_is_repeated_from_a_share_of_the_articles_on(passage, one_in, is_repeated):
    assert (articles_before(passage, one_in=one_in, most=10_000) is not None) is is_repeated


def test_a_thousand_articles_are_enough_at_a_lesser_share():
    assert articles_before(LONG, one_in=90, most=100_000) == pytest.approx(1000 * 90, rel=0.01)


def test_twenty_articles_are_needed_and_thirty_are_enough():
    assert 20 <= (articles_before(LONG, one_in=1) or 0) <= 30


def test_reprints_of_one_dispatch_repeat_nothing():
    assert articles_before(LONG, one_in=1, title="Le pont rouvre", most=1000) is None


@given(st.lists(st.integers(0, 12), min_size=1, max_size=3 * ARTICLES_A_BUCKET))
def test_a_count_is_below_the_truth_by_one_in_a_bucket_at_most(digests):
    counts, truth = PassageCounts(), Counter(digests)
    for digest in digests:
        counts.add([RepeatablePassage(digest=digest, words=20)], key="Le pont rouvre")
    for digest, number in truth.items():
        counted = counts.counts[digest].articles if digest in counts.counts else 0
        assert number - len(digests) / ARTICLES_A_BUCKET <= counted <= number


def test_memory_does_not_grow_with_articles_that_have_nothing_in_common():
    counts = PassageCounts()
    for number in range(20 * ARTICLES_A_BUCKET):
        counts.add([own(number)], key=f"{number}")
    assert counts.counts == {}


def test_counting_goes_on_from_what_was_kept():
    first, whole = PassageCounts(), PassageCounts()
    for number in range(150):
        first.add([own(number % 40)], key=f"{number}")
    second = PassageCounts(first.articles, dict(first.counts))
    for number in range(300):
        whole.add([own(number % 40)], key=f"{number}")
    for number in range(150, 300):
        second.add([own(number % 40)], key=f"{number}")
    assert (second.articles, second.counts) == (whole.articles, whole.counts)
