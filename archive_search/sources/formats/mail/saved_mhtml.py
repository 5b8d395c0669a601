r"""Read a page that a browser saved as a message (MHTML): its main part as a page, its pictures left alone.

>>> from email import message_from_bytes
>>> from archive_search.sources.formats.mail.saved_mhtml import find_page
>>> fields = b"Snapshot-Content-Location: https://exemple.fr/a\nContent-Type: text/html\n\n"
>>> find_page(message_from_bytes(fields + b"<p>La paix</p>")).address
'https://exemple.fr/a'
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date as Date
from email.message import Message

from archive_search.records import Article
from archive_search.sources.addresses import host_of, is_web_address
from archive_search.sources.assembling import Origin
from archive_search.sources.days.printed_days import read_printed_day
from archive_search.sources.formats.mail.encoded_words import decode_stated
from archive_search.sources.formats.mail.headers import header_text
from archive_search.sources.formats.mail.parts import iterate_parts, payload_of
from archive_search.sources.readers import Found, ReadInside

# What a message has that was sent, and a page that was saved has not.
_SENT = ("To", "Received", "Delivered-To", "Message-ID", "Return-Path")
_PAGES = ("text/html", "application/xhtml+xml")
_BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, kw_only=True, slots=True)
class SavedPage:
    """Hold a page that was saved.

    Attributes:
        text: The page.
        address: Its address, or nothing.
        saved: Day on which it was saved, when stated.
    """

    text: str
    address: str
    saved: Date | None


def find_page(message: Message) -> SavedPage | None:
    """Find the page in a message, or give None when the message is a letter."""
    address = header_text(message, "Snapshot-Content-Location")
    pages = [part for part in iterate_parts(message) if part.get_content_type() in _PAGES]
    if not pages or (not address and any(name in message for name in _SENT)):
        return None
    named = [part for part in pages if address and header_text(part, "Content-Location") == address]
    page = (named or pages)[0]
    address = address or header_text(page, "Content-Location") or header_text(message, "Content-Location")
    if not address:
        return None
    saved = read_printed_day(header_text(message, "Date"))
    return SavedPage(
        # The part states how it is encoded; the page itself, once saved, often says otherwise.
        text=decode_stated(payload_of(page), charset=page.get_content_charset()),
        address=address,
        saved=saved.date if saved is not None else None,
    )


def read_page(page: SavedPage, *, origin: Origin, read_inside: ReadInside) -> Iterator[Found]:
    """Read the article of a page, and give it the address of the page where it states none.

    Args:
        page: The page.
        origin: The file that it was saved as.
        read_inside: Reads it as any page.
    """
    # The day on which a page was saved is not that of its publication, which was not later.
    inside = replace(origin, modified=page.saved or origin.modified, depth=origin.depth + 1)
    data = (_BYTE_ORDER_MARK + page.text).encode("utf-8", "replace")
    for found in read_inside(io.BytesIO(data), inside):
        yield _complete(found, page.address) if isinstance(found, Article) else found


def _complete(article: Article, address: str) -> Article:
    if not is_web_address(address):
        return article
    return replace(article, url=article.url or address, source=article.source or host_of(address))
