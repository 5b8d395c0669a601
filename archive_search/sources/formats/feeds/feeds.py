"""Read the entries of an RSS or Atom feed, each as an article.

The text of an entry is its content, or where it has none its summary; a summary that says something else is the
standfirst. The publication is the title of the feed without that of the section. A single category is the section,
several are keywords.

>>> import io
>>> from archive_search.sources.readers import ReadOptions
>>> from archive_search.sources.reading import read_stream
>>> item = "<item><title>La paix</title><description>&lt;p&gt;Elle est signée.&lt;/p&gt;</description></item>"
>>> feed = f"<rss version='2.0'><channel><title>Le Courrier - Monde</title>{item}</channel></rss>"
>>> article = next(read_stream(io.BytesIO(feed.encode()), name="flux.xml", options=ReadOptions()))
>>> article.title, article.source, article.paragraphs[1].text
('La paix', 'Le Courrier', 'Elle est signée.')
"""

import io
from collections.abc import Iterator
from typing import Any, BinaryIO

import feedparser

from archive_search.records import Failure, Skipped
from archive_search.sources.assembling import Origin
from archive_search.sources.drafts import finish_draft
from archive_search.sources.formats.feeds.captions import take_captions
from archive_search.sources.formats.feeds.drafts import draft_entry
from archive_search.sources.formats.feeds.entries import Frame, cut_entries
from archive_search.sources.readers import Found, Reading
from archive_search.sources.xml.decoding import decode_xml
from archive_search.sources.xml.markup import XmlError, plain_markup

NO_ENTRY = "flux sans article"
NO_TEXT = "titre de flux sans texte"
UNREADABLE = "article de flux illisible : copiez-le depuis son site"
TOO_MANY_TAGS = "article de flux de plus de 10 000 balises : copiez-le depuis son site"

# The time of feedparser grows with the square of the number of categories.
MOST_TAGS = 10_000

# What feedparser raises on entries that are not well formed, which it means to forgive.
_FAULTS = (LookupError, AttributeError, TypeError, ValueError, AssertionError, RecursionError)


def read_feed(stream: BinaryIO, reading: Reading) -> Iterator[Found]:
    """Read the articles of a feed."""
    path, reader = reading.origin.path, None
    try:
        for number, (frame, entry) in enumerate(cut_entries(plain_markup(decode_xml(stream))), 1):
            reader = reader or _EntryReader(frame, reading.origin)
            yield reader.read(entry, number=number)
    except XmlError as error:
        yield Failure(path=path, reason=str(error), line=error.line)
    else:
        if reader is None:
            yield Skipped(path=path, reason=NO_ENTRY)


class _EntryReader:
    """Read the entries of one feed, knowing what the feed states of itself."""

    def __init__(self, frame: Frame, origin: Origin) -> None:
        self._frame = frame
        self._origin = origin
        parsed = _parse(f"{frame.head}{frame.closing}")
        self._feed = {} if parsed is None else dict(parsed.feed)
        if parsed is None or not parsed.version.startswith("atom"):
            # The one who runs a feed of RSS has signed none of its articles.
            self._feed.pop("authors", None)

    def read(self, text: str, *, number: int) -> Found:
        path = f"{self._origin.path}#{number}"
        if text.count("<") > MOST_TAGS:
            return Failure(path=path, reason=TOO_MANY_TAGS)
        text, captions = take_captions(text)
        parsed = _parse(f"{self._frame.opening}{text}{self._frame.closing}")
        if parsed is None or not parsed.entries:
            return Failure(path=path, reason=UNREADABLE)
        draft = draft_entry(parsed.entries[0], feed=self._feed, captions=captions)
        return finish_draft(draft, number=number, origin=self._origin) or Skipped(path=path, reason=NO_TEXT)


def _parse(document: str) -> Any:  # feedparser ships no types
    """Give what feedparser makes of a document, or None when it fails."""
    source = io.BytesIO(document.encode())
    try:
        # Its cleaning of HTML is for showing it, which is not done here, and takes most of its time.
        return feedparser.parse(source, sanitize_html=False, resolve_relative_uris=False)
    except _FAULTS:
        return None
