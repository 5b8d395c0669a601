"""Make a stream of anything that gives bytes when it is asked for them, with the buffer that readers expect of a file.

>>> from archive_search.sources.pulling import pull_stream
>>> pieces = [b"la ", b"paix"]
>>> pull_stream(lambda size: pieces.pop(0) if pieces else b"").read()
b'la paix'
"""

import io
from collections.abc import Callable
from typing import BinaryIO, TypeAlias, cast

Pull: TypeAlias = Callable[[int], bytes]
"""Gives at most so many bytes, and none at the end."""

USUAL_BUFFER_BYTES = 1 << 16


def pull_stream(pull: Pull, *, close: Callable[[], object] | None = None, buffer: int = USUAL_BUFFER_BYTES) -> BinaryIO:
    """Give a stream of what a function gives; what it raises is raised by the reading of the stream.

    Args:
        pull: The function.
        close: Called when the stream is closed.
        buffer: Bytes that it is asked for at once.
    """
    return cast(BinaryIO, io.BufferedReader(_Pulled(pull, close), buffer))


def read_some(stream: BinaryIO, size: int) -> bytes:
    """Read what a stream has at hand, up to a size: what stands before damage is given before its error."""
    read1 = getattr(stream, "read1", stream.read)
    return cast(bytes, read1(size))


class _Pulled(io.RawIOBase):
    def __init__(self, pull: Pull, close: Callable[[], object] | None) -> None:
        super().__init__()
        self._pull = pull
        self._close = close

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview | bytearray") -> int:  # type: ignore[override]  # typeshed: WriteableBuffer
        data = self._pull(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        if self._close is not None and not self.closed:
            self._close()
        super().close()
