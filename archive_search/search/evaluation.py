"""Evaluate a query tree over a corpus by operations on arrays.

A tree is evaluated at a level: which articles, paragraphs or sentences satisfy it. ET, OU and SAUF work at the
level around them, PARA and PHRASE set it; an operator that sets a wider level than the one around it selects the
smaller units inside the wider ones. Inside PRES and ADJ, where places count and not units, ET, OU and SAUF work
within the paragraph.
"""

from collections.abc import Mapping
from enum import IntEnum
from typing import TypeAlias

import numpy as np

from archive_search.indexing import zones
from archive_search.query.tree import (
    And,
    ExactForm,
    Fuzzy,
    InZone,
    Leaf,
    Matching,
    Named,
    Near,
    Node,
    Or,
    Pattern,
    Phrase,
    Published,
    SameParagraph,
    SameSentence,
    Without,
    Word,
    Zone,
)
from archive_search.search.corpus import EVERYWHERE, Corpus, in_zones
from archive_search.search.occurrences import (
    PLACE_BITS,
    Integers,
    Occurrences,
    chain,
    cover,
    documents_of,
    follow_within,
    no_occurrences,
    pair_within,
    sort_unique,
    unite,
)
from archive_search.search.tallies import Tally, TallyCache
from archive_search.search.terms import EntityTerm, LeafTerms, Slot, Term, TermSet
from archive_search.search.unit_sets import contains, drop_repeats, expand_ranges, intersect, subtract, unite_sets

MASK_OF = {Zone.TITLE: zones.TITLE, Zone.LEAD: zones.LEAD, Zone.ATTACK: zones.ATTACK, Zone.TEXT: zones.TEXT}
LEAVES = (Word, ExactForm, Pattern, Fuzzy, Phrase, Named)

Group: TypeAlias = And | SameParagraph | SameSentence


class Level(IntEnum):
    """Name the unit in which a tree must hold, the widest first."""

    ARTICLE = 0
    PARAGRAPH = 1
    SENTENCE = 2


