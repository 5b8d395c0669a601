"""Read what a NITF document states of its article: where and when it was issued, under which title, by whom.

>>> from archive_search.sources.formats.news.nitf_head import draft_of_head
>>> from archive_search.sources.xml.documents import parse_xml
>>> nitf = parse_xml(b"<nitf><head><docdata><date.issue norm='20150303T183600Z'/></docdata></head></nitf>")
>>> str(draft_of_head(nitf).date), draft_of_head(nitf).time
('2015-03-03', '18:36')
"""

from collections.abc import Iterator

from archive_search.records import Kind
from archive_search.sources.drafts import Draft
from archive_search.sources.formats.news.attribution import agency_of, provider_name, read_authors
from archive_search.sources.formats.news.drafts import is_standfirst, standfirst_passages
from archive_search.sources.formats.news.marked_text import passages_of_markup
from archive_search.sources.formats.news.moments import first_moment
from archive_search.sources.formats.news.nitf_subjects import keywords_of_head
from archive_search.sources.passages.passage import Passage
from archive_search.sources.xml.documents import Element, attribute, child, children, text_of

# Newspapers that archive their pages in NITF give these properties names of their own.
_PAGE_NAMES = ("print_page_number", "page_number", "print-page", "page")
_SECTION_NAMES = ("print_section_name", "online_sections", "section", "rubrique")

# Shorter, an id is a number that each agency counts for itself.
SHORTEST_UNIQUE_ID = 20


def draft_of_head(nitf: Element) -> Draft:
    """Give all that stands around the text; the passages are the standfirsts."""
    head, body_head = child(nitf, "head"), child(nitf, "body", "body.head")
    docdata, pubdata = child(head, "docdata"), child(head, "pubdata")
    title = text_of(child(body_head, "hedline", "hl1")) or text_of(child(head, "title"))
    second_titles = _second_titles(body_head, title=title)
    moment = first_moment(_moments(docdata, pubdata, body_head))
    source = provider_name(next(_sources(docdata, pubdata, body_head), None))
    agency = agency_of(_agencies(docdata, body_head, source=source))
    stated_id = attribute(child(docdata, "doc-id"), "id-string")
    return Draft(
        id=_unique_id(stated_id, attribute(child(docdata, "doc-id"), "regsrc") or agency or source),
        identifiers=(stated_id,) if stated_id else (),
        title=title,
        passages=[*standfirst_passages(second_titles), *_abstract(body_head)],
        date=moment.date,
        time=moment.time,
        source=source,
        agency=agency,
        section=attribute(pubdata, "position.section") or _meta(head, _SECTION_NAMES) or _fixture(docdata),
        page=attribute(pubdata, "position.sequence") or _meta(head, _PAGE_NAMES),
        authors=_authors(body_head),
        language=attribute(nitf, "baselang") or attribute(nitf, "lang"),
        rights=_rights(docdata, body_head),
        url=_address(pubdata),
        keywords=[*keywords_of_head(head), *(text for text in second_titles if not is_standfirst(text))],
    )


def _second_titles(body_head: Element | None, *, title: str) -> list[str]:
    hedline = child(body_head, "hedline")
    texts = map(text_of, children(hedline, "hl2"))
    return [text for text in texts if text and text != title]


def _abstract(body_head: Element | None) -> list[Passage]:
    abstract = child(body_head, "abstract")
    found = passages_of_markup(abstract) if abstract is not None else []
    return [Passage(text=passage.text, kind=Kind.LEAD) for passage in found]


def _moments(docdata: Element | None, pubdata: Element | None, body_head: Element | None) -> Iterator[str | None]:
    yield attribute(pubdata, "date.publication")
    yield attribute(child(docdata, "date.issue"), "norm")
    yield attribute(child(docdata, "date.release"), "norm")
    printed = child(body_head, "dateline", "story.date")
    yield attribute(printed, "norm")
    yield text_of(printed)


def _sources(docdata: Element | None, pubdata: Element | None, body_head: Element | None) -> Iterator[str]:
    stated = (
        attribute(pubdata, "name"),
        text_of(child(body_head, "distributor")),
        text_of(child(body_head, "rights", "rights.owner")),
        attribute(child(docdata, "doc.copyright"), "holder"),
        attribute(child(docdata, "doc-id"), "regsrc"),
        # A service may sign by its name alone, where the title of an author would stand.
        text_of(child(body_head, "byline", "byttl")) if not _authors(body_head) else None,
    )
    yield from filter(None, stated)


def _agencies(docdata: Element | None, body_head: Element | None, *, source: str | None) -> Iterator[str | None]:
    yield text_of(child(body_head, "distributor"))
    yield text_of(child(body_head, "dateline"))
    yield source
    yield text_of(child(body_head, "byline", "byttl"))
    yield attribute(child(docdata, "doc-id"), "regsrc")


def _unique_id(stated: str | None, issuer: str | None) -> str | None:
    if stated is None or len(stated) >= SHORTEST_UNIQUE_ID or ":" in stated:
        return stated
    return f"{issuer}:{stated}" if issuer else None


def _authors(body_head: Element | None) -> list[str]:
    bylines = children(body_head, "byline")
    # The New York Times signs twice: as printed, and the last name first.
    printed = [byline for byline in bylines if "normalized" not in (byline.get("class") or "")]
    return [author for byline in printed or bylines for author in read_authors(_signature(byline))]


def _signature(byline: Element) -> str:
    titles = {part for title in byline.iterchildren("{*}byttl", "{*}virtloc") for part in title.iter()}
    texts = (
        ("" if part in titles else part.text or "") + ((part.tail or "") if part is not byline else "")
        for part in byline.iter()
    )
    return " ".join(" ".join(texts).split())


def _rights(docdata: Element | None, body_head: Element | None) -> str | None:
    notice = child(docdata, "doc.copyright")
    holder = attribute(notice, "holder") or text_of(notice)
    printed = text_of(child(body_head, "rights")) or None
    return " ".join(filter(None, ("©", attribute(notice, "year"), holder))) if holder else printed


def _fixture(docdata: Element | None) -> str | None:
    return attribute(child(docdata, "fixture"), "fix-id")


def _address(pubdata: Element | None) -> str | None:
    address = attribute(pubdata, "ex-ref")
    return address if address and address.startswith(("http://", "https://")) else None


def _meta(head: Element | None, names: tuple[str, ...]) -> str | None:
    stated = {meta.get("name"): attribute(meta, "content") for meta in children(head, "meta")}
    return next((stated[name] for name in names if stated.get(name)), None)
