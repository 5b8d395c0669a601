"""Cut the mark-up of an export into lines, each with the elements and classes that stand around it.

An export says what a line is by its class, by its place, or by nothing at all: whoever reads one needs the three.

>>> from archive_search.sources.html.markup_lines import lines_of_markup
>>> lines = lines_of_markup('<span class="Titre">La <b>paix</b></span><br>signée<p>Enfin.')
>>> [(line.text, "titre" in line.marks, line.is_close) for line in lines]
[('La paix', True, False), ('signée', False, True), ('Enfin.', False, False)]
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from archive_search.sources.html.parsing import MarkupError, feed_markup
from archive_search.sources.passages.text_splitting import column_width, join_wrapped, split_blocks

# Exports are some ten elements deep. Below this, end tags without beginning cost the parser little.
DEEPEST = 500

_BLOCK_NAMES = (
    "address article aside blockquote body caption center dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 "
    "header hr html li main nav ol p pre section table tbody td tfoot th thead tr ul"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_DROPPED_NAMES = "button head iframe noscript object option script select style svg textarea title"
_DROPPED = frozenset(_DROPPED_NAMES.split())
_BOLD = frozenset({"b", "strong"})
_SENTENCE_ENDS = (".", "!", "?", "…", ":", "»", "”", '"')


@dataclass(frozen=True, kw_only=True, slots=True)
class MarkedLine:
    """Hold one line of an export.

    Attributes:
        text: The line, its spaces reduced to single ones.
        marks: Names of the elements, classes and ids around its first word, in lower case.
        is_bold: Whether all of it is bold.
        is_close: Whether nothing but the end of the line before it stands between the two.
        ends_with_break: Whether a ``<br>`` ends it.
        address: Where the first link in it leads, or None.
    """

    text: str
    marks: frozenset[str] = frozenset()
    is_bold: bool = False
    is_close: bool = False
    ends_with_break: bool = False
    address: str | None = None


def lines_of_markup(markup: str) -> list[MarkedLine]:
    """Give the lines of a piece of HTML in order, cut at blocks and at ``<br>``.

    Raises:
        MarkupError: Elements are nested beyond any use.
    """
    collector = _Collector()
    feed_markup(markup, collector)
    return collector.lines


def lines_of_text(text: str) -> list[MarkedLine]:
    """Give the lines of an export saved as text."""
    blocks = split_blocks(text)
    return [
        MarkedLine(text=" ".join(line.split()), is_close=place > 0)
        for block in blocks
        for place, line in enumerate(block)
    ]


def join_wrapped_lines(lines: Sequence[MarkedLine]) -> list[MarkedLine]:
    """Join the lines of a text that was wrapped at a fixed width, if it was."""
    blocks = [[line.text for line in group] for group in group_close_lines(lines)]
    column = column_width(blocks)
    return [MarkedLine(text=line) for block in blocks for line in join_wrapped(block, column=column)]


def join_broken_lines(lines: Iterable[MarkedLine]) -> list[MarkedLine]:
    """Join each line that a single ``<br>`` cuts inside a sentence with the one that follows it."""
    groups: list[list[MarkedLine]] = []
    for line in lines:
        before = groups[-1][-1] if groups else None
        if before is None or not line.is_close or not before.ends_with_break or before.text.endswith(_SENTENCE_ENDS):
            groups.append([line])
        else:
            groups[-1].append(line)
    return [group[0] if len(group) == 1 else join_lines(group) for group in groups]


def join_lines(group: Sequence[MarkedLine]) -> MarkedLine:
    """Make one line of several; it has the marks of the first."""
    text, is_bold = " ".join(line.text for line in group), all(line.is_bold for line in group)
    return replace(group[0], text=text, is_bold=is_bold, ends_with_break=group[-1].ends_with_break)


def group_close_lines(lines: Sequence[MarkedLine]) -> list[list[MarkedLine]]:
    """Group the lines between which there is no blank line and no end of block."""
    groups: list[list[MarkedLine]] = []
    for line in lines:
        if line.is_close and groups:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


class _Collector:
    """Gather lines while the parser goes through the mark-up: no tree is built."""

    def __init__(self) -> None:
        self.lines: list[MarkedLine] = []
        self._around: list[frozenset[str]] = [frozenset()]
        self._parts: list[str] = []
        self._marks: frozenset[str] = frozenset()
        self._address: str | None = None
        self._bold_depths: list[int] = []
        self._dropped_at: int | None = None
        self._has_plain = self._is_close = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        depth = len(self._around)
        if depth > DEEPEST:
            raise MarkupError
        if self._dropped_at is None:
            self._begin(tag, attributes, depth=depth)
        css, name = attributes.get("class", ""), attributes.get("id", "")
        self._around.append(_widen(self._around[-1], tag, css, name))

    def end(self, tag: str) -> None:
        if len(self._around) == 1:
            return
        if self._dropped_at is None and tag in _BLOCKS:
            self._flush(by_break=False)
        self._around.pop()
        depth = len(self._around)
        if self._dropped_at is not None and depth <= self._dropped_at:
            self._dropped_at = None
        if self._bold_depths and self._bold_depths[-1] >= depth:
            self._bold_depths.pop()

    def data(self, text: str) -> None:
        if self._dropped_at is not None:
            return
        if not text.isspace():
            if not self._marks:
                self._marks = self._around[-1]
            self._has_plain = self._has_plain or not self._bold_depths
        self._parts.append(text)

    def close(self) -> None:
        self._flush(by_break=False)

    def _begin(self, tag: str, attributes: Mapping[str, str], *, depth: int) -> None:
        if tag in _DROPPED:
            self._dropped_at = depth
        elif tag in _BLOCKS or tag == "br":
            self._flush(by_break=tag == "br")
        elif tag == "a" and self._address is None:
            self._address = attributes.get("href")
        if tag in _BOLD or "bold" in attributes.get("style", ""):
            self._bold_depths.append(depth)

    def _flush(self, *, by_break: bool) -> None:
        text = " ".join("".join(self._parts).split())
        if text:
            self.lines.append(
                MarkedLine(
                    text=text,
                    marks=self._marks,
                    is_bold=not self._has_plain,
                    is_close=self._is_close,
                    ends_with_break=by_break,
                    address=self._address,
                )
            )
        # Two breaks in a row are an empty line.
        self._is_close = by_break and bool(text)
        self._parts, self._marks, self._address, self._has_plain = [], frozenset(), None, False


@lru_cache(maxsize=4096)
def _widen(around: frozenset[str], tag: str, css: str, name: str) -> frozenset[str]:
    """Add the marks of an element to those around it, once for all elements of the same kind."""
    return around | {tag, *css.lower().split(), *name.lower().split()}
