"""The engine of this machine: records in SQLite, a Whoosh index beside them."""

import threading
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from archive_search.engines.last_commit import CommitWatch
from archive_search.engines.layout import check_format
from archive_search.engines.local_reading import LocalReader
from archive_search.engines.protocol import Answer, Statistics
from archive_search.indexing.distribution import check_single_whoosh
from archive_search.query.tree import Node
from archive_search.records import Article, EntityType, Span
from archive_search.search.facets import Facet, FacetCount
from archive_search.search.requests import EntityRequest, ExplainRequest, SearchRequest
from archive_search.search.results import Ranking
from archive_search.store.connecting import translated

# What does more than search is imported by the methods that do it: a search must start at once.
if TYPE_CHECKING:
    from archive_search.engines.families.reading import FamilyList
    from archive_search.engines.local_writing import LocalWriter
    from archive_search.engines.naming.correcting import Correction
    from archive_search.engines.naming.made_corrections import MadeCorrection
    from archive_search.engines.naming.reading import ArticleNames, EntityList, Portrait
    from archive_search.engines.naming.report import NamingOptions, NamingReport
    from archive_search.family_records import Comparison, Family
    from archive_search.search.completion import Completion
    from archive_search.search.explanation import Explanation


class LocalEngine:
    """Read and write one archive; each side is opened when it is first needed."""

    def __init__(self, path: Path, *, processes: int = 1) -> None:
        """Check that there is an archive of this program's format in the folder.

        Args:
            path: Folder of the archive.
            processes: Number of processes that index, this one included.

        Raises:
            ArchiveMissingError: There is none.
            ArchiveFormatError: It has another format.
            InstallationError: Two distributions of Whoosh are installed.
        """
        check_single_whoosh()
        check_format(path)
        self.path = path
        self._processes = processes
        self._opening = threading.Lock()
        self._watch = CommitWatch(path)
        self._reader: LocalReader | None = None
        self._writer: LocalWriter | None = None

    @property
    def reader(self) -> LocalReader:
        """Reader of the commit that was the last when reading began; see `refresh`."""
        with self._opening:
            if self._reader is None:
                self._reader = LocalReader(self.path)
            return self._reader

    @property
    def writer(self) -> "LocalWriter":
        """Writer, which holds the archive's lock until `release`."""
        from archive_search.engines.local_writing import LocalWriter

        if self._writer is None:
            self._writer = LocalWriter(self.path, processes=self._processes)
        return self._writer

    def add(self, articles: Iterable[Article]) -> None:
        """Add articles, each replacing the one of the same id; nothing is seen before `commit`."""
        for article in articles:
            with translated(self.path):
                self.writer.add_article(article)

    def remove(self, article_ids: Sequence[str]) -> int:
        """Take articles out and count those that were there; nothing is seen before `commit`."""
        with translated(self.path):
            return self.writer.remove(article_ids)

    def commit(self) -> None:
        """Make all that was added and removed durable and seen, at once."""
        self.writer.commit()
        self.refresh()

    def checkpoint(self) -> None:
        """Commit in the middle of a long run, which ends with `commit`."""
        self.writer.checkpoint()

    def rebuild(self) -> int:
        """Build the index anew from the records and count the articles."""
        from archive_search.engines.local_writing import LocalWriter
        from archive_search.engines.naming.rebuilding import rebuild_names

        self.release()
        with LocalWriter(self.path, processes=self._processes, rebuilding=True) as writer:
            count = writer.rebuild()
            rebuild_names(writer)
            writer.commit()
        self.refresh()
        return count

    def update_names(self, options: "NamingOptions") -> "NamingReport":
        """Bring the names of the archive up to date with its articles and with the librarian's corrections."""
        from archive_search.engines.naming.updating import update_names

        try:
            return update_names(self.writer, options, processes=self._processes)
        finally:
            self.release()
            self.refresh()

    def correct_names(self, correction: "Correction") -> "NamingReport":
        """Write one of the librarian's corrections and apply it."""
        from archive_search.engines.naming.report import NamingOptions
        from archive_search.engines.naming.undoing import make_correction

        try:
            made = make_correction(self.writer.connection, self.path, correction)
            report = self.update_names(NamingOptions(recognise=False))
            report.correction = made
            return report
        finally:
            self.release()

    def list_corrections(self) -> "tuple[MadeCorrection, ...]":
        """List the corrections that were made, the newest first."""
        from archive_search.engines.naming.made_corrections import list_made

        return list_made(self.path)

    def undo_correction(self, correction_id: str) -> "NamingReport":
        """Put the librarian's corrections back as they were before one of them, and apply them."""
        from archive_search.engines.naming.report import NamingOptions
        from archive_search.engines.naming.undoing import undo_correction

        try:
            undo_correction(self.writer.path, correction_id)
            return self.update_names(NamingOptions(recognise=False))
        finally:
            self.release()

    def release(self) -> None:
        """Drop what was not committed and give the archive's lock back."""
        if self._writer is not None:
            self._writer.close()
            self._writer = None

    def refresh(self) -> None:
        """Read from the last commit from now on; searches that have begun end in the commit in which they began."""
        with self._opening:
            self._reader = None

    def is_current(self) -> bool:
        """Tell whether what is read is the last commit of the folder; it is where nothing has been read yet.

        Raises:
            ArchiveMissingError: There is no archive in the folder any more.
            ArchiveFormatError: It has another format.
        """
        last, reader = self._watch.read(), self._reader
        return reader is None or reader.commit == last

    def search(self, request: SearchRequest) -> Answer:
        """Answer a search."""
        return self.reader.search(request)

    def more_like(self, article_id: str, *, limit: int) -> Answer | None:
        """Find the articles that resemble one and are not of its family; None where it shares no telling word."""
        return self.reader.more_like(article_id, limit=limit)

    def rank(self, request: SearchRequest) -> Ranking:
        """Answer a search by ids and scores alone."""
        return self.reader.rank(request)

    def find(self, tree: Node) -> tuple[str, ...]:
        """Give the ids of all articles that satisfy a tree, in the order in which they are stored."""
        return self.reader.find(tree)

    def mark(self, article_id: str, tree: Node) -> dict[int, tuple[Span, ...]]:
        """Find what to mark in the whole of an article, by number of paragraph."""
        return self.reader.mark(article_id, tree)

    def explain(self, request: ExplainRequest) -> "Explanation":
        """Tell what a query matches, and what an article earns by it."""
        return self.reader.explain(request)

    def complete(self, text: str, *, limit: int) -> "tuple[Completion, ...]":
        """List ways in which a query that is being typed may go on, those in the most articles first."""
        return self.reader.complete(text, limit=limit)

    def fetch(self, article_id: str) -> Article:
        """Give an article."""
        return self.reader.fetch(article_id)

    def find_missing(self, article_ids: Sequence[str]) -> tuple[str, ...]:
        """Give those of some ids that no article has."""
        return self.reader.find_missing(article_ids)

    def read_names(self, article_id: str) -> "ArticleNames":
        """Give the names in an article."""
        return self.reader.read_names(article_id)

    def list_entities(self, request: EntityRequest) -> "EntityList":
        """List entities, those in the most articles first."""
        return self.reader.list_entities(request)

    def portray(self, text: str, *, entity_type: EntityType | None, neighbours: int) -> "Portrait":
        """Give what an archive knows of the entity of an id or name."""
        return self.reader.portray(text, entity_type=entity_type, neighbours=neighbours)

    def list_families(self, *, limit: int, offset: int) -> "FamilyList":
        """List families, the largest first."""
        return self.reader.list_families(limit=limit, offset=offset)

    def read_family(self, article_id: str) -> "Family | None":
        """Give the family of an article, or None when it has none."""
        return self.reader.read_family(article_id)

    def compare(self, article_id: str, other_id: str) -> "Comparison":
        """Compare the words of two articles."""
        return self.reader.compare(article_id, other_id)

    def count_facets(self, tree: Node | None, facets: Sequence[Facet]) -> dict[str, tuple[FacetCount, ...]]:
        """Count the articles that satisfy a tree, or all when it is None, by some properties."""
        return self.reader.count_facets(tree, facets)

    def statistics(self) -> Statistics:
        """Count what the archive holds."""
        return self.reader.statistics()

    def close(self) -> None:
        """Give back files and locks; what was not committed is lost."""
        self.release()
        with self._opening:
            reader, self._reader = self._reader, None
        if reader is not None:
            reader.close()
        self._watch.close()
