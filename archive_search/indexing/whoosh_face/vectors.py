"""The vectors of a segment: the terms of single documents, each with a weight and a value.

vector.terms:FIELD.bytes, .ends     terms of all documents, sorted within each
vector.weights:FIELD                their weights, f4
vector.values:FIELD.bytes, .ends    their values
vector.documents:FIELD              end of each document's terms
"""

from collections.abc import Iterable

import numpy as np

from archive_search.indexing.dictionary import Words, write_words
from archive_search.indexing.packing import narrow
from archive_search.indexing.sections import SectionFile, SectionWriter
from archive_search.indexing.whoosh_face.posting_lists import PostingList, bound_blocks, value_reader

Item = tuple[str, float, bytes]


class VectorsWriter:
    """Gather the vectors of one field."""

    def __init__(self) -> None:
        self._items: list[Item] = []
        self._counts: dict[int, int] = {}

    def add(self, document: int, items: Iterable[Item]) -> None:
        """Take the vector of a document; documents come in order."""
        before = len(self._items)
        self._items.extend(items)
        self._counts[document] = len(self._items) - before

    def write(self, writer: SectionWriter, field: str, documents: int) -> None:
        """Write the vectors of a segment of so many documents."""
        counts = np.zeros(documents, np.int64)
        counts[list(self._counts)] = list(self._counts.values())
        write_words(
            writer, f"vector.terms:{field}", [term.encode("utf-8", "surrogatepass") for term, *_ in self._items]
        )
        write_words(writer, f"vector.values:{field}", [value for *_, value in self._items])
        writer.add(f"vector.weights:{field}", np.array([weight for _, weight, _ in self._items], np.float32))
        writer.add(f"vector.documents:{field}", narrow(np.cumsum(counts)))


class VectorsReader:
    """Look up the vectors of one field."""

    def __init__(self, file: SectionFile, field: str) -> None:
        """Take the file of the documents of a segment."""
        self._terms = Words(file, f"vector.terms:{field}")
        self._values = Words(file, f"vector.values:{field}")
        self._weights = file.section(f"vector.weights:{field}")
        self._ends = file.section(f"vector.documents:{field}")

    @staticmethod
    def exist(file: SectionFile, field: str) -> bool:
        """Tell whether a segment has vectors of a field."""
        return f"vector.documents:{field}" in file

    def _span(self, document: int) -> tuple[int, int]:
        ends = self._ends.read(max(document - 1, 0), document + 1).tolist()
        return (ends[0] if document else 0), ends[-1]

    def has(self, document: int) -> bool:
        """Tell whether a document has a vector."""
        start, end = self._span(document)
        return start < end

    def read(self, document: int) -> PostingList:
        """Give the vector of a document."""
        start, end = self._span(document)
        weights = self._weights.read(start, end).astype(np.float32)
        terms = [term.decode("utf-8", "surrogatepass") for term in self._terms.list_words(start, end)]
        values = self._values.list_words(start, end)
        lengths = np.zeros(len(terms), np.int64)
        return PostingList(
            terms, weights, value_reader(values), lambda: bound_blocks(weights, lengths, max(len(terms), 1))
        )
