"""Open the archive of a run that writes, or make it."""

from pathlib import Path

from archive_search.archive.facade import Archive
from archive_search.errors import ArchiveMissingError


def open_or_create(path: Path, *, workers: int | None = None) -> Archive:
    """Open the archive of a folder, or make an empty one where there is none.

    Args:
        path: The folder.
        workers: As for `Archive.open`.

    Raises:
        ArchiveError: The folder holds something else than an archive, or one that this version does not read.
        StorageError: The disk refuses.
    """
    try:
        return Archive.open(path, workers=workers)
    except ArchiveMissingError:
        return Archive.create(path, workers=workers)
