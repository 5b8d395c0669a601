r"""Read a stream line by line in bounded memory, decoded.

>>> import io
>>> from archive_search.sources.formats.tables.decoded_lines import read_lines
>>> list(read_lines(io.BytesIO("été\nhiver".encode()), limit=100))
['été\n', 'hiver']
"""

import io
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO

from archive_search.sources.decoding import decode_bytes, guess_encoding
from archive_search.sources.streams import peek

SAMPLE_BYTES = 1 << 16

# At the head of a file, or of each of several files put together, it is no part of the line.
BYTE_ORDER_MARK = "\ufeff"


def read_lines(stream: BinaryIO, *, limit: int) -> Iterator[str | None]:
    """Decode the lines of a stream, ends included; a line above the limit gives None in its place.

    Args:
        stream: Any readable stream of bytes.
        limit: Length above which a line is skipped, in bytes.
    """
    sample, whole = peek(stream, size=SAMPLE_BYTES)
    # A character or a line cut by the end of the sample would be held against UTF-8.
    encoding = guess_encoding(sample[: sample.rfind(b"\n") + 1] or sample)
    if encoding.startswith(("utf-16", "utf-32")):
        return _read_wide_lines(whole, encoding=encoding, limit=limit)
    return _read_lines(whole, fallback=encoding, limit=limit)


def _read_lines(stream: BinaryIO, *, fallback: str, limit: int) -> Iterator[str | None]:
    for line in iter(partial(stream.readline, limit), b""):
        if len(line) == limit and not line.endswith(b"\n"):
            _skip_line(stream, limit=limit)
            yield None
            continue
        try:
            yield line.decode("utf-8").removeprefix(BYTE_ORDER_MARK)
        except UnicodeDecodeError:
            # Files put together from several may change encoding from one line to the next.
            encoding = guess_encoding(line) if fallback.startswith("utf-8") else fallback
            yield decode_bytes(line, encoding=encoding)


def _skip_line(stream: BinaryIO, *, limit: int) -> None:
    while (part := stream.readline(limit)) and not part.endswith(b"\n"):
        continue


def _read_wide_lines(stream: BinaryIO, *, encoding: str, limit: int) -> Iterator[str | None]:
    text = io.TextIOWrapper(stream, encoding=encoding, errors="replace", newline="")
    for line in iter(partial(text.readline, limit), ""):
        if len(line) == limit and not line.endswith("\n"):
            while (part := text.readline(limit)) and not part.endswith("\n"):
                continue
            yield None
        else:
            yield line
