"""Bring an archive up to date with files: read what is new or changed, replace, report what is gone."""

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from archive_search.archive.report import AddReport, Progress
from archive_search.engines.local_writing import Change, LocalWriter
from archive_search.errors import SourceError
from archive_search.records import Article, Failure
from archive_search.sources.files import digest_file, find_files, path_text
from archive_search.sources.reading import ReadOptions, read_articles, read_stream
from archive_search.store.connecting import translated
from archive_search.store.files import (
    begin_file,
    find_file,
    finish_file,
    forget_file,
    is_gone,
    iterate_files,
    number_of_article,
    numbers_in,
    path_of,
)

STREAM_NAME = "-"
_PROGRESS_EVERY = 50


@dataclass(frozen=True, kw_only=True, slots=True)
class AddOptions:
    """Hold how files are to be brought in.

    Attributes:
        reading: How files are to be read.
        remove_missing: Whether articles of files that are gone are taken out; otherwise they are only reported.
        on_progress: Called now and then with how far the run is.
    """

    reading: ReadOptions = field(default_factory=ReadOptions)
    remove_missing: bool = False
    on_progress: Callable[[Progress], None] | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class _Source:
    path: Path
    place: Path
    root: Path
    bytes: int


def add_files(writer: LocalWriter, paths: Sequence[Path], options: AddOptions) -> AddReport:
    """Bring an archive up to date with files and folders.

    Whole batches are committed on the way: what is committed stays, whatever happens to the rest. An interruption
    from the keyboard ends the run early and is noted in the report.

    Args:
        writer: Writer of the archive.
        paths: Files and folders, walked recursively.
        options: How to bring them in.

    Returns:
        What was done and what failed.

    Raises:
        StorageError: The disk refuses; what was committed before stays.
    """
    run = _Run(writer, options)
    with run.reporting():
        run.add_all(list(run.find_sources(paths)))
        run.settle_missing(paths)
        run.commit()
    return run.report


def add_stream(writer: LocalWriter, stream: BinaryIO, options: AddOptions) -> AddReport:
    """Bring in the articles of a stream, such as standard input; each replaces the one of the same id.

    Args:
        writer: Writer of the archive.
        stream: Bytes in any format that files may have.
        options: How to bring them in.

    Returns:
        What was done and what failed.

    Raises:
        StorageError: The disk refuses; what was committed before stays.
    """
    run = _Run(writer, options)
    with run.reporting():
        run.add_articles(read_stream(stream, name=STREAM_NAME, options=options.reading))
        run.commit()
    return run.report


