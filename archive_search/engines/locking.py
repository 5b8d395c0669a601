"""One writer at a time: a lock on the archive that tells who holds it and ends with its process."""

import os
from pathlib import Path

from filelock import FileLock, Timeout

from archive_search.errors import ArchiveLockedError
from archive_search.store.connecting import translated

LOCK_NAME = "write.lock"
HOLDER_NAME = "write.pid"


class WriteLock:
    """Hold the right to write to one archive."""

    def __init__(self, archive_path: Path) -> None:
        """Take the lock at once.

        Raises:
            ArchiveLockedError: Another process holds it; the message names that process.
            StorageError: The folder may not be written to, or the disk is full.
        """
        self._path = archive_path
        self._lock = FileLock(archive_path / LOCK_NAME)
        with translated(archive_path):
            try:
                self._lock.acquire(blocking=False)
            except Timeout as error:
                message = f"l'archive {archive_path} est en cours d'écriture par {self._holder()} : attendez sa fin"
                raise ArchiveLockedError(message, path=archive_path) from error
            try:
                (archive_path / HOLDER_NAME).write_text(str(os.getpid()), encoding="ascii")
            except OSError:
                self._lock.release()
                raise

    def _holder(self) -> str:
        try:
            number = (self._path / HOLDER_NAME).read_text(encoding="ascii").strip()
        except (OSError, ValueError):
            number = ""
        return f"le processus {number}" if number else "un autre processus"

    def release(self) -> None:
        """Give the lock back."""
        try:
            with translated(self._path):
                (self._path / HOLDER_NAME).unlink(missing_ok=True)
        finally:
            self._lock.release()
