"""Look at the first bytes of any stream, compressed or not, without losing them.

>>> import gzip, io
>>> from archive_search.sources.streams import decompress, peek
>>> head, whole = peek(decompress(io.BytesIO(gzip.compress(b"la paix"))), size=2)
>>> head, whole.read()
(b'la', b'la paix')
"""

import bz2
import lzma
from collections.abc import Callable
from typing import BinaryIO, cast

from archive_search.sources.packed.gzip_members import unpack_gzip
from archive_search.sources.pulling import pull_stream, read_some

BUFFER_BYTES = 1 << 20
_GZIP = b"\x1f\x8b"
_XZ = b"\xfd7zXZ\x00"
_BZIP2 = b"BZh"
MAGIC_BYTES = len(_XZ)

# A compressed file inside a compressed file is an accident of export; more than two is a trap.
DEEPEST = 2


def watch(stream: BinaryIO, *, on_read: Callable[[int], None] | None) -> BinaryIO:
    """Give a stream that tells how many bytes were read of it so far, or the stream itself when nobody asks."""
    if on_read is None:
        return stream
    position = 0

    def read(size: int) -> bytes:
        nonlocal position
        data = stream.read(size)
        position += len(data)
        on_read(position)
        return data

    return pull_stream(read, buffer=BUFFER_BYTES)


def peek(stream: BinaryIO, *, size: int) -> tuple[bytes, BinaryIO]:
    """Give the first bytes of a stream, and a stream that still holds them."""
    head = stream.read(size)
    return head, put_back(head, stream)


def put_back(head: bytes, stream: BinaryIO) -> BinaryIO:
    """Give a stream of some bytes, then of what is left of another stream."""
    rest = head

    def read(size: int) -> bytes:
        nonlocal rest
        if not rest:
            return read_some(stream, size)
        data, rest = rest[:size], rest[size:]
        return data

    return pull_stream(read, buffer=BUFFER_BYTES)


def is_compressed(magic: bytes) -> bool:
    """Tell whether `decompress` would unpack a stream that begins with these bytes."""
    return magic.startswith((_GZIP, _XZ, _BZIP2))


def decompress(stream: BinaryIO) -> BinaryIO:
    """Give the content of a stream that may be compressed by gzip, bzip2 or xz; its name is not looked at."""
    for _ in range(DEEPEST):
        magic, stream = peek(stream, size=MAGIC_BYTES)
        if not is_compressed(magic):
            break
        # The reader of each closes the file below it.
        unpack = unpack_gzip if magic.startswith(_GZIP) else lzma.open if magic == _XZ else bz2.open
        stream = cast(BinaryIO, unpack(stream))
    return stream


def read_bounded(stream: BinaryIO, *, limit: int) -> bytes | None:
    """Read a whole stream, or give None when it holds more bytes than the limit."""
    parts = []
    size = 0
    # Asked for the limit at once, a buffered stream would set that much memory aside.
    while part := stream.read(BUFFER_BYTES):
        size += len(part)
        if size > limit:
            return None
        parts.append(part)
    return b"".join(parts)
