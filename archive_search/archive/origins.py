"""Tell what an archive was made from, so that it can be brought up to date with it.

Folders that were brought in are remembered: what comes into them later belongs to the archive too. A file that was
named by itself, or that was read before folders were remembered, stands for itself alone, never for its folder.

>>> from pathlib import Path
>>> [str(path) for path in join_folders([Path("/presse/2015"), Path("/notes")], [Path("/presse")])]
['/notes', '/presse']
"""

import json
import os
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from archive_search.sources.files import path_text
from archive_search.store.commits import read_state, write_state
from archive_search.store.connecting import open_reader, translated
from archive_search.store.files import is_gone, iterate_files

_FOLDERS = "folders"


@dataclass(frozen=True, kw_only=True, slots=True)
class Origin:
    """Hold a folder that an archive has articles from.

    Attributes:
        path: The folder.
        files: Files in it, at any depth, that the archive knows.
        paths: What to bring in again: the folder where it was brought in as a whole, otherwise its files.
        is_gone: Whether it is no longer on disk.
    """

    path: Path
    files: int
    paths: tuple[Path, ...]
    is_gone: bool

    @property
    def is_whole(self) -> bool:
        """Whether files that come into the folder later belong to the archive."""
        return self.paths == (self.path,)

    def to_dict(self) -> dict[str, Any]:
        """Give the origin as plain values for JSON, without its files."""
        return {"path": path_text(self.path), "files": self.files, "whole": self.is_whole, "gone": self.is_gone}


def list_origins(archive: Path) -> tuple[Origin, ...]:
    """List the folders that an archive has articles from, by path.

    Raises:
        ArchiveDamagedError: The records cannot be read.
    """
    with translated(archive), closing(open_reader(archive)) as connection:
        folders = read_folders(connection)
        files = [Path(name) for _, name in iterate_files(connection)]
    find_whole = _whole_finder(folders)
    counts = Counter(find_whole(path.parent) for path in files)
    alone = defaultdict(list)
    for path in files:
        if find_whole(path.parent) is None:
            alone[path.parent].append(path)
    whole = [_origin(path, counts[path], [path]) for path in folders]
    origins = [*whole, *(_origin(folder, len(paths), paths) for folder, paths in alone.items())]
    kept = [each for each in origins if each.files or not each.is_gone]
    return tuple(sorted(kept, key=lambda origin: (origin.path, not origin.is_whole)))


def _whole_finder(folders: Iterable[Path]) -> Callable[[Path], Path | None]:
    """Give what finds, of some folders, the one that another is or lies in."""
    known = frozenset(folders)

    @cache
    def find(folder: Path) -> Path | None:
        return next((each for each in (folder, *folder.parents) if each in known), None)

    return find


def _origin(path: Path, files: int, paths: Sequence[Path]) -> Origin:
    return Origin(path=path, files=files, paths=tuple(paths), is_gone=is_gone(os.fspath(path)))


def read_folders(connection: sqlite3.Connection) -> list[Path]:
    """Give the folders that were brought in as a whole, by path; none of them lies in another.

    Raises:
        sqlite3.DataError: What is stored is no list of folders.
    """
    stored = read_state(connection, _FOLDERS) or "[]"
    try:
        return sorted(Path(os.fsdecode(each)) for each in json.loads(stored))
    except (ValueError, TypeError, RecursionError) as error:
        raise sqlite3.DataError(f"dossiers {stored[:100]!r}") from error


def write_folders(connection: sqlite3.Connection, folders: Iterable[Path]) -> None:
    """Remember folders as brought in as a whole, instead of those remembered before."""
    write_state(connection, _FOLDERS, json.dumps([os.fspath(folder) for folder in folders]))


def join_folders(known: Iterable[Path], added: Iterable[Path]) -> list[Path]:
    """Give the folders of both lists, by path, without those that lie in another of them."""
    joined: list[Path] = []
    for folder in sorted({*known, *added}):
        if not (joined and folder.is_relative_to(joined[-1])):
            joined.append(folder)
    return joined
