"""Give the text of an element of a page as a browser shows it: one space where any number of them stand.

>>> from lxml.html import fromstring
>>> from archive_search.sources.formats.pages.element_text import text_within
>>> text_within(fromstring("<h1><span>Reportage</span><br>La  <b>p</b>aix</h1>"))
'Reportage La paix'
"""

from collections.abc import Iterator, Sequence
from typing import Any

LONGEST_TEXT = 20_000
SILENT = frozenset(["script", "style", "noscript", "template", "head", "svg"])

# These may stand in the middle of a word; any other element parts what is before it from what is after.
_INLINE_NAMES = """
    a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q s samp small span strike
    strong sub sup time tt u var wbr
"""
INLINE = frozenset(_INLINE_NAMES.split())


def is_link(element: Any) -> bool:  # lxml ships no types
    """Tell whether an element leads elsewhere; old pages have others that only name a place, and never close them."""
    return element.tag == "a" and element.get("href") is not None


def text_within(element: Any) -> str:
    """Give the text of an element on one line, cut where it is longer than any title or signature."""
    pieces: list[str] = []
    size = 0
    for piece in _pieces(element):
        pieces.append(piece)
        size += len(piece)
        if size > LONGEST_TEXT:
            break
    return " ".join(join_pieces(pieces).split())


def join_pieces(pieces: Sequence[str]) -> str:
    """Join the texts of elements side by side; a label is parted from what follows, as its style does."""
    joined: list[str] = []
    for piece in pieces:
        if joined and joined[-1][-1].islower() and piece[:1].isupper():
            joined.append(" ")
        if piece:
            joined.append(piece)
    return "".join(joined)


def _pieces(element: Any) -> Iterator[str]:
    from lxml.etree import iterwalk

    walk = iterwalk(element, events=("start", "end"))
    for event, node in walk:
        if event == "start":
            if node.tag in SILENT:
                walk.skip_subtree()
            elif isinstance(node.tag, str):
                # Two spans side by side are a label and a title more often than two halves of a word.
                is_apart = node.tag not in INLINE or _follows_span(node, within=element)
                yield (" " if is_apart else "") + (node.text or "")
        elif node is not element:
            yield ("" if node.tag in INLINE else " ") + (node.tail or "")


def _follows_span(node: Any, *, within: Any) -> bool:
    if node is within or node.tag != "span":
        return False
    before = node.getprevious()
    return before is not None and before.tag == "span" and not before.tail
