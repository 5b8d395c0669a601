"""What each occurrence of a word is worth: the formula of `scoring` for one word, in every article and paragraph.

Nothing of it depends on the other words of a query, so it is computed once for a word and kept with its tally.
"""

from functools import cached_property
from math import log1p
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from archive_search.search.index_corpus import IndexCorpus
from archive_search.search.occurrences import Integers
from archive_search.search.tallies import Tally

K1 = 1.2
B = 0.75
FAMILY = 0.5
EXACT = 0.5

Scores: TypeAlias = NDArray[np.float64]


class ScoringContext:
    """Hold what scoring needs of a whole archive, computed once."""

    def __init__(self, corpus: IndexCorpus) -> None:
        self.corpus = corpus

    @cached_property
    def count(self) -> int:
        """Number of articles, or 1 where there are none, so that it can be divided by."""
        return max(1, self.corpus.living_count)

    @cached_property
    def _mean_length(self) -> float:
        return self.corpus.word_count / self.count or 1.0

    @cached_property
    def _mean_paragraph(self) -> float:
        return self.corpus.mean_paragraph or 1.0

    def idf(self, tally: Tally) -> float:
        """Weigh a word by how few articles have it."""
        frequency = len(tally.articles)
        return log1p((self.count - frequency + 0.5) / (frequency + 0.5))

    def in_articles(self, frequencies: Scores, articles: Integers) -> Scores:
        """Give the part of the formula that follows the idf, for frequencies in some articles; (articles,)."""
        return _saturate(frequencies, self.corpus.article_words[articles], self._mean_length)

    def in_paragraphs(self, counts: Scores, documents: Integers) -> Scores:
        """Give the same for counts in some paragraphs; shape (documents,)."""
        return _saturate(counts, self.corpus.paragraph_words[documents], self._mean_paragraph)


def _saturate(frequencies: Scores, lengths: NDArray[Any], mean: float) -> Scores:
    norms = lengths * (K1 * B / mean)
    norms += K1 * (1 - B)
    norms += frequencies
    result: Scores = frequencies * (K1 + 1)
    result /= norms
    return result


class Impacts:
    """Hold the worth of one word of a query.

    Attributes:
        tally: Where its whole family stands.
        exact: Where the spelling that was typed stands; the same tally where there is no other.
        idf: Weight of the family, by how few articles have it.
        exact_idf: Weight of the spelling.
    """

    def __init__(self, tally: Tally, exact: Tally, context: ScoringContext) -> None:
        """Take the tallies of the whole family of a word and of the spelling that was typed."""
        self.tally = tally
        self.exact = exact
        self._context = context
        self.idf = context.idf(tally)
        self.exact_idf = context.idf(exact) if exact.occurrences.size else 0.0

    @property
    def limit(self) -> float:
        """Give what no article and no paragraph exceeds."""
        return (K1 + 1) * (FAMILY * self.idf + EXACT * self.exact_idf)

    @cached_property
    def articles(self) -> Scores:
        """Worth of each of ``tally.articles``; shape (articles,)."""
        articles = self.tally.articles
        family = self._context.in_articles(self.tally.frequencies, articles)
        if self.exact is self.tally:
            return family * ((FAMILY + EXACT) * self.idf)
        exact = self._context.in_articles(self.exact.frequencies_in(articles), articles)
        return family * (FAMILY * self.idf) + exact * (EXACT * self.exact_idf)

    @cached_property
    def paragraphs(self) -> Scores:
        """Worth of each of ``tally.documents``; shape (documents,)."""
        documents = self.tally.documents.values
        family = self._context.in_paragraphs(self.tally.paragraph_counts, documents)
        if self.exact is self.tally:
            return family * ((FAMILY + EXACT) * self.idf)
        exact = self._context.in_paragraphs(self.exact.counts_in(documents), documents)
        return family * (FAMILY * self.idf) + exact * (EXACT * self.exact_idf)

    @cached_property
    def best_paragraphs(self) -> Scores:
        """Worth of the best paragraph of each of ``tally.articles``; shape (articles,)."""
        if not len(self.paragraphs):
            return self.paragraphs
        best: Scores = np.maximum.reduceat(self.paragraphs, self.tally.first_documents[:-1])
        return best
