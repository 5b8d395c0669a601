"""A corpus made of a few articles in hand, in which marks can be found without an index.

It needs nothing but records, so every engine marks alike.
"""

from collections.abc import Collection, Sequence
from functools import cached_property

import numpy as np

from archive_search.analysis.sentences import tell_first_words
from archive_search.analysis.stemming import stem_form
from archive_search.analysis.tokenizing import Token, tokenize
from archive_search.indexing.zones import iterate_parts
from archive_search.query.tree import Filter
from archive_search.records import Article
from archive_search.search.conditions import article_meets, count_words
from archive_search.search.corpus import words_before
from archive_search.search.occurrences import (
    Integers,
    Occurrences,
    documents_of,
    no_occurrences,
    places_of,
    positions_of,
    sort_unique,
)

MARKED_CHARACTERS = 2_000_000
"""Characters of a paragraph that are read for marks: a page of results must not wait for a paragraph of a whole
book. What matches further on is found and counted, but not marked."""


class PageCorpus:
    """Hold the places of some families in a few articles."""

    def __init__(self, articles: Sequence[Article], stems: Collection[str]) -> None:
        """Read the articles.

        Args:
            articles: Records, in the order in which they are numbered.
            stems: Families that will be asked for; the other words are not kept.
        """
        self._articles = articles
        counts = [len(article.paragraphs) for article in articles]
        self.first_document: Integers = np.cumsum([0, *counts])
        self._article_of: Integers = np.repeat(np.arange(len(articles)), counts)
        kinds = ([paragraph.kind for paragraph in article.paragraphs] for article in articles)
        self._part_of: Integers = np.array([part for each in kinds for part in iterate_parts(each)], np.int64)
        self._families: dict[str, list[tuple[int, Token]]] = {stem: [] for stem in stems}
        texts = [paragraph.text for article in articles for paragraph in article.paragraphs]
        starts = [
            (document, position) for document, text in enumerate(texts) for position in self._read(document, text)
        ]
        self.sentence_starts: Integers = places_of(*np.array(starts, np.int64).reshape(-1, 2).T)

    def _read(self, document: int, text: str) -> list[int]:
        """Keep the words of a paragraph that may be asked for, and give the positions at which sentences begin."""
        sentence_positions = []
        for token, is_first in tell_first_words(text, tokenize(text[:MARKED_CHARACTERS])):
            if is_first:
                sentence_positions.append(token.position)
            family = self._families.get(stem_form(token.form))
            if family is not None:
                family.append((document, token))
        return sentence_positions

    def articles_of(self, documents: Integers) -> Integers:
        """Give the number of the article of each of some documents."""
        return self._article_of[documents]

    def parts_of(self, documents: Integers) -> Integers:
        """Give the zones of each of some documents, as masks."""
        return self._part_of[documents]

    @cached_property
    def _words_before(self) -> Integers:
        lengths = [count_words(paragraph.text) for article in self._articles for paragraph in article.paragraphs]
        return words_before(np.array(lengths, np.int64), self.first_document)

    def ordinals_of(self, places: Integers) -> Integers:
        """Give the rank in its article, from 0, of the word at each of some places."""
        return self._words_before[documents_of(places)] + positions_of(places)

    def find_forms(self, stem: str, forms: Collection[str] | None) -> Occurrences:
        """Find a family: all its forms, or only those named."""
        found = [
            (document, token.position, token.last)
            for document, token in self._families[stem]
            if forms is None or token.form in forms
        ]
        if not found:
            return no_occurrences()
        document, first, last = np.array(found, np.int64).T
        return sort_unique(Occurrences(places_of(document, first), places_of(document, last)))

    def find_names(self, field: str, entity_id: str) -> Occurrences:
        """Give nothing: texts alone do not tell whom they name."""
        return no_occurrences()

    def select_articles(self, condition: Filter) -> Integers:
        """Find the numbers of the articles that a filter keeps, sorted."""
        return np.array([n for n, article in enumerate(self._articles) if article_meets(article, condition)], np.int64)
