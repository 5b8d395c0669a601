"""Read NITF, the mark-up of single articles that agencies and the archives of newspapers use.

One file may hold several documents, one after the other or inside another element.

>>> import io
>>> from archive_search.sources.assembling import Origin
>>> from archive_search.sources.formats.news.nitf import draft_of_nitf
>>> from archive_search.sources.xml.documents import parse_xml
>>> nitf = parse_xml(b"<nitf><body><body.content><p>Il a plu.</p></body.content></body></nitf>")
>>> [passage.text for passage in draft_of_nitf(nitf).passages]
['Il a plu.']
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from archive_search.sources.drafts import Draft
from archive_search.sources.formats.news.items import FoundItem, read_items
from archive_search.sources.formats.news.marked_text import passages_of_markup
from archive_search.sources.formats.news.nitf_head import draft_of_head
from archive_search.sources.readers import Found, Reading
from archive_search.sources.xml.documents import Element, child, children


def read_nitf(stream: BinaryIO, reading: Reading) -> Iterator[Found]:
    """Read the articles of a file of NITF documents."""
    yield from read_items(stream, reading, names=["nitf"], read_item=_read_document)


def draft_of_nitf(nitf: Element) -> Draft:
    """Give what a document states of its article, and its text."""
    draft = draft_of_head(nitf)
    parts = children(child(nitf, "body"), "body.content", "body.end")
    return replace(draft, passages=[*draft.passages, *(found for part in parts for found in passages_of_markup(part))])


def _read_document(nitf: Element) -> Iterator[FoundItem]:
    yield draft_of_nitf(nitf)
