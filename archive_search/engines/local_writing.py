"""Write an archive on this machine: records and index change together, one commit at a time.

A commit goes: records into an open SQLite transaction, index files of the next generation to disk and synced,
the number of that generation into the same transaction, then the transaction commits. Killed before that last
step, the archive is as it was; the files left over are removed by the next commit.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import StrEnum
from hashlib import blake2b
from pathlib import Path

from archive_search.analysis.fingerprint import analyzer_fingerprint
from archive_search.engines.families.sketching import Sketcher
from archive_search.engines.families.updating import (
    forget_outdated,
    refresh_families,
    start_afresh,
    update_families,
)
from archive_search.engines.layout import find_label_fault, index_folder, make_manifest, write_manifest
from archive_search.engines.locking import WriteLock
from archive_search.errors import ArchiveFormatError
from archive_search.indexing.building import IndexedArticle, index_article
from archive_search.indexing.contents import remove_unused
from archive_search.indexing.crew import make_crew
from archive_search.indexing.sealing import Seal, check_before_reading
from archive_search.indexing.writing import IndexWriter
from archive_search.records import Article
from archive_search.store.articles import (
    article_digest,
    delete_articles,
    insert_article,
    iterate_articles,
    number_of,
)
from archive_search.store.commits import (
    FINGERPRINT,
    SealedFile,
    list_sealed,
    read_generation,
    read_state,
    seal_generation,
    write_state,
)
from archive_search.store.connecting import open_writer, translated
from archive_search.store.files import StoredVersion, find_version, is_gone, path_of
from archive_search.store.labels import label_number
from archive_search.store.sketches import compare_again

COMMIT_CHARACTERS = 90_000_000
"""Characters of text after which `LocalWriter.is_full` asks for a commit: it bounds the work at risk, some
20 seconds."""


class Change(StrEnum):
    """Tell what became of an article that was added."""

    ADDED = "added"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"
    DOUBLE = "double"
    REFUSED = "refused"


class LocalWriter:
    """Hold the right to write to an archive, and a transaction in the making."""

    def __init__(self, path: Path, *, processes: int = 1, rebuilding: bool = False) -> None:
        """Take the archive's lock.

        Args:
            path: Folder of the archive.
            processes: Number of processes that index, this one included.
            rebuilding: Whether the writer is only to rebuild the index; only then may the archive have been built
                with other rules of analysis.

        Raises:
            ArchiveLockedError: Another process writes.
            ArchiveFormatError: The archive was built with other rules of analysis.
        """
        self.path = path
        self._crew = make_crew(index_folder(path), processes=processes)
        self._index: IndexWriter | None = None
        self._labels: dict[tuple[str, str], int] = {}
        self._lock = WriteLock(path)
        try:
            self.connection = open_writer(path)
        except BaseException:
            self._lock.release()
            raise
        self._sketcher = Sketcher(self.connection)
        try:
            with translated(path):
                if not rebuilding:
                    self._check_fingerprint()
                self._mend()
        except BaseException:
            self.close()
            raise

    def _mend(self) -> None:
        """Finish what a process that was killed had no time for."""
        self._remove_traces()
        if find_label_fault(self.path, self.connection):
            write_manifest(self.path, make_manifest(self.connection))

    def _remove_traces(self) -> None:
        """Remove what a commit that was cut short left in the folder of the index."""
        folder = index_folder(self.path)
        if folder.exists():
            remove_unused(folder, (sealed.name for sealed in list_sealed(self.connection)))

    def _check_fingerprint(self) -> None:
        if read_state(self.connection, FINGERPRINT) != analyzer_fingerprint():
            raise ArchiveFormatError(
                f"l'archive {self.path} a été construite avec d'autres règles d'analyse : "
                "lancez d'abord « archive-search rebuild »",
                path=self.path,
            )

    @property
    def is_full(self) -> bool:
        """Tell whether enough is pending that a commit is due."""
        return self.pending_characters >= COMMIT_CHARACTERS

    @property
    def pending_characters(self) -> int:
        """Count the characters of text that no commit has made durable yet."""
        return self._index.characters if self._index is not None else 0

    def begin(self) -> IndexWriter:
        """Open a transaction unless one is open, and give the writer of its generation.

        Raises:
            ArchiveDamagedError: The index is not what was sealed.
        """
        if self._index is None:
            self.connection.execute("begin immediate")
            check_before_reading(index_folder(self.path), self._seals())
            forget_outdated(self.connection)
            self._index = self._next_generation(self._seals())
        return self._index

    def _next_generation(self, seals: list[Seal]) -> IndexWriter:
        generation = read_generation(self.connection)
        return IndexWriter(index_folder(self.path), seals, generation=generation, crew=self._crew)

    def _seals(self) -> list[Seal]:
        return [Seal(*sealed) for sealed in list_sealed(self.connection)]

    def add_article(self, article: Article, *, file: int | None = None) -> tuple[Change, int]:
        """Add an article; one of the same id from the same file, or from a file that is gone, is replaced.

        Args:
            article: The article.
            file: Number of the file that it comes from; None when it comes from a program, which may replace all.

        Returns:
            What became of it, and its number; for `REFUSED` the number of the file, still there, whose article
            holds the same id; for `DOUBLE` the number of that article, which says the same.
        """
        index = self.begin()
        version = find_version(self.connection, article.id)
        if version is None:
            return Change.ADDED, self._insert(index, article, file)
        if not self._may_replace(version, file):
            if article.id_derived and file is not None:
                return self.add_article(self._completed(article, file), file=file)
            if version.digest == article_digest(article):
                return Change.DOUBLE, version.number
            return Change.REFUSED, version.file or 0
        if version.digest == article_digest(article) and version.file == file:
            return Change.UNCHANGED, version.number
        self.delete([version.number])
        return Change.REPLACED, self._insert(index, article, file)

    def _may_replace(self, version: StoredVersion, file: int | None) -> bool:
        if file is None or version.file is None or version.file == file:
            return True
        return is_gone(path_of(self.connection, version.file))

    def _completed(self, article: Article, file: int) -> Article:
        """Complete a derived id with six digits drawn from the path: two folders may hold files of one name."""
        path = path_of(self.connection, file)
        mark = blake2b(path.encode("utf-8", "surrogatepass"), digest_size=3).hexdigest()
        return replace(article, id=f"{article.id}~{mark}", id_derived=False)

    def _insert(self, index: IndexWriter, article: Article, file: int | None) -> int:
        number = insert_article(self.connection, article, file=file)
        self._take(index, number, article)
        return number

    def _take(self, index: IndexWriter, number: int, article: Article) -> None:
        """Take of a stored article what is found by its words."""
        index.add_article(self._indexed(number, article))
        self._sketcher.add(number, article)

    def _indexed(self, number: int, article: Article) -> IndexedArticle:
        labels = (
            self._label("source", article.source),
            self._label("agency", article.agency),
            self._label("section", article.section),
        )
        return index_article(number, article, labels)

    def _label(self, field: str, value: str | None) -> int:
        if not value:
            return 0
        key = field, value
        if key not in self._labels:
            self._labels[key] = label_number(self.connection, field, value)
        return self._labels[key]

    def delete(self, numbers: Sequence[int]) -> None:
        """Take articles out, by number."""
        self.begin().delete_articles(numbers)
        compare_again(self.connection, numbers)
        self._sketcher.forget(numbers)
        delete_articles(self.connection, numbers)

    def remove(self, article_ids: Iterable[str]) -> int:
        """Take articles out, by id, and count those that were there."""
        self.begin()
        numbers = [number for each in article_ids if (number := number_of(self.connection, each)) is not None]
        self.delete(numbers)
        return len(numbers)

    def commit(self) -> None:
        """Make everything since `begin` durable and seen by readers who open from now on.

        Raises:
            StorageError: The disk refuses; the archive is as it was before.
        """
        self._commit(merging=True)

    def checkpoint(self) -> None:
        """Commit in the middle of a long run: small segments are left for the `commit` at its end to merge.

        Raises:
            StorageError: The disk refuses; the archive is as it was before.
        """
        self._commit(merging=False)

    def _commit(self, *, merging: bool) -> None:
        index = self._index
        if index is None:
            return
        with translated(self.path):
            generation, seals = index.prepare(merging=merging)
            self._sketcher.finish()
            # Comparing reads all sketches: in a long run it is done once, at the end.
            (update_families if merging else refresh_families)(self.connection)
            sealed = [SealedFile(*seal) for seal in seals]
            seal_generation(self.connection, generation, sealed)
            write_state(self.connection, FINGERPRINT, analyzer_fingerprint())
            self.connection.execute("commit")
            self._index = None
            # Cleaned first: on a full disk the label may need the room.
            index.clean(file.name for file in sealed)
            write_manifest(self.path, make_manifest(self.connection))

    def rollback(self) -> None:
        """Drop everything since `begin`."""
        self._index = None
        self._labels.clear()
        self._sketcher.drop()
        self._crew.drop()
        with translated(self.path):
            if self.connection.in_transaction:
                self.connection.rollback()
                self._remove_traces()

    def rebuild(self) -> int:
        """Build the index anew from the records, in one commit, and count the articles."""
        with translated(self.path):
            self.connection.execute("begin immediate")
            # A file that is damaged must not be taken for one that need not be sealed again.
            self.connection.execute("delete from sealed")
            start_afresh(self.connection)
            self._index = self._next_generation([])
            return sum(self._index_again(number, article) for number, article in iterate_articles(self.connection))

    def _index_again(self, number: int, article: Article) -> int:
        self._take(self.begin(), number, article)
        return 1

    def close(self) -> None:
        """Drop what was not committed, and give the lock back."""
        try:
            self.rollback()
        finally:
            self._crew.close()
            self.connection.close()
            self._lock.release()

    def __enter__(self) -> "LocalWriter":
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()
