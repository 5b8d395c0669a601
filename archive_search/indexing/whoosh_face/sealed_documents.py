"""Show what a segment of an archive knows of its documents, as Whoosh wants it."""

from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.codec import base

from archive_search.indexing.dictionary import Words
from archive_search.indexing.fields import TEXT
from archive_search.indexing.postings import PostingsReader
from archive_search.indexing.sections import SectionFile
from archive_search.indexing.whoosh_face.columns import KeyColumnReader


class SealedDocuments(base.PerDocumentReader):
    """Give the keys and lengths of the paragraphs of an archive; the keys are columns and stored fields too."""

    def __init__(self, documents: SectionFile, terms: SectionFile, deleted: SectionFile | None) -> None:
        """Take the files of a segment; ``deleted`` is None where no document was deleted."""
        self._files = documents, terms
        self._documents = documents
        self._count = int(documents.properties["documents"])
        self._deleted = frozenset(deleted.read_all("deleted").tolist() if deleted else ())
        self._words = Words(terms, "term")
        self._postings = PostingsReader(terms)
        fields: dict[str, list[int]] = terms.properties["fields"]
        self._keys = {name: (first, end) for name, (first, end, positions) in fields.items() if not positions}
        self._column: Callable[[str], KeyColumnReader] = cache(self._read_column)

    def close(self) -> None:
        """Let the files go."""
        for file in self._files:
            file.close()

    def doc_count(self) -> int:
        """Count the documents, without deleted ones."""
        return self._count - len(self._deleted)

    def doc_count_all(self) -> int:
        """Count the documents, with deleted ones."""
        return self._count

    def has_deletions(self) -> bool:
        """Tell whether any document is deleted."""
        return bool(self._deleted)

    def is_deleted(self, docnum: int) -> bool:
        """Tell whether a document is deleted."""
        return docnum in self._deleted

    def deleted_docs(self) -> frozenset[int]:
        """Give the numbers of the deleted documents."""
        return self._deleted

    def supports_columns(self) -> bool:
        """Say that it does."""
        return True

    def has_column(self, fieldname: str) -> bool:
        """Tell whether a field is a key."""
        return fieldname in self._keys

    def list_columns(self) -> list[str]:
        """List the keys."""
        return list(self._keys)

    def _read_column(self, field: str) -> KeyColumnReader:
        first, end = self._keys[field]
        return KeyColumnReader(self._postings, self._words.list_words(first, end), first, self._count)

    def column_reader(self, fieldname: str, column: Any) -> KeyColumnReader:
        """Give the terms of a key by document."""
        return self._column(fieldname)

    def _lengths(self, field: str) -> NDArray[Any]:
        return self._documents.read_all("document.words") if field == TEXT and self._count else np.zeros(1, np.uint8)

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        """Give the length of the text of a document in words; only the text has a length."""
        return int(self._lengths(fieldname)[docnum]) if fieldname == TEXT else default

    def field_length(self, fieldname: str) -> int:
        """Give the length of the text of all documents, deleted ones included, in words."""
        return int(self._documents.properties["words"]) if fieldname == TEXT else 0

    def min_field_length(self, fieldname: str) -> int:
        """Give the smallest length of a text."""
        return int(self._lengths(fieldname).min())

    def max_field_length(self, fieldname: str) -> int:
        """Give the largest length of a text."""
        return int(self._lengths(fieldname).max())

    def stored_fields(self, docnum: int) -> dict[str, Any]:
        """Give the keys of a document as text, those that it has."""
        values = {field: self._column(field)[docnum].decode() for field in self._keys}
        return {field: value for field, value in values.items() if value}
