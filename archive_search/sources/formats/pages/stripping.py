r"""Take out of a page, as it is read, what holds no text: programs, styles, drawings, pictures written as data.

A page saved whole in one file has 20 MB of pictures around 60 kB of text; only the text is ever held in memory.

>>> import io
>>> from archive_search.sources.formats.pages.stripping import read_stripped
>>> read_stripped(io.BytesIO(b'<p>Un</p><style>p {}</style><img src="data:image/png;base64,iVBORw0KGgo=">'), limit=100)
b'<p>Un</p> <img src="data:">'
"""

import re
from collections.abc import Iterator
from typing import BinaryIO

from archive_search.sources.decoding import decode_bytes, guess_encoding
from archive_search.sources.streams import peek, read_bounded

READ_BYTES = 1 << 20
HEAD_BYTES = 1 << 12

# What opens a part must be seen whole: its tag, with its attributes.
LONGEST_OPENING = 1 << 12
_OPENING = re.compile(
    rb"<(?P<element>script|style|svg)\b[^<>]{0,2000}>|=\s{0,3}(?P<quote>[\"'])\s{0,3}data:|data:[\w/+.;=-]{0,100};base64,",
    re.IGNORECASE,
)
_CLOSING = {
    b"script": re.compile(rb"</script\b[^>]{0,100}>", re.IGNORECASE),
    b"style": re.compile(rb"</style\b[^>]{0,100}>", re.IGNORECASE),
    b"svg": re.compile(rb"</svg\b[^>]{0,100}>", re.IGNORECASE),
    b'"': re.compile(rb'(?=")'),
    b"'": re.compile(rb"(?=')"),
    b"base64": re.compile(rb"(?=[^A-Za-z0-9+/=%\s])"),
}
_LONGEST_CLOSING = 128

# The description of the article in JSON is a script too.
_IS_DESCRIPTION = re.compile(rb"ld\+json", re.IGNORECASE)


def read_stripped(stream: BinaryIO, *, limit: int) -> bytes | None:
    """Read a page without what holds no text.

    Args:
        stream: The page, in any encoding.
        limit: Bytes that may be left.

    Returns:
        What is left, in the encoding of the page or in UTF-8 when that is UTF-16; None when it is beyond the limit.
    """
    head, whole = peek(stream, size=HEAD_BYTES)
    encoding = guess_encoding(head)
    if not encoding.startswith(("utf-16", "utf-32")):
        return _join_bounded(_strip(_chunks(whole)), limit=limit)
    data = read_bounded(whole, limit=4 * limit)
    if data is None:
        return None
    text = decode_bytes(data, encoding=encoding).lstrip("\ufeff")
    return _join_bounded(_strip(iter([text.encode("utf-8", "replace")])), limit=limit)


def _chunks(stream: BinaryIO) -> Iterator[bytes]:
    while chunk := stream.read(READ_BYTES):
        yield chunk


def _join_bounded(parts: Iterator[bytes], *, limit: int) -> bytes | None:
    kept, size = [], 0
    for part in parts:
        size += len(part)
        if size > limit:
            return None
        kept.append(part)
    return b"".join(kept)


def _strip(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """Give the pieces of text; what a chunk leaves unsettled is looked at again with the next."""
    rest, closing = b"", None
    for chunk in chunks:
        buffer = rest + chunk
        pieces, position, closing = _strip_buffer(buffer, closing=closing, end=len(buffer) - LONGEST_OPENING)
        yield from pieces
        rest = buffer[position:]
    if closing is None:
        pieces, position, closing = _strip_buffer(rest, closing=None, end=len(rest))
        yield from pieces
        yield b"" if closing else rest[position:]


def _strip_buffer(
    buffer: bytes, *, closing: re.Pattern[bytes] | None, end: int
) -> tuple[list[bytes], int, re.Pattern[bytes] | None]:
    """Strip what begins before an end; give the pieces kept, the place reached, and what closes the part it is in."""
    pieces: list[bytes] = []
    position = 0
    while position < len(buffer):
        if closing is not None:
            closed = closing.search(buffer, position)
            if closed is None:
                return pieces, max(position, len(buffer) - _LONGEST_CLOSING), closing
            position, closing = closed.end(), None
        opening = _OPENING.search(buffer, position)
        if opening is None or opening.start() >= end:
            break
        kept, closing = _open(opening)
        pieces += [buffer[position : opening.start()], kept]
        position = opening.end()
    place = max(position, end)
    return [*pieces, buffer[position:place]], place, None


def _open(opening: re.Match[bytes]) -> tuple[bytes, re.Pattern[bytes] | None]:
    """Give what stays of an opening, and what closes the part to take out; None when it stays."""
    element = opening["element"]
    if element is None:
        is_attribute = opening["quote"] is not None
        return (opening[0] if is_attribute else b"data:"), _CLOSING[opening["quote"] or b"base64"]
    if opening[0].endswith(b"/>") or _IS_DESCRIPTION.search(opening[0]):
        return opening[0], None
    return b" ", _CLOSING[element.lower()]
