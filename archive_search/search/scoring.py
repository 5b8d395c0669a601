"""Score articles: BM25 over families and over exact spellings, words that stand close, and the best paragraph.

For one query word of which an article holds ``tf`` weighted occurrences,

    idf = ln(1 + (N - df + 0.5) / (df + 0.5))
    bm25 = idf * tf * (k1 + 1) / (tf + k1 * (1 - b + b * length / mean length))

(Robertson & Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009, with Lucene's idf that is
never negative). The score of an article is the sum over the words of ``FAMILY * bm25(all forms) + EXACT *
bm25(spelling as typed)``, plus a share of the same formula for each pair of neighbouring words, counted where the
rarer stands close to the other, with the sum of their idf, plus a share of the best score that one of its paragraphs
gets (`Closeness`).
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from archive_search.query.traversal import asked_children
from archive_search.query.tree import Among, And, Leaf, Node, Or, Word
from archive_search.search.closeness import ClosenessTotals, Located, locate
from archive_search.search.evaluation import LEAVES, Evaluator
from archive_search.search.impacts import K1, Impacts, Scores, ScoringContext
from archive_search.search.occurrences import Integers
from archive_search.search.scope import EVERYWHERE, Scope

_MANY_ARTICLES = 1_000


class Closeness(NamedTuple):
    """Weigh how much it counts that the words of a query stand together.

    Attributes:
        pair: Share of each pair of neighbouring words found close together.
        paragraph: Share of the best paragraph.
    """

    pair: float
    paragraph: float


# Where every article has all the words, what tells them apart is how the words stand together. Where some
# words are enough, it is how many of them they have.
ALL_WORDS = Closeness(pair=1.0, paragraph=1.0)
ANY_WORD = Closeness(pair=0.1, paragraph=0.05)


class ScoredLeaf(NamedTuple):
    """Hold a leaf that counts for the score, and the scope it is confined to."""

    leaf: Leaf
    scope: Scope


def scoring_groups(node: Node, scope: Scope) -> Iterator[list[ScoredLeaf]]:
    """Yield the leaves that count, in groups of neighbours in the query; what negations drop does not count."""
    if isinstance(node, LEAVES):
        yield [ScoredLeaf(node, scope)]
    else:
        yield from _joined(asked_children(node), scope.inside(node))


def _joined(children: tuple[Node, ...], scope: Scope) -> Iterator[list[ScoredLeaf]]:
    """Put the leaves that are children of one operator into one group."""
    together: list[ScoredLeaf] = []
    for child in children:
        groups = list(scoring_groups(child, scope))
        if len(groups) == 1 and len(groups[0]) == 1:
            together.extend(groups[0])
        else:
            yield from groups
    if together:
        yield together


class Pair(NamedTuple):
    """Hold the ranks of two neighbouring words of a query, the rarer first, and the factor of their closeness."""

    word: int
    other: int
    factor: float


class Scorer:
    """Score the articles that satisfy one query.

    Attributes:
        words: What each word that counts and that the archive has is worth, group by group.
        leaves: The leaf of each of these words.
        pairs: Neighbours among them.
        closeness: How much it counts that they stand together.
    """

    def __init__(self, evaluator: Evaluator, context: ScoringContext, tree: Node) -> None:
        """Gather what of a query counts."""
        self._context = context
        self.words: list[Impacts] = []
        self.leaves: list[ScoredLeaf] = []
        self.pairs: list[Pair] = []
        self.closeness = ANY_WORD if isinstance(tree, Or | Among) else ALL_WORDS
        # What satisfies a conjunction of words has each of them; with other operators nothing is sure.
        self._all_have = isinstance(tree, And) and all(isinstance(child, LEAVES) for child in tree.children)
        self._asked: Integers | None = None
        self._located: list[Located] = []
        for group in scoring_groups(tree, EVERYWHERE):
            self._add_group(group, [_weigh(evaluator, context, leaf) for leaf in group])

    def _add_group(self, leaves: list[ScoredLeaf], words: list[Impacts]) -> None:
        known = [word for word in words if word.tally.occurrences.size]
        first = len(self.words)
        self.words += known
        self.leaves += [leaf for leaf, word in zip(leaves, words, strict=True) if word.tally.occurrences.size]
        for rank, (left, right) in enumerate(pairwise(known), start=first):
            factor = self.closeness.pair * (left.idf + right.idf)
            is_rarer = left.tally.occurrences.size <= right.tally.occurrences.size
            self.pairs.append(Pair(rank, rank + 1, factor) if is_rarer else Pair(rank + 1, rank, factor))

    def score_words(self, articles: Integers) -> Scores:
        """Score articles by the words that they have, wherever these stand; shape (articles,)."""
        if len(articles) > _MANY_ARTICLES:
            return self._score_all()[articles]
        scores = np.zeros(len(articles))
        for word, (rows, places) in zip(self.words, self._locate(articles), strict=True):
            if rows is None:
                scores += word.articles[places]
            else:
                scores[rows] += word.articles[places]
        return scores

    def _score_all(self) -> Scores:
        """Score every article of the archive, which is quicker than to look many up."""
        scores = np.zeros(self._context.corpus.article_count)
        for word in self.words:
            scores[word.tally.articles] += word.articles
        return scores

    def _locate(self, articles: Integers) -> list[Located]:
        """Find articles among those of each word; those that were asked for last are found already."""
        if articles is not self._asked:
            self._located = [locate(word.tally.articles, articles, all_have=self._all_have) for word in self.words]
            self._asked = articles
        return self._located

    @property
    def most_closeness(self) -> float:
        """Give what `score_closeness` never exceeds."""
        pairs = (K1 + 1) * sum(pair.factor for pair in self.pairs)
        return pairs + self.closeness.paragraph * sum(word.limit for word in self.words)

    def score_closeness(self, articles: Integers) -> Scores:
        """Score articles by how their words stand together; shape (articles,)."""
        if not self.words or not len(articles):
            return np.zeros(len(articles))
        located = self._locate(articles)
        if len(self.words) == 1:
            return self.closeness.paragraph * _best_paragraphs(self.words[0], located[0], len(articles))
        closeness = ClosenessTotals(self._context, articles)
        for word, places in zip(self.words, located, strict=True):
            closeness.add_word(word, places)
        for pair in self.pairs:
            closeness.add_pair(self.words[pair.word], located[pair.word], self.words[pair.other], pair.factor)
        return closeness.pairs + self.closeness.paragraph * closeness.best_paragraphs()


def _best_paragraphs(word: Impacts, located: Located, count: int) -> Scores:
    if located.rows is None:
        return word.best_paragraphs[located.places]
    best = np.zeros(count)
    best[located.rows] = word.best_paragraphs[located.places]
    return best


def _weigh(evaluator: Evaluator, context: ScoringContext, leaf: ScoredLeaf) -> Impacts:
    tally = evaluator.tally(leaf.leaf, leaf.scope)
    spelling = evaluator.exact_slots(leaf.leaf) if isinstance(leaf.leaf, Word) else None
    kept = tally.kept.get(spelling)
    if kept is None:
        exact = tally if spelling is None else evaluator.tally_exact(leaf.leaf, leaf.scope)
        kept = tally.kept[spelling] = Impacts(tally, exact, context)
    weighed: Impacts = kept
    return weighed
