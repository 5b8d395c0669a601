"""What is kept of words from one query to the next stays within a bound."""

import numpy as np
import pytest

from archive_search.search.occurrences import Occurrences
from archive_search.search.page_corpus import PageCorpus
from archive_search.search.scope import EVERYWHERE
from archive_search.search.tallies import Tally, TallyCache
from archive_search.search.terms import Family, Slot


def slots_of(word: int) -> tuple[Slot, ...]:
    return ((((Family(f"mot{word}", None),),),),)


def tally_of(size: int) -> Tally:
    places = np.arange(size)
    return Tally(PageCorpus([], []), Occurrences(places, places))


def keep_words(number: int, *, size: int) -> int:
    """Keep the tallies of so many words, and count those that are still there."""
    cache = TallyCache()
    for word in range(number):
        cache.keep(slots_of(word), EVERYWHERE, tally_of(size))
    return sum(cache.get(slots_of(word), EVERYWHERE) is not None for word in range(number))


@pytest.mark.parametrize(("size", "kept"), [(0, 10), (100, 5), (5_000, 1)], ids=["nowhere", "rare", "frequent"])
def test_words_are_kept_within_the_bound_on_memory(monkeypatch: pytest.MonkeyPatch, size: int, kept: int) -> None:
    monkeypatch.setattr("archive_search.search.tallies.KEPT_OCCURRENCES", 1_000)
    assert keep_words(50, size=size) == kept
