"""Fold an answer: of each family of reprints and versions one hit, the best of its members.

>>> import numpy as np
>>> folding = Folding(articles=np.arange(6), families=np.array([0, 7, 7, 0, 9, 7, 9]))
>>> folding.hits, folding.others(2), folding.others(3)
(4, 2, 0)
>>> folding.fold(np.array([5, 3, 1, 4]), np.array([4.0, 3.0, 2.0, 1.0]))[0].tolist()
[5, 3, 4]
"""

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import TypeAlias

import numpy as np

from archive_search.search.impacts import Scores
from archive_search.search.occurrences import Integers
from archive_search.search.requests import SearchRequest

Ranked: TypeAlias = tuple[Integers, Scores]
"""Numbers of articles in the order of an answer, and their scores."""

_WIDENING = 4


class Folding:
    """Know which articles of one answer are of one family."""

    def __init__(self, *, articles: Integers, families: Integers) -> None:
        """Hold an answer.

        Args:
            articles: Numbers of all articles found, sorted.
            families: Number of the family of each article of the archive; 0 where it has none.
        """
        self._articles = articles
        self._families = families

    @property
    def articles(self) -> int:
        """Number of articles of the answer."""
        return len(self._articles)

    @cached_property
    def hits(self) -> int:
        """Number of hits of the folded answer."""
        return len(self._articles) - int(np.count_nonzero(self._found[1:] == self._found[:-1]))

    @cached_property
    def _found(self) -> Integers:
        """Family of each article of the answer that has one, sorted."""
        families = self._families[self._articles]
        return np.sort(families[families > 0])

    def family(self, article: int) -> int:
        """Give the number of the family of an article of the answer, 0 where it has none."""
        return int(self._families[article])

    def others(self, article: int) -> int:
        """Count the other members found of the family of an article of the answer."""
        family = self.family(article)
        first, end = self._found.searchsorted((family, family + 1))
        return max(0, int(end - first) - 1)

    def fold(self, articles: Integers, scores: Scores) -> Ranked:
        """Keep of each family the first of some articles of the answer, in the order in which they stand."""
        families = self._families[articles]
        keeps = families == 0
        _, firsts = np.unique(families, return_index=True)
        keeps[firsts] = True
        return articles[keeps], scores[keeps]


def rank_folded(rank: Callable[[SearchRequest], Ranked], folding: Folding, request: SearchRequest) -> Ranked:
    """Choose the hits of a page of the folded answer.

    Args:
        rank: Chooses the articles of a page of the answer as it is.
        folding: The answer.
        request: What is asked.
    """
    wanted = min(request.offset + request.limit, folding.hits) if request.limit else 0
    doubles = folding.articles - folding.hits
    most = wanted + min(wanted, doubles)
    articles, scores = folding.fold(*rank(replace(request, offset=0, limit=most)))
    # A family larger than the page may fill it: then more articles are looked at.
    while len(articles) < wanted:
        most *= _WIDENING
        articles, scores = folding.fold(*rank(replace(request, offset=0, limit=most)))
    return articles[request.offset : wanted], scores[request.offset : wanted]
