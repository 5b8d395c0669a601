"""Read the text that an item of news holds, in whatever it is written: NITF or XHTML, escaped or not, plain text.

>>> from archive_search.sources.formats.news.inline_content import draft_of_content
>>> from archive_search.sources.xml.documents import parse_xml
>>> content = parse_xml(b"<DataContent>&lt;p&gt;Il a plu.&lt;/p&gt;&lt;p&gt;Enfin.&lt;/p&gt;</DataContent>")
>>> [passage.text for passage in draft_of_content(content).passages]
['Il a plu.', 'Enfin.']
"""

import re
from html import unescape

from archive_search.sources.drafts import Draft
from archive_search.sources.formats.news.marked_text import passages_of_markup
from archive_search.sources.formats.news.nitf import draft_of_nitf
from archive_search.sources.formats.news.wire_text import split_wire_text
from archive_search.sources.html.fragments import passages_of_html
from archive_search.sources.xml.documents import Element, XmlError, attribute, child, parse_xml, text_of

_ESCAPED_DOCUMENT = re.compile(
    r"\s*(?:<\?xml\b|<!DOCTYPE\s+nitf\b|<nitf\b|<body\.content\b|<html\b[^<>]*\bxmlns)", re.I
)
_TAG = re.compile(r"<\s*/?\s*([a-zA-Z][\w.:-]*)[^<>]*>")
_PARAGRAPH_OPENED = re.compile(r"<\s*p\b", re.IGNORECASE)


def draft_of_content(holder: Element) -> Draft:
    """Give the text in an element, with what a document inside says of itself."""
    nitf = next(holder.iter("{*}nitf"), None)
    if nitf is not None:
        return draft_of_nitf(nitf)
    if len(holder):
        return _draft_of_markup(holder)
    return _draft_of_text(holder.text or "")


def _draft_of_markup(holder: Element) -> Draft:
    body = next(holder.iter("{*}body", "{*}body.content"), holder)
    html = next(holder.iter("{*}html"), None)
    title = text_of(child(html, "head", "title")) or text_of(next(body.iter("{*}h1"), None))
    language = attribute(html, "lang")
    return Draft(title=title or None, language=language, passages=passages_of_markup(body))


def _draft_of_text(text: str) -> Draft:
    if _ESCAPED_DOCUMENT.match(text) is not None:
        try:
            return draft_of_content(parse_xml(text.encode()))
        except XmlError:
            return Draft(passages=passages_of_html(text))
    tags = {found[1].lower() for found in _TAG.finditer(text)}
    # A single paragraph is a wire text that somebody put between two tags.
    if not tags or (tags == {"p"} and len(_PARAGRAPH_OPENED.findall(text)) == 1):
        return Draft(passages=split_wire_text(unescape(_TAG.sub("\n", text) if tags else text)))
    return Draft(passages=passages_of_html(text))
