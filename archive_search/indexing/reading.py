"""Read one generation of the index as arrays over all its segments.

Documents are numbered through the segments in order, and so are articles. Deleted documents keep their numbers,
but no occurrence and no living article refers to them.
"""

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Iterable
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from archive_search.indexing.article_places import ArticlePlaces
from archive_search.indexing.damage import damaged, reading
from archive_search.indexing.documents import Column
from archive_search.indexing.fields import SENTENCE, SENTENCE_TERM, TEXT
from archive_search.indexing.name_places import NamePairs, NameParagraphs, NamePlaces, no_names, no_pairs, no_paragraphs
from archive_search.indexing.names_file import NamesFile
from archive_search.indexing.postings import Occurrences
from archive_search.indexing.segment_files import find_names, segments_of
from archive_search.indexing.segment_reading import SegmentReader
from archive_search.indexing.vocabulary import Vocabulary

Integers = NDArray[np.int64]
_Term = TypeVar("_Term", str, bytes)

CACHED_OCCURRENCES = 1_000_000
"""Most occurrences that are kept decoded; each takes 24 bytes."""


class TermOccurrences(NamedTuple):
    """Hold every occurrence of one term: parallel arrays of shape (occurrences,), in order of document.

    Attributes:
        document: Number of the paragraph over all segments.
        position: First position in the paragraph, in words from 0.
        last: Last position.
        form: Number of the exact form in ``forms``; None where there is but one.
        forms: The spellings that occur.
    """

    document: Integers
    position: Integers
    last: Integers
    form: NDArray[Any] | None
    forms: tuple[str, ...]


