"""Cut a feed into its entries while it is read: feeds kept for years are too large to be held whole.

>>> from archive_search.sources.formats.feeds.entries import cut_entries
>>> pieces = ["<rss><channel><title>Le Courrier</title><item><title>Un</title></it", "em><item/></channel></rss>"]
>>> [(frame.opening, text, frame.closing) for frame, text in cut_entries(pieces)]
[('<rss><channel>', '<item><title>Un</title></item>', '</channel></rss>')]
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from archive_search.sources.xml.markup import XmlError

# An article has some kilobytes; pictures written out in its text make megabytes of it.
LARGEST_ENTRY = 1 << 22
TOO_LARGE = "flux dont un article ou l'en-tête dépasse 4 Mo : découpez le fichier"
NO_FEED = "flux mal formé : réenregistrez-le depuis son site"
CUT = "flux coupé avant sa fin : retéléchargez le fichier"

# Entries stand in a channel, in a feed.
MOST_OPEN = 10

_FIRST = re.compile(r"<((?:[\w.-]{1,40}:)?(?:item|entry))(?=[\s/>])", re.IGNORECASE)
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[\w.:-]{1,80})[^<>]*?(?P<empty>/?)>")


@dataclass(frozen=True, kw_only=True, slots=True)
class Frame:
    """Hold what stands around the entries of a feed.

    Attributes:
        head: Everything before the first entry.
        opening: Start tags of what is still open there.
        closing: Their end tags.
    """

    head: str
    opening: str
    closing: str


def cut_entries(pieces: Iterable[str]) -> Iterator[tuple[Frame, str]]:
    """Give the entries of a feed one after the other, each with what stands around all of them.

    Args:
        pieces: The feed, in the plain mark-up of `xml.markup`.

    Raises:
        XmlError: The feed is cut, or an entry of it is too large, once the entries before were given.
    """
    cutter = _Cutter()
    for piece in pieces:
        yield from cutter.cut(piece)
    cutter.finish()


class _Cutter:
    """Keep what a piece leaves open for the next one."""

    def __init__(self) -> None:
        self._rest = ""
        self._frame: Frame | None = None
        self._mark = _FIRST
        self._end = ""
        self._is_ended = False

    def cut(self, piece: str) -> Iterator[tuple[Frame, str]]:
        """Give the entries that are complete."""
        self._rest += piece
        frame = self._frame = self._frame or self._find_frame()
        if frame is not None:
            self._is_ended = self._is_ended or self._end in self._rest
            yield from ((frame, entry) for entry in self._take_entries())
        if len(self._rest) > LARGEST_ENTRY:
            raise XmlError(TOO_LARGE)

    def finish(self) -> None:
        """Check that the feed went on to its end."""
        if self._frame is not None and not self._is_ended:
            raise XmlError(CUT)

    def _find_frame(self) -> Frame | None:
        first = _FIRST.search(self._rest)
        if first is None:
            return None
        head, self._rest = self._rest[: first.start()], self._rest[first.start() :]
        self._mark = re.compile(rf"<(?P<end>/?){re.escape(first[1])}(?=[\s/>])[^<>]*?(?P<empty>/?)>")
        tags = _open_tags(head)
        closing = "".join(f"</{name}>" for name, _ in reversed(tags))
        self._end = closing[closing.rfind("</") : -1]
        return Frame(head=head, opening="".join(tag for _, tag in tags), closing=closing)

    def _take_entries(self) -> Iterator[str]:
        text = self._rest
        start, done = None, 0
        for mark in self._mark.finditer(text):
            if start is not None and not mark["empty"]:
                # Where an end tag was forgotten, the entry ends where the next one begins.
                done = mark.end() if mark["end"] else mark.start()
                yield text[start:done]
                start = None
            if not mark["end"] and not mark["empty"]:
                start = mark.start()
        self._rest = text[start if start is not None else max(done, text.rfind("<")) :]


def _open_tags(head: str) -> list[tuple[str, str]]:
    """Give the names and the start tags of the elements that a text leaves open."""
    tags: list[tuple[str, str]] = []
    for tag in _TAG.finditer(head):
        if tag["end"]:
            if tags and tags[-1][0] == tag["name"]:
                tags.pop()
        elif not tag["empty"]:
            tags.append((tag["name"], tag[0]))
    if len(tags) > MOST_OPEN:
        raise XmlError(NO_FEED)
    return tags
