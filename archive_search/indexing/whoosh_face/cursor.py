"""Walk over the terms of one field of a segment, forwards and by leaps."""

from typing import Any

from whoosh.codec import base
from whoosh.reading import TermInfo

from archive_search.indexing.whoosh_face.field_terms import FieldTerms


class DictionaryCursor(base.FieldCursor):
    """Stand on a term of a field, or after the last."""

    def __init__(self, terms: FieldTerms, field: Any) -> None:
        """Stand on the first of the terms; ``field`` is Whoosh's field, which turns them into text."""
        self._terms = terms
        self._field = field
        self._rank = terms.ranks.start

    def first(self) -> Any:
        """Go to the first term and give it."""
        self._rank = self._terms.ranks.start
        return self.text()

    def find(self, string: Any) -> Any:
        """Go to the first term that does not come before another, and give it; None after the last."""
        term = string if isinstance(string, bytes) else self._field.to_bytes(string)
        self._rank = self._terms.find_first(term)
        return self.text()

    def next(self) -> Any:
        """Go to the next term and give it; None after the last."""
        self._rank = min(self._rank + 1, self._terms.ranks.stop)
        return self.text()

    def text(self) -> Any:
        """Give the term as text; None after the last."""
        return self._field.from_bytes(self._terms.words[self._rank]) if self.is_valid() else None

    def term_info(self) -> TermInfo | None:
        """Give what Whoosh keeps of the term; None after the last."""
        return self._terms.lists.describe(self._rank) if self.is_valid() else None

    def is_valid(self) -> bool:
        """Tell whether it stands on a term."""
        return self._rank < self._terms.ranks.stop
