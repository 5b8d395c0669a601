"""Read the article of a saved web page.

What the page declares (JSON-LD, meta tags) gives the properties of its article; trafilatura finds where its text is;
the blocks of the page say what each paragraph is. What is left out of a page, menus and the like, is not kept.

>>> from archive_search.sources.assembling import Origin
>>> from archive_search.sources.formats.pages.html import read_html
>>> article = "<article><h1>La paix</h1>" + "<p>Les deux camps ont signé la paix.</p>" * 5 + "</article>"
>>> next(read_html(f"<html><body>{article}</body></html>", origin=Origin(path="a.html", name="a.html"))).title
'La paix'
"""

import re
from collections.abc import Iterator
from typing import BinaryIO

from archive_search.records import Article, Failure, Kind, Skipped
from archive_search.sources.assembling import Origin
from archive_search.sources.decoding import decode_html
from archive_search.sources.drafts import Draft, finish_draft
from archive_search.sources.formats.pages.address import saved_address
from archive_search.sources.formats.pages.article import find_passages
from archive_search.sources.formats.pages.facts import Facts, settle_facts
from archive_search.sources.formats.pages.stripping import read_stripped
from archive_search.sources.formats.pages.trees import parse_page
from archive_search.sources.formats.press.databases import (
    HEAD_BYTES,
    LARGEST_EXPORT,
    may_be_press_export,
    press_reader_of,
)
from archive_search.sources.formats.press.databases import TOO_LARGE as EXPORT_TOO_LARGE
from archive_search.sources.passages.passage import Passage
from archive_search.sources.readers import Found, Reading
from archive_search.sources.streams import peek

LARGEST_PAGE = 1 << 25
TOO_LARGE = "page de plus de 32 Mo de texte : découpez le fichier"

# A page of an article has a few thousand; each costs some 20 microseconds and a kilobyte.
MOST_TAGS = 400_000
TOO_MANY_TAGS = "page de plus de 400 000 balises : copiez ses articles dans des fichiers texte"
FRAMES = "page de cadres, sans texte"
_FRAMES = re.compile(r"<frameset\b", re.IGNORECASE)
NO_MAIN_TEXT = "aucun texte d'article dans cette page : copiez l'article dans un fichier texte"


def read_html_file(stream: BinaryIO, reading: Reading) -> Iterator[Found]:
    """Read the article of a file that is a page, or all those of the export of a press database."""
    head, whole = peek(stream, size=HEAD_BYTES)
    limit, fault = (LARGEST_EXPORT, EXPORT_TOO_LARGE) if may_be_press_export(head) else (LARGEST_PAGE, TOO_LARGE)
    data = read_stripped(whole, limit=limit)
    if data is None:
        yield Failure(path=reading.origin.path, reason=fault)
        return
    text, is_page = decode_html(data), len(data) <= LARGEST_PAGE
    del data
    read = press_reader_of(text) or (read_html if is_page else None)
    if read is None:
        yield Failure(path=reading.origin.path, reason=TOO_LARGE)
        return
    yield from read(text, origin=reading.origin)


def read_html(text: str, *, origin: Origin, url: str | None = None) -> Iterator[Found]:
    """Read the article of a page that was decoded by `decode_html`.

    Args:
        text: The page.
        origin: Its file.
        url: Address from which it was collected, when known; the page may state a better one.
    """
    if text.count("<") > MOST_TAGS:
        yield Failure(path=origin.path, reason=TOO_MANY_TAGS)
        return
    article = _read_article(text, origin=origin, url=url or saved_address(text))
    if article is None and _FRAMES.search(text) is not None:
        yield Skipped(path=origin.path, reason=FRAMES)
    else:
        yield article or Failure(path=origin.path, reason=NO_MAIN_TEXT)


def _read_article(text: str, *, origin: Origin, url: str | None) -> Article | None:
    tree = parse_page(text)
    if tree is None:
        return None
    facts = settle_facts(tree, url=url, not_after=origin.modified)
    passages = find_passages(tree, facts)
    return finish_draft(_draft_of(facts, passages), number=1, origin=origin) if passages else None


def _draft_of(facts: Facts, passages: list[Passage]) -> Draft:
    date = facts.date
    signatures = [passage.text for passage in passages if passage.kind is Kind.BYLINE]
    return Draft(
        passages=passages,
        title=facts.title,
        date=date.date if date else None,
        date_reason=date.reason if date else None,
        time=date.time if date else None,
        source=facts.source,
        agency=facts.agency,
        section=facts.section,
        authors=facts.authors or signatures,
        language=facts.language,
        url=facts.url,
        rights=facts.rights,
        keywords=facts.keywords,
    )