class _Run:
    def __init__(self, writer: LocalWriter, options: AddOptions) -> None:
        self._writer = writer
        self._options = options
        self._total_bytes = 0
        self._bytes = 0
        self._total_files = 0
        self._files = 0
        self._resolved: dict[Path, Path] = {}
        self.report = AddReport()

    @contextmanager
    def reporting(self) -> Iterator[None]:
        """Time the run, and note an interruption from the keyboard; what was not committed is dropped."""
        started = time.perf_counter()
        try:
            with translated(self._writer.path):
                yield
        except KeyboardInterrupt:
            self._writer.rollback()
            self.report.interrupted = True
        self.report.seconds = time.perf_counter() - started

    def add_articles(self, found: Iterable[Article | Failure]) -> None:
        """Take articles that come from no file."""
        for each in found:
            if isinstance(each, Failure):
                self.report.failures.append(each)
                continue
            change, _number = self._writer.add_article(each)
            self.report.count(change)
            if self._writer.is_full:
                self.checkpoint()

    def find_sources(self, paths: Sequence[Path]) -> Iterator[_Source]:
        archive = self._writer.path.resolve()
        for root in paths:
            for found in find_files([root]):
                if isinstance(found, Failure):
                    self.report.failures.append(found)
                    continue
                place = self._place_of(found)
                # The archive itself may lie in a folder that is brought into it.
                if archive in place.parents:
                    continue
                try:
                    size = found.stat().st_size
                except OSError:
                    size = 0  # reading it will say what is wrong
                yield _Source(path=found, place=place, root=root, bytes=size)

    def _place_of(self, path: Path) -> Path:
        """Give what the archive remembers a file by, wherever the command is run and however the file was named."""
        folder = path.parent
        if folder not in self._resolved:
            # Path.resolve would raise on links that turn in circles.
            self._resolved[folder] = Path(os.path.realpath(folder))
        return self._resolved[folder] / path.name

    def add_all(self, sources: list[_Source]) -> None:
        self._total_files = len(sources)
        self._total_bytes = sum(source.bytes for source in sources)
        for source in sources:
            self._add(source)
            self._files += 1
            self._bytes += source.bytes
            self._tell(source, 0)

    def _add(self, source: _Source) -> None:
        try:
            digest = digest_file(source.path)
        except SourceError as error:
            self.report.failures.append(Failure(path=error.path, reason=str(error)))
            return
        connection = self._writer.connection
        known = find_file(connection, str(source.place))
        if known is not None and known.complete and known.digest == digest:
            self.report.files_unchanged += 1
            return
        self._writer.begin()
        self._read(source, begin_file(connection, str(source.place), digest))

    def _read(self, source: _Source, file: int) -> None:
        self.report.files_read += 1
        failures = len(self.report.failures)
        seen: set[int] = set()
        is_whole = True
        for rank, found in enumerate(self._articles(source)):
            if isinstance(found, Failure):
                self.report.failures.append(found)
                # What cannot be read may be an article that the archive has: nothing of this file is taken out.
                is_whole = False
            else:
                self._store(found, file, seen, source)
            if self._writer.is_full:
                self.checkpoint()
            if rank % _PROGRESS_EVERY == 0:
                self._tell(source, self._position)
        self._writer.begin()
        if is_whole:
            self._remove([number for number in numbers_in(self._writer.connection, file) if number not in seen])
        # A file in which something failed is read again next time, so that its failures are told again.
        if len(self.report.failures) == failures:
            finish_file(self._writer.connection, file)

    def _articles(self, source: _Source) -> Iterator[Article | Failure]:
        self._position = 0
        return read_articles(source.path, root=source.root, options=self._options.reading, on_read=self._note_position)

    def _note_position(self, position: int) -> None:
        self._position = position

    def _store(self, article: Article, file: int, seen: set[int], source: _Source) -> None:
        self._writer.begin()
        connection = self._writer.connection
        number = number_of_article(connection, article.id, file)
        if number is not None and number in seen:
            reason = f"identifiant « {article.id} » donné deux fois dans ce fichier : seul le premier article est gardé"
            self.report.failures.append(Failure(path=str(source.path), reason=reason))
            return
        change, number = self._writer.add_article(article, file=file)
        if change is Change.REFUSED:
            self._refuse(article, number, source)
            return
        self.report.count(change)
        seen.add(number)

    def _refuse(self, article: Article, number: int, source: _Source) -> None:
        holder = path_text(Path(path_of(self._writer.connection, number)))
        reason = f"identifiant « {article.id} » déjà pris par un article de {holder} : changez l'un des deux"
        self.report.failures.append(Failure(path=str(source.path), reason=reason))

    def _remove(self, numbers: list[int]) -> None:
        self._writer.delete(numbers)
        self.report.removed += len(numbers)

    def settle_missing(self, paths: Sequence[Path]) -> None:
        """Report the files under the given paths that are gone, and take their articles out if asked."""
        roots = [self._root_of(path) for path in paths if "\0" not in str(path)]
        connection = self._writer.connection
        for file, name in list(iterate_files(connection)):
            path = Path(name)
            if not any(path == root or root in path.parents for root in roots) or not is_gone(name):
                continue
            articles = numbers_in(connection, file)
            # A file that was moved has left its articles to another.
            if articles and not self._options.remove_missing:
                self.report.missing.append(path_text(path))
                continue
            self._writer.begin()
            self._remove(articles)
            forget_file(connection, file)

    def _root_of(self, path: Path) -> Path:
        # Path.is_dir would raise where the folder above may not be entered.
        is_folder = os.path.isdir(path)  # noqa: PTH112
        return path.resolve() if is_folder else self._place_of(path)

    def checkpoint(self) -> None:
        self._writer.checkpoint()
        self.report.committed = self.report.added + self.report.replaced

    def commit(self) -> None:
        self._writer.commit()
        self.report.committed = self.report.added + self.report.replaced

    def _tell(self, source: _Source, position: int) -> None:
        if self._options.on_progress is None:
            return
        self._options.on_progress(
            Progress(
                path=str(source.path),
                files=self._files,
                total_files=self._total_files,
                bytes=self._bytes + position,
                total_bytes=self._total_bytes,
                articles=self.report.articles,
            )
        )
