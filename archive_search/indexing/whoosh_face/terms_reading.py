"""Read the terms of a segment for Whoosh's queries."""

from collections.abc import Iterator
from typing import Any

from whoosh.codec import base
from whoosh.reading import TermInfo, TermNotFound

from archive_search.indexing.dictionary import Words
from archive_search.indexing.sections import SectionFile
from archive_search.indexing.whoosh_face.cursor import DictionaryCursor
from archive_search.indexing.whoosh_face.field_terms import FieldTerms
from archive_search.indexing.whoosh_face.matcher import ArrayMatcher
from archive_search.indexing.whoosh_face.names_reading import SegmentNames
from archive_search.indexing.whoosh_face.posting_lists import ListReader

Term = tuple[str, bytes]


class TermsReader(base.TermsReader):
    """Look terms up in the dictionary of a segment, and in the names of its generation."""

    def __init__(self, file: SectionFile, lists: ListReader, names: SegmentNames | None = None) -> None:
        """Take the file of the terms of a segment, its posting lists, and names where there are any."""
        self._file = file
        self._names = names
        words = Words(file, "term")
        described: dict[str, list[int]] = file.properties["fields"]
        self._own = {field: FieldTerms(words, range(*ends[:2]), lists) for field, ends in described.items()}
        # Whoosh expects all terms in order of field.
        self._fields = sorted([*self._own, *(names.fields if names else ())])
        self._none = FieldTerms(words, range(0), lists)

    def _terms_of(self, field: str) -> FieldTerms:
        if self._names is not None and field in self._names.fields:
            return self._names.open(field)
        return self._own.get(field, self._none)

    def __contains__(self, term: Term) -> bool:
        field, text = term
        return self._terms_of(field).find(text) is not None

    def indexed_field_names(self) -> list[str]:
        """List the fields that have terms."""
        return list(self._fields)

    def cursor(self, fieldname: str, fieldobj: Any) -> DictionaryCursor:
        """Walk over the terms of a field."""
        return DictionaryCursor(self._terms_of(fieldname), fieldobj)

    def _iterate(self, field: str, prefix: bytes) -> Iterator[tuple[Term, FieldTerms, int]]:
        """Yield the terms that do not come before one, field after field, with the terms of their field and rank."""
        reached = self._fields.index(field) if field in self._fields else len(self._fields)
        for name in self._fields[reached:]:
            terms = self._terms_of(name)
            first = terms.find_first(prefix) if name == field else terms.ranks.start
            # One by one: whoever asks may stop after a few.
            for rank in range(first, terms.ranks.stop):
                yield (name, terms.words[rank]), terms, rank

    def terms(self) -> Iterator[Term]:
        """Yield all terms."""
        return self.terms_from(*self._beginning())

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[Term]:
        """Yield the terms that do not come before one, those of later fields too."""
        return (term for term, _terms, _rank in self._iterate(fieldname, prefix))

    def items(self) -> Iterator[tuple[Term, TermInfo]]:
        """Yield all terms and what Whoosh keeps of each."""
        return self.items_from(*self._beginning())

    def items_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[Term, TermInfo]]:
        """Yield the terms that do not come before one, and what Whoosh keeps of each."""
        return ((term, terms.lists.describe(rank)) for term, terms, rank in self._iterate(fieldname, prefix))

    def _beginning(self) -> Term:
        return next(iter(self._fields), ""), b""

    def _require(self, field: str, text: bytes) -> tuple[ListReader, int]:
        terms = self._terms_of(field)
        rank = terms.find(text)
        if rank is None:
            raise TermNotFound(f"No term {field}:{text!r}")
        return terms.lists, rank

    def term_info(self, fieldname: str, text: bytes) -> TermInfo:
        """Give what Whoosh keeps of a term.

        Raises:
            TermNotFound: The segment does not have it.
        """
        lists, rank = self._require(fieldname, text)
        return lists.describe(rank)

    def frequency(self, fieldname: str, text: bytes) -> float:
        """Give the sum of the weights of a term, 0 when the segment does not have it."""
        return self.term_info(fieldname, text).weight() if (fieldname, text) in self else 0

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        """Count the documents that have a term."""
        return self.term_info(fieldname, text).doc_frequency() if (fieldname, text) in self else 0

    def matcher(self, fieldname: str, text: bytes, format_: Any, scorer: Any = None) -> ArrayMatcher:
        """Walk over the postings of a term.

        Raises:
            TermNotFound: The segment does not have it.
        """
        lists, rank = self._require(fieldname, text)
        return ArrayMatcher(lists.read(rank), format_, block=lists.block, term=(fieldname, text), scorer=scorer)

    def close(self) -> None:
        """Let the files go."""
        self._file.close()
        if self._names is not None:
            self._names.close()
