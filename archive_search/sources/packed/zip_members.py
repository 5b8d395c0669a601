"""Open zip files and read what is in them without trusting them; nothing is ever written under a name of theirs.

>>> import io, zipfile
>>> from archive_search.sources.packed.budget import Budget
>>> from archive_search.sources.packed.zip_members import open_archive, read_member
>>> packed = io.BytesIO()
>>> with zipfile.ZipFile(packed, "w") as archive:
...     archive.writestr("presse/a.txt", "Il a plu.")
>>> with open_archive(packed, path="a.zip") as archive:
...     read_member(archive, "presse/a.txt", limit=100, budget=Budget())
b'Il a plu.'
"""

import io
import lzma
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import IO, BinaryIO, cast
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from archive_search.sources.packed.budget import TOO_MUCH, Budget, PackedError, largest_member
from archive_search.sources.pulling import pull_stream
from archive_search.sources.readers import Reading
from archive_search.sources.seekable import open_seekable
from archive_search.sources.streams import BUFFER_BYTES, read_bounded

DAMAGED = "zip abîmé ou incomplet : retéléchargez le fichier"
DAMAGED_MEMBER = "abîmé dans son zip : retéléchargez le zip"
PROTECTED = "protégé par un mot de passe : enregistrez-le sans mot de passe"
UNKNOWN_METHOD = "compression {method} non lue : recompressez le zip par un outil courant"
OVERLAPPING = "zip piégé (fichiers superposés) : vérifiez d'où il vient"
TOO_MANY = "zip de trop de fichiers (plus de 96 Mo de noms) : découpez-le"
MISSING = "partie « {name} » absente : le fichier est abîmé ou incomplet"
TOO_LARGE = "partie « {name} » de plus de {size} Mo : découpez le fichier"

# The list of names is held in memory, as objects that take six times its size; a million names need 90 MB of list.
LARGEST_DIRECTORY = 96 << 20


_METHODS = frozenset({ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA})
_ENCRYPTED = 0x1
_LOCAL_HEADER_BYTES = 30
_AES = 99
_FAULTS = (BadZipFile, zlib.error, lzma.LZMAError, EOFError, struct.error, NotImplementedError, ValueError)


class _BoundedReads(io.BufferedReader):
    """Refuse the one read that takes in a whole list of names when it is too long."""

    def read(self, size: int | None = -1) -> bytes:
        if size is not None and size > LARGEST_DIRECTORY:
            raise PackedError(TOO_MANY, path="")
        return super().read(size)


@contextmanager
def open_zip(stream: BinaryIO, reading: Reading) -> Iterator[ZipFile]:
    """Open the zip file being read.

    Args:
        stream: Its bytes.
        reading: What the reader of the file was given.

    Raises:
        PackedError: It is damaged, too large, or a trap.
    """
    with open_seekable(stream, reading) as file, open_archive(file, path=reading.origin.path) as archive:
        yield archive


@contextmanager
def open_archive(file: BinaryIO, *, path: str) -> Iterator[ZipFile]:
    """Open a zip file that can be moved about in.

    Args:
        file: The file; it is left open.
        path: What it is called in an error.

    Raises:
        PackedError: It is damaged or a trap.
    """
    bounded = _BoundedReads(cast(io.RawIOBase, file))
    try:
        archive = ZipFile(bounded)
    except PackedError as error:
        raise PackedError(str(error), path=path) from error
    except _FAULTS as error:
        raise PackedError(DAMAGED, path=path) from error
    try:
        if _overlap(archive.infolist()):
            raise PackedError(OVERLAPPING, path=path)
        yield archive
    finally:
        archive.close()
        bounded.detach()


def has_member(archive: ZipFile, name: str) -> bool:
    """Tell whether a zip file has a file of exactly that name."""
    return name in archive.NameToInfo


def read_member(archive: ZipFile, name: str, *, limit: int, budget: Budget) -> bytes:
    """Read a whole member.

    Args:
        archive: The zip file.
        name: Name of the member, as the zip file writes it.
        limit: Bytes that it may hold.
        budget: Bytes that may still be unpacked.

    Raises:
        PackedError: It is missing, encrypted, damaged, larger than the limit, or a trap.
    """
    with open_member(archive, name, budget=budget) as stream:
        data = read_bounded(stream, limit=limit)
    if data is None:
        raise PackedError(TOO_LARGE.format(name=name, size=limit >> 20), path=name)
    return data


def open_member(archive: ZipFile, member: str | ZipInfo, *, budget: Budget) -> BinaryIO:
    """Open a member as a stream; reading it raises `PackedError` when it is damaged or a trap.

    Args:
        archive: The zip file.
        member: The member, or its name as the zip file writes it.
        budget: Bytes that may still be unpacked.

    Raises:
        PackedError: It is missing, encrypted, or packed in a way that is not read.
    """
    info = archive.NameToInfo.get(member) if isinstance(member, str) else member
    if info is None:
        raise PackedError(MISSING.format(name=member), path=str(member))
    _check(info, budget)
    try:
        opened = archive.open(info)
    except (*_FAULTS, RuntimeError, KeyError) as error:
        raise PackedError(DAMAGED_MEMBER, path=info.filename) from error
    return pull_stream(partial(_read_part, opened, path=info.filename), close=opened.close, buffer=BUFFER_BYTES)


def _read_part(opened: IO[bytes], size: int, *, path: str) -> bytes:
    """Read a member, telling what is wrong with it as `PackedError`."""
    try:
        return opened.read(size)
    except _FAULTS as error:
        raise PackedError(DAMAGED_MEMBER, path=path) from error
    except OSError as error:
        # What the system refuses has a number; bzip2 has none to say that its data are damaged.
        if error.errno is not None:
            raise
        raise PackedError(DAMAGED_MEMBER, path=path) from error


def _check(info: ZipInfo, budget: Budget) -> None:
    if info.flag_bits & _ENCRYPTED or info.compress_type == _AES:
        raise PackedError(PROTECTED, path=info.filename)
    if info.compress_type not in _METHODS:
        raise PackedError(UNKNOWN_METHOD.format(method=info.compress_type), path=info.filename)
    # What a member says of its size is paid for at once: zipfile gives no byte more, whatever is packed.
    if info.file_size > largest_member(info.compress_size) or not budget.spend(info.file_size):
        raise PackedError(TOO_MUCH, path=info.filename)


def _overlap(members: list[ZipInfo]) -> bool:
    """Tell whether members share bytes, which no program that packs files makes them do."""
    end = 0
    for info in sorted(members, key=lambda info: info.header_offset):
        if info.header_offset < end:
            return True
        end = info.header_offset + _LOCAL_HEADER_BYTES + info.compress_size
    return False
