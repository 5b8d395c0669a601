"""Read the articles of the web pages that a WARC or ARC file records.

Pages are read as saved pages are, other files by their own readers; what holds no article (pictures, styles, redirects,
menus) is left aside and counted. The day on which a page was collected is not that of its publication: it only bounds
what can be deduced. An article is found under the address of its page: ``presse.warc.gz/https://exemple.fr/port``.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date as Date
from itertools import chain
from typing import BinaryIO

from archive_search.records import Article, Failure, Skipped
from archive_search.sources.assembling import Origin
from archive_search.sources.days.dates import read_date
from archive_search.sources.decoding import decode_html
from archive_search.sources.formats.pages.html import LARGEST_PAGE, NO_MAIN_TEXT, TOO_LARGE, read_html
from archive_search.sources.formats.pages.stripping import read_stripped
from archive_search.sources.formats.web_archives.records import Damage, Record, iterate_records
from archive_search.sources.formats.web_archives.responses import OK, Response, unpack_response
from archive_search.sources.looking import look_at
from archive_search.sources.packed.budget import PackedError, bound_stream
from archive_search.sources.readers import Found, Reading
from archive_search.sources.recognition.format_names import Format

NO_ARTICLE = "page sans article"
NOT_A_PAGE = "réponse sans page (redirection, absence, erreur)"
SEEN_BEFORE = "page collectée une autre fois sans changement"
NO_RECORD = "aucun enregistrement : retéléchargez le fichier"

_READ_TYPES = frozenset({"response", "resource", "conversion"})
_PAGES = frozenset({"text/html", "application/xhtml+xml"})

# What a type contains tells what is left aside; the first that is found stands.
_ASIDE = {
    "image/": "image",
    "video/": "vidéo",
    "mpegurl": "vidéo",
    "dash+xml": "vidéo",
    "audio/": "son",
    "font": "police de caractères",
    "css": "feuille de style",
    "javascript": "programme de page web",
    "ecmascript": "programme de page web",
    "wasm": "programme de page web",
    "json": "données de page web",
}
_FOR_MACHINES = ("/robots.txt", "/ads.txt", "/app-ads.txt", "/humans.txt", "/security.txt")
_DAY_DIGITS = 8


def read_warc(stream: BinaryIO, reading: Reading) -> Iterator[Found]:
    """Read the articles of the pages of a file that is decompressed."""
    records = iterate_records(stream)
    first = next(records, None)
    if first is None:
        yield Failure(path=reading.origin.path, reason=NO_RECORD)
        return
    for record in chain([first], records):
        if isinstance(record, Damage):
            yield Failure(path=reading.origin.path, reason=record.reason)
        else:
            yield from _read_record(record, reading)


def _read_record(record: Record, reading: Reading) -> Iterator[Found]:
    kind, address = record.fields.get("warc-type", ""), _address_of(record)
    if not address or address.startswith("dns:"):
        return
    origin = reading.origin.inside(address, modified=_day_of(record))
    if kind == "revisit":
        yield Skipped(path=origin.path, reason=SEEN_BEFORE)
    elif kind in _READ_TYPES:
        try:
            response = unpack_response(record)
            yield from _read_response(response, address, origin, reading)
        except PackedError as error:
            yield Failure(path=origin.path, reason=str(error))


def _address_of(record: Record) -> str:
    # Some programs write it between angle brackets.
    return record.fields.get("warc-target-uri", "").strip("<> ").replace(" ", "%20")


def _day_of(record: Record) -> Date | None:
    moment = record.fields.get("warc-date", "")
    return read_date(moment[:_DAY_DIGITS] if moment.isdigit() else moment[:10])


def _read_response(response: Response, address: str, origin: Origin, reading: Reading) -> Iterator[Found]:
    aside = _aside_for(response, address)
    if aside is not None:
        yield Skipped(path=origin.path, reason=aside)
        return
    content = bound_stream(response.content, reading.budget, path=origin.path)
    read = _read_page if response.type in _PAGES else _read_other
    for found in read(replace(response, content=content), address, origin, reading):
        is_on_web = isinstance(found, Article) and address.startswith("http")
        yield replace(found, url=address) if is_on_web and isinstance(found, Article) else found


def _aside_for(response: Response, address: str) -> str | None:
    """Say why a response is not even looked at, or give None."""
    if response.status != OK:
        return NOT_A_PAGE
    if address.partition("?")[0].endswith(_FOR_MACHINES):
        return NO_ARTICLE
    return next((name for mark, name in _ASIDE.items() if mark in response.type), None)


def _read_page(response: Response, address: str, origin: Origin, reading: Reading) -> Iterator[Found]:
    data = read_stripped(response.content, limit=LARGEST_PAGE)
    if data is None:
        yield Failure(path=origin.path, reason=TOO_LARGE)
        return
    if response.charset and b"charset" not in data[:4096].lower():
        # What the server says of a page that is silent about it, the page could have said.
        data = b'<meta charset="' + response.charset.encode("ascii", "ignore") + b'">' + data
    for found in read_html(decode_html(data), origin=origin, url=address):
        is_empty = isinstance(found, Failure) and found.reason == NO_MAIN_TEXT
        yield Skipped(path=origin.path, reason=NO_ARTICLE) if is_empty else found


def _read_other(response: Response, address: str, origin: Origin, reading: Reading) -> Iterator[Found]:
    look, content = look_at(response.content, name=address.partition("?")[0])
    if look.reason is not None:
        yield Skipped(path=origin.path, reason=look.reason if look.format is Format.ASSET else NO_ARTICLE)
        return
    yield from reading.read_inside(content, origin)
