"""Write what a segment knows of its documents for Whoosh's writers.

stored.bytes, stored.ends    stored fields of each document, as a pickle of harmless values; empty for none
length:FIELD                 length of the field in each document, as Whoosh's length byte
column:FIELD                 the bytes that the column of the field wrote
vector...                    see `vectors`
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np
from whoosh.codec import base
from whoosh.util.numeric import length_to_byte

from archive_search.indexing.dictionary import write_words
from archive_search.indexing.sections import SectionWriter
from archive_search.indexing.segment_files import DOCUMENTS
from archive_search.indexing.whoosh_face.columns import ColumnWriters
from archive_search.indexing.whoosh_face.safe_pickles import dump_pickle
from archive_search.indexing.whoosh_face.segment import FlatSegment
from archive_search.indexing.whoosh_face.vectors import Item, VectorsWriter


class _Document(NamedTuple):
    """Hold what is known of one document until all of it is."""

    stored: dict[str, Any]
    lengths: dict[str, int]
    columns: list[tuple[str, Any, Any]]
    vectors: list[tuple[str, list[Item]]]


class DocumentsWriter(base.PerDocumentWriter):
    """Take the documents of a segment one after the other."""

    def __init__(self, storage: Any, segment: FlatSegment) -> None:
        """Begin a segment in a storage."""
        self._storage = storage
        self._segment = segment
        self._stored: list[bytes] = []
        self._lengths: dict[str, dict[int, int]] = {}
        self._totals: dict[str, int] = {}
        self._columns = ColumnWriters()
        self._vectors: dict[str, VectorsWriter] = {}
        self._document: _Document | None = None
        self.is_closed = False

    def start_doc(self, docnum: int) -> None:
        """Begin a document.

        Raises:
            ValueError: It is not the next one, or the one before was not finished.
        """
        if self._document is not None or docnum != len(self._stored):
            raise ValueError(f"document {docnum} begins where {len(self._stored)} should")
        self._document = _Document({}, {}, [], [])

    @property
    def _current(self) -> _Document:
        if self._document is None:
            raise ValueError("no document was begun")
        return self._document

    def add_field(self, fieldname: str, fieldobj: Any, value: Any, length: int | None) -> None:
        """Give the stored value of a field, None for none, and its length in terms."""
        if value is not None:
            self._current.stored[fieldname] = value
        if length:
            self._current.lengths[fieldname] = length

    def add_column_value(self, fieldname: str, columnobj: Any, value: Any) -> None:
        """Give the value of a column."""
        self._current.columns.append((fieldname, columnobj, value))

    def add_vector_items(self, fieldname: str, fieldobj: Any, items: Iterable[Item]) -> None:
        """Give the terms of a field, each with its weight and value."""
        self._current.vectors.append((fieldname, list(items)))

    def cancel_doc(self) -> None:
        """Forget the document that was begun."""
        self._document = None

    def finish_doc(self) -> None:
        """End the document.

        Raises:
            TypeError: A stored value is of a class that would be refused when it is read.
        """
        document, number = self._current, len(self._stored)
        # Forgotten first: a writer that is cancelled after an error closes this one too.
        self._document = None
        self._stored.append(dump_pickle(document.stored) if document.stored else b"")
        for field, length in document.lengths.items():
            self._lengths.setdefault(field, {})[number] = length_to_byte(length)
            self._totals[field] = self._totals.get(field, 0) + length
        for field, column, value in document.columns:
            self._columns.add(field, column, number, value)
        for field, items in document.vectors:
            self._vectors.setdefault(field, VectorsWriter()).add(number, items)

    def close(self) -> None:
        """Write the file."""
        if self._document is not None:
            self.finish_doc()
        with self._segment.create_file(self._storage, DOCUMENTS) as file:
            self._write(SectionWriter(file))
        self.is_closed = True

    def _write(self, writer: SectionWriter) -> None:
        count = len(self._stored)
        write_words(writer, "stored", self._stored)
        for field, lengths in self._lengths.items():
            known = np.zeros(count, np.uint8)
            known[list(lengths)] = list(lengths.values())
            writer.add(f"length:{field}", known)
        for field, data in self._columns.finish(count):
            writer.add_bytes(f"column:{field}", data)
        for field, vectors in self._vectors.items():
            vectors.write(writer, field, count)
        writer.finish({"documents": count, "lengths": self._totals})
