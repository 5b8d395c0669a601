"""Find what to mark in articles: the words that made them match, and nothing else.

A stray word of a phrase is not marked, nor a word too far from its neighbour for PRES, nor one outside the
paragraph that PARA found, nor anything that only SAUF names.
"""

from collections.abc import Collection, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np

from archive_search.analysis.word_spans import locate_words
from archive_search.query.traversal import asked_children
from archive_search.query.tree import (
    Among,
    And,
    AtLeast,
    ExactForm,
    FirstWords,
    Fuzzy,
    InZone,
    Leaf,
    Length,
    Matching,
    Named,
    Near,
    Node,
    Or,
    ParagraphWithout,
    Pattern,
    Phrase,
    Published,
    SameParagraph,
    SameSentence,
    SentenceWithout,
    Without,
    Word,
)
from archive_search.records import Article, Paragraph, Span
from archive_search.search.corpus import Corpus, Level, change_level, keep_within
from archive_search.search.evaluation import LEAVES, Evaluator, own_level
from archive_search.search.occurrences import (
    Integers,
    Occurrences,
    Pairs,
    are_among,
    cover,
    pair_within,
    positions_of,
    restrict,
    sort_unique,
)
from archive_search.search.page_corpus import MARKED_CHARACTERS, PageCorpus
from archive_search.search.scope import EVERYWHERE, Scope
from archive_search.search.terms import LeafTerms, stems_of
from archive_search.search.unit_sets import intersect


class Place(NamedTuple):
    """Say that a leaf of the query stands in a paragraph, from the word at one position to the word at another."""

    leaf: Leaf
    first: int
    last: int


class ArticleMarks:
    """Hold the marks of one article, in words; the characters are looked up for what is shown."""

    def __init__(self, places: Mapping[int, Sequence[Place]]) -> None:
        """Take the places to mark of each paragraph that has any, by its number."""
        self._places = places

    @property
    def paragraphs(self) -> Collection[int]:
        """Numbers of the paragraphs that have marks."""
        return self._places.keys()

    def leaves_of(self, number: int) -> frozenset[Leaf]:
        """Tell which leaves of the query the paragraph of a number matches."""
        return frozenset([place.leaf for place in self._places.get(number, ())])

    def cut_title_spans(self, article: Article) -> tuple[Span, ...]:
        """Give the marked spans of the title; none when the article has no title."""
        return self.cut_spans(article.paragraphs[0]) if article.title is not None and article.paragraphs else ()

    def cut_spans(self, paragraph: Paragraph) -> tuple[Span, ...]:
        """Give the marked spans of characters of a paragraph of the article, in order, apart."""
        places = self._places.get(paragraph.number)
        if places is None:
            return ()
        text = paragraph.text[:MARKED_CHARACTERS]
        words = locate_words(text, chain.from_iterable([(place.first, place.last) for place in places]))
        ends = [(words[first], words[last]) for _leaf, first, last in places if first in words and last in words]
        return merge_spans([Span(one.start, other.end) for one, other in ends], text)


def mark_articles(articles: Sequence[Article], tree: Node, terms: Mapping[Leaf, LeafTerms]) -> list[ArticleMarks]:
    """Mark articles that satisfy a query, knowing nothing but their records.

    Args:
        articles: Records of the articles.
        tree: The query.
        terms: The terms of its leaves in the archive.

    Returns:
        The marks of each article, in the same order.
    """
    corpus = PageCorpus(articles, stems_of(terms.values()))
    return list(find_marks(Evaluator(corpus, terms), tree, np.arange(len(articles))).values())


def find_marks(evaluator: Evaluator, tree: Node, articles: Integers) -> dict[int, ArticleMarks]:
    """Mark articles of a corpus that satisfy a query.

    Args:
        evaluator: The query over the corpus.
        tree: The query.
        articles: Numbers of the articles, sorted.

    Returns:
        The marks of each article by its number, in the same order.
    """
    marker = _Marker(evaluator)
    marker.visit(tree, Level.ARTICLE, EVERYWHERE, articles)
    return _gather(marker, evaluator.corpus, articles)


def find_words(evaluator: Evaluator, tree: Node, articles: Integers) -> dict[int, ArticleMarks]:
    """Mark the words of a query in articles that need not satisfy it: all of them, but for what it excludes.

    Args:
        evaluator: The query over the corpus.
        tree: The query.
        articles: Numbers of the articles, sorted.

    Returns:
        The marks of each article by its number, in the same order.
    """
    marker = _Marker(evaluator)
    marker.mark_leaves(tree, EVERYWHERE, articles)
    return _gather(marker, evaluator.corpus, articles)


