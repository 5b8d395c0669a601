"""Evaluate a query tree over a corpus by operations on arrays.

A tree is evaluated at a level: which articles, paragraphs or sentences satisfy it. ET, OU, SAUF, AUMOINS and PARMI
work at the level around them, PARA and PHRASE, SAUF/P and SAUF/S set it; an operator that sets a wider level than the
one around it selects the smaller units inside the wider ones. Inside PRES, ADJ and their negations, where places count
and not units, what works at the level around it works within the paragraph.
"""

from collections.abc import Mapping
from typing import TypeAlias

import numpy as np

from archive_search.query.traversal import asked_children, children_of
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
    NotNear,
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
from archive_search.search.corpus import (
    Corpus,
    Level,
    change_level,
    confine,
    keep_within,
    unit_of_each,
    units_around,
    units_of,
)
from archive_search.search.occurrences import (
    Integers,
    Occurrences,
    chain,
    cover,
    follow_within,
    no_occurrences,
    pair_within,
    sort_unique,
    stand_close,
    unite,
)
from archive_search.search.scope import EVERYWHERE, Scope
from archive_search.search.tallies import Tally, TallyCache
from archive_search.search.terms import EntityTerm, LeafTerms, Slot, Term, TermSet
from archive_search.search.unit_sets import drop_repeats, intersect, no_units, subtract, unite_sets

LEAVES = (Word, ExactForm, Pattern, Fuzzy, Phrase, Named)

OwnUnit: TypeAlias = SameParagraph | SameSentence | ParagraphWithout | SentenceWithout


def own_level(node: Node) -> Level:
    """Tell in which unit a node is judged by itself, where its places count: the paragraph, unless it names another."""
    return Level.SENTENCE if isinstance(node, SameSentence | SentenceWithout) else Level.PARAGRAPH


