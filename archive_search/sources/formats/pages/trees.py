"""Parse a page whatever its faults into a tree that is never deep.

>>> from archive_search.sources.formats.pages.trees import parse_page
>>> parse_page("<p>La paix<p>Elle est signée").findall(".//p")[1].text
'Elle est signée'
"""

import re
from typing import Any

from archive_search.sources.formats.pages.element_text import INLINE

_DECLARATION = re.compile(r"^\s*<\?xml\b[^>]{0,200}>")
# The parser compares each attribute of an element with all those before it.
MOST_ATTRIBUTES = 500
_LONG_TAG = re.compile(r"<([a-z][\w:-]{0,40})\s[^<>]{2000,}>", re.IGNORECASE)
_NESTED = re.compile(
    r"</?(?!(?:html|head|body|meta|link|base|title|script|h[1-6]|p|br|time)\b)([a-z][\w:-]{0,40})\b[^<>]{0,2000}>",
    re.IGNORECASE,
)


def parse_page(text: str) -> Any:  # lxml ships no types
    """Parse a page that was decoded; None when there is nothing in it."""
    text = _LONG_TAG.sub(_shorten, _DECLARATION.sub("", text, count=1))
    tree, is_whole = _parse(text, is_huge=False)
    if is_whole:
        return tree
    # Elements that are never closed go ever deeper, and the parser stops. Paragraphs end each other.
    flat = _NESTED.sub(lambda found: "" if found[1].lower() in INLINE else "<p>", text)
    return _parse(flat, is_huge=True)[0]


def _shorten(tag: re.Match[str]) -> str:
    return f"<{tag[1]}>" if tag[0].count("=") > MOST_ATTRIBUTES else tag[0]


def _parse(text: str, *, is_huge: bool) -> tuple[Any, bool]:
    """Parse a page and tell whether all of it was parsed; the parser has limits, and higher ones when it is huge."""
    from lxml.etree import ParserError, XMLSyntaxError
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(
        encoding="utf-8",
        collect_ids=False,
        default_doctype=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=is_huge,
    )
    try:
        tree = document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (ParserError, XMLSyntaxError):
        return None, True
    return tree, not parser.error_log.filter_from_fatals()
