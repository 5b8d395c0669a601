"""Open the archive of a command that writes, or make it."""

from pathlib import Path
from typing import TYPE_CHECKING

from archive_search.errors import ArchiveMissingError

if TYPE_CHECKING:
    from archive_search import Archive


def open_or_create(path: Path, workers: int | None) -> "Archive":
    """Open the archive of a folder, or make an empty one where there is none."""
    from archive_search import Archive

    try:
        return Archive.open(path, workers=workers)
    except ArchiveMissingError:
        return Archive.create(path, workers=workers)
