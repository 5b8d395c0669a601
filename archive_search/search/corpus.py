"""What the evaluation of a query needs to know of a body of text, whoever holds it.

Documents are paragraphs, numbered from 0 so that those of one article follow each other; articles are numbered
from 0 in the same order. The whole index is one such corpus; the articles of a page of results, cut out of the index
or read from their texts, are others, in which the marks are found with the same code.
"""

from collections.abc import Collection
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from archive_search.query.tree import Filter
from archive_search.search.occurrences import Integers, Occurrences

EVERYWHERE = 0
"""Mask that asks for no zone (see `archive_search.indexing.zones`)."""


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

    def find_forms(self, stem: str, forms: Collection[str] | None) -> Occurrences:
        """Find a family: all its forms, or only those named."""

    def find_names(self, field: str, entity_id: str) -> Occurrences:
        """Find the places that name an entity, by a field of the names of the index and the id of the entity."""

    def select_articles(self, condition: Filter) -> Integers:
        """Find the numbers of the articles that a filter keeps, sorted."""


def in_zones(corpus: Corpus, documents: Integers, mask: int) -> NDArray[np.bool_]:
    """Tell for each document whether it belongs to all the zones of a mask."""
    inside: NDArray[np.bool_] = (corpus.parts_of(documents) & mask) == mask
    return inside
