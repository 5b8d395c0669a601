"""Read articles from JSON: one object a line, one object alone, or an array of objects.

>>> import io
>>> from archive_search.sources.assembling import Origin
>>> from archive_search.sources.formats.tables.json_records import read_json
>>> stream = io.BytesIO(b'{"id": "a1", "text": "Il a plu."}')
>>> [article.id for article in read_json(stream, origin=Origin(path="a.json", name="a.json"), chosen={})]
['a1']
"""

import json
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from archive_search.records import Article, Failure
from archive_search.sources.assembling import Origin
from archive_search.sources.decoding import decode_text
from archive_search.sources.formats.tables.columns import list_columns, match_columns, unknown_property
from archive_search.sources.formats.tables.decoded_lines import read_lines
from archive_search.sources.formats.tables.structured import article_from_values
from archive_search.sources.readers import Found, Reading
from archive_search.sources.streams import peek, read_bounded

LONGEST_LINE = 1 << 26
LARGEST_DOCUMENT = 1 << 29
HEAD_BYTES = 1 << 10
MOST_LAYOUTS = 256
LINES_SUFFIXES = (".jsonl", ".ndjson", ".jsonlines")
TOO_LARGE = "document json de plus de 512 Mo : enregistrez un objet par ligne (jsonl)"
TOO_LONG_LINE = "ligne de plus de 64 Mo : coupez-la"
NOT_JSON = "json illisible ({fault}) : vérifiez que le fichier est entier"
NOT_OBJECT = "objet json attendu : mettez les propriétés de l'article entre accolades"
NO_RECORD = "tableau json vide : exportez-le de nouveau"
NO_TEXT = "texte absent ou vide (clés : {found}) : indiquez sa clé par --map text=clé"


def read_json_file(stream: BinaryIO, reading: Reading) -> Iterator[Found]:
    """Read the articles of a file, by the keys that the user named or the usual ones."""
    return read_json(stream, origin=reading.origin, chosen=reading.options.columns)


def read_json(stream: BinaryIO, *, origin: Origin, chosen: Mapping[str, str]) -> Iterator[Article | Failure]:
    """Read the articles of a JSON stream; a bad line or object gives a failure and the others are read.

    Args:
        stream: Bytes of the file, from its beginning.
        origin: File of the stream.
        chosen: Keys that the user named for some properties.
    """
    fault = unknown_property(chosen)
    if fault is not None:
        yield Failure(path=origin.path, reason=fault)
        return
    reader = _RecordReader(origin, chosen)
    head, stream = peek(stream, size=HEAD_BYTES)
    read = _read_document if _is_one_document(decode_text(head), path=origin.path) else _read_lines
    yield from read(stream, reader)


def _is_one_document(head: str, *, path: str) -> bool:
    """Tell a document from objects on lines: an array, or an object that goes on after its first line."""
    if path.lower().removesuffix(".gz").removesuffix(".xz").endswith(LINES_SUFFIXES):
        return False
    first_line, end_of_line, following = head.lstrip().partition("\n")
    if first_line.startswith("["):
        return True
    ends_object = first_line.rstrip().endswith("}") or following.lstrip().startswith("{")
    return bool(end_of_line) and not ends_object


def _read_lines(stream: BinaryIO, reader: "_RecordReader") -> Iterator[Article | Failure]:
    for number, line in enumerate(read_lines(stream, limit=LONGEST_LINE), 1):
        if line is None:
            yield reader.failure(TOO_LONG_LINE, number=number)
            continue
        if line.isspace():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield reader.failure(NOT_JSON.format(fault=_describe(error)), number=number)
            continue
        yield reader.read(record, number=number)


def _read_document(stream: BinaryIO, reader: "_RecordReader") -> Iterator[Article | Failure]:
    data = read_bounded(stream, limit=LARGEST_DOCUMENT)
    if data is None:
        yield Failure(path=reader.origin.path, reason=TOO_LARGE)
        return
    try:
        document = json.loads(decode_text(data))
    except (ValueError, RecursionError) as error:
        yield Failure(path=reader.origin.path, reason=NOT_JSON.format(fault=_describe(error)))
        return
    records = document if isinstance(document, list) else [document]
    if not records:
        yield Failure(path=reader.origin.path, reason=NO_RECORD)
    for number, record in enumerate(records, 1):
        yield reader.read(record, number=number)


def _describe(error: ValueError | RecursionError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"caractère {error.pos + 1}"
    return "trop d'objets imbriqués" if isinstance(error, RecursionError) else "nombre démesuré"


class _RecordReader:
    """Turn JSON objects into articles, finding the keys of each layout once."""

    def __init__(self, origin: Origin, chosen: Mapping[str, str]) -> None:
        self.origin = origin
        self._chosen = chosen
        self._layouts: dict[tuple[str, ...], dict[str, str]] = {}

    def read(self, record: object, *, number: int) -> Article | Failure:
        if not isinstance(record, dict):
            return self.failure(NOT_OBJECT, number=number)
        keys = self._keys_of(tuple(record))
        values = {name: _as_text(record.get(key), name) for name, key in keys.items()}
        article = article_from_values(values, number=number, origin=self.origin)
        return article or self.failure(NO_TEXT.format(found=list_columns(list(record))), number=number)

    def failure(self, reason: str, *, number: int) -> Failure:
        return Failure(path=self.origin.path, reason=reason, line=number)

    def _keys_of(self, layout: tuple[str, ...]) -> dict[str, str]:
        keys = self._layouts.get(layout)
        if keys is None:
            keys = match_columns(layout, chosen=self._chosen)
            if len(self._layouts) < MOST_LAYOUTS:
                self._layouts[layout] = keys
        return keys


def _as_text(value: object, property_name: str) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return repr(value)
    if isinstance(value, list):
        between = "\n\n" if property_name in ("text", "lead") else "; "
        return between.join(_as_text(item, property_name) for item in value if not isinstance(item, list))
    # Pages describe an author as an object with a name.
    name = value.get("name") if isinstance(value, dict) else None
    return name if isinstance(name, str) else ""
