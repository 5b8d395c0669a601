"""Go through a tar file as it streams by, without trusting it.

The standard library reads headers whole, calls itself once for each of a chain of them, and cannot tell a tar file that
is cut from one that is closed; none of these will do for a file of unknown origin.

>>> import io, tarfile
>>> from archive_search.sources.packed.tar_members import iterate_tar
>>> packed = io.BytesIO()
>>> with tarfile.open(fileobj=packed, mode="w") as archive:
...     header = tarfile.TarInfo("presse/a.txt")
...     header.size = 9
...     archive.addfile(header, io.BytesIO(b"Il a plu."))
>>> [(member.name, member.stream.read()) for member in iterate_tar(io.BytesIO(packed.getvalue()), path="a.tar")]
[('presse/a.txt', b'Il a plu.')]
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import BinaryIO

from archive_search.sources.packed.budget import PackedError
from archive_search.sources.packed.member_names import decode_name
from archive_search.sources.pulling import pull_stream

CUT = "tar coupé ou abîmé, ce qui précède est lu : retéléchargez le fichier"

# A name, with all else that is said of a file, takes a few hundred bytes.
LARGEST_HEADER = 1 << 20
BLOCK_BYTES = 512
_PIECE_BYTES = 1 << 16
_NUMBER_IS_BINARY = 0x80
_POSIX = b"ustar\x00"

# Kinds of headers that say something of the header that follows.
_LONG_NAME = b"L"
_EXTENDED = (b"x", b"X")
_OF_NO_USE = (b"K", b"N", b"V", b"g")
_SPARSE = b"S"
_IS_EXTENDED_SPARSE, _IS_EXTENDED_AGAIN = 482, 504


class TarKind(Enum):
    """Tell what a member of a tar file is."""

    FILE = "file"
    FOLDER = "folder"
    LINK = "link"
    SPARSE = "sparse"
    OTHER = "other"


_KINDS = {
    b"0": TarKind.FILE,
    b"\0": TarKind.FILE,
    b"7": TarKind.FILE,
    b"1": TarKind.LINK,
    b"2": TarKind.LINK,
    b"5": TarKind.FOLDER,
    b"D": TarKind.FOLDER,
    _SPARSE: TarKind.SPARSE,
}


@dataclass(frozen=True, kw_only=True, slots=True)
class TarMember:
    """Hold what a tar file says of a member.

    Attributes:
        name: Its name, as written.
        kind: What it is.
        start: Place of its first byte in the tar file.
        size: Number of bytes that it takes there.
        modified: Time when it was last changed, in seconds since 1970.
        stream: Its bytes, to be read before the next member is asked for.
    """

    name: str
    kind: TarKind
    start: int
    size: int
    modified: float
    stream: BinaryIO


@dataclass(frozen=True, kw_only=True, slots=True)
class _Header:
    name: bytes
    kind: bytes
    size: int
    modified: float
    is_extended: bool


class _Source:
    """Read a stream and count its bytes; an end before what was asked for is an error."""

    def __init__(self, stream: BinaryIO, path: str) -> None:
        self._stream = stream
        self._path = path
        self.place = 0
        self.is_cut = False

    def read_block(self) -> bytes:
        return self.read(BLOCK_BYTES)

    def read(self, size: int) -> bytes:
        data = self._stream.read(size)
        self.place += len(data)
        if len(data) < size:
            self.is_cut = True
            raise self.fault()
        return data

    def skip_to(self, place: int) -> None:
        while self.place < place:
            self.read(min(_PIECE_BYTES, place - self.place))

    def fault(self) -> PackedError:
        return PackedError(CUT, path=self._path)


def iterate_tar(stream: BinaryIO, *, path: str) -> Iterator[TarMember]:
    """Give the members of a tar file in order.

    Args:
        stream: Bytes of the tar file, decompressed.
        path: What it is called in an error.

    Raises:
        PackedError: It is damaged or ends too early; the members before that were given.
    """
    source = _Source(stream, path)
    said: dict[str, bytes] = {}
    while (header := _read_header(source)) is not None:
        if header.kind == _LONG_NAME:
            said["path"] = _read_small(source, header.size).rstrip(b"\0")
        elif header.kind in _EXTENDED:
            said.update(_read_records(_read_small(source, header.size)))
        elif header.kind in _OF_NO_USE:
            source.skip_to(_padded(source.place + header.size))
        else:
            yield from _give_member(source, header, said)
            said = {}
        if source.is_cut:
            # Who read the member was told.
            return


def _give_member(source: _Source, header: _Header, said: Mapping[str, bytes]) -> Iterator[TarMember]:
    _skip_sparse_map(source, header)
    size = _number_of(said.get("size"), otherwise=header.size)
    end, kind = source.place + size, _KINDS.get(header.kind, TarKind.OTHER)
    name = decode_name(said.get("GNU.sparse.name") or said.get("path") or header.name)
    if any(key.startswith("GNU.sparse.") for key in said):
        kind = TarKind.SPARSE
    elif kind is TarKind.FILE and name.endswith("/"):
        kind = TarKind.FOLDER
    yield TarMember(
        name=name,
        kind=kind,
        start=source.place,
        size=size,
        modified=header.modified,
        stream=pull_stream(lambda size: source.read(max(0, min(size, end - source.place)))),
    )
    if not source.is_cut:
        source.skip_to(_padded(end))


def _read_header(source: _Source) -> _Header | None:
    block = source.read_block()
    if not block.strip(b"\0"):
        return None
    if _number(block[148:156], source) not in _checksums(block):
        raise source.fault()
    prefix = block[345:500].split(b"\0")[0] if block[257:263] == _POSIX else b""
    name = block[:100].split(b"\0")[0]
    return _Header(
        name=prefix + b"/" + name if prefix else name,
        kind=block[156:157],
        size=_number(block[124:136], source),
        modified=_number(block[136:148], source),
        is_extended=block[156:157] == _SPARSE and block[_IS_EXTENDED_SPARSE] != 0,
    )


def _checksums(block: bytes) -> tuple[int, int]:
    """Sum up a header as it should be; old systems take bytes above 127 for negative numbers."""
    rest = block[:148] + b" " * 8 + block[156:]
    return sum(rest), sum(byte - 256 if byte > 127 else byte for byte in rest)


def _number(field: bytes, source: _Source) -> int:
    if field[0] & _NUMBER_IS_BINARY:
        # The first bit is a mark, the second the sign; times before 1970 are of no use.
        number = int.from_bytes(field, "big") - (_NUMBER_IS_BINARY << 8 * (len(field) - 1))
        return number if not field[0] & 0x40 else 0
    digits = field.strip(b" \0")
    try:
        return int(digits, 8) if digits else 0
    except ValueError as error:
        raise source.fault() from error


def _number_of(written: bytes | None, *, otherwise: int) -> int:
    return int(written) if written is not None and written.isdigit() and len(written) < 20 else otherwise


def _read_small(source: _Source, size: int) -> bytes:
    if size > LARGEST_HEADER:
        raise source.fault()
    data = source.read(size)
    source.skip_to(_padded(source.place))
    return data


def _read_records(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Read the lines of an extended header: their length, a space, a key, ``=``, a value."""
    place = 0
    while place < len(data):
        space = data.find(b" ", place, place + 10)
        length = _number_of(data[place:space], otherwise=0) if space > place else 0
        record = data[space + 1 : place + length - 1]
        key, equals, value = record.partition(b"=")
        if not equals:
            return
        yield key.decode("utf-8", "replace"), value
        place += length


def _skip_sparse_map(source: _Source, header: _Header) -> None:
    is_extended = header.is_extended
    while is_extended:
        is_extended = source.read_block()[_IS_EXTENDED_AGAIN] != 0


def _padded(place: int) -> int:
    return -(-place // BLOCK_BYTES) * BLOCK_BYTES
