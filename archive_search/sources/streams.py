"""Look at the first bytes of any stream, compressed or not, without losing them.

>>> import gzip, io
>>> from archive_search.sources.streams import decompress, peek
>>> head, whole = peek(decompress(io.BytesIO(gzip.compress(b"la paix"))), size=2)
>>> head, whole.read()
(b'la', b'la paix')
"""

import gzip
import io
import lzma
from collections.abc import Callable
from typing import BinaryIO, cast

BUFFER_BYTES = 1 << 20
_GZIP = b"\x1f\x8b"
_XZ = b"\xfd7zXZ\x00"

# A compressed file inside a compressed file is an accident of export; more than two is a trap.
DEEPEST = 2


class Prefixed(io.RawIOBase):
    """Read some bytes, then a stream: what was peeked at and the rest of it."""

    def __init__(self, prefix: bytes, stream: BinaryIO) -> None:
        super().__init__()
        self._prefix = memoryview(prefix)
        self._stream = stream

    def readable(self) -> bool:
        """Say that this stream can be read."""
        return True

    def readinto(self, buffer: "memoryview | bytearray") -> int:  # type: ignore[override]  # typeshed: WriteableBuffer
        """Fill a buffer from the prefix while it lasts, then from the stream."""
        data: bytes | memoryview = self._prefix[: len(buffer)]
        if data:
            self._prefix = self._prefix[len(data) :]
        else:
            data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


class Watched(io.RawIOBase):
    """Read a stream and tell how many bytes of it were read so far."""

    def __init__(self, stream: BinaryIO, on_read: Callable[[int], None]) -> None:
        super().__init__()
        self._stream = stream
        self._on_read = on_read
        self._position = 0

    def readable(self) -> bool:
        """Say that this stream can be read."""
        return True

    def readinto(self, buffer: "memoryview | bytearray") -> int:  # type: ignore[override]  # as in Prefixed
        """Fill a buffer from the stream."""
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        self._position += len(data)
        self._on_read(self._position)
        return len(data)


def watch(stream: BinaryIO, *, on_read: Callable[[int], None] | None) -> BinaryIO:
    """Give a stream that tells its position as it is read, or the stream itself when nobody asks."""
    return stream if on_read is None else cast(BinaryIO, io.BufferedReader(Watched(stream, on_read), BUFFER_BYTES))


def peek(stream: BinaryIO, *, size: int) -> tuple[bytes, BinaryIO]:
    """Give the first bytes of a stream, and a stream that still holds them."""
    head = stream.read(size)
    return head, cast(BinaryIO, io.BufferedReader(Prefixed(head, stream), BUFFER_BYTES))


def decompress(stream: BinaryIO) -> BinaryIO:
    """Give the content of a stream that may be compressed by gzip or xz; its name is not looked at."""
    for _ in range(DEEPEST):
        magic, stream = peek(stream, size=len(_XZ))
        if magic.startswith(_GZIP):
            stream = cast(BinaryIO, gzip.open(stream))  # noqa: SIM115  # its reader closes the file below it
        elif magic == _XZ:
            stream = cast(BinaryIO, lzma.open(stream))  # noqa: SIM115  # as above
        else:
            break
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
