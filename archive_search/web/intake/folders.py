"""Look into folders, so that a reader can choose one: where it lies, what folders and files are in it.

>>> from pathlib import Path
>>> [folder.name for folder in look_into(Path("/"), archive=Path("/nulle-part")).above]
[]
"""

import os
import stat
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from archive_search.archive.glancing import Glance, glance_at
from archive_search.sources.files import describe_os_error, path_text
from archive_search.web.intake.places import write_path

MOST_FOLDERS = 1_000
"""Folders that are listed of those in one folder."""

MOST_ENTRIES = 20_000
"""Entries of a folder among which folders are looked for."""

MOST_ABOVE = 40
"""Folders that are named of those that a folder lies in."""

_SPECIAL = "ni fichier ni dossier : choisissez un dossier"


@dataclass(frozen=True, kw_only=True, slots=True)
class Folder:
    """Hold a folder that can be chosen.

    Attributes:
        name: Its name, to be shown.
        written: Its path, for the field of a form.
    """

    name: str
    written: str


@dataclass(frozen=True, kw_only=True, slots=True)
class View:
    """Show what was chosen: a folder, or a file.

    Attributes:
        path: Where it is, to be shown; links on the way are followed.
        here: What was chosen.
        above: Folders that it lies in, the outermost first.
        folders: Folders in it, by name, without those that are hidden.
        more: Whether there are others, that are not listed.
        glance: What files are in it, at any depth; None where it cannot be read.
        fault: French sentence: why it cannot be read.
    """

    path: str
    here: Folder
    above: tuple[Folder, ...]
    folders: tuple[Folder, ...] = ()
    more: bool = False
    glance: Glance | None = None
    fault: str | None = None


def as_folder(path: Path) -> Folder:
    """Make a folder of the form out of a path."""
    return Folder(name=path_text(Path(path.name or path)), written=write_path(path))


def look_into(path: Path, *, archive: Path) -> View:
    """Look into a folder.

    Args:
        path: The folder, or a file.
        archive: Folder of the archive, which is left out.
    """
    try:
        found, mode = _follow(path)
        inside = _list_folders(found) if stat.S_ISDIR(mode) else ([], False)
    except (OSError, ValueError) as error:
        return _view(path, fault=describe_os_error(error))
    if not (stat.S_ISDIR(mode) or stat.S_ISREG(mode)):
        return _view(found, fault=_SPECIAL)
    return _view(found, inside=inside, glance=glance_at(found, archive=archive))


def _follow(path: Path) -> tuple[Path, int]:
    """Give where a path leads, and what is there."""
    found = Path(os.path.realpath(path))
    return found, found.stat().st_mode


def _view(
    path: Path,
    *,
    inside: tuple[list[Path], bool] = ([], False),
    glance: Glance | None = None,
    fault: str | None = None,
) -> View:
    folders, more = inside
    return View(
        path=path_text(path),
        here=as_folder(path),
        above=tuple(as_folder(each) for each in reversed(path.parents[:MOST_ABOVE])),
        folders=tuple(as_folder(each) for each in folders),
        more=more,
        glance=glance,
        fault=fault,
    )


def _list_folders(path: Path) -> tuple[list[Path], bool]:
    """List the folders in a folder that are not hidden, and tell whether there are more."""
    with os.scandir(path) as entries:
        folders = [Path(entry.path) for entry in islice(entries, MOST_ENTRIES) if _is_listed(entry)]
        more = next(entries, None) is not None
    folders.sort(key=lambda folder: folder.name.casefold())
    return folders[:MOST_FOLDERS], more or len(folders) > MOST_FOLDERS


def _is_listed(entry: "os.DirEntry[str]") -> bool:
    if entry.name.startswith("."):
        return False
    try:
        return entry.is_dir()
    except OSError:
        # A link that turns in circles, a disk that is gone: it could not be opened anyway.
        return False
