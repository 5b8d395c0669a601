r"""Part a WARC or ARC file into its records, and find the next one again where one is damaged.

>>> import io
>>> from archive_search.sources.formats.web_archives.records import Damage, iterate_records
>>> data = b"WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 2\r\n\r\noui\r\n\r\n"
>>> data += b"WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 3\r\n\r\nnon\r\n\r\n"
>>> for record in iterate_records(io.BytesIO(data)):
...     print(record.reason if isinstance(record, Damage) else record.content.read())
enregistrement 1, octet 0 : longueur fausse, recopiez le fichier
b'non'
"""

import io
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from archive_search.sources.pulling import pull_stream

READ_BYTES = 1 << 16

# A record up to this size is held in memory, and given only when it ends where it says.
LARGEST_HELD = 1 << 26
LONGEST_LINE = 1 << 16
LONGEST_HEAD = 1 << 18

# A file in which every length is wrong is not read again from each record.
MOST_REREAD = 1 << 30
FAULTS = (zlib.error, OSError, EOFError)
_IS_WARC = re.compile(rb"WARC/\d\.\d+\s*$")
_IS_ARC = re.compile(
    rb"(?P<uri>[a-z]{2,12}:\S{0,8000}) \S{1,60} (?P<day>\d{14}) (?P<type>\S{1,200}) (?P<size>\d{1,15})\s*$"
)

GARBAGE = "octets étrangers entre deux enregistrements, recopiez le fichier"
NO_LENGTH = "en-tête illisible, recopiez le fichier"
WRONG_LENGTH = "longueur fausse, recopiez le fichier"
CUT_SHORT = "tronqué, retéléchargez le fichier"
DAMAGED = "compression abîmée, retéléchargez le fichier"


@dataclass(frozen=True, kw_only=True, slots=True)
class Record:
    """Hold a record.

    Attributes:
        number: Place in the file, from 1.
        fields: Values of its head by their names in lower case; for an ARC file, those that a WARC file would have.
        content: What it records, HTTP head included.
    """

    number: int
    fields: Mapping[str, str]
    content: BinaryIO


@dataclass(frozen=True, kw_only=True, slots=True)
class Damage:
    """Tell that a record, or what stands between two, is damaged; the reason is for the reader."""

    reason: str


class _CutShortError(Exception):
    """Tell that the file, or the member of it that is compressed, ends in the middle of a record."""


def iterate_records(stream: BinaryIO) -> Iterator[Record | Damage]:
    """Give the records of a file in order, and each damage where it stands.

    Args:
        stream: The file, decompressed; an error of decompression is a damage, and reading goes on after it.
    """
    yield from _Records(_Source(stream)).iterate()


class _Source:
    """Read lines and blocks of a stream, and go back over what was read too far."""

    def __init__(self, stream: BinaryIO) -> None:
        # A buffer that asks for more than it has would lose what stands before damage.
        self._read = getattr(stream, "read1", stream.read)
        self._buffer = b""
        self._place = 0
        self._start = 0

    @property
    def offset(self) -> int:
        """Bytes of the stream that were read, as its reader sees it."""
        return self._start + self._place

    def read(self, size: int) -> bytes:
        if self._place == len(self._buffer):
            self._fill()
        data = self._buffer[self._place : self._place + size]
        self._place += len(data)
        return data

    def read_line(self) -> bytes:
        """Read a line, or the piece of one that is longer than any line of a head."""
        while True:
            end = self._buffer.find(b"\n", self._place, self._place + LONGEST_LINE)
            is_long = len(self._buffer) - self._place >= LONGEST_LINE
            if end >= 0 or is_long or not self._fill():
                return self.read(end + 1 - self._place if end >= 0 else LONGEST_LINE)

    def go_back(self, data: bytes) -> None:
        """Go back over what was just read."""
        if len(data) <= self._place:
            self._place -= len(data)
        else:
            self._buffer = data + self._buffer[self._place :]
            self._start += self._place - len(data)
            self._place = 0

    def _fill(self) -> bool:
        data = self._read(READ_BYTES)
        if self._place:
            self._start += self._place
            self._buffer, self._place = self._buffer[self._place :], 0
        self._buffer += data
        return bool(data)


class _Block:
    """Read a record that is too large to be held."""

    def __init__(self, source: _Source, size: int) -> None:
        self._source = source
        self.left = size

    def read(self, size: int) -> bytes:
        data = self._source.read(min(size, self.left))
        self.left -= len(data)
        return data