class Evaluator:
    """Evaluate the parts of one query over one corpus, each part once."""

    def __init__(self, corpus: Corpus, terms: Mapping[Leaf, LeafTerms], kept: TallyCache | None = None) -> None:
        """Take a corpus, the terms of every leaf of the tree, and the tallies kept from other queries over it."""
        self.corpus = corpus
        self._terms = terms
        self._kept = kept
        self._units: dict[tuple[Node, Level, Scope], Integers] = {}
        self._occurrences: dict[tuple[Node, Scope], Occurrences] = {}
        self._tallies: dict[tuple[tuple[Slot, ...], Scope], Tally] = {}

    def units(self, node: Node, level: Level = Level.ARTICLE, scope: Scope = EVERYWHERE) -> Integers:
        """Find the units that satisfy a tree.

        Args:
            node: The tree.
            level: The units asked for.
            scope: Part of the articles to which its words are confined.

        Returns:
            Numbers of articles, documents or sentences, sorted.
        """
        key = node, level, scope
        if key not in self._units:
            self._units[key] = self._find_units(node, level, scope)
        return self._units[key]

    def _find_units(self, node: Node, level: Level, scope: Scope) -> Integers:
        match node:
            case And(children=children):
                return intersect([self.units(child, level, scope) for child in children])
            case Or(children=children):
                parts = [self.units(child, level, scope) for child in children]
                return unite_sets(parts, among=len(self.corpus.first_document) if level is Level.ARTICLE else None)
            case Among(children=children):
                listed = np.concatenate([self.units(child, level, scope) for child in children])
                return _at_least(node.count, np.sort(listed, kind="stable"))
            case Without(keep=keep, drop=drop):
                return subtract(self.units(keep, level, scope), self.units(drop, level, scope))
            case SameParagraph() | SameSentence() | ParagraphWithout() | SentenceWithout():
                return change_level(self.corpus, self._own_units(node, scope), given=own_level(node), wanted=level)
            case AtLeast():
                return self._units_with_enough(node, level, scope)
            case InZone() | FirstWords():
                return self.units(node.child, level, scope.inside(node))
            case Matching() | Published() | Length():
                return change_level(self.corpus, self.corpus.select_articles(node), given=Level.ARTICLE, wanted=level)
            case Near() if level is not Level.SENTENCE:
                return self._near_units(node, level, scope)
            case Word() | ExactForm() | Pattern() | Fuzzy() | Phrase() | Named() if level is not Level.SENTENCE:
                tally = self.tally(node, scope)
                return tally.articles if level is Level.ARTICLE else tally.documents.values
            case _:
                return units_of(self.corpus, self.occurrences(node, scope), level)

    def _near_units(self, node: Near, level: Level, scope: Scope) -> Integers:
        """Find the units of PRES and ADJ without listing every pair, of which frequent words have very many."""
        left, right = self.occurrences(node.left, scope), self.occurrences(node.right, scope)
        followed = units_of(self.corpus, left.where(follow_within(left, right, node.distance)), level)
        if node.ordered:
            return followed
        preceded = units_of(self.corpus, right.where(follow_within(right, left, node.distance)), level)
        return unite_sets([followed, preceded])

    def _own_units(self, node: OwnUnit, scope: Scope) -> Integers:
        """Find the paragraphs, or the sentences, that have what a node asks of one."""
        parts = [self.units(child, own_level(node), scope) for child in children_of(node)]
        return intersect(parts) if isinstance(node, SameParagraph | SameSentence) else subtract(*parts)

    def _units_with_enough(self, node: AtLeast, level: Level, scope: Scope) -> Integers:
        child, own = node.child, own_level(node.child)
        if not isinstance(child, OwnUnit):
            owners = unit_of_each(self.corpus, self.occurrences(child, scope), level)
            return _at_least(node.count, owners[owners >= 0])
        if own <= level:
            # Of paragraphs or sentences that are no smaller than itself, a unit has one at most.
            return no_units()
        parts = self.units(child, own, scope)
        return _at_least(node.count, units_around(self.corpus, parts, given=own, wanted=level))

    def occurrences(self, node: Node, scope: Scope = EVERYWHERE) -> Occurrences:
        """Find the places of a tree: those of its words, or the spans that its operators cover."""
        key = node, scope
        if key not in self._occurrences:
            self._occurrences[key] = self._find_occurrences(node, scope)
        return self._occurrences[key]

    def _find_occurrences(self, node: Node, scope: Scope) -> Occurrences:
        match node:
            case Near():
                return sort_unique(unite([self._cover(node, scope), self._cover_reversed(node, scope)]))
            case NotNear():
                return self._not_near(node, scope)
            case Or(children=children):
                return unite([self.occurrences(child, scope) for child in children])
            case InZone() | FirstWords():
                return self.occurrences(node.child, scope.inside(node))
            case Matching() | Published() | Length():
                return no_occurrences()
            case Word() | ExactForm() | Pattern() | Fuzzy() | Phrase() | Named():
                return self.tally(node, scope).occurrences
            case _:
                level = own_level(node)
                everything = unite([self.occurrences(child, scope) for child in asked_children(node)])
                return keep_within(self.corpus, everything, level, self.units(node, level, scope))

    def _cover(self, node: Near, scope: Scope) -> Occurrences:
        left, right = self.occurrences(node.left, scope), self.occurrences(node.right, scope)
        return cover(left, right, pair_within(left, right, node.distance))

    def _cover_reversed(self, node: Near, scope: Scope) -> Occurrences:
        if node.ordered:
            return no_occurrences()
        left, right = self.occurrences(node.left, scope), self.occurrences(node.right, scope)
        return cover(right, left, pair_within(right, left, node.distance))

    def _not_near(self, node: NotNear, scope: Scope) -> Occurrences:
        keep, drop = self.occurrences(node.keep, scope), self.occurrences(node.drop, scope)
        measure = follow_within if node.ordered else stand_close
        return keep.where(~measure(keep, drop, node.distance))

    def tally(self, leaf: Leaf, scope: Scope = EVERYWHERE) -> Tally:
        """Count a leaf by article and paragraph."""
        return self._tally_slots(self._terms[leaf].slots, scope)

    def exact_slots(self, leaf: Leaf) -> tuple[Slot, ...]:
        """Name the very spelling of a leaf that was typed, accents apart."""
        return self._terms[leaf].exact

    def tally_exact(self, leaf: Leaf, scope: Scope = EVERYWHERE) -> Tally:
        """Count the places where a leaf stands in the very spelling that was typed, accents apart."""
        terms = self._terms[leaf]
        family, exact = self._tally_slots(terms.slots, scope), self._tally_slots(terms.exact, scope)
        # Most words have one spelling: what was counted once need not be counted again.
        return family if _are_equal(family.occurrences, exact.occurrences) else exact

    def _tally_slots(self, slots: tuple[Slot, ...], scope: Scope) -> Tally:
        key = slots, scope
        found = self._tallies.get(key)
        if found is None and self._kept is not None:
            found = self._kept.get(slots, scope)
        if found is None:
            found = Tally(self.corpus, self._find_slots(slots, scope))
            if self._kept is not None and _is_word(slots):
                self._kept.keep(slots, scope, found)
        self._tallies[key] = found
        return found

    def _find_slots(self, slots: tuple[Slot, ...], scope: Scope) -> Occurrences:
        if not slots:
            return no_occurrences()
        if _is_word(slots):
            found = self._find_terms(slots[0][0][0])
        elif len(slots) == 1:
            found = unite([chain([self._find_word(terms) for terms in row]) for row in slots[0]])
        else:
            found = chain([self._tally_slots((slot,), EVERYWHERE).occurrences for slot in slots])
        return confine(self.corpus, found, scope)

    def _find_word(self, terms: TermSet) -> Occurrences:
        return self._tally_slots((((terms,),),), EVERYWHERE).occurrences

    def _find_terms(self, terms: TermSet) -> Occurrences:
        return unite([self._find_term(term) for term in terms])

    def _find_term(self, term: Term) -> Occurrences:
        if isinstance(term, EntityTerm):
            return self.corpus.find_names(term.field, term.id)
        return self.corpus.find_forms(term.stem, term.forms)


def _at_least(count: int, ordered: Integers) -> Integers:
    """Make a set of the numbers that a sorted array has so many times."""
    # Equal numbers follow each other: one that is there often enough is met again so many places further on.
    ahead = ordered[count - 1 :]
    return drop_repeats(ahead[ahead == ordered[: len(ahead)]])


def _is_word(slots: tuple[Slot, ...]) -> bool:
    """Tell whether a leaf is one word, neither a phrase nor a compound."""
    return len(slots) == 1 and len(slots[0]) == 1 and len(slots[0][0]) == 1


def _are_equal(one: Occurrences, other: Occurrences) -> bool:
    return one.size == other.size and bool((one.first == other.first).all())
