"""Tell which commit is the last one of an archive, in a few microseconds, so that a server may ask at every request.

>>> import tempfile
>>> from pathlib import Path
>>> from archive_search.engines.creating import create_archive
>>> from archive_search.engines.last_commit import CommitWatch
>>> folder = Path(tempfile.mkdtemp()) / "archive"
>>> create_archive(folder)
>>> watch = CommitWatch(folder)
>>> watch.read() == watch.read()
True
>>> watch.close()
"""

import os
import sqlite3
import threading
from pathlib import Path
from typing import NamedTuple

from archive_search.engines.layout import check_format
from archive_search.store.commits import CREATED, GENERATION, read_state
from archive_search.store.connecting import RECORDS_NAME, open_watcher, translated


class RecordsFile(NamedTuple):
    """Tell the file of records of one archive from that of another made in its place.

    The system gives the pair to no other file while a connection keeps this one open.
    """

    device: int
    inode: int


class Commit(NamedTuple):
    """Name one commit of one archive.

    Attributes:
        file: Its file of records.
        created: When the archive was made.
        generation: Generation of its index, which every commit raises.
    """

    file: RecordsFile
    created: str | None
    generation: str | None


def identify_records(path: Path) -> RecordsFile:
    """Identify the file of records of the archive in a folder.

    Raises:
        ArchiveMissingError: There is no archive in the folder.
        ArchiveFormatError: There is one of another format, whose records are elsewhere.
        OSError: The system refuses.
    """
    return _identity(_look_at_records(path))


def read_commit(connection: sqlite3.Connection, file: RecordsFile) -> Commit:
    """Name the commit that a connection to a file of records sees."""
    return Commit(file, read_state(connection, CREATED), read_state(connection, GENERATION))


class CommitWatch:
    """Keep a connection of its own, which holds no snapshot, to ask for the last commit; any thread may ask."""

    def __init__(self, path: Path) -> None:
        """Take the folder of the archive; nothing is opened before `read`."""
        self._path = path
        self._turn = threading.Lock()
        self._connection: sqlite3.Connection | None = None
        self._seen: tuple[int, ...] = ()

    def read(self) -> Commit:
        """Name the last commit of the archive that is in the folder now.

        Raises:
            ArchiveMissingError: There is none any more.
            ArchiveFormatError: It has another format.
            StorageError: The disk refuses.
        """
        with self._turn, translated(self._path):
            status = _look_at_records(self._path)
            return read_commit(self._connect(status), _identity(status))

    def _connect(self, status: os.stat_result) -> sqlite3.Connection:
        """Open the records anew where the file is another, or was written to.

        A reader who may not write to the folder sees what others write only when they have put it into the file.
        """
        seen = (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)
        if self._connection is None or seen != self._seen:
            self._close()
            check_format(self._path)
            self._connection = open_watcher(self._path)
            self._seen = seen
        return self._connection

    def close(self) -> None:
        """Close the connection; `read` opens another."""
        with self._turn:
            self._close()

    def _close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _look_at_records(path: Path) -> os.stat_result:
    try:
        return (path / RECORDS_NAME).stat()
    except (FileNotFoundError, NotADirectoryError):
        check_format(path)
        raise


def _identity(status: os.stat_result) -> RecordsFile:
    return RecordsFile(status.st_dev, status.st_ino)
