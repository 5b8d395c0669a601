"""Find articles and paragraphs of the index by their numbers in the records.

>>> import numpy as np
>>> places = ArticlePlaces(np.array([12, 7]), np.array([0, 3, 5]), living=np.array([True, True]))
>>> found, documents = places.find_documents(np.array([7, 9, 12]), np.array([2, 1, 1]))
>>> found.tolist(), documents.tolist()
([True, False, True], [4, 0])
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int64]


class ArticlePlaces:
    """Turn numbers of articles into their places; made once, by one sort of the numbers."""

    def __init__(self, numbers: NDArray[Any], first_document: NDArray[Any], *, living: NDArray[np.bool_]) -> None:
        """Take the articles in the order of their places.

        Args:
            numbers: Number of each in the records; shape (articles,).
            first_document: First document of each, and the number of documents at the end; shape (articles + 1,).
            living: Which of them can be found; shape (articles,).
        """
        chosen = np.flatnonzero(living)
        self._places = chosen[np.argsort(numbers[chosen], kind="stable")]
        self._numbers = numbers[self._places].astype(np.int64)
        self._first = first_document

    def find(self, numbers: Integers) -> tuple[NDArray[np.bool_], Integers]:
        """Give the places of articles.

        Args:
            numbers: Their numbers, in any order, as often as wanted.

        Returns:
            Which of them are there, in the shape of ``numbers``, and the places of those that are.
        """
        if not len(self._numbers):
            return np.zeros(len(numbers), bool), np.empty(0, np.int64)
        rank = self._numbers.searchsorted(numbers)
        found = self._numbers.take(rank, mode="clip") == numbers
        return found, self._places[rank[found]]

    def find_documents(self, numbers: Integers, paragraphs: Integers) -> tuple[NDArray[np.bool_], Integers]:
        """Give the documents of paragraphs.

        Args:
            numbers: Number of the article of each.
            paragraphs: Its number in the article, from 1; the same shape.

        Returns:
            Which of them are in an article that is there, and the documents of those that are.

        Raises:
            LookupError: An article that is there has no such paragraph.
        """
        found, place = self.find(numbers)
        offset = paragraphs[found] - 1
        first = self._first[place].astype(np.int64)
        if np.any((offset < 0) | (offset >= self._first[place + 1] - first)):
            raise LookupError("paragraphe hors de l'article")
        return found, first + offset
