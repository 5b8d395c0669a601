"""Read the terms of a segment for Whoosh's queries."""

from collections.abc import Iterator
from typing import Any

from whoosh.codec import base
from whoosh.reading import TermInfo, TermNotFound

from archive_search.indexing.dictionary import Words
from archive_search.indexing.sections import SectionFile
from archive_search.indexing.whoosh_face.cursor import DictionaryCursor
from archive_search.indexing.whoosh_face.matcher import ArrayMatcher
from archive_search.indexing.whoosh_face.posting_lists import ListReader

Term = tuple[str, bytes]


class TermsReader(base.TermsReader):
    """Look terms up in the dictionary of a segment."""

    def __init__(self, file: SectionFile, lists: ListReader) -> None:
        """Take the file of the terms of a segment and its posting lists."""
        self._file = file
        self._lists = lists
        self._words = Words(file, "term")
        self._fields: dict[str, list[int]] = file.properties["fields"]

    def _find(self, field: str, term: bytes) -> int | None:
        first, end, _positions = self._fields.get(field, (0, 0, 0))
        return self._words.find(term, start=first, stop=end)

    def __contains__(self, term: Term) -> bool:
        return self._find(*term) is not None

    def indexed_field_names(self) -> list[str]:
        """List the fields that have terms."""
        return list(self._fields)

    def cursor(self, fieldname: str, fieldobj: Any) -> DictionaryCursor:
        """Walk over the terms of a field."""
        first, end, _positions = self._fields.get(fieldname, (0, 0, 0))
        return DictionaryCursor(self._words, range(first, end), fieldobj, self._lists)

    def _ranks_from(self, field: str, prefix: bytes) -> Iterator[tuple[str, range]]:
        """Yield what is left of the dictionary from a term on, field by field."""
        reached = False
        for name, (first, end, _positions) in self._fields.items():
            if name == field:
                reached = True
                yield name, range(self._words.find_first(prefix, start=first, stop=end), end)
            elif reached:
                yield name, range(first, end)

    def _iterate(self, spans: Iterator[tuple[str, range]]) -> Iterator[tuple[Term, int]]:
        for field, ranks in spans:
            # One by one: whoever asks may stop after a few.
            for rank in ranks:
                yield (field, self._words[rank]), rank

    def _all(self) -> Iterator[tuple[Term, int]]:
        return self._iterate((name, range(first, end)) for name, (first, end, _positions) in self._fields.items())

    def terms(self) -> Iterator[Term]:
        """Yield all terms."""
        return (term for term, _rank in self._all())

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[Term]:
        """Yield the terms that do not come before one, those of later fields too."""
        return (term for term, _rank in self._iterate(self._ranks_from(fieldname, prefix)))

    def items(self) -> Iterator[tuple[Term, TermInfo]]:
        """Yield all terms and what Whoosh keeps of each."""
        return ((term, self._lists.describe(rank)) for term, rank in self._all())

    def items_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[Term, TermInfo]]:
        """Yield the terms that do not come before one, and what Whoosh keeps of each."""
        found = self._iterate(self._ranks_from(fieldname, prefix))
        return ((term, self._lists.describe(rank)) for term, rank in found)

    def _require(self, field: str, term: bytes) -> int:
        rank = self._find(field, term)
        if rank is None:
            raise TermNotFound(f"No term {field}:{term!r}")
        return rank

    def term_info(self, fieldname: str, text: bytes) -> TermInfo:
        """Give what Whoosh keeps of a term.

        Raises:
            TermNotFound: The segment does not have it.
        """
        return self._lists.describe(self._require(fieldname, text))

    def frequency(self, fieldname: str, text: bytes) -> float:
        """Give the sum of the weights of a term, 0 when the segment does not have it."""
        rank = self._find(fieldname, text)
        return 0 if rank is None else self._lists.describe(rank).weight()

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        """Count the documents that have a term."""
        rank = self._find(fieldname, text)
        return 0 if rank is None else self._lists.describe(rank).doc_frequency()

    def matcher(self, fieldname: str, text: bytes, format_: Any, scorer: Any = None) -> ArrayMatcher:
        """Walk over the postings of a term.

        Raises:
            TermNotFound: The segment does not have it.
        """
        found = self._lists.read(self._require(fieldname, text))
        return ArrayMatcher(found, format_, block=self._lists.block, term=(fieldname, text), scorer=scorer)

    def close(self) -> None:
        """Let the file go."""
        self._file.close()
