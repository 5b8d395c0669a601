"""One file of flat arrays, each a named section, with a checksum for every page of it.

    header     magic, 8 bytes; version, u32; bytes of a page, u32
    sections   arrays of little-endian numbers, each starting at a multiple of 16 bytes
    directory  JSON: {"sections": {name: [type, offset, count]}, "properties": {...}}
    checksums  CRC-32, u32, of each page from the start of the file to the end of the sections
    footer     offset and length of the directory, u64 each; CRC-32 of directory and checksums, u32;
               version, u32; magic, 8 bytes

A file that is cut short has no footer; a page that changed is found out when it is first touched. Nothing is
read before it is asked for, so that opening costs the same whatever the size.
"""

import json
import mmap
import struct
import zlib
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from archive_search.indexing.damage import damaged

if TYPE_CHECKING:
    from tempfile import SpooledTemporaryFile

MAGIC = b"ARCHSECT"
VERSION = 1
PAGE = 1 << 14
ALIGNMENT = 16
TYPES = ("u1", "<u2", "<u4", "<u8", "<f4", "<f8")
_TYPE_OF = {name: np.dtype(name) for name in TYPES}

_HEADER = struct.Struct("<8sII")
_FOOTER = struct.Struct("<QQII8s")
_SPOOLED = 1 << 23
_COPIED = 1 << 20


class SectionWriter:
    """Write the sections of one file, one after the other."""

    def __init__(self, file: BinaryIO) -> None:
        """Begin an empty file that is open for writing."""
        self._file = file
        self._offset = 0
        self._page = bytearray()
        self._checksums: list[int] = []
        self._sections: dict[str, tuple[str, int, int]] = {}
        self._write(_HEADER.pack(MAGIC, VERSION, PAGE))

    def add(self, name: str, values: NDArray[Any]) -> None:
        """Write one array whose type is in `TYPES`."""
        self.add_pieces(name, values.dtype, [values])

    def add_bytes(self, name: str, data: bytes) -> None:
        """Write bytes as a section of type u1."""
        self.add(name, np.frombuffer(data, np.uint8))

    def add_pieces(self, name: str, dtype: np.dtype[Any], pieces: Iterable[NDArray[Any]]) -> None:
        """Write one array that comes in pieces."""
        stored = dtype.newbyteorder("<")
        self._write(bytes(-self._offset % ALIGNMENT))
        start = self._offset
        for piece in pieces:
            self._write(np.ascontiguousarray(piece, stored).view(np.uint8).data)
        self._sections[name] = _type_name(stored), start, (self._offset - start) // stored.itemsize

    def _write(self, data: bytes | memoryview) -> None:
        self._file.write(data)
        self._offset += len(data)
        room = PAGE - len(self._page)
        if len(data) < room:
            self._page += data
            return
        view = memoryview(data)
        self._checksums.append(zlib.crc32(view[:room], zlib.crc32(self._page)))
        whole = room + (len(data) - room) // PAGE * PAGE
        self._checksums += [zlib.crc32(view[place : place + PAGE]) for place in range(room, whole, PAGE)]
        self._page = bytearray(view[whole:])

    def finish(self, properties: Mapping[str, Any]) -> None:
        """Write what makes the file whole; the caller closes it.

        Args:
            properties: What else a reader must know, in types that JSON has.
        """
        checksums = np.array([*self._checksums, zlib.crc32(self._page)], "<u4").tobytes()
        content = {"sections": self._sections, "properties": properties}
        directory = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
        self._file.write(directory + checksums)
        check = zlib.crc32(directory + checksums)
        self._file.write(_FOOTER.pack(self._offset, len(directory), check, VERSION, MAGIC))


def _type_name(dtype: np.dtype[Any]) -> str:
    return dtype.str if dtype.itemsize > 1 else f"{dtype.kind}{dtype.itemsize}"


class GrowingSections:
    """Gather sections that grow at the same time, each in a temporary file once it is large."""

    def __init__(self, folder: Path | None) -> None:
        """Begin without any; temporary files go to a folder, or to the system's when it is None."""
        self._folder = folder
        self._grown: dict[str, tuple[np.dtype[Any], SpooledTemporaryFile[bytes]]] = {}

    def extend(self, name: str, values: NDArray[Any]) -> None:
        """Add numbers to the end of a section; its type is that of the first ones."""
        if name not in self._grown:
            # Imported here: only a writer needs it, and a search must start at once.
            import tempfile

            spool = tempfile.SpooledTemporaryFile(_SPOOLED, dir=str(self._folder) if self._folder else None)  # noqa: SIM115  # closed by write_to
            self._grown[name] = values.dtype, spool
        dtype, file = self._grown[name]
        file.write(np.ascontiguousarray(values, dtype.newbyteorder("<")).view(np.uint8).data)

    def write_to(self, writer: SectionWriter) -> None:
        """Write all sections, in the order in which they began."""
        for name, (dtype, file) in self._grown.items():
            file.seek(0)
            pieces = iter(partial(file.read, _COPIED), b"")
            writer.add_pieces(name, dtype, (np.frombuffer(piece, dtype.newbyteorder("<")) for piece in pieces))
        self.close()

    def close(self) -> None:
        """Drop the temporary files."""
        for _dtype, file in self._grown.values():
            file.close()
        self._grown.clear()


