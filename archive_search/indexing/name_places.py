"""Where entities are named, as documents and articles of one generation of the index."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from archive_search.indexing.article_places import ArticlePlaces
from archive_search.indexing.damage import reading
from archive_search.indexing.names_file import EXTRA_BITS, NameEntries, NamesFile
from archive_search.indexing.postings import MAX_EXTRA

Integers = NDArray[np.int64]
_LOW_BITS = 32


class NamePairs(NamedTuple):
    """Say which entities of a field are named in which articles.

    Attributes:
        ids: Ids of the entities of the field, those named in deleted articles only too.
        entity: Rank of an id; shape (pairs,).
        article: Place of an article that names it; shape (pairs,). Pairs are in order of entity, then of article,
            each once.
    """

    ids: Sequence[str]
    entity: Integers
    article: Integers


class NameParagraphs(NamedTuple):
    """Say which entities of a field are named in which paragraphs.

    Attributes:
        ids: As in `NamePairs`.
        entity: Rank of an id; shape (pairs,).
        document: Paragraph that names it, numbered over all segments; shape (pairs,). Pairs are in order, each once.
    """

    ids: Sequence[str]
    entity: Integers
    document: Integers


class NameOccurrences(NamedTuple):
    """Hold where one entity is named: arrays of shape (occurrences,), in order, each occurrence once.

    Attributes:
        document: Number of the paragraph over all segments.
        position: First position in the paragraph, in words from 0.
        last: Last position.
    """

    document: Integers
    position: Integers
    last: Integers


class NamePlaces:
    """Bring the names of a generation and its documents together."""

    def __init__(self, file: NamesFile, articles: ArticlePlaces, document_words: NDArray[Any]) -> None:
        """Take the names, the articles and the length in words of each document."""
        self._file = file
        self._articles = articles
        self._document_words = document_words
        self._pairs: dict[str, NamePairs] = {}

    def find(self, field: str, entity_id: str) -> NameOccurrences:
        """Give the living occurrences of an entity.

        Raises:
            ArchiveDamagedError: They cannot be read, or are not in the articles of this index.
        """
        with reading(self._file.path):
            rank = self._file.find(field, entity_id)
            if rank is None:
                return no_names()
            return self._place(self._file.read(field, rank))

    def _place(self, entries: NameEntries) -> NameOccurrences:
        found, document = self._articles.find_documents(entries.article, entries.paragraph)
        position, extra = entries.position[found], entries.extra[found]
        self._check_positions(document, position, extra)
        # Worker processes share articles out, so that a later segment may hold an earlier number.
        document, place = distinct_pairs(document, (position << EXTRA_BITS) + extra)
        position = place >> EXTRA_BITS
        return NameOccurrences(document, position, position + (place & MAX_EXTRA))

    def _check_positions(self, document: Integers, position: Integers, extra: Integers) -> None:
        behind = self._document_words[document].astype(np.int64) - 1 - position
        if np.any((position < 0) | (extra < 0) | (extra > behind)):
            raise LookupError("position hors du paragraphe")

    def pairs(self, field: str) -> NamePairs:
        """Give which entities of a field are named in which living articles.

        Raises:
            ArchiveDamagedError: They cannot be read.
        """
        if field not in self._pairs:
            with reading(self._file.path):
                self._pairs[field] = self._pair(field)
        return self._pairs[field]

    def paragraphs(self, field: str) -> NameParagraphs:
        """Give which entities of a field are named in which paragraphs of living articles.

        Raises:
            ArchiveDamagedError: They cannot be read.
        """
        with reading(self._file.path):
            counts, entries = self._file.counts(field), self._file.read_all(field)
            entity = np.repeat(np.arange(len(counts)), counts)
            found, document = self._articles.find_documents(entries.article, entries.paragraph)
            return NameParagraphs(self._file.ids(field), *distinct_pairs(entity[found], document))

    def _pair(self, field: str) -> NamePairs:
        counts, numbers = self._file.counts(field), self._file.read_all(field).article
        entity = np.repeat(np.arange(len(counts)), counts)
        # Most entries repeat the article before; they are dropped before articles are looked up.
        new = np.ones(len(numbers), bool)
        new[1:] = (numbers[1:] != numbers[:-1]) | (entity[1:] != entity[:-1])
        found, article = self._articles.find(numbers[new])
        return NamePairs(self._file.ids(field), *distinct_pairs(entity[new][found], article))


def distinct_pairs(high: Integers, low: Integers) -> tuple[Integers, Integers]:
    """Sort pairs of numbers below 2^31 and 2^32, and drop doubles.

    Args:
        high: First number of each pair, by which they are sorted; shape (pairs,).
        low: Second number; the same shape.

    Returns:
        First and second number of each pair that is left.
    """
    pairs = high << _LOW_BITS | low
    pairs.sort()
    new = np.ones(len(pairs), bool)
    np.not_equal(pairs[1:], pairs[:-1], out=new[1:])
    pairs = pairs[new]
    return pairs >> _LOW_BITS, pairs & ((1 << _LOW_BITS) - 1)


def no_names() -> NameOccurrences:
    """Give the occurrences of what is named nowhere."""
    empty = np.empty(0, np.int64)
    return NameOccurrences(empty, empty, empty)


def no_paragraphs() -> NameParagraphs:
    """Give the paragraphs of a field that names nothing."""
    empty = np.empty(0, np.int64)
    return NameParagraphs((), empty, empty)


def no_pairs() -> NamePairs:
    """Give the pairs of a field that names nothing."""
    empty = np.empty(0, np.int64)
    return NamePairs((), empty, empty)
