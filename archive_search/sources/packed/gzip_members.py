r"""Unpack gzip as a chain of members, and go on with the next one after one that is damaged.

Files of the web's archives have one member for each record. A damaged member raises an error once, as in any gzip
file; who reads on after it is given what the following members hold.

>>> import gzip, io
>>> from archive_search.sources.packed.gzip_members import unpack_gzip
>>> packed = gzip.compress(b"un") + b"\x1f\x8b\x08\x00 rien" + gzip.compress(b"deux")
>>> stream = unpack_gzip(io.BytesIO(packed))
>>> stream.read1()
b'un'
>>> try:
...     stream.read1()
... except gzip.BadGzipFile as error:
...     print(stream.read1())
b'deux'
"""

import gzip
import zlib
from typing import BinaryIO

from archive_search.sources.pulling import pull_stream

READ_BYTES = 1 << 16
_START = b"\x1f\x8b\x08"
_GZIP_WINDOW = 31

# A member holds something within its first bytes; what only looks like the start of one fails there.
_TRIAL_BYTES = 1 << 10


def unpack_gzip(stream: BinaryIO) -> BinaryIO:
    """Give what a gzip stream holds.

    Args:
        stream: The packed bytes; it is closed with the stream given.

    Returns:
        A stream whose reading raises `gzip.BadGzipFile` for a damaged member, `EOFError` for one that is cut short.
    """
    return pull_stream(_Members(stream).read, close=stream.close, buffer=READ_BYTES)


class _Members:
    """Unpack members one after the other."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._packed = b""
        self._is_first = True
        # What decompresses the member at hand; None between two members.
        self._member: zlib._Decompress | None = None

    def read(self, size: int) -> bytes:
        """Unpack what comes next.

        Raises:
            gzip.BadGzipFile: The member at hand is damaged; the next reading goes on after it.
            EOFError: The file ends in the middle of it.
        """
        while self._member is not None or self._open_member():
            data = self._unpack(size)
            if data:
                return data
        return b""

    def _fill(self) -> bool:
        data = self._stream.read(READ_BYTES)
        self._packed += data
        return bool(data)

    def _open_member(self) -> bool:
        while len(self._packed) < len(_START) and self._fill():
            pass
        # Tapes and some programs fill the last block with zeros.
        while not self._is_first and self._packed[:1] == b"\0":
            self._packed = self._packed.lstrip(b"\0")
            self._fill()
        if not self._packed:
            return False
        if not self._packed.startswith(_START):
            self._skip_to_member()
            raise gzip.BadGzipFile("not a gzip member")
        self._is_first = False
        self._member = zlib.decompressobj(_GZIP_WINDOW)
        return True

    def _unpack(self, size: int) -> bytes:
        member = self._member
        if member is None or (not self._packed and not self._fill()):
            self._member = None
            raise EOFError("gzip member cut short")
        packed = self._packed
        try:
            data = member.decompress(packed, size)
        except zlib.error as error:
            self._member = None
            self._packed = packed[1:]
            self._skip_to_member()
            raise gzip.BadGzipFile(str(error)) from error
        self._packed = member.unused_data if member.eof else member.unconsumed_tail
        if member.eof:
            self._member = None
        return data

    def _skip_to_member(self) -> None:
        """Go to the next place where a member really begins, or to the end."""
        start, is_last = 0, False
        while True:
            place = self._packed.find(_START, start)
            if place >= 0 and (is_last or place <= len(self._packed) - _TRIAL_BYTES):
                if _begins_member(self._packed[place : place + _TRIAL_BYTES]):
                    self._packed = self._packed[place:]
                    return
                start = place + 1
            elif is_last:
                self._packed = b""
                return
            else:
                keep = place if place >= 0 else max(start, len(self._packed) - len(_START) + 1)
                self._packed, start = self._packed[keep:], 0
                is_last = not self._fill()


def _begins_member(packed: bytes) -> bool:
    try:
        return bool(zlib.decompressobj(_GZIP_WINDOW).decompress(packed, _TRIAL_BYTES))
    except zlib.error:
        return False
