"""Cut a text marked up in NITF or XHTML into passages, with the kinds that its tags tell.

>>> from archive_search.sources.formats.news.marked_text import passages_of_markup
>>> from archive_search.sources.xml.documents import parse_xml
>>> body = parse_xml(b"<body.content><hl2>La paix</hl2><p>Elle est <em>signee</em>.</p><note>!</note></body.content>")
>>> [(passage.kind.value, passage.text) for passage in passages_of_markup(body)]
[('heading', 'La paix'), ('body', 'Elle est signee.')]
"""

import re

from lxml.etree import iterwalk

from archive_search.sources.formats.news.wire_text import split_wire_text
from archive_search.sources.html.block_collector import BlockCollector
from archive_search.sources.html.fragments import mark_bold
from archive_search.sources.passages.passage import Passage
from archive_search.sources.xml.documents import Element, attribute, local_name

_LEFT_OUT = "template"
_LEAD = "p", {"class": "chapeau"}

# Tags of NITF by those of HTML that do the same.
_AS_HTML = {
    "body.content": "div",
    "body.end": "div",
    "block": "div",
    "content": "div",
    "hl1": "h1",
    "hl2": "h2",
    "hl3": "h3",
    "hedline": "div",
    "byline": "p",
    "bq": "blockquote",
    "credit": "p",
    "media": "figure",
    "media-caption": "figcaption",
    "media-producer": "figcaption",
    "nitf-table": "table",
    "tagline": "p",
    "bibliography": "p",
    "datasource": "p",
    "postaddr": "p",
}
_NAMES_NOT_OF_THE_TEXT = """
    body.head classifier copyrite dateline distributor docdata ed-msg footer head key-list media-metadata
    media-object media-reference nitf-table-metadata note rights time tobject
"""
_NOT_OF_THE_TEXT = frozenset(_NAMES_NOT_OF_THE_TEXT.split())
_NAME_OF_LEAD = re.compile(
    r"(?:^|[\s_-])(?:abstract|chap[oô]|chapeau|intro|lead|lede|standfirst)(?:$|[\s_-])", re.IGNORECASE
)
_NAME_OF_NOTE = re.compile(r"(?:^|[\s_-])(?:closingline|ednote|nonpublic|notepad|slugline)(?:$|[\s_-])", re.IGNORECASE)
_BOLD = re.compile(r"bold|strong", re.IGNORECASE)


def passages_of_markup(element: Element) -> list[Passage]:
    """Give the passages of an element that holds a text, in order; what is for editors alone is left out.

    Args:
        element: ``body.content`` or ``body.end`` of NITF, ``body`` of XHTML, or whatever holds paragraphs.
    """
    collector = BlockCollector()
    skipped = None
    for event, inner in iterwalk(element, events=("start", "end")):
        if skipped is not None and (inner is not skipped or event == "start"):
            continue
        tag, attributes = _as_html(inner)
        if event == "start":
            skipped = inner if tag in (_LEFT_OUT, "pre") else None
            collector.start(tag, attributes)
            _take_text(inner, tag, collector)
        else:
            skipped = None
            collector.end(tag)
            if inner is not element:
                collector.data(inner.tail or "")
    return list(mark_bold(collector.close().passages))


def _take_text(element: Element, tag: str, collector: BlockCollector) -> None:
    if tag != "pre":
        collector.data(element.text or "")
        return
    for passage in split_wire_text("".join(element.itertext())):
        collector.start("p", {})
        collector.data(passage.text)
        collector.end("p")


def _as_html(element: Element) -> tuple[str, dict[str, str]]:
    name = local_name(element).lower()
    css_class = attribute(element, "class") or ""
    if name in _NOT_OF_THE_TEXT or (css_class and _NAME_OF_NOTE.search(css_class)):
        return _LEFT_OUT, {}
    if _is_lead(element, name, css_class):
        return _LEAD
    if name == "em" and _BOLD.search(css_class):
        return "b", {}
    return _AS_HTML.get(name, name), {"class": css_class} if css_class else {}


def _is_lead(element: Element, name: str, css_class: str) -> bool:
    if name == "abstract":
        return True
    if name not in ("p", "block", "div", "section"):
        return False
    is_marked = "true" in (element.get("lede"), element.get("lead"))
    return is_marked or bool(css_class and _NAME_OF_LEAD.search(css_class))
