"""Open a segment: its documents, its dictionary, the postings and forms of its terms."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from archive_search.indexing.dictionary import Words
from archive_search.indexing.fields import TEXT
from archive_search.indexing.forms import SegmentForms
from archive_search.indexing.postings import Occurrences, PostingsReader
from archive_search.indexing.sections import SectionFile
from archive_search.indexing.segment_files import DOCUMENTS, TERMS, SegmentName

_DELETED = "deleted"


class SegmentReader:
    """Read one segment through maps of its files, which outlive their deletion."""

    def __init__(self, folder: Path, name: SegmentName) -> None:
        """Map the files of a segment.

        Raises:
            FileNotFoundError: One is no longer on disk.
            ArchiveDamagedError: One is not whole.
        """
        self.name = name
        self.documents = SectionFile.open(folder / (name.name + DOCUMENTS))
        self.file = SectionFile.open(folder / (name.name + TERMS))
        self._deleted = SectionFile.open(folder / name.deleted) if name.deleted else None
        self.document_count = int(self.documents.properties["documents"])
        self.article_count = int(self.documents.properties["articles"])
        self.word_count = int(self.documents.properties["words"])
        self.first_article = int(self.documents.properties["first_article"])
        self.fields: dict[str, list[int]] = self.file.properties["fields"]
        self.ids = Words(self.documents, "id")
        self.terms = Words(self.file, "term")
        self.postings = PostingsReader(self.file)
        self._forms: SegmentForms | None = None

    @property
    def forms(self) -> SegmentForms:
        """Exact forms of the text."""
        if self._forms is None:
            self._forms = SegmentForms(self.file, self.terms, self.fields[TEXT][0])
        return self._forms

    @property
    def has_deletions(self) -> bool:
        """Whether some document was deleted."""
        return self._deleted is not None

    def deleted_documents(self) -> NDArray[np.int64]:
        """Give the numbers of the deleted documents, in order."""
        if self._deleted is None:
            return np.empty(0, np.int64)
        return self._deleted.read_all(_DELETED).astype(np.int64)

    def find_term(self, field: str, term: bytes) -> int | None:
        """Give the rank of a term in the dictionary, or None when no document has it."""
        first, end, _positions = self.fields.get(field, (0, 0, 0))
        return self.terms.find(term, start=first, stop=end)

    def read_occurrences(self, field: str, term: bytes) -> Occurrences | None:
        """Give the occurrences of a term, those in deleted documents too, or None when there are none."""
        rank = self.find_term(field, term)
        return None if rank is None else self.postings.read_occurrences(rank)

    def close(self) -> None:
        """Let the files go."""
        for file in (self.documents, self.file, *([self._deleted] if self._deleted else [])):
            file.close()
