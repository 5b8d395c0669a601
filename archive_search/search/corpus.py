"""What the evaluation of a query needs to know of a body of text, whoever holds it.

Documents are paragraphs, numbered from 0 so that those of one article follow each other; articles are numbered
from 0 in the same order. The whole index is one such corpus; the articles of a page of results are another, from
which the marks are found with the same code.
"""

from collections.abc import Iterable
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
    def article_of(self) -> Integers:
        """Number of the article of each document; shape (documents,)."""

    @property
    def first_document(self) -> Integers:
        """Number of the first document of each article, and the number of documents at the end."""

    @property
    def part_of(self) -> Integers:
        """Zones of each document, as a mask; shape (documents,)."""

    @property
    def sentence_keys(self) -> Integers:
        """Sorted keys (`occurrences.keys_of`) of the places where sentences begin; shape (sentences,)."""

    def find_forms(self, stem: str, forms: Iterable[str] | None) -> Occurrences:
        """Find a family: all its forms, or only those named."""

    def select_articles(self, condition: Filter) -> Integers:
        """Find the numbers of the articles that a filter keeps, sorted."""


def in_zones(corpus: Corpus, documents: Integers, mask: int) -> NDArray[np.bool_]:
    """Tell for each document whether it belongs to all the zones of a mask."""
    inside: NDArray[np.bool_] = (corpus.part_of[documents] & mask) == mask
    return inside
