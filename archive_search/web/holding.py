"""Hold the archive that the desktop reads, always at its last commit.

>>> import tempfile
>>> from pathlib import Path
>>> from archive_search import Archive
>>> folder = Path(tempfile.mkdtemp()) / "archive"
>>> Archive.create(folder).close()
>>> holder = ArchiveHolder(folder)
>>> with holder.reading() as archive:
...     archive.search("Lattaquié").total
0
>>> holder.close()
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from archive_search.archive.facade import Archive
from archive_search.errors import ArchiveError


class ArchiveHolder:
    """Lend one open archive to many threads, and open it anew once something was committed to it.

    Attributes:
        path: Folder of the archive, which need not exist yet.
    """

    def __init__(self, path: Path) -> None:
        """Take the folder; it is opened by the first reader."""
        self.path = path
        self._lock = threading.Lock()
        self._writing = threading.Lock()
        self._current: Archive | None = None
        self._users: dict[Archive, int] = {}

    @contextmanager
    def reading(self) -> Iterator[Archive]:
        """Lend the archive as of its last commit; whatever is committed meanwhile, it does not change in your hands.

        Raises:
            ArchiveMissingError: There is none in the folder.
            ArchiveFormatError: It has a format that this version does not read.
        """
        archive = self._take()
        try:
            yield archive
        finally:
            self._give_back(archive)

    @contextmanager
    def writing(self) -> Iterator[Archive]:
        """Lend the archive to one thread at a time, to write to it; readers see what it commits.

        Raises:
            ArchiveMissingError: There is none in the folder.
            ArchiveFormatError: It has a format that this version does not read.
        """
        with self._writing, Archive.open(self.path) as archive:
            yield archive

    def _take(self) -> Archive:
        with self._lock:
            if self._current is not None and not self._is_current(self._current):
                self._retire()
            if self._current is None:
                self._current = Archive.open(self.path)
                self._users[self._current] = 0
            self._users[self._current] += 1
            return self._current

    def _is_current(self, archive: Archive) -> bool:
        try:
            return archive.is_current()
        except ArchiveError:
            # Opening it anew says what is wrong, at this request and at the next.
            return False

    def _retire(self) -> None:
        """Lend the archive that was current no more, and close it once nobody has it."""
        retired, self._current = self._current, None
        if retired is not None and not self._users[retired]:
            self._close(retired)

    def _give_back(self, archive: Archive) -> None:
        with self._lock:
            self._users[archive] -= 1
            if not self._users[archive] and archive is not self._current:
                self._close(archive)

    def _close(self, archive: Archive) -> None:
        del self._users[archive]
        archive.close()

    def close(self) -> None:
        """Close the archive once its last reader has done."""
        with self._lock:
            self._retire()
