"""How the words of a query stand together in some articles: close to each other, or in one paragraph."""

from typing import NamedTuple

import numpy as np

from archive_search.search.impacts import Impacts, Scores, ScoringContext
from archive_search.search.occurrences import Integers, documents_of, stand_close
from archive_search.search.tallies import zone_weights
from archive_search.search.unit_sets import expand_counts

CLOSE_DISTANCE = 4
"""Most words from the end of one word to the beginning of another that stands close to it."""


class Located(NamedTuple):
    """Say where some articles stand among those of one word.

    Attributes:
        rows: Which of the articles have the word; None when all have.
        places: Place of each of these among the articles of the word.
    """

    rows: Integers | None
    places: Integers


def locate(having: Integers, articles: Integers, *, all_have: bool = False) -> Located:
    """Find some articles among those that have a word; both are sorted.

    Args:
        having: The articles that have the word.
        articles: The articles to find.
        all_have: Whether these are known to have it.
    """
    if having is articles:
        return Located(None, np.arange(len(articles)))
    places = having.searchsorted(articles)
    if all_have:
        return Located(None, places)
    found = having.take(places, mode="clip") == articles
    if found.all():
        return Located(None, places)
    rows = found.nonzero()[0]
    return Located(rows, places[rows])


class ClosenessTotals:
    """Add up what words are worth by standing together, for each of some articles."""

    def __init__(self, context: ScoringContext, articles: Integers) -> None:
        """Begin with nothing for articles, at least one, sorted."""
        self._context = context
        self._articles = articles
        firsts = context.corpus.first_document[articles]
        counts = context.corpus.first_document[articles + 1] - firsts
        ends = counts.cumsum()
        self._starts = ends - counts
        # What to add to a document of each article to get its place among all documents of these articles.
        self._shifts = self._starts - firsts
        self._paragraphs = np.zeros(int(ends[-1]))
        self.pairs = np.zeros(len(articles))

    def add_word(self, word: Impacts, located: Located) -> None:
        """Add the worth of one word in each of its paragraphs."""
        starts = word.tally.first_documents[located.places]
        counts = word.tally.first_documents[located.places + 1] - starts
        ranks = expand_counts(starts, counts)
        shifts = self._shifts if located.rows is None else self._shifts[located.rows]
        self._paragraphs[word.tally.documents.values[ranks] + shifts.repeat(counts)] += word.paragraphs[ranks]

    def add_pair(self, word: Impacts, located: Located, other: Impacts, factor: float) -> None:
        """Add what the places of a word are worth that stand close to another.

        Args:
            word: The word, whose places count.
            located: Where the articles stand among those of the word.
            other: The word that it may stand close to.
            factor: Factor of the formula.
        """
        places, counts = word.tally.occurrences_at(located.places)
        close = stand_close(places, other.tally.occurrences, CLOSE_DISTANCE).nonzero()[0]
        if not len(close):
            return
        rows = np.arange(len(counts)) if located.rows is None else located.rows
        weights = zone_weights(self._context.corpus.parts_of(documents_of(places.first[close])))
        frequencies = np.bincount(rows.repeat(counts)[close], weights, len(self._articles)).astype(np.float64)
        self.pairs += factor * self._context.in_articles(frequencies, self._articles)

    def best_paragraphs(self) -> Scores:
        """Give the worth of the words of the best paragraph of each article; shape (articles,)."""
        best: Scores = np.maximum.reduceat(self._paragraphs, self._starts)
        return best
