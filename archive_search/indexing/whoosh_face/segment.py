"""What Whoosh's table of contents keeps of a segment."""

from collections.abc import Collection
from typing import Any

from whoosh.codec import base

from archive_search.indexing.segment_files import INDEX_NAME, SegmentName, new_segment_name


class _Segment(base.Segment):
    """Name a segment that `ArchiveCodec` reads."""

    def __init__(self, indexname: str, segid: str, documents: int) -> None:
        self.indexname = indexname
        self.segid = segid
        self.compound = False
        self._documents = documents

    def codec(self, **_options: Any) -> Any:
        """Give the codec that reads it."""
        # Imported here: the codec itself makes segments.
        from archive_search.indexing.whoosh_face.codec import ArchiveCodec

        return ArchiveCodec()

    def should_assemble(self) -> bool:
        """Say that its two files are not worth putting into one."""
        return False

    def set_doc_count(self, doccount: int) -> None:
        """Set the number of documents, deleted ones included."""
        self._documents = doccount

    def doc_count_all(self) -> int:
        """Count the documents, deleted ones included."""
        return self._documents


class FlatSegment(_Segment):
    """Name a segment that one of Whoosh's writers wrote, and know its deleted documents."""

    def __init__(self, indexname: str) -> None:
        """Begin a segment without documents, under a name of its own."""
        # Whoosh draws names from `random`: a program that seeds it would write over the segments of its last run.
        super().__init__(indexname, new_segment_name().removeprefix(f"{INDEX_NAME}_"), 0)
        self._deleted: set[int] = set()

    def deleted_count(self) -> int:
        """Count the deleted documents."""
        return len(self._deleted)

    def deleted_docs(self) -> Collection[int]:
        """Give the numbers of the deleted documents."""
        return self._deleted

    def is_deleted(self, docnum: int) -> bool:
        """Tell whether a document is deleted."""
        return docnum in self._deleted

    def delete_document(self, docnum: int, delete: bool = True) -> None:
        """Delete a document, or take its deletion back."""
        if delete:
            self._deleted.add(docnum)
        else:
            self._deleted.discard(docnum)


class SealedSegment(_Segment):
    """Name a segment that the archive wrote: Whoosh may read it, and change nothing.

    Attributes:
        deleted_file: Name of the file of its deleted documents, or None.
        names_file: Name of the file of the names of its generation, or None.
    """

    # Tables of contents that know no names do not mention it.
    names_file: str | None = None

    def __init__(self, name: SegmentName, *, documents: int, deleted: int, names: str | None = None) -> None:
        """Describe a segment of so many documents, of which some are deleted, and name its file of names."""
        super().__init__(INDEX_NAME, name.name.removeprefix(f"{INDEX_NAME}_"), documents)
        self._deleted_count = deleted
        self.deleted_file = name.deleted
        if names:
            self.names_file = names

    def deleted_count(self) -> int:
        """Count the deleted documents; which ones, only a reader of the segment knows."""
        return self._deleted_count

    def delete_document(self, docnum: int, delete: bool = True) -> None:
        """Refuse: the records would not know of it."""
        raise TypeError("an archive is written by archive_search.Archive, not by a Whoosh writer")
