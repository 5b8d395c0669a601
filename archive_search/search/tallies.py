"""Where the occurrences of one word stand, counted by article and by paragraph.

A tally is made once for a word and kept while the reader lives: later queries that name the word again begin from
its counts, not from its postings.
"""

from collections import OrderedDict
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from archive_search.indexing import zones
from archive_search.search.corpus import Corpus
from archive_search.search.occurrences import Integers, Occurrences
from archive_search.search.scope import Scope
from archive_search.search.terms import Slot
from archive_search.search.unit_sets import expand_counts

TITLE_WEIGHT = 3.0
LEAD_WEIGHT = 1.2
KEPT_OCCURRENCES = 4_000_000
"""Most occurrences of all tallies that are kept; each takes about 40 bytes."""
TALLY_WORTH = 100
"""Occurrences that take as much memory as a tally of none."""


def _zone_weight(part: int) -> float:
    if part & zones.TITLE:
        return TITLE_WEIGHT
    return LEAD_WEIGHT if part & (zones.LEAD | zones.ATTACK) else 1.0


_WEIGHT_OF_PART = np.array([_zone_weight(part) for part in range(256)])


def zone_weights(parts: NDArray[Any]) -> NDArray[np.float64]:
    """Give the weight of an occurrence in documents of some zones (`archive_search.indexing.zones`)."""
    weights: NDArray[np.float64] = _WEIGHT_OF_PART[parts]
    return weights


class Groups(NamedTuple):
    """Hold runs of equal numbers in a sorted array.

    Attributes:
        values: The numbers, without repeats; shape (runs,).
        starts: Where each run begins, and the length of the array at the end; shape (runs + 1,).
    """

    values: Integers
    starts: Integers


def group_sorted(numbers: Integers) -> Groups:
    """Find the runs of equal numbers in a sorted array."""
    count = len(numbers)
    bounds = np.ones(count + 1, bool)
    np.not_equal(numbers[1:], numbers[:-1], out=bounds[1:count])
    starts = bounds.nonzero()[0]
    if not count:
        return Groups(numbers, np.zeros(1, np.int64))
    return Groups(numbers[starts[:-1]], starts)


class Tally:
    """Count the occurrences of one leaf of a query.

    Attributes:
        occurrences: The occurrences, sorted.
        kept: What others computed from this tally and want to find again with it.
    """

    def __init__(self, corpus: Corpus, occurrences: Occurrences) -> None:
        """Take a corpus and occurrences in it, sorted by document."""
        self._corpus = corpus
        self.occurrences = occurrences
        self.kept: dict[object, Any] = {}

    @cached_property
    def documents(self) -> Groups:
        """Documents that have any, and where their occurrences begin."""
        return group_sorted(self.occurrences.document)

    @cached_property
    def _articles(self) -> Groups:
        return group_sorted(self._corpus.articles_of(self.documents.values))

    @property
    def articles(self) -> Integers:
        """Articles that have any, sorted; shape (articles,)."""
        return self._articles.values

    @property
    def first_documents(self) -> Integers:
        """Place in ``documents`` of the first document of each article, and one more at the end."""
        return self._articles.starts

    @cached_property
    def paragraph_counts(self) -> NDArray[np.float64]:
        """Occurrences in each of ``documents``; shape (documents,)."""
        starts = self.documents.starts
        counts: NDArray[np.float64] = (starts[1:] - starts[:-1]).astype(np.float64)
        return counts

    @cached_property
    def frequencies(self) -> NDArray[np.float64]:
        """Occurrences in each article, those in titles and standfirsts weighing more; shape (articles,)."""
        if not len(self.articles):
            return np.empty(0)
        weights = zone_weights(self._corpus.parts_of(self.documents.values)) * self.paragraph_counts
        return np.add.reduceat(weights, self.first_documents[:-1])

    @cached_property
    def _first_occurrences(self) -> Integers:
        """Place of the first occurrence in each article, and one more at the end."""
        return self.documents.starts[self.first_documents]

    def frequencies_in(self, articles: Integers) -> NDArray[np.float64]:
        """Give the frequency in each of some articles, 0 where there are none; shape (articles asked,)."""
        return _look_up(self.articles, self.frequencies, articles)

    def counts_in(self, documents: Integers) -> NDArray[np.float64]:
        """Give the number of occurrences in each of some documents; shape (documents asked,)."""
        return _look_up(self.documents.values, self.paragraph_counts, documents)

    def occurrences_at(self, places: Integers) -> tuple[Occurrences, Integers]:
        """Give the occurrences in the articles that stand at some places of ``articles``, and how many each has."""
        starts = self._first_occurrences[places]
        counts = self._first_occurrences[places + 1] - starts
        if len(places) == len(self.articles):
            return self.occurrences, counts
        ranks = expand_counts(starts, counts)
        first = self.occurrences.first[ranks]
        is_simple = self.occurrences.last is self.occurrences.first
        return Occurrences(first, first if is_simple else self.occurrences.last[ranks]), counts


def _look_up(keys: Integers, values: NDArray[np.float64], asked: Integers) -> NDArray[np.float64]:
    """Give the value of each key asked, 0 for those that are not there."""
    if not len(keys):
        return np.zeros(len(asked))
    places = keys.searchsorted(asked)
    found = keys.take(places, mode="clip") == asked
    looked_up: NDArray[np.float64] = values.take(places, mode="clip") * found
    return looked_up


class TallyCache:
    """Keep the tallies of the words that were asked for last."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[tuple[Slot, ...], Scope], Tally] = OrderedDict()
        self._occurrences = 0

    def get(self, slots: tuple[Slot, ...], scope: Scope) -> Tally | None:
        """Give the tally of a word in some scope, if it is kept."""
        found = self._kept.get((slots, scope))
        if found is not None:
            self._kept.move_to_end((slots, scope))
        return found

    def keep(self, slots: tuple[Slot, ...], scope: Scope, tally: Tally) -> None:
        """Keep a tally, and drop those longest unused when there are too many occurrences."""
        self._kept[slots, scope] = tally
        self._occurrences += _worth(tally)
        while self._occurrences > KEPT_OCCURRENCES and len(self._kept) > 1:
            _key, dropped = self._kept.popitem(last=False)
            self._occurrences -= _worth(dropped)


def _worth(tally: Tally) -> int:
    """Give what a tally takes, in occurrences: words that are nowhere take memory too."""
    return tally.occurrences.size + TALLY_WORTH
