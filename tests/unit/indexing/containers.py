"""Files of sections as the tests write and spoil them."""

import json
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from archive_search.indexing.sections import MAGIC, PAGE, VERSION, SectionFile, SectionWriter

FOOTER = struct.Struct("<QQII8s")

Directory = dict[str, Any]


def write_sections(path: Path, **sections: NDArray[Any]) -> Path:
    """Write a file of sections."""
    with path.open("wb") as file:
        writer = SectionWriter(file)
        for name, values in sections.items():
            writer.add(name, values)
        writer.finish({})
    return path


def open_sections(path: Path, write: Callable[[SectionWriter], object]) -> SectionFile:
    """Have a file of sections written, and open it."""
    with path.open("wb") as file:
        writer = SectionWriter(file)
        write(writer)
        writer.finish({})
    return SectionFile.open(path)


def flip(path: Path, place: int, change: int = 1) -> None:
    """Change a byte of a file; places below 0 count from its end."""
    data = bytearray(path.read_bytes())
    data[place] ^= change
    path.write_bytes(bytes(data))


def directory_of(path: Path) -> Directory:
    """Read the directory of a file."""
    data = path.read_bytes()
    start, length, *_ = FOOTER.unpack(data[-FOOTER.size :])
    content: Directory = json.loads(data[start : start + length])
    return content


def forge(path: Path, content: object, *, version: int = VERSION, checksums: bytes | None = None) -> None:
    """Give a file another directory, and a footer that vouches for it."""
    data = path.read_bytes()
    start, length, *_ = FOOTER.unpack(data[-FOOTER.size :])
    held = data[start + length : -FOOTER.size] if checksums is None else checksums
    directory = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    footer = FOOTER.pack(start, len(directory), zlib.crc32(directory + held), version, MAGIC)
    path.write_bytes(data[:start] + directory + held + footer)


def checksums_of(path: Path) -> bytes:
    """Compute the checksums that the pages of a file should have."""
    data = path.read_bytes()
    start = FOOTER.unpack(data[-FOOTER.size :])[0]
    pages = [zlib.crc32(data[place : min(place + PAGE, start)]) for place in range(0, start + 1, PAGE)]
    return np.array(pages, "<u4").tobytes()


def uint8(*values: int) -> NDArray[np.uint8]:
    """Make an array of bytes."""
    return np.array(values, np.uint8)
