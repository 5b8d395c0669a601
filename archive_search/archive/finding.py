"""Find the files that an archive is to be brought up to date with, and what it remembers each by."""

import os
import stat
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from archive_search.records import Failure
from archive_search.sources.files import find_files


@dataclass(frozen=True, kw_only=True, slots=True)
class SourceFile:
    """Hold one file to look at.

    Attributes:
        path: The file, as it was named or met.
        place: What the archive remembers it by: the same however it was named, wherever the command was run.
        root: What the user named, the file itself or a folder above it.
        bytes: Its size; 0 where it cannot be told.
    """

    path: Path
    place: Path
    root: Path
    bytes: int

    @property
    def is_named(self) -> bool:
        """Whether the user named the file itself, and not a folder that it is in."""
        return self.path == self.root


class SourceFinder:
    """Walk what a user named, the archive itself left out: it may lie in a folder that is brought into it."""

    def __init__(self, archive: Path) -> None:
        self._archive = archive.resolve()
        self._resolved: dict[Path, Path] = {}

    def find(self, paths: Sequence[Path]) -> Iterator[SourceFile | Failure]:
        """Yield each file under some paths, or why a path cannot be read."""
        for root in paths:
            for found in find_files([root]):
                if isinstance(found, Failure):
                    yield found
                    continue
                place = self.place_of(found)
                if self._archive not in place.parents:
                    yield SourceFile(path=found, place=place, root=root, bytes=_size_of(found))

    def pick(self, paths: Sequence[Path], changed: Collection[Path]) -> Iterator[SourceFile | Failure]:
        """Yield the files, among those under some paths, that a change was seen of; hidden ones are left out.

        Args:
            paths: Files and folders, as for `find`.
            changed: Files and folders that changed; what is gone is left out.
        """
        for path in _without_those_inside(changed):
            root = next((root for root in paths if path == root or path.is_relative_to(root)), None)
            if root is None or any(part.startswith(".") for part in path.relative_to(root).parts):
                continue
            # A folder that was moved here tells of itself alone.
            if path.exists():
                yield from (
                    replace(each, root=root) if isinstance(each, SourceFile) else each for each in self.find([path])
                )

    def place_of(self, path: Path) -> Path:
        """Give what the archive remembers a file by."""
        folder = path.parent
        if folder not in self._resolved:
            # Path.resolve would raise on links that turn in circles.
            self._resolved[folder] = Path(os.path.realpath(folder))
        return self._resolved[folder] / path.name

    def root_of(self, path: Path) -> Path:
        """Give what the places of all files under a path begin with."""
        # Path.is_dir would raise where the folder above may not be entered.
        is_folder = os.path.isdir(path)  # noqa: PTH112
        return path.resolve() if is_folder else self.place_of(path)


def _without_those_inside(changed: Collection[Path]) -> Iterator[Path]:
    """Leave out what lies in a folder that changed as a whole: it would be found twice."""
    whole: list[Path] = []
    for path in sorted(changed):
        if not (whole and path.is_relative_to(whole[-1])):
            # Path.is_dir would raise where the folder above may not be entered.
            if os.path.isdir(path):  # noqa: PTH112
                whole.append(path)
            yield path


def _size_of(path: Path) -> int:
    try:
        status = path.stat()
    except OSError:
        return 0  # reading it will say what is wrong
    return status.st_size if stat.S_ISREG(status.st_mode) else 0


def is_under(path: Path, roots: Iterable[Path]) -> bool:
    """Tell whether a path is one of some others or inside one of them."""
    return any(path == root or root in path.parents for root in roots)