class Evaluator:
    """Evaluate the parts of one query over one corpus, each part once."""

    def __init__(self, corpus: Corpus, terms: Mapping[Leaf, LeafTerms], kept: TallyCache | None = None) -> None:
        """Take a corpus, the terms of every leaf of the tree, and the tallies kept from other queries over it."""
        self.corpus = corpus
        self._terms = terms
        self._kept = kept
        self._units: dict[tuple[Node, Level, int], Integers] = {}
        self._occurrences: dict[tuple[Node, int], Occurrences] = {}
        self._tallies: dict[tuple[tuple[Slot, ...], int], Tally] = {}

    def units(self, node: Node, level: Level = Level.ARTICLE, mask: int = EVERYWHERE) -> Integers:
        """Find the units that satisfy a tree.

        Args:
            node: The tree.
            level: The units asked for.
            mask: Zones to which its words are confined, all at once.

        Returns:
            Numbers of articles, documents or sentences, sorted.
        """
        key = node, level, mask
        if key not in self._units:
            self._units[key] = self._find_units(node, level, mask)
        return self._units[key]

    def _find_units(self, node: Node, level: Level, mask: int) -> Integers:
        match node:
            case And(children=children):
                return intersect([self.units(child, level, mask) for child in children])
            case Or(children=children):
                parts = [self.units(child, level, mask) for child in children]
                return unite_sets(parts, among=len(self.corpus.first_document) if level is Level.ARTICLE else None)
            case Without(keep=keep, drop=drop):
                return subtract(self.units(keep, level, mask), self.units(drop, level, mask))
            case SameParagraph():
                return self.change_level(self.group_units(node, mask), Level.PARAGRAPH, level)
            case SameSentence():
                return self.change_level(self.group_units(node, mask), Level.SENTENCE, level)
            case InZone(zone=zone, child=child):
                return self.units(child, level, mask | MASK_OF[zone])
            case Matching() | Published():
                return self.change_level(self.corpus.select_articles(node), Level.ARTICLE, level)
            case Near() if level is not Level.SENTENCE:
                return self._near_units(node, level, mask)
            case Word() | ExactForm() | Pattern() | Fuzzy() | Phrase() | Named() if level is not Level.SENTENCE:
                tally = self.tally(node, mask)
                return tally.articles if level is Level.ARTICLE else tally.documents.values
            case _:
                return self.units_of(self.occurrences(node, mask), level)

    def _near_units(self, node: Near, level: Level, mask: int) -> Integers:
        """Find the units of PRES and ADJ without listing every pair, of which frequent words have very many."""
        left, right = self.occurrences(node.left, mask), self.occurrences(node.right, mask)
        followed = self.units_of(left.where(follow_within(left, right, node.distance)), level)
        if node.ordered:
            return followed
        preceded = self.units_of(right.where(follow_within(right, left, node.distance)), level)
        return unite_sets([followed, preceded])

    def group_units(self, node: Group, mask: int) -> Integers:
        """Find the paragraphs, or for PHRASE the sentences, in which all children of a group hold."""
        level = Level.SENTENCE if isinstance(node, SameSentence) else Level.PARAGRAPH
        return intersect([self.units(child, level, mask) for child in node.children])

    def occurrences(self, node: Node, mask: int = EVERYWHERE) -> Occurrences:
        """Find the places of a tree: those of its words, or the spans that its operators cover."""
        key = node, mask
        if key not in self._occurrences:
            self._occurrences[key] = self._find_occurrences(node, mask)
        return self._occurrences[key]

    def _find_occurrences(self, node: Node, mask: int) -> Occurrences:
        match node:
            case Near():
                return sort_unique(unite([self._cover(node, mask), self._cover_reversed(node, mask)]))
            case Or(children=children):
                return unite([self.occurrences(child, mask) for child in children])
            case InZone(zone=zone, child=child):
                return self.occurrences(child, mask | MASK_OF[zone])
            case And(children=children) | SameParagraph(children=children) | SameSentence(children=children):
                level = Level.SENTENCE if isinstance(node, SameSentence) else Level.PARAGRAPH
                everything = unite([self.occurrences(child, mask) for child in children])
                return self.keep_within(everything, level, self.group_units(node, mask))
            case Without(keep=keep):
                allowed = self.units(node, Level.PARAGRAPH, mask)
                return self.keep_within(self.occurrences(keep, mask), Level.PARAGRAPH, allowed)
            case Matching() | Published():
                return no_occurrences()
            case _:
                return self._leaf_occurrences(node, mask)

    def _cover(self, node: Near, mask: int) -> Occurrences:
        left, right = self.occurrences(node.left, mask), self.occurrences(node.right, mask)
        return cover(left, right, pair_within(left, right, node.distance))

    def _cover_reversed(self, node: Near, mask: int) -> Occurrences:
        if node.ordered:
            return no_occurrences()
        left, right = self.occurrences(node.left, mask), self.occurrences(node.right, mask)
        return cover(right, left, pair_within(right, left, node.distance))

    def _leaf_occurrences(self, leaf: Leaf, mask: int) -> Occurrences:
        return self.tally(leaf, mask).occurrences

    def tally(self, leaf: Leaf, mask: int = EVERYWHERE) -> Tally:
        """Count a leaf by article and paragraph."""
        return self._tally_slots(self._terms[leaf].slots, mask)

    def has_terms(self, leaf: Leaf) -> bool:
        """Tell whether the archive has anything that a leaf may stand for."""
        return bool(self._terms[leaf].slots)

    def exact_slots(self, leaf: Leaf) -> tuple[Slot, ...]:
        """Name the very spelling of a leaf that was typed, accents apart."""
        return self._terms[leaf].exact

    def tally_exact(self, leaf: Leaf, mask: int = EVERYWHERE) -> Tally:
        """Count the places where a leaf stands in the very spelling that was typed, accents apart."""
        terms = self._terms[leaf]
        family, exact = self._tally_slots(terms.slots, mask), self._tally_slots(terms.exact, mask)
        # Most words have one spelling: what was counted once need not be counted again.
        return family if _are_equal(family.occurrences, exact.occurrences) else exact

    def _tally_slots(self, slots: tuple[Slot, ...], mask: int) -> Tally:
        key = slots, mask
        found = self._tallies.get(key)
        if found is None and self._kept is not None:
            found = self._kept.get(slots, mask)
        if found is None:
            found = Tally(self.corpus, self._find_slots(slots, mask))
            if self._kept is not None and _is_word(slots):
                self._kept.keep(slots, mask, found)
        self._tallies[key] = found
        return found

    def _find_slots(self, slots: tuple[Slot, ...], mask: int) -> Occurrences:
        if not slots:
            return no_occurrences()
        if _is_word(slots):
            found = self._find_terms(slots[0][0][0])
        elif len(slots) == 1:
            found = unite([chain([self._find_word(terms) for terms in row]) for row in slots[0]])
        else:
            found = chain([self._tally_slots((slot,), EVERYWHERE).occurrences for slot in slots])
        return found if mask == EVERYWHERE else found.where(in_zones(self.corpus, found.document, mask))

    def _find_word(self, terms: TermSet) -> Occurrences:
        return self._tally_slots((((terms,),),), EVERYWHERE).occurrences

    def _find_terms(self, terms: TermSet) -> Occurrences:
        return unite([self._find_term(term) for term in terms])

    def _find_term(self, term: Term) -> Occurrences:
        if isinstance(term, EntityTerm):
            return self.corpus.find_names(term.field, term.id)
        return self.corpus.find_forms(term.stem, term.forms)

    def units_of(self, occurrences: Occurrences, level: Level) -> Integers:
        """Find the units that hold at least one of the occurrences, whole."""
        if level is Level.SENTENCE:
            sentences = self._sentences_of(occurrences)
            return drop_repeats(np.sort(sentences[sentences >= 0]))
        documents = drop_repeats(occurrences.document)
        return documents if level is Level.PARAGRAPH else drop_repeats(self.corpus.articles_of(documents))

    def keep_within(self, occurrences: Occurrences, level: Level, units: Integers) -> Occurrences:
        """Keep the occurrences that lie whole in one of the units."""
        if level is Level.SENTENCE:
            places = self._sentences_of(occurrences)
        elif level is Level.PARAGRAPH:
            places = occurrences.document
        else:
            places = self.corpus.articles_of(occurrences.document)
        return occurrences.where(contains(units, places))

    def _sentences_of(self, occurrences: Occurrences) -> Integers:
        """Give the sentence of each occurrence, -1 where it runs over the end of one."""
        starts = self.corpus.sentence_starts
        first = starts.searchsorted(occurrences.first, side="right") - 1
        if occurrences.first is occurrences.last:
            return first
        last = starts.searchsorted(occurrences.last, side="right") - 1
        return np.where(first == last, first, -1)

    def change_level(self, units: Integers, given: Level, wanted: Level) -> Integers:
        """Turn units of one level into those of another: the wider ones around them, or all those inside them."""
        if given == wanted:
            return units
        if given is Level.SENTENCE:
            documents = drop_repeats(documents_of(self.corpus.sentence_starts[units]))
            return self.change_level(documents, Level.PARAGRAPH, wanted)
        if given is Level.ARTICLE:
            bounds = self.corpus.first_document
            documents = expand_ranges(bounds[units], bounds[units + 1])
            return self.change_level(documents, Level.PARAGRAPH, wanted)
        if wanted is Level.ARTICLE:
            return drop_repeats(self.corpus.articles_of(units))
        starts = self.corpus.sentence_starts
        return expand_ranges(starts.searchsorted(units << PLACE_BITS), starts.searchsorted((units + 1) << PLACE_BITS))


def _is_word(slots: tuple[Slot, ...]) -> bool:
    """Tell whether a leaf is one word, neither a phrase nor a compound."""
    return len(slots) == 1 and len(slots[0]) == 1 and len(slots[0][0]) == 1


def _are_equal(one: Occurrences, other: Occurrences) -> bool:
    return one.size == other.size and bool((one.first == other.first).all())
