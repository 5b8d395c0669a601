"""Bring an archive up to date with files: read what is new or changed, replace, report what is gone."""

import os
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from archive_search.archive.finding import SourceFile, SourceFinder, is_under
from archive_search.archive.intake import Intake
from archive_search.archive.origins import join_folders, read_folders, write_folders
from archive_search.archive.report import AddReport, Progress
from archive_search.engines.local_writing import Change, LocalWriter
from archive_search.errors import SourceError
from archive_search.records import Article, Failure, Skipped
from archive_search.sources.files import digest_file, path_text
from archive_search.sources.readers import Found, ReadOptions, signature_of
from archive_search.sources.reading import read_articles, read_stream
from archive_search.store.connecting import translated
from archive_search.store.files import (
    begin_file,
    find_file,
    finish_file,
    forget_file,
    is_gone,
    iterate_files,
    note_double,
    number_of_article,
    numbers_in,
    path_of,
)

STREAM_NAME = "-"
NO_ARTICLE = "{kind} : ce fichier ne contient pas d'article"
_PROGRESS_EVERY = 50


@dataclass(frozen=True, kw_only=True, slots=True)
class AddOptions:
    """Hold how files are to be brought in.

    Attributes:
        reading: How files are to be read.
        only: Files and folders, under the paths given, that alone are to be looked at; None means all.
        remove_missing: Whether articles of files that are gone are taken out; otherwise they are only reported.
        on_progress: Called now and then with how far the run is.
        commit_characters: Characters of text after which to commit, for who wants to search before the end; None means
            as rarely as is safe, which is a little faster.
    """

    reading: ReadOptions = field(default_factory=ReadOptions)
    only: Collection[Path] | None = None
    remove_missing: bool = False
    on_progress: Callable[[Progress], None] | None = None
    commit_characters: int | None = None


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
        run.remember_folders(paths)
        run.add_all(run.find_sources(paths))
        run.settle_missing(paths if options.only is None else options.only)
        run.intake.finish()
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
        run.intake.finish()
    return run.report


class _Run:
    def __init__(self, writer: LocalWriter, options: AddOptions) -> None:
        self._writer = writer
        self._options = options
        self._total_bytes = 0
        self._bytes = 0
        self._total_files = 0
        self._files = 0
        self._finder = SourceFinder(writer.path)
        self._signature = signature_of(options.reading)
        self.report = AddReport()
        self.intake = Intake(
            writer,
            self.report,
            cleaning=options.reading.cleaning,
            commit_characters=options.commit_characters,
        )

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

    def add_articles(self, found: Iterable[Found]) -> None:
        """Take articles that come from no file."""
        for each in found:
            if isinstance(each, Failure):
                self.report.failures.append(each)
                continue
            if isinstance(each, Skipped):
                self.report.skipped.append(each)
                continue
            self.intake.take(each)
            self.intake.checkpoint_if_full()

    def remember_folders(self, paths: Sequence[Path]) -> None:
        """Remember the folders among some paths; first of all, so that a run that is stopped remembers them too."""
        known = read_folders(self._writer.connection)
        # Path.is_dir would raise where the folder above may not be entered.
        given = [self._finder.root_of(path) for path in paths if os.path.isdir(path)]  # noqa: PTH112
        folders = join_folders(known, given)
        if folders != known:
            self._writer.begin()
            write_folders(self._writer.connection, folders)

    def find_sources(self, paths: Sequence[Path]) -> list[SourceFile]:
        only = self._options.only
        found = list(self._finder.find(paths) if only is None else self._finder.pick(paths, only))
        self.report.failures += [each for each in found if isinstance(each, Failure)]
        return [each for each in found if isinstance(each, SourceFile)]

    def add_all(self, sources: list[SourceFile]) -> None:
        self._total_files = len(sources)
        self._total_bytes = sum(source.bytes for source in sources)
        for source in sources:
            self._add(source)
            self._files += 1
            self._bytes += source.bytes
            self._tell(source, 0)

    def _add(self, source: SourceFile) -> None:
        try:
            digest = digest_file(source.path, salt=self._signature)
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

    def _read(self, source: SourceFile, file: int) -> None:
        self.report.files_read += 1
        failures = len(self.report.failures)
        seen: set[int] = set()
        is_whole = True
        for rank, found in enumerate(self._articles(source)):
            if isinstance(found, Failure):
                self.report.failures.append(found)
                # What cannot be read may be an article that the archive has: nothing of this file is taken out.
                is_whole = False
            elif isinstance(found, Skipped):
                self._skip(found, source)
            else:
                self._store(found, file, seen, source)
            self.intake.checkpoint_if_full()
            if rank % _PROGRESS_EVERY == 0:
                self._tell(source, self._position)
        self._writer.begin()
        if is_whole:
            self.intake.remove([number for number in numbers_in(self._writer.connection, file) if number not in seen])
        # A file in which something failed is read again next time, so that its failures are told again.
        if len(self.report.failures) == failures:
            finish_file(self._writer.connection, file)

    def _skip(self, skipped: Skipped, source: SourceFile) -> None:
        """Note a file that holds no article; one that the user named was meant to hold some."""
        if source.is_named and skipped.path == path_text(source.path):
            self.report.failures.append(Failure(path=skipped.path, reason=NO_ARTICLE.format(kind=skipped.reason)))
        else:
            self.report.skipped.append(skipped)

    def _articles(self, source: SourceFile) -> Iterator[Found]:
        self._position = 0
        return read_articles(source.path, root=source.root, options=self._options.reading, on_read=self._note_position)

    def _note_position(self, position: int) -> None:
        self._position = position

    def _store(self, article: Article, file: int, seen: set[int], source: SourceFile) -> None:
        self._writer.begin()
        connection = self._writer.connection
        number = number_of_article(connection, article.id, file)
        if number is not None and number in seen:
            reason = f"identifiant « {article.id} » donné deux fois dans ce fichier : seul le premier article est gardé"
            self.report.failures.append(Failure(path=str(source.path), reason=reason))
            return
        change, number = self.intake.take(article, file=file)
        if change is Change.REFUSED:
            self._refuse(article, number, source)
        elif change is Change.DOUBLE:
            note_double(connection, file)
            self.report.doubles += 1
        else:
            seen.add(number)

    def _refuse(self, article: Article, number: int, source: SourceFile) -> None:
        holder = path_text(Path(path_of(self._writer.connection, number)))
        reason = f"identifiant « {article.id} » déjà pris par un article de {holder} : changez l'un des deux"
        self.report.failures.append(Failure(path=str(source.path), reason=reason))

    def settle_missing(self, paths: Iterable[Path]) -> None:
        """Report the files under the given paths that are gone, and take their articles out if asked."""
        roots = [self._finder.root_of(path) for path in paths if "\0" not in str(path)]
        connection = self._writer.connection
        for file, name in list(iterate_files(connection)):
            path = Path(name)
            if not is_under(path, roots) or not is_gone(name):
                continue
            articles = numbers_in(connection, file)
            # A file that was moved has left its articles to another.
            if articles and not self._options.remove_missing:
                self.report.missing.append(path_text(path))
                continue
            self._writer.begin()
            self.intake.remove(articles)
            forget_file(connection, file)

    def _tell(self, source: SourceFile, position: int) -> None:
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