class Section:
    """Give the numbers of one section; what is read is checked at its first reading."""

    __slots__ = ("_file", "_offset", "_size", "_values")

    def __init__(self, file: "SectionFile", values: NDArray[Any], offset: int) -> None:
        self._file = file
        self._values = values
        self._offset = offset
        self._size = values.itemsize

    def __len__(self) -> int:
        return len(self._values)

    @property
    def dtype(self) -> np.dtype[Any]:
        """Type of the numbers."""
        return self._values.dtype

    def read(self, start: int, stop: int) -> NDArray[Any]:
        """Give the numbers from one place up to another, as a view of the file.

        Raises:
            ArchiveDamagedError: The file has changed there, or has no such place.
        """
        if not 0 <= start <= stop <= len(self._values):
            raise self._file.damaged(f"place {start} à {stop} hors d'une section de {len(self._values)}")
        offset = self._offset
        self._file.check(offset + start * self._size, offset + stop * self._size)
        return self._values[start:stop]

    def read_all(self) -> NDArray[Any]:
        """Give all numbers, as a view of the file.

        Raises:
            ArchiveDamagedError: The file has changed.
        """
        return self.read(0, len(self._values))


class SectionFile:
    """Read the sections of one file through a map of it, or from bytes in memory."""

    def __init__(self, data: bytes | mmap.mmap | memoryview, path: Path) -> None:
        """Read the directory.

        Args:
            data: The whole file.
            path: Its name, for errors.

        Raises:
            ArchiveDamagedError: The file is not whole, or not of this version.
        """
        self._path = path
        self._data = memoryview(data)
        self._sections: dict[str, Section] = {}
        try:
            self._read_directory()
        except (ValueError, KeyError, TypeError, AttributeError, struct.error, RecursionError) as error:
            raise damaged(path, error) from error

    @classmethod
    def open(cls, path: Path) -> "SectionFile":
        """Map a file.

        Raises:
            FileNotFoundError: There is no such file.
            ArchiveDamagedError: The file is not whole, or not of this version.
        """
        with path.open("rb") as file:
            try:
                mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            except ValueError as error:  # an empty file has nothing to map
                raise damaged(path, "fichier vide") from error
        return cls(mapped, path)

    def _read_directory(self) -> None:
        data = self._data
        start, length, check, version, magic = _FOOTER.unpack(data[max(0, len(data) - _FOOTER.size) :])
        if magic != MAGIC or bytes(data[: len(MAGIC)]) != MAGIC:
            raise ValueError("fin de fichier manquante")
        if version != VERSION:
            raise ValueError(f"version {version} au lieu de {VERSION}")
        described = data[start : len(data) - _FOOTER.size]
        if zlib.crc32(described) != check:
            raise ValueError("somme de contrôle du répertoire différente")
        content = json.loads(bytes(described[:length]))
        self.properties: dict[str, Any] = content["properties"]
        self._described: dict[str, list[Any]] = content["sections"]
        self._checksums: list[int] = np.frombuffer(described[length:], "<u4").tolist()
        self._end = start
        if len(self._checksums) != start // PAGE + 1:
            raise ValueError("nombre de sommes de contrôle inattendu")
        self._checked = bytearray(len(self._checksums))

    def __contains__(self, name: str) -> bool:
        return name in self._described

    def names(self) -> list[str]:
        """List the names of the sections, in the order in which they were written."""
        return list(self._described)

    def section(self, name: str) -> Section:
        """Give a section by name.

        Raises:
            ArchiveDamagedError: The file has no such section.
        """
        found = self._sections.get(name)
        if found is None:
            found = self._sections[name] = self._open_section(name)
        return found

    def _open_section(self, name: str) -> Section:
        try:
            kind, offset, count = self._described[name]
            values = np.frombuffer(self._data, _TYPE_OF[kind], count, offset)
        except (ValueError, KeyError, TypeError, OverflowError) as error:
            raise self.damaged(f"section {name} : {error}") from error
        if count < 0 or offset + values.nbytes > self._end:
            raise self.damaged(f"section {name} hors du fichier")
        return Section(self, values, offset)

    def read_all(self, name: str) -> NDArray[Any]:
        """Give all numbers of a section, as a view of the file.

        Raises:
            ArchiveDamagedError: The file has changed there.
        """
        return self.section(name).read_all()

    def check(self, start: int, stop: int) -> None:
        """Check the pages that hold a range of bytes, those that were not checked before.

        Raises:
            ArchiveDamagedError: One has changed.
        """
        checked = self._checked
        first, last = start // PAGE, (stop - 1) // PAGE
        if first == last and checked[first]:
            return
        for page in range(first, last + 1):
            if not checked[page]:
                found = zlib.crc32(self._data[page * PAGE : min(self._end, (page + 1) * PAGE)])
                if found != self._checksums[page]:
                    raise self.damaged("somme de contrôle différente")
                checked[page] = 1

    def damaged(self, cause: str) -> Exception:
        """Make the error that names this file."""
        return damaged(self._path, cause)

    def close(self) -> None:
        """Let the map go; arrays that were given out keep it alive as long as they live."""
        self._sections.clear()
