"""The codec by which Whoosh reads an archive, and by which its own writers may write indexes of any schema.

>>> from whoosh import fields, query
>>> from whoosh.filedb.filestore import RamStorage
>>> index = RamStorage().create_index(fields.Schema(title=fields.TEXT(stored=True)))
>>> with index.writer(codec=ArchiveCodec()) as writer:
...     writer.add_document(title="Le pont de Doriac rouvre")
>>> with index.searcher() as searcher:
...     [hit["title"] for hit in searcher.search(query.Term("title", "doriac"))]
['Le pont de Doriac rouvre']
"""

from pathlib import Path
from typing import Any

from whoosh.codec import base

from archive_search.indexing.names_file import NamesFile
from archive_search.indexing.sections import GrowingSections, SectionFile
from archive_search.indexing.segment_files import DOCUMENTS, TERMS
from archive_search.indexing.whoosh_face.documents_reading import DocumentsReader, added_column_name
from archive_search.indexing.whoosh_face.documents_writing import DocumentsWriter
from archive_search.indexing.whoosh_face.list_reading import StoredLists
from archive_search.indexing.whoosh_face.list_writing import ListWriter
from archive_search.indexing.whoosh_face.matcher import ArrayMatcher
from archive_search.indexing.whoosh_face.names_reading import SegmentNames
from archive_search.indexing.whoosh_face.posting_lists import BLOCK, PostingList
from archive_search.indexing.whoosh_face.sealed_documents import SealedDocuments
from archive_search.indexing.whoosh_face.sealed_lists import SealedLists
from archive_search.indexing.whoosh_face.segment import FlatSegment, SealedSegment
from archive_search.indexing.whoosh_face.storage_files import open_sections
from archive_search.indexing.whoosh_face.terms_reading import TermsReader
from archive_search.indexing.whoosh_face.terms_writing import TermsWriter


class ArchiveCodec(base.Codec):
    """Keep segments as flat typed arrays, mapped into memory and read with NumPy."""

    def __init__(self, blocklimit: int = BLOCK) -> None:
        """Make a codec that writes blocks of so many postings."""
        self._block = blocklimit

    @staticmethod
    def column_filename(segment: FlatSegment, fieldname: str) -> str:
        """Name the file of a column that is added to a segment after it was written."""
        return added_column_name(segment, fieldname)

    def new_segment(self, storage: Any, indexname: str) -> FlatSegment:
        """Name a new segment as no other is named."""
        return FlatSegment(indexname)

    def per_document_writer(self, storage: Any, segment: FlatSegment) -> DocumentsWriter:
        """Write what a segment knows of its documents."""
        return DocumentsWriter(storage, segment)

    def field_writer(self, storage: Any, segment: FlatSegment) -> TermsWriter:
        """Write the terms of a segment."""
        return TermsWriter(storage, segment, self._block)

    def postings_writer(self, dbfile: GrowingSections, byteids: bool = False) -> ListWriter:
        """Write posting lists into sections.

        Raises:
            ValueError: The lists would be of terms, which `vectors` writes.
        """
        if byteids:
            raise ValueError("vectors are written by the writer of documents")
        return ListWriter(dbfile, self._block)

    def postings_reader(
        self, dbfile: PostingList, terminfo: Any, format_: Any, term: Any = None, scorer: Any = None
    ) -> ArrayMatcher:
        """Walk over a posting list."""
        return ArrayMatcher(dbfile, format_, block=self._block, term=term, scorer=scorer)

    def terms_reader(self, storage: Any, segment: FlatSegment | SealedSegment) -> TermsReader:
        """Read the terms of a segment."""
        file = open_sections(storage, segment.make_filename(TERMS))
        if isinstance(segment, SealedSegment):
            documents = open_sections(storage, segment.make_filename(DOCUMENTS))
            return TermsReader(file, SealedLists(file, documents), _open_names(storage, segment, documents))
        return TermsReader(file, StoredLists(file))

    def per_document_reader(self, storage: Any, segment: FlatSegment | SealedSegment) -> base.PerDocumentReader:
        """Read what a segment knows of its documents."""
        file = open_sections(storage, segment.make_filename(DOCUMENTS))
        if not isinstance(segment, SealedSegment):
            return DocumentsReader(file, storage, segment)
        deleted = open_sections(storage, segment.deleted_file) if segment.deleted_file else None
        return SealedDocuments(file, open_sections(storage, segment.make_filename(TERMS)), deleted)


def _open_names(storage: Any, segment: SealedSegment, documents: SectionFile) -> SegmentNames | None:
    if segment.names_file is None:
        return None
    names = NamesFile(open_sections(storage, segment.names_file), Path(segment.names_file))
    return SegmentNames(names, documents)
