"""Read the subjects under which a NITF document files its article, where they are words and not codes.

>>> from archive_search.sources.formats.news.nitf_subjects import keywords_of_head
>>> from archive_search.sources.xml.documents import parse_xml
>>> head = parse_xml(b"<head><docdata><key-list><keyword key='Port'/></key-list></docdata></head>")
>>> list(keywords_of_head(head))
['Port']
"""

import re
from collections.abc import Iterator

from archive_search.sources.xml.documents import Element, attribute, child, children, text_of

_SUBJECT_LEVELS = ("tobject.subject.type", "tobject.subject.matter", "tobject.subject.detail")
_IDENTIFIED = ("classifier", "person", "org", "location", "event", "function", "object.title", "virtloc")
_SEPARATOR = re.compile(r"[;|]")


def keywords_of_head(head: Element | None) -> Iterator[str]:
    """Give the keywords, what is identified in the text, the subjects and the series, in this order."""
    docdata = child(head, "docdata")
    yield from _listed(docdata)
    yield from _identified(docdata)
    tobject = child(head, "tobject")
    for subject in children(tobject, "tobject.subject"):
        yield from filter(None, (attribute(subject, level) for level in _SUBJECT_LEVELS))
    yield from filter(None, [attribute(child(docdata, "series"), "series.name")])


def _listed(docdata: Element | None) -> Iterator[str]:
    keys = child(docdata, "key-list")
    for keyword in children(keys, "keyword"):
        yield from _SEPARATOR.split(attribute(keyword, "key") or text_of(keyword))


def _identified(docdata: Element | None) -> Iterator[str]:
    content = child(docdata, "identified-content")
    for named in children(content, *_IDENTIFIED):
        yield text_of(named) or attribute(named, "value") or ""
