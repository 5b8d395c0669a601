"""Score articles: BM25 over families and over exact spellings, words that stand close, and the best paragraph.

For one query word of which an article holds ``tf`` weighted occurrences,

    idf = ln(1 + (N - df + 0.5) / (df + 0.5))
    bm25 = idf * tf * (k1 + 1) / (tf + k1 * (1 - b + b * length / mean length))

(Robertson & Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009, with Lucene's idf that is
never negative). The score of an article is the sum over the words of ``FAMILY * bm25(all forms) + EXACT *
bm25(spelling as typed)``, plus a share of the same formula for each pair of neighbouring words found close together,
plus a share of the best score that one of its paragraphs gets (`Closeness`).
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from archive_search.indexing import zones
from archive_search.query.tree import (
    ExactForm,
    Fuzzy,
    InZone,
    Leaf,
    Matching,
    Near,
    Node,
    Or,
    Pattern,
    Phrase,
    Published,
    Without,
    Word,
)
from archive_search.search.corpus import EVERYWHERE
from archive_search.search.evaluation import MASK_OF, Evaluator
from archive_search.search.index_corpus import IndexCorpus
from archive_search.search.occurrences import Integers, Occurrences, follow_within, unite
from archive_search.search.unit_sets import contains, drop_repeats

K1 = 1.2
B = 0.75
FAMILY = 0.5
EXACT = 0.5
CLOSE_DISTANCE = 4
TITLE_WEIGHT = 3.0
LEAD_WEIGHT = 1.2


class Closeness(NamedTuple):
    """Weigh how much it counts that the words of a query stand together.

    Attributes:
        pair: Share of each pair of neighbouring words found close together.
        paragraph: Share of the best paragraph.
    """

    pair: float
    paragraph: float


# Where every article has all the words, what tells them apart is how the words stand together. Where one word is
# enough, it is how many of the words they have.
ALL_WORDS = Closeness(pair=1.0, paragraph=1.0)
ANY_WORD = Closeness(pair=0.15, paragraph=0.05)

Scores: TypeAlias = NDArray[np.float64]


class ScoredLeaf(NamedTuple):
    """Hold a leaf that counts for the score, and the zones it is confined to."""

    leaf: Leaf
    mask: int


class ScoringContext:
    """Hold what scoring needs of a whole archive, computed once."""

    def __init__(self, corpus: IndexCorpus) -> None:
        self.corpus = corpus
        words = corpus.paragraph_words
        starts = corpus.first_document[:-1]
        self.lengths = np.add.reduceat(words, starts) if len(starts) else np.empty(0, np.int64)
        self.mean_length = _mean(self.lengths[corpus.alive])
        self.mean_paragraph = _mean(words)
        self.count = max(1, corpus.living_count)
        part = corpus.part_of
        self.weight_of_document = np.where(
            part & zones.TITLE, TITLE_WEIGHT, np.where(part & (zones.LEAD | zones.ATTACK), LEAD_WEIGHT, 1.0)
        )


def _mean(lengths: Integers) -> float:
    """Average lengths; 1 where there is not one word, so that it can be divided by."""
    return float(lengths.mean()) if lengths.any() else 1.0


def score_articles(evaluator: Evaluator, context: ScoringContext, tree: Node, articles: Integers) -> Scores:
    """Score the articles that satisfy a query.

    Args:
        evaluator: The query over the archive.
        context: What is known of the archive.
        tree: The query.
        articles: Numbers of the articles found, sorted.

    Returns:
        One score an article, greater is better; 0 for a query of filters alone.
    """
    closeness = ANY_WORD if isinstance(tree, Or) else ALL_WORDS
    scorer = _Scorer(context, articles, closeness)
    groups = list(scoring_groups(tree, EVERYWHERE))
    for group in groups:
        families = [evaluator.occurrences(leaf, mask) for leaf, mask in group]
        for found, (leaf, mask) in zip(families, group, strict=True):
            exact = evaluator.exact_occurrences(leaf, mask) if isinstance(leaf, Word) else found
            scorer.add_word(found, exact)
        for left, right in pairwise(families):
            scorer.add_pair(left, right)
    return scorer.totals()


def scoring_groups(node: Node, mask: int) -> Iterator[list[ScoredLeaf]]:
    """Yield the leaves that count, in groups of neighbours in the query; what SAUF drops does not count."""
    match node:
        case Word() | ExactForm() | Pattern() | Fuzzy() | Phrase():
            yield [ScoredLeaf(node, mask)]
        case Without(keep=keep):
            yield from scoring_groups(keep, mask)
        case InZone(zone=zone, child=child):
            yield from scoring_groups(child, mask | MASK_OF[zone])
        case Near(left=left, right=right):
            yield from _joined([left, right], mask)
        case Matching() | Published():
            return
        case _:
            yield from _joined(list(node.children), mask)


def _joined(children: list[Node], mask: int) -> Iterator[list[ScoredLeaf]]:
    """Put the leaves that are children of one operator into one group."""
    together: list[ScoredLeaf] = []
    for child in children:
        groups = list(scoring_groups(child, mask))
        if len(groups) == 1 and len(groups[0]) == 1:
            together.extend(groups[0])
        else:
            yield from groups
    if together:
        yield together


class _Scorer:
    def __init__(self, context: ScoringContext, articles: Integers, closeness: Closeness) -> None:
        self._context = context
        self._closeness = closeness
        self._articles = articles
        self._scores = np.zeros(len(articles))
        self._documents: list[Integers] = []
        self._paragraph_scores: list[Scores] = []
        lengths = context.lengths[articles]
        self._norm = K1 * (1 - B + B * lengths / context.mean_length)

    def add_word(self, family: Occurrences, exact: Occurrences) -> None:
        self._add(family, FAMILY)
        self._add(exact, EXACT)

    def add_pair(self, left: Occurrences, right: Occurrences) -> None:
        followed = left.where(follow_within(left, right, CLOSE_DISTANCE))
        preceded = right.where(follow_within(right, left, CLOSE_DISTANCE))
        self._add(unite([followed, preceded]), self._closeness.pair)

    def _add(self, found: Occurrences, share: float) -> None:
        if not found.size:
            return
        corpus = self._context.corpus
        article = corpus.article_of[found.document]
        frequency = len(drop_repeats(article))
        idf = np.log1p((self._context.count - frequency + 0.5) / (frequency + 0.5))
        kept = contains(self._articles, article)
        document, article = found.document[kept], article[kept]
        weights = self._context.weight_of_document[document]
        places = np.searchsorted(self._articles, article)
        tf = np.bincount(places, weights, minlength=len(self._articles))
        self._scores += share * idf * tf * (K1 + 1) / (tf + self._norm)
        self._note_paragraphs(document, share * idf)

    def _note_paragraphs(self, document: Integers, weight: float) -> None:
        documents, counts = np.unique(document, return_counts=True)
        words = self._context.corpus.paragraph_words[documents]
        norm = K1 * (1 - B + B * words / self._context.mean_paragraph)
        self._documents.append(documents)
        self._paragraph_scores.append(weight * counts * (K1 + 1) / (counts + norm))

    def totals(self) -> Scores:
        if not self._documents:
            return self._scores
        documents, places = np.unique(np.concatenate(self._documents), return_inverse=True)
        sums = np.bincount(places, np.concatenate(self._paragraph_scores))
        best = np.zeros(len(self._articles))
        rows = np.searchsorted(self._articles, self._context.corpus.article_of[documents])
        np.maximum.at(best, rows, sums)
        return self._scores + self._closeness.paragraph * best
