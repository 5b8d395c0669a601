"""Open the files that stand beside the one being read, wherever it is: some formats spread over several files.

>>> from archive_search.sources.folders import DiskFolder
>>> from pathlib import Path
>>> DiskFolder(Path("nulle/part")).open_file("page.xml") is None
True
"""

from collections.abc import Hashable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO, Protocol


class Folder(Protocol):
    """Give the files of a folder and of the folders in it; nothing outside it can be reached."""

    @property
    def name(self) -> str:
        """Its own name, without those of the folders above; empty where it has none."""

    @property
    def stamp(self) -> Hashable:
        """Something that is no longer equal once files came to the folder or went from it."""

    def open_file(self, name: str) -> BinaryIO | None:
        """Open the file of a relative path written with ``/``, or give None when there is none to be read.

        A name that is there in other capitals only is that file: scans move between systems.
        """

    def list_files(self) -> list[str]:
        """Name the files directly in the folder, sorted."""

    @property
    def parent(self) -> "Folder | None":
        """The folder above, or None when it may not be looked into."""


@dataclass(frozen=True, slots=True)
class DiskFolder:
    """A folder of this machine; the folder above it may be looked into once, and no further."""

    path: Path
    may_climb: bool = True

    @property
    def name(self) -> str:
        """Its own name."""
        return self.path.resolve().name

    @property
    def stamp(self) -> Hashable:
        """Its place, and the time when a file last came or went."""
        folder = self.path.resolve()
        try:
            return folder, folder.stat().st_mtime_ns
        except OSError:
            return folder, None

    def open_file(self, name: str) -> BinaryIO | None:
        """Open the file of a relative path, or give None when there is none to be read."""
        try:
            folder = self.path.resolve()
            place = (folder / name).resolve()
            if not place.is_relative_to(folder):
                return None
            found = place if place.is_file() else _in_other_capitals(folder, place.relative_to(folder))
            return found.open("rb") if found is not None else None
        except (OSError, ValueError):
            return None

    def list_files(self) -> list[str]:
        """Name the files directly in the folder, sorted."""
        try:
            return sorted(entry.name for entry in self.path.iterdir() if entry.is_file())
        except OSError:
            return []

    @property
    def parent(self) -> "DiskFolder | None":
        """The folder above."""
        return DiskFolder(self.path.resolve().parent, may_climb=False) if self.may_climb else None


def _in_other_capitals(folder: Path, place: Path) -> Path | None:
    """Find a file by a path whose capitals differ, or give None when there is none."""
    for part in place.parts:
        inner = folder / part
        if not inner.exists():
            named = _names_in(folder, folder.stat().st_mtime_ns).get(part.casefold())
            if named is None:
                return None
            inner = folder / named
        folder = inner
    return folder if folder.is_file() else None


@lru_cache(maxsize=8)
def _names_in(folder: Path, changed: int) -> dict[str, str]:
    """List a folder once for as long as it has not changed."""
    return {entry.name.casefold(): entry.name for entry in folder.iterdir()}
