"""The terms of one field of a segment, wherever they are kept."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from archive_search.indexing.whoosh_face.posting_lists import ListReader


class TermList(Protocol):
    """Give terms by their rank, as `dictionary.Words` does."""

    def __getitem__(self, rank: int) -> bytes: ...

    def find_first(self, word: bytes, *, start: int = 0, stop: int | None = None) -> int:
        """Give the rank of the first term that does not sort before another, between two ranks."""


class ListedTerms:
    """Look terms up that are held in memory.

    >>> ListedTerms([b"org:onu", b"org:otan"]).find_first(b"org:oo")
    1
    """

    def __init__(self, terms: Sequence[bytes]) -> None:
        """Take terms, sorted."""
        self._terms = terms

    def __getitem__(self, rank: int) -> bytes:
        return self._terms[rank]

    def find_first(self, word: bytes, *, start: int = 0, stop: int | None = None) -> int:
        """Give the rank of the first term that does not sort before another, between two ranks."""
        return bisect_left(self._terms, word, start, stop)


class FieldTerms(NamedTuple):
    """Hold the terms of one field.

    Attributes:
        words: Terms, perhaps of other fields too.
        ranks: Ranks of those of the field, which are sorted.
        lists: Posting lists, by the same ranks.
    """

    words: TermList
    ranks: range
    lists: ListReader

    def find_first(self, term: bytes) -> int:
        """Give the rank of the first term that does not come before another; that after the last, if there is none."""
        return self.words.find_first(term, start=self.ranks.start, stop=self.ranks.stop)

    def find(self, term: bytes) -> int | None:
        """Give the rank of a term, or None when the field does not have it."""
        rank = self.find_first(term)
        return rank if rank < self.ranks.stop and self.words[rank] == term else None
