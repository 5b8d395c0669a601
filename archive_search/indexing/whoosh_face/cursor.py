"""Walk over the terms of one field of a segment, forwards and by leaps."""

from typing import Any

from whoosh.codec import base
from whoosh.reading import TermInfo

from archive_search.indexing.dictionary import Words
from archive_search.indexing.whoosh_face.posting_lists import ListReader


class DictionaryCursor(base.FieldCursor):
    """Stand on a term of a field, or after the last."""

    def __init__(self, words: Words, ranks: range, field: Any, lists: ListReader) -> None:
        """Stand on the first term.

        Args:
            words: Dictionary of the segment.
            ranks: Ranks of the terms of the field.
            field: Whoosh's field, which turns terms into text.
            lists: Posting lists of the segment.
        """
        self._words = words
        self._ranks = ranks
        self._field = field
        self._lists = lists
        self._rank = ranks.start

    def first(self) -> Any:
        """Go to the first term and give it."""
        self._rank = self._ranks.start
        return self.text()

    def find(self, string: Any) -> Any:
        """Go to the first term that does not come before another, and give it; None after the last."""
        term = string if isinstance(string, bytes) else self._field.to_bytes(string)
        self._rank = self._words.find_first(term, start=self._ranks.start, stop=self._ranks.stop)
        return self.text()

    def next(self) -> Any:
        """Go to the next term and give it; None after the last."""
        self._rank = min(self._rank + 1, self._ranks.stop)
        return self.text()

    def text(self) -> Any:
        """Give the term as text; None after the last."""
        return self._field.from_bytes(self._words[self._rank]) if self.is_valid() else None

    def term_info(self) -> TermInfo | None:
        """Give what Whoosh keeps of the term; None after the last."""
        return self._lists.describe(self._rank) if self.is_valid() else None

    def is_valid(self) -> bool:
        """Tell whether it stands on a term."""
        return self._rank < self._ranks.stop
