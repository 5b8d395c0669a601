"""Cut a page into blocks of text, each with what its elements say that it is.

>>> from lxml.html import document_fromstring
>>> from archive_search.sources.formats.pages.blocks import cut_blocks
>>> page = document_fromstring("<h2>Le port</h2><div>Il a <b>rouvert</b>.<br><br>Les quais sont pleins.</div>")
>>> [(block.kind.value, block.text) for block in cut_blocks(page)]
[('heading', 'Le port'), ('body', 'Il a rouvert.'), ('body', 'Les quais sont pleins.')]
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from archive_search.records import Kind
from archive_search.sources.formats.pages.element_text import INLINE, SILENT, is_link, join_pieces

_CLASS_OF_LEAD = re.compile(
    r"(?:^|[\s_-])(?:hat|hat-summary|chap[oô]s?|chapeau|sous-?titre|standfirst|sub-?headline|intro|lead|lede|accroche|desc|dek|summary|teaser-summary|kicker-text|article-desc"
    r"|excerpt|abstract|article[_-]{1,2}description|description[_-]{1,2}article)(?:$|[\s_-])",
    re.IGNORECASE,
)
_CLASS_OF_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:caption|figcaption|legende?|légende|credits?|crédits?|photo-?credits?|copyright)(?:$|[\s_-])",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[^\W_]")
_BOLD = frozenset({"b", "strong"})
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_LINE_ENDS_OF_PARAGRAPH = 2
LONGEST_MARKS = 500
LONGEST_BOLD_LINE = 200
LARGE_LETTERS = frozenset({"4", "5", "6", "7", "+1", "+2", "+3", "+4"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """Hold one block of text of a page.

    Attributes:
        text: Its text, on one line.
        kind: What its elements say that it is.
        linked: Number of its characters that are in links.
        bold: Number of its characters that are bold.
        place: Number of the element that holds it, the same for the blocks side by side in one element.
        is_marked: Whether a paragraph, an item or a heading holds it, rather than a mere division.
    """

    text: str
    kind: Kind
    linked: int
    bold: int
    place: int
    is_marked: bool

    @property
    def is_bold(self) -> bool:
        """Whether all of it is bold, or nearly."""
        return self.bold * 10 >= len(self.text) * 9

    @property
    def is_linked(self) -> bool:
        """Whether most of it leads elsewhere."""
        return self.linked * 2 > len(self.text)


def cut_blocks(tree: Any) -> list[Block]:  # lxml ships no types
    """Cut a page into blocks, in order; each element that is no part of a line begins and ends one."""
    return [block for block in _Cutter().cut(tree) if _LETTER.search(block.text)]


class _Cutter:
    """Walk through a page and gather the text of the block at hand."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._linked = self._bold = 0
        self._links = self._bolds = 0
        self._line_ends = 0
        self._line_start, self._line_counts = 0, (0, 0)
        self._kinds: list[Kind | None] = [None]
        self._marked = [False]
        self._places = [0]
        self._elements = 0

    def cut(self, tree: Any) -> Iterator[Block]:
        from lxml.etree import iterwalk

        walk = iterwalk(tree, events=("start", "end"))
        for event, node in walk:
            if event == "end":
                yield from self._leave(node)
                self._add(node.tail)
            elif node.tag in SILENT:
                walk.skip_subtree()
            else:
                yield from self._enter(node)
                self._add(node.text)
        yield self._flush()

    def _enter(self, node: Any) -> Iterator[Block]:
        if node.tag == "br":
            yield from self._end_line()
            self._line_ends += 1
            self._pieces.append(" ")
            if self._line_ends >= _LINE_ENDS_OF_PARAGRAPH:
                yield self._flush()
        elif node.tag in INLINE:
            self._links += is_link(node)
            self._bolds += _is_bold(node)
        else:
            yield self._flush()
            self._elements += 1
            self._kinds.append(_kind_of(node, around=self._kinds[-1]))
            self._marked.append(node.tag in ("p", "li", "blockquote", "figcaption") or node.tag in _HEADINGS)
            self._places.append(self._elements)

    def _leave(self, node: Any) -> Iterator[Block]:
        if node.tag in SILENT or node.tag == "br":
            return
        if node.tag in INLINE:
            self._links -= is_link(node)
            self._bolds -= _is_bold(node)
            return
        yield self._flush()
        for stack in (self._kinds, self._marked, self._places):
            stack.pop()

    def _end_line(self) -> Iterator[Block]:
        """Set apart a line that is bold from end to end: a heading or a question, in pages that know no other mark."""
        line = " ".join("".join(self._pieces[self._line_start :]).split())
        linked, bold = (now - before for now, before in zip(self._counts(), self._line_counts, strict=True))
        if 0 < len(line) <= LONGEST_BOLD_LINE and bold * 10 >= len(line) * 9:
            before = self._pieces[: self._line_start]
            line_pieces = self._pieces[self._line_start :]
            self._pieces, (self._linked, self._bold) = before, self._line_counts
            yield self._flush()
            self._pieces, self._linked, self._bold = line_pieces, linked, bold
            yield self._flush()
        self._line_start, self._line_counts = len(self._pieces), self._counts()

    def _counts(self) -> tuple[int, int]:
        return self._linked, self._bold

    def _add(self, text: str | None) -> None:
        if not text:
            return
        self._pieces.append(text)
        if not text.isspace():
            self._line_ends = 0
        if self._links or self._bolds:
            size = len(" ".join(text.split()))
            self._linked += size if self._links else 0
            self._bold += size if self._bolds else 0

    def _flush(self) -> Block:
        block = Block(
            text=" ".join(join_pieces(self._pieces).split()),
            kind=self._kinds[-1] or Kind.BODY,
            linked=self._linked,
            bold=self._bold,
            # A paragraph stands in the element around it; loose text in the element itself.
            place=self._places[-2] if self._marked[-1] else self._places[-1],
            is_marked=self._marked[-1],
        )
        self._pieces, self._linked, self._bold, self._line_ends = [], 0, 0, 0
        self._line_start, self._line_counts = 0, (0, 0)
        return block


def _is_bold(node: Any) -> bool:
    return node.tag in _BOLD or (node.tag == "font" and node.get("size") in LARGE_LETTERS)


def _kind_of(node: Any, *, around: Kind | None) -> Kind | None:
    """Give the kind of the text of an element; what it does not say itself, the elements around it say."""
    marks = f"{node.get('class') or ''} {node.get('id') or ''}"[:LONGEST_MARKS]
    if node.tag == "figcaption" or (node.tag in ("p", "div") and _CLASS_OF_CAPTION.search(marks)):
        return Kind.CAPTION
    if around is not None:
        return around
    if node.tag == "h1" or node.get("itemprop") == "headline":
        return Kind.TITLE
    if _CLASS_OF_LEAD.search(marks) or node.get("itemprop") in ("description", "alternativeHeadline", "abstract"):
        return Kind.LEAD
    return Kind.HEADING if node.tag in _HEADINGS else None
