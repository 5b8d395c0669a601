"""Read what a NewsML-G2 item states of its article around its text: version, titles, provider, subjects, rights.

>>> from archive_search.sources.formats.news.g2_meta import draft_of_meta
>>> from archive_search.sources.xml.documents import parse_xml
>>> titles = b"<contentMeta><headline>La paix</headline></contentMeta>"
>>> draft = draft_of_meta(parse_xml(b"<newsItem guid='urn:a' version='2'>" + titles + b"</newsItem>"))
>>> draft.id, draft.title
('urn:a:2', 'La paix')
"""

import re
from collections.abc import Iterator

from archive_search.sources.drafts import Draft
from archive_search.sources.formats.news.attribution import agency_of, provider_name, read_authors
from archive_search.sources.formats.news.drafts import is_standfirst, standfirst_passages
from archive_search.sources.formats.news.g2_names import name_of, name_or_code, text_in
from archive_search.sources.formats.news.moments import first_moment
from archive_search.sources.html.fragments import passages_of_html
from archive_search.sources.passages.passage import Passage
from archive_search.sources.xml.documents import Element, attribute, child, children, text_of

_SECOND_TITLE = re.compile(r"sub|second|deck|standfirst|chap[oô]", re.IGNORECASE)
_NO_TITLE = re.compile(r"kicker|over|surtitre|short|sms|slug|seo|alert", re.IGNORECASE)
_SECTION = re.compile(r"depart|desk|section|rubri|category", re.IGNORECASE)
_CAPTION = re.compile(r"caption|l[ée]gende", re.IGNORECASE)
_SEPARATED = re.compile(r"[;|]")


def draft_of_header(header: Element) -> Draft:
    """Give what a message states of all its items: when it was sent, and by whom."""
    moment = first_moment([text_of(child(header, "sent"))])
    return Draft(
        passages=(),
        date=moment.date,
        time=moment.time,
        source=provider_name(text_of(child(header, "sender"))),
    )


def draft_of_meta(item: Element) -> Draft:
    """Give what an item states; the passages are its standfirsts."""
    about, content, rights = (child(item, name) for name in ("itemMeta", "contentMeta", "rightsInfo"))
    language = _language(item, content)
    titles = _titles(content)
    second_titles = [text_of(title) for title in titles if _SECOND_TITLE.search(title.get("role") or "")]
    moment = first_moment(_moments(about, content))
    source, guid = provider_name(name_or_code(child(about, "provider"))), attribute(item, "guid")
    return Draft(
        id=":".join(filter(None, (guid, attribute(item, "version")))) if guid else None,
        identifiers=[name for name in (guid, *_texts(content, "altId")) if name],
        title=_main_title(titles, language) or text_of(child(about, "title")) or None,
        passages=standfirst_passages(filter(None, second_titles)),
        date=moment.date,
        time=moment.time,
        source=source,
        agency=agency_of([source, *_texts(content, "creditline"), *_texts(content, "dateline")]),
        section=_section(content),
        authors=_authors(content),
        language=language,
        rights=_rights(rights),
        keywords=[*_keywords(content), *(text for text in second_titles if not is_standfirst(text))],
    )


def described_passages(item: Element) -> list[Passage]:
    """Give the descriptions of an item whose content is elsewhere: a summary, or the caption of a picture."""
    texts = _texts(child(item, "contentMeta"), "description")
    return [passage for text in texts for passage in passages_of_html(text)]


def summaries(item: Element) -> list[Passage]:
    """Give the standfirsts among the descriptions of an item whose text follows."""
    described = children(child(item, "contentMeta"), "description")
    texts = (text_of(element) for element in described if not _CAPTION.search(element.get("role") or ""))
    return standfirst_passages(passage.text for text in texts for passage in passages_of_html(text))


def _language(item: Element, content: Element | None) -> str | None:
    return attribute(child(content, "language"), "tag") or attribute(item, "lang")


def _titles(content: Element | None) -> list[Element]:
    return [title for title in children(content, "headline") if text_of(title)]


def _main_title(titles: list[Element], language: str | None) -> str | None:
    roles = {title: title.get("role") or "" for title in titles}
    main = [title for title in titles if not _SECOND_TITLE.search(roles[title]) and not _NO_TITLE.search(roles[title])]
    return text_in(main or titles[:1], language=language)


def _moments(about: Element | None, content: Element | None) -> Iterator[str]:
    yield text_of(child(about, "versionCreated"))
    yield text_of(child(content, "contentModified"))
    yield text_of(child(about, "firstCreated"))
    yield text_of(child(content, "contentCreated"))


def _section(content: Element | None) -> str | None:
    for subject in children(content, "subject"):
        if _SECTION.search(f"{subject.get('type') or ''} {(subject.get('qcode') or '').partition(':')[0]}"):
            name = name_of(subject)
            # Two or three letters are a code.
            if name is not None and len(name) > 3:
                return name
    return None


def _authors(content: Element | None) -> list[str]:
    signed = [author for text in _texts(content, "by") for author in read_authors(text)]
    creators = (name_or_code(creator) or "" for creator in children(content, "creator"))
    return signed or [author for name in creators for author in read_authors(name)]


def _rights(rights: Element | None) -> str | None:
    notice = text_in(children(rights, "copyrightNotice"), language="fr")
    return notice or name_or_code(child(rights, "copyrightHolder"))


def _keywords(content: Element | None) -> Iterator[str]:
    for text in _texts(content, "keyword"):
        yield from _SEPARATED.split(text)
    yield from filter(None, (name_of(subject) for subject in children(content, "subject")))
    for slugline in children(content, "slugline"):
        separator = slugline.get("separator")
        yield from text_of(slugline).split(separator) if separator else [text_of(slugline)]


def _texts(element: Element | None, name: str) -> list[str]:
    return [text for found in children(element, name) if (text := text_of(found))]