class IndexReader:
    """Give terms and columns of one generation; keep its files mapped, so that it outlives their deletion."""

    def __init__(self, path: Path, files: Iterable[str]) -> None:
        """Open a generation.

        Args:
            path: Folder of the index.
            files: Names of all files of the generation.

        Raises:
            FileNotFoundError: One of the files is no longer on disk.
            ArchiveDamagedError: One cannot be read.
        """
        self._path = path
        known = list(files)
        names = find_names(known)
        with reading(path):
            segments = [SegmentReader(path, name) for name in segments_of(known)]
            self._names_file = NamesFile.open(path / names) if names else None
        self.segments = sorted(segments, key=lambda segment: segment.first_article)
        self._bases = list(accumulate((segment.document_count for segment in self.segments), initial=0))
        self._article_bases = list(accumulate((segment.article_count for segment in self.segments), initial=0))
        self.vocabulary = Vocabulary(self.segments, path)
        self._columns: dict[Column, NDArray[Any]] = {}
        self._cache: OrderedDict[tuple[str, str | bytes], TermOccurrences] = OrderedDict()
        self._cached = 0

    @property
    def document_count(self) -> int:
        """Count the documents, deleted ones included."""
        return self._bases[-1]

    @property
    def article_count(self) -> int:
        """Count the articles, deleted ones included."""
        return self._article_bases[-1]

    @property
    def _has_deletions(self) -> bool:
        return any(segment.has_deletions for segment in self.segments)

    @cached_property
    def living_count(self) -> int:
        """Count the articles that live."""
        return int(np.count_nonzero(self.alive)) if self._has_deletions else self.article_count

    @cached_property
    def word_count(self) -> int:
        """Count the words of living documents."""
        if not self._has_deletions:
            return sum(segment.word_count for segment in self.segments)
        return int(self.document_words[self.alive[self.article_of]].sum())

    @cached_property
    def alive(self) -> NDArray[np.bool_]:
        """Tell for each article whether it lives; shape (articles,)."""
        alive = np.ones(self.article_count, bool)
        for base, segment in zip(self._bases, self.segments, strict=False):
            if segment.has_deletions:
                alive[self.article_of[base + segment.deleted_documents()]] = False
        return alive

    @cached_property
    def article_of(self) -> NDArray[Any]:
        """Number of the article of each document; shape (documents,)."""
        return self._join("document.article", self._article_bases)

    @cached_property
    def first_document(self) -> Integers:
        """Number of the first document of each article, and the number of documents at the end."""
        with reading(self._path):
            parts = [
                segment.documents.read_all("article.first")[:-1].astype(np.int64) + base
                for base, segment in zip(self._bases, self.segments, strict=False)
            ]
        return np.concatenate([*parts, np.array([self.document_count], np.int64)])

    @cached_property
    def part_of(self) -> NDArray[Any]:
        """Zones of each document, as a mask; shape (documents,)."""
        return self._join("document.part")

    @cached_property
    def document_words(self) -> NDArray[Any]:
        """Length of each document in words; shape (documents,)."""
        return self._join("document.words")

    @cached_property
    def article_words(self) -> NDArray[Any]:
        """Length of each article in words; shape (articles,)."""
        return self._join("article.words")

    def article_ids(self, articles: Iterable[int]) -> list[str]:
        """Give the ids of some articles.

        Raises:
            ArchiveDamagedError: They cannot be read.
        """
        with reading(self._path):
            if len(self.segments) == 1:
                ids = self.segments[0].ids
                return [ids[article].decode() for article in articles]
            return [self._article_id(article) for article in articles]

    def _article_id(self, article: int) -> str:
        rank = bisect_right(self._article_bases, article) - 1
        return self.segments[rank].ids[article - self._article_bases[rank]].decode()

    def column(self, column: Column) -> NDArray[Any]:
        """Give a property of the articles; shape (articles,)."""
        if column not in self._columns:
            self._columns[column] = self._join(f"article.{column}")
        return self._columns[column]

    def _join(self, section: str, bases: list[int] | None = None) -> NDArray[Any]:
        """Give a section of all segments as one array; where there is one segment, it is not copied."""
        with reading(self._path):
            parts = [segment.documents.read_all(section) for segment in self.segments]
        if bases is not None:
            parts = [part + np.int64(base) if base else part for base, part in zip(bases, parts, strict=False)]
        if len(parts) == 1:
            return parts[0]
        return np.concatenate(parts) if parts else np.empty(0, np.uint8)

    def read_term(self, stem: str) -> TermOccurrences:
        """Give the living occurrences of a stem; empty arrays when the index does not have it.

        Raises:
            ArchiveDamagedError: The postings cannot be read.
        """
        return self._read(TEXT, stem.encode(), self._gather)

    def read_sentence_starts(self) -> TermOccurrences:
        """Give the position at which each sentence of each living document begins."""
        return self._read(SENTENCE, SENTENCE_TERM, self._gather)

    def read_name(self, field: str, entity_id: str) -> TermOccurrences:
        """Give the living occurrences of an entity as those of a term of one form.

        Args:
            field: `names_file.BYLINE` or the value of a `records.EntityType`.
            entity_id: Id of the entity; where nothing has it, the arrays are empty.

        Raises:
            ArchiveDamagedError: The names cannot be read, or are those of other articles.
        """
        return self._read(field, entity_id, self._gather_name)

    def name_pairs(self, field: str) -> NamePairs:
        """Give which entities of a field are named in which living articles.

        Raises:
            ArchiveDamagedError: The names cannot be read.
        """
        with reading(self._path):
            return no_pairs() if self._names is None else self._names.pairs(field)

    def name_paragraphs(self, field: str) -> NameParagraphs:
        """Give which entities of a field are named in which paragraphs of living articles.

        Raises:
            ArchiveDamagedError: The names cannot be read.
        """
        with reading(self._path):
            return no_paragraphs() if self._names is None else self._names.paragraphs(field)

    @cached_property
    def _names(self) -> NamePlaces | None:
        if self._names_file is None:
            return None
        articles = ArticlePlaces(self.column(Column.NUMBER), self.first_document, living=self.alive)
        return NamePlaces(self._names_file, articles, self.document_words)

    def _gather_name(self, field: str, entity_id: str) -> TermOccurrences:
        found = no_names() if self._names is None else self._names.find(field, entity_id)
        return TermOccurrences(*found, None, ())

    def _read(self, field: str, term: _Term, gather: Callable[[str, _Term], TermOccurrences]) -> TermOccurrences:
        key = field, term
        found = self._cache.get(key)
        if found is not None:
            self._cache.move_to_end(key)
            return found
        with reading(self._path):
            found = gather(field, term)
        self._remember(key, found)
        return found

    def _gather(self, field: str, term: bytes) -> TermOccurrences:
        parts = []
        for segment, base in zip(self.segments, self._bases, strict=False):
            rank = segment.find_term(field, term)
            if rank is not None:
                found = self._place(segment, base, segment.postings.read_occurrences(rank))
                first = segment.fields[field][0]
                forms = segment.forms.forms_of(rank - first) if field == TEXT else []
                parts.append((found, tuple(forms)))
        if len(parts) == 1:
            (found, forms_there) = parts[0]
            return TermOccurrences(*found, forms_there)
        return _join_parts(parts)

    def _place(self, segment: SegmentReader, base: int, found: Occurrences) -> Occurrences:
        """Number the documents through all segments, and leave deleted ones out."""
        if len(found.document) and found.document[-1] >= segment.document_count:
            raise damaged(self._path / segment.name.name, "document hors du segment")
        if base:
            np.add(found.document, base, out=found.document)
        if not segment.has_deletions:
            return found
        living = self.alive[self.article_of[found.document]]
        form = None if found.form is None else found.form[living]
        return Occurrences(found.document[living], found.position[living], found.last[living], form)

    def _remember(self, key: tuple[str, str | bytes], found: TermOccurrences) -> None:
        self._cache[key] = found
        self._cached += len(found.document)
        while self._cached > CACHED_OCCURRENCES and len(self._cache) > 1:
            _key, dropped = self._cache.popitem(last=False)
            self._cached -= len(dropped.document)

    def close(self) -> None:
        """Let the files go."""
        self._cache.clear()
        for segment in self.segments:
            segment.close()
        if self._names_file is not None:
            self._names_file.close()


def _join_parts(parts: list[tuple[Occurrences, tuple[str, ...]]]) -> TermOccurrences:
    """Put the occurrences of several segments one after the other, their forms numbered in one list."""
    empty = np.empty(0, np.int64)
    if not parts:
        return TermOccurrences(empty, empty, empty, None, ())
    forms = tuple(dict.fromkeys(form for _found, spellings in parts for form in spellings))
    document, position, last = (np.concatenate([found[each] for found, _forms in parts]) for each in range(3))
    if len(forms) < 2:
        return TermOccurrences(document, position, last, None, forms)
    number_of = {form: number for number, form in enumerate(forms)}
    codes = []
    for found, spellings in parts:
        numbers = np.array([number_of[form] for form in spellings], np.int64)
        codes.append(
            np.zeros(len(found.document), np.int64) + numbers[0] if found.form is None else numbers[found.form]
        )
    return TermOccurrences(document, position, last, np.concatenate(codes), forms)
