"""Collect the blocks of an HTML text while it is parsed: no tree is built, so that depth and size cost little.

>>> from lxml.etree import HTMLParser
>>> from archive_search.sources.html.block_collector import BlockCollector
>>> parser = HTMLParser(target=BlockCollector())
>>> parser.feed("<ul><li>Un<li><b>Deux</b></ul>")
>>> [(passage.text, is_bold) for passage, is_bold in parser.close().passages]
[('Un', False), ('Deux', True)]
"""

import re
from collections.abc import Mapping

from archive_search.records import Kind
from archive_search.sources.html.parsing import MarkupError
from archive_search.sources.passages.passage import Passage

# A page of the press is at most some hundreds deep. Below this, end tags without beginning cost the parser little.
DEEPEST = 1000

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCK_NAMES = (
    "address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer"
    " form header hr html li main menu ol p pre section summary table tbody tfoot thead tr ul"
)
_BLOCKS = _HEADINGS | frozenset(_BLOCK_NAMES.split())
_DROPPED_NAMES = (
    "applet audio button canvas datalist head iframe math meter nav noembed noframes noscript object optgroup option"
    " progress rp rt script select style svg template textarea title video"
)
_DROPPED = frozenset(_DROPPED_NAMES.split())
_BOLD = frozenset({"b", "strong"})
_HIDDEN = re.compile(r"display\s?:\s?none|visibility\s?:\s?hidden|mso-hide\s?:\s?all", re.IGNORECASE)
_CLASS_OF_CAPTION = re.compile(r"(?:^|[\s_-])(?:caption|l[ée]gende|cr[ée]dits?)(?:$|[\s_-])", re.IGNORECASE)
_CLASS_OF_LEAD = re.compile(r"(?:^|[\s_-])(?:hat|chap[oô]|chapeau|standfirst|sous-titre)(?:$|[\s_-])", re.IGNORECASE)

_SPACES = re.compile(r"[^\S\n]+")
_EMPTY_LINES = re.compile(r"\n\s*\n")

# A line that a single <br> ends is a paragraph when it ends like one, and an item when the next begins like one.
SHORTEST_LINE = 60
_ENDS_PARAGRAPH = re.compile(rf".{{{SHORTEST_LINE},}}[.!?…][»\"”)]?", re.DOTALL)
_ITEM = re.compile(r"[-–—•*·►▶➢]\s|\d{1,2}[.)]\s")


class BlockCollector:
    """Gather the passages of a page as the parser goes through it.

    Attributes:
        passages: Passages in order, each with whether all of its text is bold.
    """

    def __init__(self) -> None:
        self.passages: list[tuple[Passage, bool]] = []
        self._open: list[tuple[str, Kind | None]] = []
        self._parts: list[str] = []
        self._dropped_at: int | None = None
        self._bold = self._preformatted = self._raised = self._links = 0
        self._has_plain = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin an element."""
        if len(self._open) >= DEEPEST:
            raise MarkupError
        if self._dropped_at is None and (tag in _DROPPED or _is_hidden(attributes)):
            self._dropped_at = len(self._open)
        if self._dropped_at is None:
            self._begin(tag)
        self._open.append((tag, _kind_of(tag, attributes)))

    def end(self, tag: str) -> None:
        """End an element; every one that began ends, the parser sees to it."""
        if not self._open:
            return
        if self._dropped_at is None:
            self._finish(tag)
        self._open.pop()
        if self._dropped_at is not None and len(self._open) <= self._dropped_at:
            self._dropped_at = None

    def data(self, text: str) -> None:
        """Take a piece of text."""
        # The call of a note, a number that leads down the page, would stick to the word before it.
        if self._dropped_at is not None or (self._raised and self._links and text.strip(" []()*").isdigit()):
            return
        if text.strip() and not self._bold:
            self._has_plain = True
        self._parts.append(text if self._preformatted else text.replace("\n", " "))

    def comment(self, text: str) -> None:
        """Pass over a comment."""

    def close(self) -> "BlockCollector":
        """End the page."""
        self._flush()
        return self

    def _begin(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._flush()
        elif tag == "br":
            self._parts.append("\n")
        elif tag in ("td", "th"):
            self._parts.append(" ")
        self._count(tag, by=1)

    def _finish(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._flush()
        self._count(tag, by=-1)

    def _count(self, tag: str, *, by: int) -> None:
        if tag in _BOLD:
            self._bold += by
        elif tag == "pre":
            self._preformatted += by
        elif tag == "sup":
            self._raised += by
        elif tag == "a":
            self._links += by

    def _flush(self) -> None:
        text = _SPACES.sub(" ", "".join(self._parts)).strip()
        if text:
            kind = self._kind()
            self.passages += [(Passage(text=line, kind=kind), not self._has_plain) for line in _split_lines(text)]
        self._parts, self._has_plain = [], False

    def _kind(self) -> Kind:
        kinds = (kind for _, kind in reversed(self._open) if kind is not None)
        return next(kinds, Kind.BODY)


def _kind_of(tag: str, attributes: Mapping[str, str]) -> Kind | None:
    if tag in _HEADINGS:
        return Kind.HEADING
    if tag in ("figcaption", "caption"):
        return Kind.CAPTION
    css_class = attributes.get("class") or ""
    if not css_class or tag not in _BLOCKS:
        return None
    if _CLASS_OF_CAPTION.search(css_class):
        return Kind.CAPTION
    return Kind.LEAD if _CLASS_OF_LEAD.search(css_class) else None


def _is_hidden(attributes: Mapping[str, str]) -> bool:
    return bool(attributes) and ("hidden" in attributes or _HIDDEN.search(attributes.get("style") or "") is not None)


def _split_lines(text: str) -> list[str]:
    """Cut a block at its empty lines, and at the ends of lines that end a paragraph or an item."""
    return [joined for block in _EMPTY_LINES.split(text) for joined in _join_lines(block.split("\n"))]


def _join_lines(lines: list[str]) -> list[str]:
    joined: list[list[str]] = []
    before = ""
    for line in filter(None, map(str.strip, lines)):
        if not joined or _ENDS_PARAGRAPH.fullmatch(before) or _ITEM.match(line):
            joined.append([])
        joined[-1].append(line)
        before = line
    return [" ".join(parts) for parts in joined]
