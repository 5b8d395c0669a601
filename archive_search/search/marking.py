"""Find what to mark in articles: the words that made them match, and nothing else.

A stray word of a phrase is not marked, nor a word too far from its neighbour for PRES, nor one outside the
paragraph that PARA found, nor anything that only SAUF names.
"""

from collections.abc import Collection, Mapping, Sequence

import numpy as np

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
from archive_search.records import Article, Span
from archive_search.search.corpus import EVERYWHERE
from archive_search.search.evaluation import MASK_OF, Evaluator, Level
from archive_search.search.occurrences import (
    Integers,
    Occurrences,
    Pairs,
    cover,
    pair_within,
    restrict,
    sort_unique,
)
from archive_search.search.page_corpus import PageCorpus, cut_span
from archive_search.search.terms import LeafTerms, stems_of
from archive_search.search.unit_sets import intersect


class ArticleMarks:
    """Hold the marks of one article.

    Attributes:
        spans: For each paragraph number that has any, the marked spans of characters, in order, apart.
        leaves: For each of these paragraph numbers, which leaves of the query it matches.
    """

    def __init__(self) -> None:
        self.spans: dict[int, tuple[Span, ...]] = {}
        self.leaves: dict[int, frozenset[Leaf]] = {}


def mark_articles(
    articles: Sequence[Article],
    tree: Node,
    terms: Mapping[Leaf, LeafTerms],
    *,
    holding: Sequence[Collection[int]] | None = None,
) -> list[ArticleMarks]:
    """Mark articles that satisfy a query.

    Args:
        articles: Records of the articles.
        tree: The query.
        terms: The terms of its leaves in the archive.
        holding: For each article the numbers of the paragraphs in which some leaf occurs, where the engine knows
            them; it saves reading the others.

    Returns:
        The marks of each article, in the same order.
    """
    corpus = PageCorpus(articles, stems_of(terms.values()), holding)
    marker = _Marker(Evaluator(corpus, terms))
    marker.visit(tree, Level.ARTICLE, EVERYWHERE, np.arange(len(articles)))
    marks = [ArticleMarks() for _article in articles]
    characters = corpus.find_characters()
    for document, places in marker.by_document().items():
        owner = marks[int(corpus.article_of[document])]
        paragraph = corpus.paragraphs[document]
        spans = [cut_span(characters[document], first, last) for _leaf, (first, last) in places]
        owner.spans[paragraph.number] = merge_spans(spans, paragraph.text)
        owner.leaves[paragraph.number] = frozenset(leaf for leaf, _place in places)
    return marks


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
                places = self._evaluator.occurrences(node, mask)
                self._mark(node, mask, self._evaluator.keep_within(places, level, within))

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

    def by_document(self) -> dict[int, list[tuple[Leaf, tuple[int, int]]]]:
        """Gather the marked places of each document, with the leaf that each belongs to."""
        gathered: dict[int, list[tuple[Leaf, tuple[int, int]]]] = {}
        for leaf, places in self._found:
            for document, first, last in zip(*(array.tolist() for array in places), strict=True):
                gathered.setdefault(document, []).append((leaf, (first, last)))
        return gathered


def _take(occurrences: Occurrences, ranks: Integers) -> Occurrences:
    return Occurrences(*(array[ranks] for array in occurrences))


def _among(spans: Occurrences, allowed: Occurrences) -> Integers:
    members = set(zip(*(array.tolist() for array in allowed), strict=True))
    triples = zip(*(array.tolist() for array in spans), strict=True)
    return np.array([rank for rank, triple in enumerate(triples) if triple in members], np.int64)


def merge_spans(spans: list[Span], text: str) -> tuple[Span, ...]:
    """Sort spans and join those that overlap, touch, or have only blanks or a hyphen between them."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and not text[merged[-1].end : span.start].strip(" \u00a0\u202f\t\n-\u2010\u2011"):
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
