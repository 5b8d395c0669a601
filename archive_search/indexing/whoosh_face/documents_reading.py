"""Read what a segment that one of Whoosh's writers wrote knows of its documents."""

from collections.abc import Collection
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.codec import base
from whoosh.util.numeric import byte_to_length

from archive_search.indexing.dictionary import Words
from archive_search.indexing.sections import SectionFile
from archive_search.indexing.whoosh_face.columns import open_column
from archive_search.indexing.whoosh_face.matcher import ArrayMatcher
from archive_search.indexing.whoosh_face.safe_pickles import load_pickle
from archive_search.indexing.whoosh_face.segment import FlatSegment
from archive_search.indexing.whoosh_face.vectors import VectorsReader


def added_column_name(segment: FlatSegment, field: str) -> str:
    """Name the file of a column that `whoosh.sorting.add_sortable` adds to a segment after it was written."""
    name: str = segment.make_filename(f".{field}.column")
    return name


class DocumentsReader(base.PerDocumentReader):
    """Give the stored fields, lengths, columns and vectors of documents."""

    def __init__(self, file: SectionFile, storage: Any, segment: FlatSegment) -> None:
        """Take the file of the documents of a segment, and the storage where columns may have been added to it."""
        self._file = file
        self._storage = storage
        self._segment = segment
        self._count = int(file.properties["documents"])
        self._totals: dict[str, int] = file.properties["lengths"]
        self._stored = Words(file, "stored")

    def close(self) -> None:
        """Let the file go."""
        self._file.close()

    def doc_count(self) -> int:
        """Count the documents, without deleted ones."""
        return self._count - self._segment.deleted_count()

    def doc_count_all(self) -> int:
        """Count the documents, with deleted ones."""
        return self._count

    def has_deletions(self) -> bool:
        """Tell whether any document is deleted."""
        return self._segment.deleted_count() > 0

    def is_deleted(self, docnum: int) -> bool:
        """Tell whether a document is deleted."""
        return self._segment.is_deleted(docnum)

    def deleted_docs(self) -> Collection[int]:
        """Give the numbers of the deleted documents."""
        return self._segment.deleted_docs()

    def supports_columns(self) -> bool:
        """Say that it does."""
        return True

    def has_column(self, fieldname: str) -> bool:
        """Tell whether a field has a column."""
        return f"column:{fieldname}" in self._file or self._is_added(fieldname)

    def _is_added(self, field: str) -> bool:
        return bool(self._storage.file_exists(added_column_name(self._segment, field)))

    def list_columns(self) -> list[str]:
        """List the fields that have a column."""
        prefix = "column:"
        return [name.removeprefix(prefix) for name in self._file.names() if name.startswith(prefix)]

    def column_reader(self, fieldname: str, column: Any) -> Any:
        """Read the column of a field, whose type is given."""
        section = f"column:{fieldname}"
        data = self._file.read_all(section).tobytes() if section in self._file else self._read_added(fieldname)
        return open_column(data, column, self._count)

    def _read_added(self, field: str) -> bytes:
        with self._storage.open_file(added_column_name(self._segment, field)) as file:
            data: bytes = file.read()
        return data

    def _lengths(self, field: str) -> NDArray[np.uint8]:
        return self._file.read_all(f"length:{field}") if field in self._totals else np.zeros(1, np.uint8)

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        """Give the length of a field in a document, as near as a byte tells it."""
        if fieldname not in self._totals:
            return default
        byte = int(self._lengths(fieldname)[docnum])
        return byte_to_length(byte) if byte else default

    def field_length(self, fieldname: str) -> int:
        """Give the length of a field in all documents together."""
        return self._totals.get(fieldname, 0)

    def min_field_length(self, fieldname: str) -> int:
        """Give the smallest length of a field, 0 where some document does not have it."""
        return byte_to_length(int(self._lengths(fieldname).min()))  # type: ignore[no-any-return]  # Whoosh is untyped

    def max_field_length(self, fieldname: str) -> int:
        """Give the largest length of a field."""
        return byte_to_length(int(self._lengths(fieldname).max()))  # type: ignore[no-any-return]  # Whoosh is untyped

    def has_vector(self, docnum: int, fieldname: str) -> bool:
        """Tell whether the terms of a field were kept document by document, and this one has some."""
        return VectorsReader.exist(self._file, fieldname) and VectorsReader(self._file, fieldname).has(docnum)

    def vector(self, docnum: int, fieldname: str, format_: Any) -> ArrayMatcher:
        """Walk over the terms of a field in a document.

        Raises:
            KeyError: They were not kept.
        """
        if not self.has_vector(docnum, fieldname):
            raise KeyError(f"document {docnum} has no vector of field {fieldname!r}")
        return ArrayMatcher(VectorsReader(self._file, fieldname).read(docnum), format_)

    def stored_fields(self, docnum: int) -> dict[str, Any]:
        """Give the stored fields of a document."""
        data = self._stored[docnum]
        stored: dict[str, Any] = load_pickle(data) if data else {}
        return stored
