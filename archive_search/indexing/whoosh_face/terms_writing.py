"""Write the terms of a segment for Whoosh's writers."""

from typing import Any

from whoosh.codec import base
from whoosh.codec.base import OutOfOrderError
from whoosh.reading import TermInfo

from archive_search.indexing.dictionary import write_words
from archive_search.indexing.sections import GrowingSections, SectionWriter
from archive_search.indexing.segment_files import TERMS
from archive_search.indexing.whoosh_face.list_writing import ListWriter
from archive_search.indexing.whoosh_face.segment import FlatSegment
from archive_search.indexing.whoosh_face.storage_files import folder_of


class TermsWriter(base.FieldWriter):
    """Take the fields of a segment one after the other, and the terms of each in order."""

    def __init__(self, storage: Any, segment: FlatSegment, block: int) -> None:
        """Begin a segment in a storage; ``block`` is the number of postings in a block."""
        self._storage = storage
        self._segment = segment
        self._block = block
        self._growing = GrowingSections(folder_of(storage))
        self._lists = ListWriter(self._growing, block)
        self._fields: dict[str, list[int]] = {}
        self._terms: list[bytes] = []
        self._field: str | None = None
        self._format: Any = None
        self.is_closed = False

    def start_field(self, fieldname: str, fieldobj: Any) -> None:
        """Begin a field.

        Raises:
            OutOfOrderError: The segment has had this field already.
        """
        if fieldname in self._fields:
            raise OutOfOrderError(f"field {fieldname!r} comes twice")
        self._field, self._format = fieldname, fieldobj.format
        self._fields[fieldname] = [len(self._terms), len(self._terms), 0]

    def start_term(self, text: bytes) -> None:
        """Begin a term of the field.

        Raises:
            OutOfOrderError: It does not follow the term before.
            ValueError: No field was begun.
        """
        if self._field is None:
            raise ValueError("a term comes before its field")
        first, end, _positions = self._fields[self._field]
        if first < end and text <= self._terms[-1]:
            raise OutOfOrderError(f"term {text!r} after {self._terms[-1]!r}")
        self._terms.append(text)
        self._fields[self._field][1] = len(self._terms)
        self._lists.start_postings(self._format, TermInfo())

    def add(self, docnum: int, weight: float, vbytes: bytes, length: int | None) -> None:
        """Add a posting of the term."""
        self._lists.add_posting(docnum, weight, vbytes, length)

    def finish_term(self) -> None:
        """End the term."""
        self._lists.finish_postings()

    def finish_field(self) -> None:
        """End the field.

        Raises:
            ValueError: No field was begun.
        """
        if self._field is None:
            raise ValueError("a field ends that was not begun")
        self._field = None

    def close(self) -> None:
        """Write the file."""
        with self._segment.create_file(self._storage, TERMS) as file:
            writer = SectionWriter(file)
            write_words(writer, "term", self._terms)
            self._lists.finish()
            self._growing.write_to(writer)
            writer.finish({"fields": self._fields, "block": self._block})
        self.is_closed = True
