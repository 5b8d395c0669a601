"""Turn the main text of a page, as trafilatura marks it up, into passages.

>>> from lxml.etree import fromstring
>>> from archive_search.sources.page_passages import read_passages
>>> body = fromstring('<body><head rend="h1">La paix</head><p>Elle est signée.</p></body>')
>>> [passage.kind.value for passage in read_passages(body, title=None, description=None)]
['title', 'body']
"""

import re
from collections.abc import Iterator
from typing import Any

from archive_search.records import Kind
from archive_search.sources.characters import clean_characters
from archive_search.sources.passages import Passage

_CLASS_OF_LEAD = re.compile(
    r"(?:^|[\s_-])(?:hat|chap[oô]|chapeau|standfirst|subheadline|intro|lead)(?:$|[\s_-])", re.IGNORECASE
)
_CONTAINERS = frozenset({"body", "list", "quote", "table", "div"})
_BLOCKS = _CONTAINERS | {"p", "item", "head", "row"}


def read_passages(body: Any, *, title: str | None, description: str | None) -> list[Passage]:
    """Give the passages of a page in order, the title first.

    Args:
        body: Element of lxml, with the markup of trafilatura.
        title: Title that the page declares; the one it prints is preferred.
        description: Summary that the page declares; a first paragraph equal to it is the standfirst.
    """
    passages = list(_passages_of(body, description=_clean(description or "")))
    printed = next((passage for passage in passages if passage.kind is Kind.TITLE), None)
    first = printed.text if printed is not None else _clean(title or "")
    rest = [passage for passage in passages if passage.text != first and passage.kind is not Kind.TITLE]
    return [Passage(text=first, kind=Kind.TITLE), *rest] if first else rest


def _passages_of(body: Any, *, description: str) -> Iterator[Passage]:
    has_body = has_title = False
    for element in _blocks(body):
        text = _text_of(element)
        if not text:
            continue
        kind = _kind_of(element, text, description=description)
        # Only the first of its kind, before the text, is the title or the standfirst.
        if kind is Kind.TITLE and (has_title or has_body):
            kind = Kind.HEADING
        elif kind is Kind.LEAD and has_body:
            kind = Kind.BODY
        has_title |= kind is Kind.TITLE
        has_body |= kind is Kind.BODY
        yield Passage(text=text, kind=kind)


def _blocks(body: Any) -> Iterator[Any]:
    """Give the innermost blocks that hold text, in order."""
    stack = [body]
    while stack:
        element = stack.pop()
        if element.tag in _CONTAINERS and not (element.text or "").strip() and _holds_blocks(element):
            stack.extend(reversed(element))
        else:
            yield element


def _holds_blocks(element: Any) -> bool:
    return any(child.tag in _BLOCKS for child in element)


def _text_of(element: Any) -> str:
    if element.tag == "row":
        return _clean(" ".join(element.itertext()))
    for line_break in element.iter("lb"):
        line_break.tail = " " + (line_break.tail or "")
    return _clean("".join(element.itertext()))


def _kind_of(element: Any, text: str, *, description: str) -> Kind:
    if element.tag == "head":
        return Kind.TITLE if element.get("rend") == "h1" else Kind.HEADING
    if _CLASS_OF_LEAD.search(element.get("class") or "") or text == description:
        return Kind.LEAD
    return Kind.BODY


def _clean(text: str) -> str:
    return " ".join(clean_characters(text).split())
