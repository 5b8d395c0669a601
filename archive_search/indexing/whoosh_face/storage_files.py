"""Open and create files of sections in whatever storage Whoosh keeps an index: a folder, or memory."""

import mmap
from pathlib import Path
from typing import Any

from archive_search.indexing.damage import damaged
from archive_search.indexing.sections import SectionFile


def open_sections(storage: Any, name: str) -> SectionFile:
    """Map a file of sections, or where it is not on disk take its bytes.

    Raises:
        ArchiveDamagedError: The file is not whole.
        OSError: It cannot be opened.
    """
    folder = folder_of(storage)
    if folder is not None and (folder / name).is_file():
        return SectionFile.open(folder / name)
    with storage.open_file(name) as file:
        return SectionFile(_contents_of(file, name), Path(name))


def _contents_of(file: Any, name: str) -> bytes | mmap.mmap:
    if not file.is_real:
        contents: bytes = file.read()
        return contents
    try:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except ValueError as error:  # an empty file has nothing to map
        raise damaged(Path(name), "fichier vide") from error


def folder_of(storage: Any) -> Path | None:
    """Give the folder of a storage, or None when it keeps its files elsewhere."""
    folder = getattr(storage, "folder", None)
    return None if folder is None else Path(folder)
