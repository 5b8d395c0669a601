r"""Unpack what a server answered, as a record of a WARC or ARC file holds it: status, type, content.

>>> import io
>>> from archive_search.sources.formats.web_archives.records import Record
>>> from archive_search.sources.formats.web_archives.responses import unpack_response
>>> answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=cp1252\r\n\r\n<p>Oui</p>"
>>> fields = {"warc-type": "response", "warc-target-uri": "https://exemple.fr/"}
>>> response = unpack_response(Record(number=1, fields=fields, content=io.BytesIO(answer)))
>>> response.status, response.type, response.charset, response.content.read()
(200, 'text/html', 'cp1252', b'<p>Oui</p>')
"""

import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, partial
from importlib import import_module
from importlib.util import find_spec
from typing import Any, BinaryIO, cast

from archive_search.sources.formats.web_archives.records import LONGEST_HEAD, Record, parse_head
from archive_search.sources.packed.budget import PackedError
from archive_search.sources.pulling import pull_stream
from archive_search.sources.streams import put_back

OK = 200
UNKNOWN_PACKING = "page compressée par « {packing} », non lue : installez le module {module}"
DAMAGED_HEAD = "en-tête http illisible : collectez la page de nouveau"
DAMAGED_CONTENT = "contenu abîmé : collectez la page de nouveau"
_END_OF_HEAD = re.compile(rb"\r?\n\r?\n")
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?\s+(\d{3})\b")
_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w:.-]{1,40})""", re.IGNORECASE)
_BY_WARCIO = frozenset({"gzip", "deflate", "br"})
_MODULES = {"br": "brotli", "zstd": "zstandard"}
_SAME_PACKINGS = {"x-gzip": "gzip", "x-deflate": "deflate", "identity": "", "none": "", "utf-8": ""}


@dataclass(frozen=True, kw_only=True, slots=True)
class Response:
    """Hold what a server answered, or what a record holds in its place.

    Attributes:
        status: Status of HTTP; 200 where there was no HTTP.
        type: Type of the content, in lower case and without parameters.
        charset: Encoding that the server states, or an empty text.
        content: The content, unpacked as it is read; `PackedError` is raised where it is damaged.
    """

    status: int
    type: str
    charset: str
    content: BinaryIO


def unpack_response(record: Record) -> Response:
    """Unpack what a record holds.

    Raises:
        PackedError: It is packed in a way that cannot be read here, or has no end to its head.
    """
    content_type = record.fields.get("content-type", "")
    if record.fields.get("warc-type") != "response" or not record.fields.get("warc-target-uri", "").lstrip(
        "<"
    ).startswith("http"):
        return _response(OK, content_type, record.content)
    start = record.content.read(LONGEST_HEAD)
    status, end = _STATUS.match(start), _END_OF_HEAD.search(start)
    if status is None:
        return _response(OK, content_type, put_back(start, record.content))
    if end is None:
        raise PackedError(DAMAGED_HEAD, path=record.fields["warc-target-uri"])
    answered = parse_head(start[: end.end()])
    body = _unpack(put_back(start[end.end() :], record.content), answered, path=record.fields["warc-target-uri"])
    return _response(int(status[1]), answered.get("content-type", ""), body)


def _response(status: int, content_type: str, content: BinaryIO) -> Response:
    charset = _CHARSET.search(content_type)
    kind = content_type.partition(";")[0].strip().lower()
    return Response(status=status, type=kind, charset=charset[1] if charset else "", content=content)


def _unpack(body: BinaryIO, fields: Mapping[str, str], *, path: str) -> BinaryIO:
    """Take off the chunks and the compression of HTTP."""
    from warcio.bufferedreaders import BufferedReader, ChunkedDataReader

    packing = fields.get("content-encoding", "").strip().lower()
    packing = _SAME_PACKINGS.get(packing, packing)
    module = _MODULES.get(packing)
    if packing and (packing not in _BY_WARCIO | _MODULES.keys() or (module and find_spec(module) is None)):
        raise PackedError(UNKNOWN_PACKING.format(packing=packing, module=module or packing), path=path)
    by_warcio = packing if packing in _BY_WARCIO else None
    is_chunked = "chunked" in fields.get("transfer-encoding", "").lower()
    stream: Any = (ChunkedDataReader if is_chunked else BufferedReader)(body, decomp_type=by_warcio)
    if packing == "zstd":
        from zstandard import ZstdDecompressor

        stream = ZstdDecompressor().stream_reader(stream, read_across_frames=True)
    return pull_stream(partial(_read_content, stream, path=path))


def _read_content(stream: Any, size: int, *, path: str) -> bytes:
    """Read the stream of another library, and tell what is wrong with it as `PackedError`."""
    try:
        return cast(bytes, stream.read(size))
    except _faults() as error:
        raise PackedError(DAMAGED_CONTENT, path=path) from error


@cache
def _faults() -> tuple[type[Exception], ...]:
    """List what damaged content raises; each library that unpacks has an error of its own."""
    from zstandard import ZstdError

    brotli = (import_module("brotli").error,) if find_spec("brotli") is not None else ()
    return (zlib.error, EOFError, ZstdError, *brotli)
