"""Tell what bringing files into an archive would read, without reading more than their first bytes."""

import sqlite3
from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from archive_search.archive.finding import SourceFile, SourceFinder, is_under
from archive_search.engines.layout import check_format
from archive_search.errors import ArchiveMissingError, SourceError
from archive_search.records import Failure
from archive_search.sources.files import digest_file, path_text
from archive_search.sources.looking import Look, look_at_file
from archive_search.sources.readers import ReadOptions, signature_of
from archive_search.sources.reading import folder_of
from archive_search.sources.recognition.format_names import Format
from archive_search.sources.saved_pages import COMPANION, accompanies_page
from archive_search.store.connecting import open_reader
from archive_search.store.files import find_file, is_gone, iterate_files


class State(StrEnum):
    """Name what would become of a file."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    SKIPPED = "skipped"
    REFUSED = "refused"


@dataclass(frozen=True, kw_only=True, slots=True)
class PlannedFile:
    """Tell what would become of one file.

    Attributes:
        path: The file.
        state: What would become of it.
        format: Its format, where it can be told without unpacking it.
        bytes: Its size.
        reason: Why it would be skipped or refused.
    """

    path: str
    state: State
    format: Format | None
    bytes: int
    reason: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """Tell what a run would read.

    Attributes:
        files: The files, in the order in which they would be read.
        missing: Files that the archive knows and that are gone.
    """

    files: tuple[PlannedFile, ...]
    missing: tuple[str, ...] = ()

    @property
    def counts(self) -> dict[State, int]:
        """Count the files by what would become of them."""
        counted = Counter(file.state for file in self.files)
        return {state: counted[state] for state in State}

    @property
    def has_refused(self) -> bool:
        """Whether a file could not be read."""
        return any(file.state is State.REFUSED for file in self.files)

    def to_dict(self) -> dict[str, Any]:
        """Give the plan as plain values for JSON."""
        return {
            "version": 1,
            "files": [
                {
                    "path": file.path,
                    "state": file.state.value,
                    "format": file.format.value if file.format else None,
                    "bytes": file.bytes,
                    "reason": file.reason,
                }
                for file in self.files
            ],
            "counts": {state.value: count for state, count in self.counts.items()},
            "missing": list(self.missing),
        }


def plan_files(archive: Path, paths: Sequence[Path], options: ReadOptions) -> Plan:
    """Tell what bringing files into an archive would read; nothing is written.

    Args:
        archive: Folder of the archive; there may be none yet.
        paths: Files and folders.
        options: How they would be read.

    Raises:
        ArchiveDamagedError: The records cannot be read.
        ArchiveFormatError: The archive has another format.
    """
    finder = SourceFinder(archive)
    with ExitStack() as stack:
        connection = _open_records(archive, stack)
        found = finder.find(paths)
        files = [
            _refused(each.path, each.reason) if isinstance(each, Failure) else _plan(connection, each, options)
            for each in found
        ]
        missing = _find_missing(connection, [finder.root_of(path) for path in paths]) if connection is not None else []
    return Plan(files=tuple(files), missing=tuple(missing))


def _open_records(archive: Path, stack: ExitStack) -> sqlite3.Connection | None:
    try:
        check_format(archive)
    except ArchiveMissingError:
        return None
    return stack.enter_context(closing(open_reader(archive)))


def _find_missing(connection: sqlite3.Connection, roots: Sequence[Path]) -> list[str]:
    under = [name for _, name in iterate_files(connection) if is_under(Path(name), roots)]
    return [path_text(Path(name)) for name in under if is_gone(name)]


def _plan(connection: sqlite3.Connection | None, source: SourceFile, options: ReadOptions) -> PlannedFile:
    look = look_at_file(source.path)
    if isinstance(look, Failure):
        return _refused(look.path, look.reason, size=source.bytes)
    if accompanies_page(folder_of(source.path, root=source.root)):
        look = Look(format=Format.ASSET, reason=COMPANION)
    state = _state_of(connection, source, look, options)
    reason = look.reason if state in {State.SKIPPED, State.REFUSED} else None
    return PlannedFile(path=str(source.path), state=state, format=look.format, bytes=source.bytes, reason=reason)


def _state_of(connection: sqlite3.Connection | None, source: SourceFile, look: Look, options: ReadOptions) -> State:
    if look.format is Format.ASSET and not source.is_named:
        return State.SKIPPED
    if look.reason is not None:
        return State.REFUSED
    known = find_file(connection, str(source.place)) if connection is not None else None
    if known is None:
        return State.NEW
    try:
        digest = digest_file(source.path, salt=signature_of(options))
    except SourceError:
        return State.REFUSED
    return State.UNCHANGED if known.complete and known.digest == digest else State.CHANGED


def _refused(path: str, reason: str, *, size: int = 0) -> PlannedFile:
    return PlannedFile(path=path, state=State.REFUSED, format=None, bytes=size, reason=reason)
