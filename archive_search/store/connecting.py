"""Open `records.sqlite` for one writer or for a reader that keeps its snapshot.

Readers open a transaction and keep it: they see one commit for as long as they live, whatever a writer does
(SQLite's write-ahead log). Every statement runs inside `translated`, so that no SQLite error leaves the package.
"""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from archive_search.errors import ArchiveDamagedError, ArchiveError, ArchiveLockedError, StorageError
from archive_search.store.journals import refuse_planted_journal

RECORDS_NAME = "records.sqlite"
PAGE_BYTES = 1 << 14
RESTORE = "restaurez-le depuis une sauvegarde"

# A limit on the size of files, or of what a user may store, ends as a full disk does.
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_REFUSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


@contextmanager
def translated(path: Path, *, remedy: str = RESTORE) -> Iterator[None]:
    """Turn what SQLite and the file system raise inside the block into errors of this package.

    Args:
        path: Archive or file that the block works on; it is named in the error.
        remedy: What the reader is told to do where it is damaged, in French.

    Raises:
        StorageError: The disk is full, read-only or gone.
        ArchiveLockedError: Another process holds the file.
        ArchiveDamagedError: The file is not what it should be.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise _sqlite_error(error, path, remedy) from error
    except UnicodeDecodeError as error:
        # SQLite quotes what is wrong with a file, and Python expects its messages to be text.
        raise _damaged(path, error.object.decode("utf-8", "replace"), remedy) from error
    except OSError as error:
        raise _system_error(error, path) from error


def _system_error(error: OSError, path: Path) -> StorageError:
    if error.errno in _FULL:
        return _full_disk(path)
    if error.errno in _REFUSED:
        return StorageError(f"accès refusé à {error.filename or path} : vérifiez vos droits", path=path)
    return StorageError(f"écriture ou lecture impossible dans {path} : {error.strerror or error}", path=path)


def _full_disk(path: Path) -> StorageError:
    return StorageError(f"disque plein : libérez de la place pour {path} puis relancez", path=path)


def _sqlite_error(error: sqlite3.DatabaseError, path: Path, remedy: str) -> ArchiveError:
    code = getattr(error, "sqlite_errorcode", None) or 0
    primary = code & 0xFF
    if primary == sqlite3.SQLITE_FULL:
        return _full_disk(path)
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return ArchiveLockedError(f"{path} est occupé par un autre programme : réessayez plus tard", path=path)
    if primary in (
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PERM,
    ):
        return StorageError(f"{path} ne peut être lu ou écrit ({error}) : vérifiez le disque et les droits", path=path)
    return _damaged(path, str(error), remedy)


def _damaged(path: Path, reason: str, remedy: str) -> ArchiveDamagedError:
    return ArchiveDamagedError(f"{path} est abîmé ({reason}) : {remedy}", path=path)


def open_writer(archive_path: Path) -> sqlite3.Connection:
    """Open the records for writing; the caller holds the archive's lock."""
    path = archive_path / RECORDS_NAME
    with translated(path):
        refuse_planted_journal(path)
    # Only a new file takes the size of its pages. Ten compressed articles fill one with little left over.
    # A commit must survive a power cut: the log is synced at each one.
    return _open(
        path,
        "rwc",
        f"pragma page_size = {PAGE_BYTES}",
        "pragma journal_mode = wal",
        "pragma synchronous = full",
        "pragma foreign_keys = on",
    )


def open_reader(archive_path: Path) -> sqlite3.Connection:
    """Open the records for reading and start the transaction that keeps the snapshot."""
    path = archive_path / RECORDS_NAME
    return _open(path, "ro", "begin", "select 1 from state")


def open_watcher(archive_path: Path) -> sqlite3.Connection:
    """Open the records for reading, each time what was committed last; no snapshot is kept."""
    return _open(archive_path / RECORDS_NAME, "ro", "select 1 from state")


def _open(path: Path, mode: str, *statements: str) -> sqlite3.Connection:
    """Connect and run some statements; when one fails, nothing is left open."""
    with translated(path):
        connection = _connect(path, mode)
        try:
            for statement in statements:
                connection.execute(statement).fetchone()
        except BaseException:
            connection.close()
            raise
    return connection


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?mode={mode}"
    # Where it may not write SQLite cannot make the shared-memory file of its log; without a log nobody writes there.
    if mode == "ro" and not os.access(path.parent, os.W_OK) and not path.with_name(f"{path.name}-wal").exists():
        address += "&immutable=1"
    return sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False, timeout=10)


@contextmanager
def transaction(connection: sqlite3.Connection, path: Path, *, remedy: str = RESTORE) -> Iterator[None]:
    """Commit what the block writes as a whole, or nothing of it; errors are as `translated` makes them."""
    with translated(path, remedy=remedy):
        connection.execute("begin immediate")
        try:
            yield
        except BaseException:
            connection.rollback()
            raise
        connection.execute("commit")
