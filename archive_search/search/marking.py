"""Find what to mark in articles: the words that made them match, and nothing else.

A stray word of a phrase is not marked, nor a word too far from its neighbour for PRES, nor one outside the
paragraph that PARA found, nor anything that only SAUF names.
"""

from collections.abc import Collection, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np

from archive_search.analysis.word_spans import locate_words
from archive_search.query.tree import (
    And,
    InZone,
    Leaf,
    Matching,
    Near,
    Node,
    Or,
    Published,
    SameParagraph,
    SameSentence,
    Without,
)
from archive_search.records import Article, Paragraph, Span
from archive_search.search.corpus import EVERYWHERE
from archive_search.search.evaluation import MASK_OF, Evaluator, Level
from archive_search.search.occurrences import (
    Integers,
    Occurrences,
    Pairs,
    cover,
    pair_within,
    positions_of,
    restrict,
    sort_unique,
)
from archive_search.search.page_corpus import MARKED_CHARACTERS, PageCorpus
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
    bounds = evaluator.corpus.first_document
    places: dict[int, dict[int, list[Place]]] = {article: {} for article in articles.tolist()}
    documents = marker.by_document()
    owners = evaluator.corpus.articles_of(np.array(list(documents), np.int64)).tolist()
    for (document, found), owner in zip(documents.items(), owners, strict=True):
        places[owner][document - int(bounds[owner]) + 1] = found
    return {article: ArticleMarks(found) for article, found in places.items()}


class _Marker:
    def __init__(self, evaluator: Evaluator) -> None:
        self._evaluator = evaluator
        self._found: list[tuple[Leaf, Occurrences]] = []

    def visit(self, node: Node, level: Level, mask: int, within: Integers) -> None:
        """Mark what makes a tree hold in some units of a level."""
        match node:
            case And(children=children):
                inside = intersect([self._evaluator.units(node, level, mask), within])
                self._visit_all(children, level, mask, inside)
            case Or(children=children):
                self._visit_all(children, level, mask, within)
            case Without(keep=keep):
                self.visit(keep, level, mask, intersect([self._evaluator.units(node, level, mask), within]))
            case SameParagraph(children=children) | SameSentence(children=children):
                own = Level.SENTENCE if isinstance(node, SameSentence) else Level.PARAGRAPH
                around = self._evaluator.change_level(within, level, own)
                self._visit_all(children, own, mask, intersect([self._evaluator.group_units(node, mask), around]))
            case InZone(zone=zone, child=child):
                self.visit(child, level, mask | MASK_OF[zone], within)
            case Matching() | Published():
                return
            case _:
                allowed = self._evaluator.keep_within(self._evaluator.occurrences(node, mask), level, within)
                if isinstance(node, Near):
                    self._mark(node, mask, allowed)
                else:
                    self._found.append((node, allowed))

    def _visit_all(self, children: tuple[Node, ...], level: Level, mask: int, within: Integers) -> None:
        for child in children:
            self.visit(child, level, mask, within)

    def _mark(self, node: Node, mask: int, allowed: Occurrences) -> None:
        """Mark the words that take part in some places of a tree."""
        match node:
            case Near(ordered=ordered):
                left, right = (
                    self._evaluator.occurrences(node.left, mask),
                    self._evaluator.occurrences(node.right, mask),
                )
                self._mark_pairs(node, mask, (left, right), allowed)
                if not ordered:
                    turned = Near(left=node.right, right=node.left, distance=node.distance, ordered=True)
                    self._mark_pairs(turned, mask, (right, left), allowed)
            case InZone(zone=zone, child=child):
                self._mark(child, mask | MASK_OF[zone], allowed)
            case Without(keep=keep):
                self._mark(keep, mask, allowed)
            case And() | Or() | SameParagraph() | SameSentence():
                for child in node.children:
                    self._mark(child, mask, allowed)
            case Matching() | Published():
                return
            case _:
                self._found.append((node, restrict(self._evaluator.occurrences(node, mask), allowed)))

    def _mark_pairs(self, node: Near, mask: int, sides: tuple[Occurrences, Occurrences], allowed: Occurrences) -> None:
        left, right = sides
        pairs = pair_within(left, right, node.distance)
        spans = cover(left, right, pairs)
        wanted = _among(spans, allowed)
        kept = Pairs(pairs.left[wanted], pairs.right[wanted])
        self._mark(node.left, mask, sort_unique(_take(left, kept.left)))
        self._mark(node.right, mask, sort_unique(_take(right, kept.right)))

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


def _among(spans: Occurrences, allowed: Occurrences) -> Integers:
    members = set(zip(*(array.tolist() for array in allowed), strict=True))
    places = zip(*(array.tolist() for array in spans), strict=True)
    return np.array([rank for rank, place in enumerate(places) if place in members], np.int64)


def merge_spans(spans: list[Span], text: str) -> tuple[Span, ...]:
    """Sort spans and join those that overlap, touch, or have only blanks or a hyphen between them."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and not text[merged[-1].end : span.start].strip(" \u00a0\u202f\t\n-\u2010\u2011"):
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