class _Records:
    """Go from record to record."""

    def __init__(self, source: _Source) -> None:
        self._source = source
        self._number = 0
        self._offset = 0
        self._reread = 0

    def iterate(self) -> Iterator[Record | Damage]:
        while True:
            try:
                line = self._next_line()
                if not line:
                    return
                if _is_start(line):
                    self._number += 1
                    yield from self._read_record(line)
                else:
                    yield self._damage(GARBAGE)
                    self._skip_to_record()
            except _CutShortError:
                yield self._damage(CUT_SHORT)
            except FAULTS as error:
                if isinstance(error, OSError) and error.errno is not None:
                    raise
                yield self._damage(DAMAGED)

    def _next_line(self) -> bytes:
        """Read the first line that is not blank."""
        line = b"\n"
        while line and not line.strip():
            self._offset = self._source.offset
            line = self._source.read_line()
        return line

    def _read_record(self, line: bytes) -> Iterator[Record | Damage]:
        fields = self._read_fields(line)
        length = fields.get("content-length", "")
        if not length.isascii() or not length.isdigit() or len(length) > 15:
            yield self._damage(NO_LENGTH)
            self._skip_to_record()
        elif int(length) <= LARGEST_HELD:
            yield from self._give_held(fields, size=int(length))
        else:
            block = _Block(self._source, int(length))
            yield Record(number=self._number, fields=fields, content=pull_stream(block.read))
            while block.left:
                if not block.read(READ_BYTES):
                    raise _CutShortError

    def _read_fields(self, line: bytes) -> dict[str, str]:
        arc = _IS_ARC.match(line)
        if arc is not None:
            kind = "warcinfo" if arc["uri"].startswith(b"filedesc:") else "response"
            head = {"warc-type": kind, "content-length": arc["size"].decode()}
            return head | {"warc-target-uri": arc["uri"].decode("utf-8", "replace"), "warc-date": arc["day"].decode()}
        lines, size = [line], 0
        while line.strip() and size < LONGEST_HEAD:
            line = self._source.read_line()
            lines.append(line)
            size += len(line)
        return parse_head(b"".join(lines))

    def _give_held(self, fields: Mapping[str, str], *, size: int) -> Iterator[Record | Damage]:
        data = self._read_block(size)
        if len(data) < size:
            yield from self._give_up(CUT_SHORT, data)
            return
        damage = None
        try:
            # What follows a record tells whether its length was right.
            following = self._source.read_line()
            self._source.go_back(following)
        except FAULTS as error:
            following, damage = b"", error
        if following.strip() and not _is_start(following):
            yield from self._give_up(WRONG_LENGTH, data)
            return
        yield Record(number=self._number, fields=fields, content=io.BytesIO(data))
        if damage is not None:
            raise damage

    def _give_up(self, fault: str, data: bytes) -> Iterator[Damage]:
        """Leave a record, and look for the next one in what was taken for its content."""
        yield self._damage(fault)
        self._reread += len(data)
        if self._reread <= MOST_REREAD:
            self._source.go_back(data)
        self._skip_to_record()

    def _read_block(self, size: int) -> bytes:
        """Read a block; less when the file ends in it."""
        pieces, left = [], size
        while left and (piece := self._source.read(left)):
            pieces.append(piece)
            left -= len(piece)
        return b"".join(pieces)

    def _skip_to_record(self) -> None:
        """Go to the next line that begins a record, or to the end."""
        while line := self._source.read_line():
            if _is_start(line):
                self._source.go_back(line)
                return

    def _damage(self, fault: str) -> Damage:
        return Damage(reason=f"enregistrement {max(1, self._number)}, octet {self._offset} : {fault}")


def _is_start(line: bytes) -> bool:
    return _IS_WARC.match(line) is not None or _IS_ARC.match(line) is not None


def parse_head(head: bytes) -> dict[str, str]:
    """Read the fields of a head, its first line left out; names are given in lower case, the first of a name stands.

    Args:
        head: Lines up to a blank one.
    """
    from warcio.statusandheaders import StatusAndHeadersParser

    parsed = StatusAndHeadersParser([], verify=False).parse(io.BytesIO(head))
    fields: dict[str, str] = {}
    for name, value in parsed.headers:
        fields.setdefault(name.strip().lower(), value.strip())
    return fields
