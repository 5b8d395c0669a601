"""A corpus made of a few articles in hand, in which the marks of a page of results are found.

It needs nothing but records, so every engine marks alike.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property

import numpy as np

from archive_search.analysis.sentences import find_sentence_starts
from archive_search.analysis.stemming import stem_form
from archive_search.analysis.tokenizing import Token, tokenize
from archive_search.indexing.zones import iterate_parts
from archive_search.query.tree import Filter
from archive_search.records import Article, Paragraph
from archive_search.search.conditions import article_meets
from archive_search.search.occurrences import Integers, Occurrences, no_occurrences, sort_unique


class PageCorpus:
    """Hold articles as tokens."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.articles = articles
        self.paragraphs: list[Paragraph] = [paragraph for article in articles for paragraph in article.paragraphs]
        self.tokens: list[list[Token]] = [list(tokenize(paragraph.text)) for paragraph in self.paragraphs]
        counts = [len(article.paragraphs) for article in articles]
        self.first_document: Integers = np.cumsum([0, *counts])
        self.article_of: Integers = np.repeat(np.arange(len(articles)), counts)
        self.part_of: Integers = np.array(
            [part for article in articles for part in iterate_parts(article.paragraphs)], np.int64
        )
        self._families = self._gather_families()

    def _gather_families(self) -> dict[str, list[tuple[int, Token]]]:
        families: dict[str, list[tuple[int, Token]]] = {}
        for document, tokens in enumerate(self.tokens):
            for token in tokens:
                families.setdefault(stem_form(token.form), []).append((document, token))
        return families

    @cached_property
    def sentence_keys(self) -> Integers:
        """Sorted keys of the places where sentences begin."""
        keys: list[int] = []
        for document, paragraph in enumerate(self.paragraphs):
            starts = list(find_sentence_starts(paragraph.text))
            words = [token for token in self.tokens[document] if token.position == token.last]
            first_words = {_first_word_from(words, start) for start in starts}
            keys.extend((document << 32) | position for position in sorted(first_words - {None}))  # type: ignore[operator, type-var]
        return np.array(keys, np.int64)

    def find_forms(self, stem: str, forms: Iterable[str] | None) -> Occurrences:
        """Find a family: all its forms, or only those named."""
        wanted = None if forms is None else frozenset(forms)
        found = [
            (document, token.position, token.last)
            for document, token in self._families.get(stem, ())
            if wanted is None or token.form in wanted
        ]
        if not found:
            return no_occurrences()
        return sort_unique(Occurrences(*np.array(found, np.int64).T))

    def select_articles(self, condition: Filter) -> Integers:
        """Find the numbers of the articles that a filter keeps, sorted."""
        return np.array([n for n, article in enumerate(self.articles) if article_meets(article, condition)], np.int64)


def _first_word_from(words: list[Token], start: int) -> int | None:
    return next((token.position for token in words if token.start >= start), None)
