"""Write the next generation of the index: new segments, deletions, merges, names, table of contents."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np

from archive_search.indexing.building import IndexedArticle
from archive_search.indexing.contents import remove_unused, write_contents
from archive_search.indexing.crew import Crew, count_characters
from archive_search.indexing.damage import damaged, reading
from archive_search.indexing.deletions import write_deleted
from archive_search.indexing.documents import Column
from archive_search.indexing.merging import choose_segments, merge_segments
from archive_search.indexing.names_file import FieldNames, write_names
from archive_search.indexing.sealing import Seal, find_alteration, seal_files
from archive_search.indexing.segment_files import (
    SegmentName,
    deleted_name,
    find_names,
    names_name,
    new_segment_name,
    segments_of,
)
from archive_search.indexing.segment_reading import SegmentReader


class IndexWriter:
    """Prepare one generation from the last; nothing counts until the store names the new one.

    A writer serves one commit. When the commit fails, drop the writer and make another: the generation before is
    untouched, and what was written meanwhile is removed by the next commit that succeeds.
    """

    def __init__(self, path: Path, known: Iterable[Seal], *, generation: int, crew: Crew) -> None:
        """Start from a generation.

        Args:
            path: Folder of the index.
            known: Seals of all its files; nothing for the empty index, or to begin anew.
            generation: Its number; the new one follows it.
            crew: Who builds segments.
        """
        path.mkdir(parents=True, exist_ok=True)
        self._path = path
        self._known: Mapping[str, Seal] = {seal.name: seal for seal in known}
        self._segments = segments_of(self._known)
        self._names = find_names(self._known)
        self._new_names: Mapping[str, FieldNames] | None = None
        self._generation = generation
        self._crew = crew
        self._deleted: set[int] = set()
        self.characters = 0

    def add_article(self, article: IndexedArticle) -> None:
        """Take an article."""
        self.characters += count_characters(article)
        self._crew.add(article)

    def delete_articles(self, numbers: Iterable[int]) -> None:
        """Take articles out of the next generation, by number."""
        self._deleted.update(numbers)

    def set_names(self, fields: Mapping[str, FieldNames]) -> None:
        """Put these names in the place of all names that the index has; without this call it keeps what it has.

        Args:
            fields: Names by field. Numbers of articles are those of the records; articles that are deleted, or not
                there yet, may be among them.
        """
        self._new_names = fields

    def prepare(self, *, merging: bool = True) -> tuple[int, list[Seal]]:
        """Write everything of the next generation to disk and sync it.

        Args:
            merging: Whether small segments are merged; in the middle of a long run that can wait.

        Returns:
            The number of the new generation and the seals of all its files.

        Raises:
            ArchiveDamagedError: A segment to merge is not what was sealed.
            ValueError: Names that were set are not in order.
        """
        self._segments += [SegmentName(name) for name in self._crew.finish_segments()]
        with reading(self._path):
            self._apply_deletions()
            if merging:
                # At the end of a run the memory of the workers is better used for merging.
                self._crew.close()
                self._merge()
        generation = self._generation + 1
        self._write_names(generation)
        files = {write_contents(self._path, generation, self._segments, names=self._names)}
        files.update(file for segment in self._segments for file in segment.files())
        if self._names:
            files.add(self._names)
        new = seal_files(self._path, files - self._known.keys())
        return generation, [*new, *(self._known[file] for file in files if file in self._known)]

    def _write_names(self, generation: int) -> None:
        if self._new_names is None:
            return
        self._names = names_name(generation) if any(len(names.ids) for names in self._new_names.values()) else None
        if self._names:
            write_names(self._path / self._names, self._new_names)
        self._new_names = None

    def _apply_deletions(self) -> None:
        if not self._deleted:
            return
        wanted = np.fromiter(self._deleted, np.int64, len(self._deleted))
        self._segments = [self._without(name, wanted) for name in self._segments]
        self._deleted.clear()

    def _without(self, name: SegmentName, wanted: np.ndarray[tuple[int], np.dtype[np.int64]]) -> SegmentName:
        """Give a segment whose articles of some numbers are deleted."""
        segment = SegmentReader(self._path, name)
        numbers = segment.documents.read_all(f"article.{Column.NUMBER}")
        places = np.flatnonzero(np.isin(numbers, wanted))
        if not len(places):
            return name
        gone = np.isin(segment.documents.read_all("document.article"), places)
        gone[segment.deleted_documents()] = True
        written = deleted_name(name.name, self._generation + 1)
        write_deleted(self._path / written, np.flatnonzero(gone))
        return SegmentName(name.name, written)

    def _merge(self) -> None:
        while True:
            opened = [SegmentReader(self._path, name) for name in self._segments]
            chosen = choose_segments(sorted(opened, key=lambda segment: segment.first_article))
            if not chosen:
                return
            self._check_sources(chosen)
            merged = SegmentName(new_segment_name())
            lives = merge_segments(self._path / merged.name, chosen)
            gone = {segment.name for segment in chosen}
            self._segments = [name for name in self._segments if name not in gone] + ([merged] if lives else [])

    def _check_sources(self, segments: Iterable[SegmentReader]) -> None:
        """Refuse to copy damage into a new segment, whose seal would then vouch for it."""
        for segment in segments:
            for seal in (self._known[name] for name in segment.name.files() if name in self._known):
                alteration = find_alteration(self._path, seal)
                if alteration:
                    raise damaged(self._path / seal.name, alteration)

    def clean(self, used: Iterable[str]) -> None:
        """Delete the files that the committed generation does not use."""
        remove_unused(self._path, used)
