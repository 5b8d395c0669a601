"""Make files of the index durable, and give the checksums that tell whether they are still what was written."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from archive_search.indexing.damage import damaged

DIGEST_SIZE = 32
_BLOCK = 1 << 20
_READ_AT_OPENING = (".toc",)


class Seal(NamedTuple):
    """Hold the name, size in bytes and blake2b digest (32 bytes) of a file."""

    name: str
    size: int
    digest: bytes


def seal_files(folder: Path, names: Iterable[str]) -> Iterator[Seal]:
    """Sync files to the disk and yield their seals; then sync the folder itself."""
    for name in sorted(names):
        with (folder / name).open("rb+") as file:
            os.fsync(file.fileno())
        yield read_seal(folder / name)
    sync_folder(folder)


def read_seal(path: Path) -> Seal:
    """Compute the seal of a file as it is now.

    Raises:
        OSError: The file is missing or cannot be read.
    """
    digest = hashlib.blake2b(digest_size=DIGEST_SIZE)
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return Seal(path.name, path.stat().st_size, digest.digest())


def find_alteration(folder: Path, seal: Seal, *, whole: bool = True) -> str | None:
    """Say in French how a file differs from what was sealed; None when it does not.

    Args:
        folder: Folder of the file.
        seal: What it was.
        whole: Whether to read it to its end; otherwise only its size is looked at.

    Raises:
        OSError: The file is missing or cannot be read.
    """
    size = (folder / seal.name).stat().st_size
    if size != seal.size:
        return f"{size} octets au lieu de {seal.size}"
    if whole and read_seal(folder / seal.name).digest != seal.digest:
        return "somme de contrôle différente"
    return None


def check_before_reading(folder: Path, seals: Iterable[Seal]) -> None:
    """Check the size of every file of an index, and the content of the table of contents.

    The other files have checksums of their own, which are verified as they are read.

    Raises:
        ArchiveDamagedError: A file is not what was sealed.
        OSError: A file is missing or cannot be read.
    """
    for seal in seals:
        alteration = find_alteration(folder, seal, whole=seal.name.endswith(_READ_AT_OPENING))
        if alteration:
            raise damaged(folder / seal.name, alteration)


def sync_folder(folder: Path) -> None:
    """Sync the list of names of a folder, where the system can (Windows cannot, and need not)."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
