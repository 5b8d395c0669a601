"""Recognise the exports of press databases among pages and texts, and say who reads them.

>>> from archive_search.sources.formats.press.databases import press_reader_of
>>> press_reader_of('<span class="DocPublicationName">La Gazette</span>').__name__
'read_europresse'
>>> press_reader_of("<p>Europresse est une base de presse.</p>") is None
True
"""

import re
from collections.abc import Callable, Iterator
from typing import Protocol

from archive_search.records import Article, Failure
from archive_search.sources.assembling import Origin
from archive_search.sources.formats.press.europresse import is_europresse, read_europresse
from archive_search.sources.formats.press.factiva import is_factiva, is_factiva_text, read_factiva, read_factiva_text
from archive_search.sources.formats.press.nexis import is_nexis, is_nexis_text, read_nexis, read_nexis_text

LARGEST_EXPORT = 1 << 28
TOO_LARGE = "export de plus de 256 Mo : exportez-le en plusieurs fois"
HEAD_BYTES = 1 << 21

# What only exports have; every one has it before its first articles end.
_TRACES = re.compile(rb"DocPublicationName|DOC_ID_|<DOC NUMBER=|[a-z]{2}Article\b|End of Document|Fin du document")


class PressReader(Protocol):
    """Read the articles of an export."""

    __name__: str

    def __call__(self, text: str, *, origin: Origin) -> Iterator[Article | Failure]:
        """Give the articles in order, and a failure for each document that cannot be read."""


_PAGES: tuple[tuple[Callable[[str], bool], PressReader], ...] = (
    (is_europresse, read_europresse),
    (is_nexis, read_nexis),
    (is_factiva, read_factiva),
)
_TEXTS: tuple[tuple[Callable[[str], bool], PressReader], ...] = (
    (is_nexis_text, read_nexis_text),
    (is_factiva_text, read_factiva_text),
)


def may_be_press_export(head: bytes) -> bool:
    """Tell whether the first bytes of a page hold a trace of an export, which may be larger than a page."""
    return _TRACES.search(head) is not None


def press_reader_of(text: str) -> PressReader | None:
    """Give the reader of a page that is an export of a press database; None for any other page.

    Args:
        text: The page, as it was decoded by `decode_html`.
    """
    return next((read for is_export, read in _PAGES if is_export(text)), None)


def read_press_text(text: str, *, origin: Origin) -> Iterator[Article | Failure] | None:
    """Read the articles of an export saved as text or as RTF; None when the text is no export.

    Args:
        text: The text, as it was cleaned by `clean_characters`.
        origin: The export.
    """
    read = next((read for is_export, read in _TEXTS if is_export(text)), None)
    return read(text, origin=origin) if read is not None else None
