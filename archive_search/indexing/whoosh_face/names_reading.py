"""Show the names of a generation as fields of each segment: their terms are ids, in the paragraphs that name them.

Signatures are not shown: in Whoosh, too, a search for a person must not return what that person only signed.
"""

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray
from whoosh.reading import TermInfo

from archive_search.indexing.article_places import ArticlePlaces
from archive_search.indexing.damage import reading
from archive_search.indexing.documents import Column
from archive_search.indexing.name_places import distinct_pairs
from archive_search.indexing.names_file import NamesFile
from archive_search.indexing.sections import SectionFile
from archive_search.indexing.whoosh_face.field_terms import FieldTerms, ListedTerms
from archive_search.indexing.whoosh_face.posting_lists import BLOCK, PostingList, describe_list, list_documents
from archive_search.records import EntityType

NAME_FIELDS = tuple(entity_type.value for entity_type in EntityType)


class NameLists:
    """Give the paragraphs of a segment that name an entity."""

    block = BLOCK

    def __init__(self, documents: NDArray[np.int64], ends: Sequence[int]) -> None:
        """Take the documents of all entities, one after the other, and where those of each end."""
        self._documents = documents
        self._ends = (*ends, 0)  # the last one stands before the first

    def describe(self, rank: int) -> TermInfo:
        """Give what Whoosh keeps of a term."""
        found = self.read(rank)
        return describe_list(found, float(len(found.ids)))

    def read(self, rank: int) -> PostingList:
        """Give the postings of a term."""
        return list_documents(self._documents[self._ends[rank - 1] : self._ends[rank]])


class SegmentNames:
    """Give the names in the documents of one segment; nothing is read before a field is asked for."""

    def __init__(self, names: NamesFile, documents: SectionFile) -> None:
        """Take the names of a generation and the file of the documents of a segment."""
        self._names = names
        self._documents = documents
        self.fields = tuple(field for field in NAME_FIELDS if field in names)
        self.open = cache(self._open)

    def _open(self, field: str) -> FieldTerms:
        """Give the ids of a field that are named in the segment."""
        with reading(self._names.path):
            entity, document = self._find_documents(field)
            entities, counts = np.unique(entity, return_counts=True)
            ids = self._names.ids(field)
        terms = ListedTerms([ids[rank].encode() for rank in entities.tolist()])
        return FieldTerms(terms, range(len(entities)), NameLists(document, np.cumsum(counts).tolist()))

    def _find_documents(self, field: str) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Give each entity of a field, by rank, with each document that names it, once and in order."""
        counts, entries = self._names.counts(field), self._names.read_all(field)
        found, document = self._places().find_documents(entries.article, entries.paragraph)
        entity = np.repeat(np.arange(len(counts)), counts)[found]
        return distinct_pairs(entity, document)

    def _places(self) -> ArticlePlaces:
        numbers = self._documents.read_all(f"article.{Column.NUMBER}")
        living = np.ones(len(numbers), bool)  # Whoosh leaves deleted documents out by itself
        return ArticlePlaces(numbers, self._documents.read_all("article.first"), living=living)

    def close(self) -> None:
        """Let the file of names go."""
        self._names.close()
