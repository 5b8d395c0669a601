"""Write the next generation of the index: new segments, deletions, merges, table of contents."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from archive_search.indexing.codec import ArchiveCodec
from archive_search.indexing.columns import ArrayColumn
from archive_search.indexing.generations import read_segments, remove_unused, write_segments
from archive_search.indexing.merging import choose_segments, merge_segments
from archive_search.indexing.schema import Column
from archive_search.indexing.sealing import Seal, find_alteration, seal_files
from archive_search.indexing.segment_writing import IndexedArticle, SegmentWriter
from archive_search.indexing.storage import IndexStorage, damaged, reading
from archive_search.indexing.vocabulary import Vocabulary


class IndexWriter:
    """Prepare one generation from the last; nothing counts until the store names the new one.

    A writer serves one commit. When the commit fails, drop the writer and make another: the generation before is
    untouched, and what was written meanwhile is removed by the next commit that succeeds.
    """

    def __init__(self, path: Path, *, generation: int, vocabulary: Vocabulary) -> None:
        """Start from a generation, or from the empty index when it is 0."""
        path.mkdir(parents=True, exist_ok=True)
        self._path = path
        self._storage = IndexStorage(path)
        self._generation = generation
        self._segments = read_segments(self._storage, generation)
        self._pending = SegmentWriter(vocabulary)
        self._vocabulary = vocabulary
        self._deleted: set[int] = set()

    @classmethod
    def anew(cls, path: Path, *, generation: int, vocabulary: Vocabulary) -> "IndexWriter":
        """Start from nothing, without looking at what may be damaged; the new generation follows the given one."""
        writer = cls(path, generation=0, vocabulary=vocabulary)
        writer._generation = generation
        return writer

    @property
    def occurrences(self) -> int:
        """Count the words held in memory, not yet written."""
        return self._pending.occurrences

    def add_article(self, indexed: IndexedArticle) -> int:
        """Take an article and give its length in words."""
        return self._pending.add_article(indexed)

    def delete_articles(self, numbers: Iterable[int]) -> None:
        """Take articles out of the next generation, by number."""
        self._deleted.update(numbers)

    def flush(self) -> None:
        """Write what is held in memory as a segment of the coming generation."""
        if self._pending.documents:
            self._segments.append(self._pending.write(self._storage))
            self._pending = SegmentWriter(self._vocabulary)

    def prepare(self, known: Mapping[str, Seal]) -> tuple[int, list[Seal]]:
        """Write everything of the next generation to disk and sync it.

        Args:
            known: Seals of the files of the last generation, by name; these are not read again.

        Returns:
            The number of the new generation and the seals of all its files.

        Raises:
            ArchiveDamagedError: A segment to merge is not what was sealed.
        """
        self.flush()
        with reading(self._path):
            self._apply_deletions()
            self._merge(known)
        generation = self._generation + 1
        names = {write_segments(self._storage, generation, self._segments)}
        for segment in self._segments:
            names.update(segment.list_files(self._storage))
        new = seal_files(self._path, names - known.keys())
        return generation, [*new, *(known[name] for name in names if name in known)]

    def _apply_deletions(self) -> None:
        if not self._deleted:
            return
        wanted = np.fromiter(self._deleted, np.uint32, len(self._deleted))
        for segment in self._segments:
            reader = ArchiveCodec().per_document_reader(self._storage, segment)
            numbers = reader.column_reader(Column.ARTICLE.value, ArrayColumn()).load()
            for document in np.flatnonzero(np.isin(numbers, wanted)).tolist():
                segment.delete_document(document)
            reader.close()

    def _merge(self, known: Mapping[str, Seal]) -> None:
        while chosen := choose_segments(self._segments):
            self._check_sources(chosen, known)
            merged = merge_segments(self._storage, chosen)
            kept: list[Any] = [segment for segment in self._segments if segment not in chosen]
            self._segments = kept if merged is None else [*kept, merged]

    def _check_sources(self, segments: list[Any], known: Mapping[str, Seal]) -> None:
        """Refuse to copy damage into a new segment, whose seal would then vouch for it."""
        for segment in segments:
            for seal in (known[name] for name in segment.list_files(self._storage) if name in known):
                alteration = find_alteration(self._path, seal)
                if alteration:
                    raise damaged(self._path / seal.name, alteration)

    def close(self) -> None:
        """Close the files of a commit, done or given up."""
        self._storage.close()

    def clean(self, used: Iterable[str]) -> None:
        """Delete the files that the committed generation does not use."""
        remove_unused(self._storage, used)
