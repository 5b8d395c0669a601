"""Columns of Whoosh: those that its writers wrote as bytes, and those made from the keys of an archive."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

import numpy as np
from whoosh import columns
from whoosh.filedb.structfile import BufferFile, StructFile

from archive_search.indexing.postings import PostingsReader
from archive_search.indexing.whoosh_face.safe_pickles import load_pickle, read_pickle


class ColumnWriters:
    """Gather in memory what the columns of a segment write."""

    def __init__(self) -> None:
        self._files: dict[str, BytesIO] = {}
        self._writers: dict[str, Any] = {}

    def add(self, field: str, column: Any, document: int, value: Any) -> None:
        """Give a document its value; documents come in order."""
        if field not in self._writers:
            self._files[field] = BytesIO()
            self._writers[field] = column.writer(StructFile(self._files[field]))
        self._writers[field].add(document, value)

    def finish(self, documents: int) -> Iterator[tuple[str, bytes]]:
        """Yield the name of each field that has a column, and what the column wrote."""
        for field, writer in self._writers.items():
            writer.finish(documents)
            yield field, self._files[field].getvalue()


class _SafeFile(BufferFile):
    def read_pickle(self) -> Any:
        return read_pickle(self.file)


def open_column(data: bytes, column: Any, documents: int) -> Any:
    """Read what a column of some type wrote; pickles inside may hold harmless values only."""
    reader = column.reader(_SafeFile(memoryview(data)), 0, len(data), documents)
    if isinstance(reader, columns.PickleColumn.Reader):
        return _SafePickleReader(reader._child)
    return reader


class _SafePickleReader(columns.WrappedColumnReader):
    def __getitem__(self, document: int) -> Any:
        value = self._child[document]
        return load_pickle(value) if value else None

    def __iter__(self) -> Iterator[Any]:
        return (load_pickle(value) if value else None for value in self._child)


class KeyColumnReader(columns.ColumnReader):
    """Give for each document its term in a key field of an archive, empty where it has none."""

    def __init__(self, postings: PostingsReader, terms: Sequence[bytes], first: int, documents: int) -> None:
        """Read a field.

        Args:
            postings: Postings of the segment.
            terms: Terms of the field, in order.
            first: Rank of the first in the dictionary of the segment.
            documents: Number of documents.
        """
        self._terms = [b"", *terms]
        self._code = np.zeros(documents, np.int64)
        if terms:
            run = postings.read_run(first, first + len(terms), positions=False)
            self._code[run.document] = np.repeat(np.arange(1, len(self._terms)), run.counts)

    def __len__(self) -> int:
        return len(self._code)

    def __getitem__(self, document: int) -> bytes:
        return self._terms[int(self._code[document])]

    def __iter__(self) -> Iterator[bytes]:
        return (self._terms[code] for code in self._code.tolist())
