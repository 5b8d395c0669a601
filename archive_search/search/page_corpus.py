"""A corpus made of a few articles in hand, in which the marks of a page of results are found.

It needs nothing but records, so every engine marks alike.
"""

from collections.abc import Collection, Iterable, Sequence

import numpy as np

from archive_search.analysis.sentences import tell_first_words
from archive_search.analysis.stemming import stem_form
from archive_search.analysis.tokenizing import Token, tokenize
from archive_search.indexing.zones import iterate_parts
from archive_search.query.tree import Filter
from archive_search.records import Article, Paragraph, Span
from archive_search.search.conditions import article_meets
from archive_search.search.occurrences import Integers, Occurrences, keys_of, no_occurrences, sort_unique

MARKED_CHARACTERS = 2_000_000
"""Characters of a paragraph that are read for marks: a page of results must not wait for a paragraph of a whole
book. What matches further on is found and counted, but not marked."""


class PageCorpus:
    """Hold the places of some families in a few articles."""

    def __init__(
        self, articles: Sequence[Article], stems: Collection[str], holding: Sequence[Collection[int]] | None = None
    ) -> None:
        """Read the articles.

        Args:
            articles: Records, in the order in which they are numbered.
            stems: Families that will be asked for; the other words are not kept.
            holding: For each article the numbers of the paragraphs that hold a word that will be asked for, where
                that is known: the others are not read.
        """
        self.articles = articles
        self.paragraphs: list[Paragraph] = [paragraph for article in articles for paragraph in article.paragraphs]
        counts = [len(article.paragraphs) for article in articles]
        self.first_document: Integers = np.cumsum([0, *counts])
        self.article_of: Integers = np.repeat(np.arange(len(articles)), counts)
        self.part_of: Integers = np.array(
            [part for article in articles for part in iterate_parts(article.paragraphs)], np.int64
        )
        self._families: dict[str, list[tuple[int, Token]]] = {stem: [] for stem in stems}
        places: list[tuple[int, int]] = []
        for document, (owner, paragraph) in enumerate(zip(self.article_of.tolist(), self.paragraphs, strict=True)):
            if holding is None or paragraph.number in holding[owner]:
                places.extend((document, position) for position in self._read(document, paragraph.text))
        self.sentence_keys: Integers = keys_of(*np.array(places, np.int64).reshape(-1, 2).T)

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

    def find_forms(self, stem: str, forms: Iterable[str] | None) -> Occurrences:
        """Find a family: all its forms, or only those named."""
        wanted = None if forms is None else frozenset(forms)
        found = [
            (document, token.position, token.last)
            for document, token in self._families[stem]
            if wanted is None or token.form in wanted
        ]
        if not found:
            return no_occurrences()
        return sort_unique(Occurrences(*np.array(found, np.int64).T))

    def select_articles(self, condition: Filter) -> Integers:
        """Find the numbers of the articles that a filter keeps, sorted."""
        return np.array([n for n, article in enumerate(self.articles) if article_meets(article, condition)], np.int64)

    def find_characters(self) -> dict[int, tuple[dict[int, int], dict[int, int]]]:
        """Tell for each document where the characters are of the words that were kept.

        Returns:
            For each document the offset at which the word at a position starts, and the offset at which the word
            that reaches to a position ends.
        """
        places: dict[int, tuple[dict[int, int], dict[int, int]]] = {}
        for family in self._families.values():
            for document, token in family:
                starts, ends = places.setdefault(document, ({}, {}))
                starts[token.position] = token.start
                ends[token.last] = token.end
        return places


def cut_span(places: tuple[dict[int, int], dict[int, int]], first: int, last: int) -> Span:
    """Give the span of characters from the word at one position to the word at another."""
    starts, ends = places
    return Span(starts[first], ends[last])