def _gather(marker: "_Marker", corpus: Corpus, articles: Integers) -> dict[int, ArticleMarks]:
    bounds = corpus.first_document
    places: dict[int, dict[int, list[Place]]] = {article: {} for article in articles.tolist()}
    documents = marker.by_document()
    owners = corpus.articles_of(np.array(list(documents), np.int64)).tolist()
    for (document, found), owner in zip(documents.items(), owners, strict=True):
        places[owner][document - int(bounds[owner]) + 1] = found
    return {article: ArticleMarks(found) for article, found in places.items()}


class _Marker:
    def __init__(self, evaluator: Evaluator) -> None:
        self._evaluator = evaluator
        self._found: list[tuple[Leaf, Occurrences]] = []

    def visit(self, node: Node, level: Level, scope: Scope, within: Integers) -> None:
        """Mark what makes a tree hold in some units of a level."""
        match node:
            case Matching() | Published() | Length():
                return
            case Or() | InZone() | FirstWords():
                self._visit_children(node, level, scope, within)
            case And() | Among() | Without() | AtLeast():
                holding = intersect([self._evaluator.units(node, level, scope), within])
                self._visit_children(node, level, scope, holding)
            case SameParagraph() | SameSentence() | ParagraphWithout() | SentenceWithout():
                own = own_level(node)
                around = change_level(self._evaluator.corpus, within, given=level, wanted=own)
                holding = intersect([self._evaluator.units(node, own, scope), around])
                self._visit_children(node, own, scope, holding)
            case _:
                places = self._evaluator.occurrences(node, scope)
                self._mark(node, scope, keep_within(self._evaluator.corpus, places, level, within))

    def _visit_children(self, node: Node, level: Level, scope: Scope, within: Integers) -> None:
        for child in asked_children(node):
            self.visit(child, level, scope.inside(node), within)

    def _mark(self, node: Node, scope: Scope, allowed: Occurrences) -> None:
        """Mark the words that take part in some places of a tree, all of which are its own."""
        match node:
            case Word() | ExactForm() | Pattern() | Fuzzy() | Phrase() | Named():
                self._found.append((node, allowed))
            case Near():
                self._mark_sides(node, scope, allowed)
            case _:
                for child in asked_children(node):
                    own = self._evaluator.occurrences(child, scope.inside(node))
                    self._mark(child, scope.inside(node), restrict(own, allowed))

    def _mark_sides(self, node: Near, scope: Scope, allowed: Occurrences) -> None:
        self._mark_pairs(node, scope, allowed)
        if not node.ordered:
            turned = Near(left=node.right, right=node.left, distance=node.distance, ordered=True)
            self._mark_pairs(turned, scope, allowed)

    def _mark_pairs(self, node: Near, scope: Scope, allowed: Occurrences) -> None:
        left, right = self._evaluator.occurrences(node.left, scope), self._evaluator.occurrences(node.right, scope)
        pairs = pair_within(left, right, node.distance)
        spans = cover(left, right, pairs)
        wanted = are_among(spans, allowed)
        kept = Pairs(pairs.left[wanted], pairs.right[wanted])
        self._mark(node.left, scope, sort_unique(_take(left, kept.left)))
        self._mark(node.right, scope, sort_unique(_take(right, kept.right)))

    def mark_leaves(self, node: Node, scope: Scope, within: Integers) -> None:
        """Mark the leaves of a tree that no negation drops, wherever they stand in some articles."""
        if isinstance(node, LEAVES):
            places = self._evaluator.occurrences(node, scope)
            self._found.append((node, keep_within(self._evaluator.corpus, places, Level.ARTICLE, within)))
        for child in asked_children(node):
            self.mark_leaves(child, scope.inside(node), within)

    def by_document(self) -> dict[int, list[Place]]:
        """Gather the marked places of each document."""
        gathered: dict[int, list[Place]] = {}
        for leaf, found in self._found:
            columns = found.document, positions_of(found.first), positions_of(found.last)
            for document, first, last in zip(*(array.tolist() for array in columns), strict=True):
                gathered.setdefault(document, []).append(Place(leaf, first, last))
        return gathered


def _take(occurrences: Occurrences, ranks: Integers) -> Occurrences:
    return Occurrences(*(array[ranks] for array in occurrences))


def merge_spans(spans: list[Span], text: str) -> tuple[Span, ...]:
    """Sort spans and join those that overlap, touch, or have only blanks or a hyphen between them."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and not text[merged[-1].end : span.start].strip(" \u00a0\u202f\t\n-\u2010\u2011"):
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
