"""What the evaluation of a query needs to know of a body of text, whoever holds it.

Documents are paragraphs, numbered from 0 so that those of one article follow each other; articles are numbered
from 0 in the same order. The whole index is one such corpus; the articles of a page of results, cut out of the index
or read from their texts, are others, in which the marks are found with the same code.

A query is judged by article, by paragraph or by sentence: these are the levels of a corpus, and its units are the
articles, the documents and the sentences, each by their numbers.
"""

from collections.abc import Collection
from enum import IntEnum
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from archive_search.query.tree import Filter
from archive_search.search.occurrences import PLACE_BITS, Integers, Occurrences, documents_of
from archive_search.search.scope import EVERYWHERE, Scope
from archive_search.search.unit_sets import contains, drop_repeats, expand_ranges


class Level(IntEnum):
    """Name the unit in which a tree must hold, the widest first."""

    ARTICLE = 0
    PARAGRAPH = 1
    SENTENCE = 2


class Corpus(Protocol):
    """Give occurrences, layout and properties of a body of text."""

    @property
    def first_document(self) -> Integers:
        """Number of the first document of each article, and the number of documents at the end."""

    @property
    def sentence_starts(self) -> Integers:
        """Places where sentences begin, sorted; shape (sentences,)."""

    def articles_of(self, documents: Integers) -> Integers:
        """Give the number of the article of each of some documents."""

    def parts_of(self, documents: Integers) -> Integers:
        """Give the zones of each of some documents, as masks."""

    def ordinals_of(self, places: Integers) -> Integers:
        """Give the rank in its article, from 0, of the word at each of some places."""

    def find_forms(self, stem: str, forms: Collection[str] | None) -> Occurrences:
        """Find a family: all its forms, or only those named."""

    def find_names(self, field: str, entity_id: str) -> Occurrences:
        """Find the places that name an entity, by a field of the names of the index and the id of the entity."""

    def select_articles(self, condition: Filter) -> Integers:
        """Find the numbers of the articles that a filter keeps, sorted."""


def confine(corpus: Corpus, occurrences: Occurrences, scope: Scope) -> Occurrences:
    """Keep the occurrences that lie whole in a scope."""
    if scope == EVERYWHERE:
        return occurrences
    if scope.zones:
        parts = corpus.parts_of(occurrences.document)
        occurrences = occurrences.where((parts & scope.zones) == scope.zones)
    if scope.first is not None:
        occurrences = occurrences.where(corpus.ordinals_of(occurrences.last) < scope.first)
    return occurrences


def units_of(corpus: Corpus, occurrences: Occurrences, level: Level) -> Integers:
    """Find the units that hold at least one of the occurrences, whole."""
    if level is Level.ARTICLE:
        return drop_repeats(corpus.articles_of(drop_repeats(occurrences.document)))
    owners = unit_of_each(corpus, occurrences, level)
    return drop_repeats(owners[owners >= 0])


def keep_within(corpus: Corpus, occurrences: Occurrences, level: Level, units: Integers) -> Occurrences:
    """Keep the occurrences that lie whole in one of the units."""
    return occurrences.where(contains(units, unit_of_each(corpus, occurrences, level)))


def unit_of_each(corpus: Corpus, occurrences: Occurrences, level: Level) -> Integers:
    """Give the unit around each occurrence, in order; -1 for one that runs over the end of a sentence."""
    if level is Level.SENTENCE:
        return _sentence_of_each(corpus.sentence_starts, occurrences)
    documents = occurrences.document
    return documents if level is Level.PARAGRAPH else corpus.articles_of(documents)


def _sentence_of_each(starts: Integers, occurrences: Occurrences) -> Integers:
    first = starts.searchsorted(occurrences.first, side="right") - 1
    if occurrences.first is occurrences.last:
        return first
    last = starts.searchsorted(occurrences.last, side="right") - 1
    return np.where(first == last, first, -1)


def change_level(corpus: Corpus, units: Integers, *, given: Level, wanted: Level) -> Integers:
    """Turn units of one level into those of another: the wider ones around them, or all those inside them."""
    if given == wanted:
        return units
    if wanted < given:
        return drop_repeats(units_around(corpus, units, given=given, wanted=wanted))
    documents = units
    if given is Level.ARTICLE:
        documents = expand_ranges(corpus.first_document[units], corpus.first_document[units + 1])
    if wanted is Level.PARAGRAPH:
        return documents
    starts = corpus.sentence_starts
    ends = starts.searchsorted((documents + 1) << PLACE_BITS)
    return expand_ranges(starts.searchsorted(documents << PLACE_BITS), ends)


def units_around(corpus: Corpus, units: Integers, *, given: Level, wanted: Level) -> Integers:
    """Give the wider unit around each of some units, in order: it comes as often as it holds one."""
    documents = documents_of(corpus.sentence_starts[units]) if given is Level.SENTENCE else units
    return documents if wanted is Level.PARAGRAPH else corpus.articles_of(documents)


def words_before(lengths: NDArray[Any], first_document: Integers) -> Integers:
    """Count the words of its article that stand before each document.

    Args:
        lengths: Length of each document in words; shape (documents,).
        first_document: First document of each article, and the number of documents at the end; shape (articles + 1,).

    Returns:
        The counts; shape (documents,).
    """
    before = np.zeros(len(lengths) + 1, np.int64)
    np.cumsum(lengths, out=before[1:])
    counts: Integers = before[:-1] - before[first_document[:-1]].repeat(np.diff(first_document))
    return counts
