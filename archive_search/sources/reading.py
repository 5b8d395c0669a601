"""Read the articles of any file, whatever its format; bad content gives failures, never an exception.

>>> import io
>>> from archive_search.sources.reading import ReadOptions, read_stream
>>> stream = io.BytesIO('{"titre": "La paix", "texte": "Elle est signée."}'.encode())
>>> [article.title for article in read_stream(stream, name="-", options=ReadOptions())]
['La paix']
"""

import gzip
import lzma
import os
import unicodedata
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import BinaryIO, TypeAlias

from archive_search.records import Article, Failure
from archive_search.sources.assembling import Origin
from archive_search.sources.csv_records import read_csv
from archive_search.sources.decoding import decode_html, decode_text
from archive_search.sources.files import describe_os_error, path_text
from archive_search.sources.html import LARGEST_PAGE, read_html
from archive_search.sources.json_records import read_json
from archive_search.sources.plain_text import read_plain_text
from archive_search.sources.recognition import HEAD_BYTES, Format, binary_kind, recognize_format
from archive_search.sources.streams import decompress, peek, read_bounded, watch

LARGEST_TEXT = 1 << 29
EMPTY = "fichier vide"
TOO_LARGE = "plus de {limit} Mo : découpez le fichier"
DAMAGED = "compression abîmée ou incomplète : retéléchargez le fichier"
BINARY = "format non reconnu (binaire) : {kind}, convertissez le fichier en texte ou en html"
UNKNOWN = "format non reconnu ({kind}) : convertissez le fichier en texte, html, csv ou jsonl"
MEGABYTE = 1 << 20

# 1 January 1990.
OLDEST_TIMESTAMP = 631_152_000


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadOptions:
    """Hold what the user says about the files to read.

    Attributes:
        columns: Column of a table, or key of a JSON object, for some properties of the article (``text`` ->
            ``corps``); the other properties are found by the usual names.
    """

    columns: Mapping[str, str] = field(default_factory=dict)


Reader: TypeAlias = Callable[[BinaryIO, Origin, ReadOptions], Iterator[Article | Failure]]


def read_articles(
    path: Path, *, root: Path, options: ReadOptions, on_read: Callable[[int], None] | None = None
) -> Iterator[Article | Failure]:
    """Read the articles of one file.

    Args:
        path: The file; it may be compressed by gzip or xz.
        root: What the user asked to read, the file itself or a folder above it; derived ids start there.
        options: What the user says about the files.
        on_read: Told how many bytes of the file were read so far, for a display of progress.

    Yields:
        Articles in the order of the file, and a failure for the file or for each record that cannot be read.
    """
    try:
        stream = path.open("rb")
    except (OSError, ValueError) as error:
        yield Failure(path=path_text(path), reason=describe_os_error(error))
        return
    with stream:
        modified = _day_of(os.fstat(stream.fileno()).st_mtime)
        origin = Origin(path=path_text(path), name=derive_name(path, root=root), modified=modified)
        yield from _read(watch(stream, on_read=on_read), origin, options)


def read_stream(stream: BinaryIO, *, name: str, options: ReadOptions) -> Iterator[Article | Failure]:
    """Read the articles of a stream, such as standard input.

    Args:
        stream: Bytes, read once from where they are; compressed or not.
        name: Name of the stream for the reader; derived ids are made of it.
        options: What the user says about its content.
    """
    yield from _read(stream, Origin(path=name, name=name), options)


def derive_name(path: Path, *, root: Path) -> str:
    """Make the id of an article out of its place under a root: ``presse/2015/a.txt``."""
    if path == root or not path.is_relative_to(root):
        inside = Path(path.name)
    else:
        inside = Path(root.name or root.resolve().name) / path.relative_to(root)
    return unicodedata.normalize("NFC", path_text(inside).replace(os.sep, "/"))


def _read(stream: BinaryIO, origin: Origin, options: ReadOptions) -> Iterator[Article | Failure]:
    try:
        head, whole = peek(decompress(stream), size=HEAD_BYTES)
        kind = recognize_format(head, name=origin.path)
        reader = _READERS.get(kind)
        if kind is Format.EMPTY:
            yield Failure(path=origin.path, reason=EMPTY)
        elif reader is None:
            reason = BINARY if kind is Format.BINARY else UNKNOWN
            yield Failure(path=origin.path, reason=reason.format(kind=binary_kind(head) or kind))
        else:
            yield from reader(whole, origin, options)
    except (EOFError, zlib.error, lzma.LZMAError, gzip.BadGzipFile):
        yield Failure(path=origin.path, reason=DAMAGED)
    except OSError as error:
        yield Failure(path=origin.path, reason=describe_os_error(error))


def _day_of(timestamp: float) -> date | None:
    # Archives made without dates give their files the first day of some calendar, long before the web.
    if timestamp < OLDEST_TIMESTAMP:
        return None
    try:
        return datetime.fromtimestamp(timestamp, tz=UTC).date()
    except (OverflowError, ValueError, OSError):
        return None


def _read_text_file(stream: BinaryIO, origin: Origin, options: ReadOptions) -> Iterator[Article | Failure]:
    data = read_bounded(stream, limit=LARGEST_TEXT)
    if data is None:
        yield Failure(path=origin.path, reason=TOO_LARGE.format(limit=LARGEST_TEXT // MEGABYTE))
        return
    yield from read_plain_text(decode_text(data), origin=origin)


def _read_html_file(stream: BinaryIO, origin: Origin, options: ReadOptions) -> Iterator[Article | Failure]:
    data = read_bounded(stream, limit=LARGEST_PAGE)
    if data is None:
        yield Failure(path=origin.path, reason=TOO_LARGE.format(limit=LARGEST_PAGE // MEGABYTE))
        return
    yield from read_html(decode_html(data), origin=origin)


def _read_json_file(stream: BinaryIO, origin: Origin, options: ReadOptions) -> Iterator[Article | Failure]:
    return read_json(stream, origin=origin, chosen=options.columns)


def _read_csv_file(stream: BinaryIO, origin: Origin, options: ReadOptions) -> Iterator[Article | Failure]:
    return read_csv(stream, origin=origin, chosen=options.columns)


_READERS: Mapping[Format, Reader] = {
    Format.TEXT: _read_text_file,
    Format.HTML: _read_html_file,
    Format.JSON: _read_json_file,
    Format.CSV: _read_csv_file,
}
