"""Read what the envelope, the item and the components of NewsML 1 state of an article around its text.

>>> from archive_search.sources.formats.news.newsml_lines import draft_of_lines
>>> from archive_search.sources.xml.documents import parse_xml
>>> component = parse_xml(b"<NewsComponent><NewsLines><HeadLine>La paix</HeadLine></NewsLines></NewsComponent>")
>>> draft_of_lines([component]).title
'La paix'
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from archive_search.sources.drafts import Draft
from archive_search.sources.formats.news.attribution import agency_of, provider_name, read_authors
from archive_search.sources.formats.news.drafts import is_standfirst, standfirst_passages
from archive_search.sources.formats.news.moments import first_moment
from archive_search.sources.xml.documents import Element, attribute, child, children, text_of

_SECTION = re.compile(r"section|rubri\w*|desk|category|cat[ée]gorie", re.IGNORECASE)
_STANDFIRST_LINE = re.compile(r"abstract|summary|standfirst|chap[oô]|chapeau|lead|r[ée]sum[ée]", re.IGNORECASE)
_KEYWORD_LINE = re.compile(r"catch\s?word|key\s?words?|mots?[ -]cl[ée]s?|tags?", re.IGNORECASE)
_SEPARATOR = re.compile(r"[;,|]")

# "02003000", "CLJ": subjects that only a table could translate.
_CODE = re.compile(r"[\d.:_-]*|[A-Z0-9_-]{1,5}")


def draft_of_envelope(envelope: Element) -> Draft:
    """Give what a file states of all its items: when it was sent, and by whom."""
    moment = first_moment([text_of(child(envelope, "DateAndTime"))])
    return Draft(
        passages=(),
        date=moment.date,
        time=moment.time,
        source=provider_name(next(_formal_names([child(envelope, "SentFrom")], "Party"), None)),
    )


def draft_of_item(item: Element) -> Draft:
    """Give what an item states of its articles: its identity, the moment of this version, its language."""
    management, identifier = child(item, "NewsManagement"), child(item, "Identification", "NewsIdentifier")
    moments = (text_of(child(management, name)) for name in ("ThisRevisionCreated", "FirstCreated"))
    moment = first_moment([*moments, text_of(child(identifier, "DateId"))])
    label = text_of(child(item, "Identification", "NameLabel"))
    public, stable, number = _identifiers(identifier)
    return Draft(
        id=public,
        identifiers=[text for text in (public, stable, number) if text],
        passages=(),
        date=moment.date,
        time=moment.time,
        source=provider_name(text_of(child(identifier, "ProviderId"))),
        language=attribute(item, "lang"),
        keywords=[label] if label else [],
    )


def draft_of_lines(components: Sequence[Element]) -> Draft:
    """Give what components state of the article that they hold; the passages are its standfirsts.

    Args:
        components: The one that holds the text and those around it, the innermost first.
    """
    lines = [found for component in components for found in children(component, "NewsLines")]
    administrative = [found for component in components for found in children(component, "AdministrativeMetadata")]
    second_titles = _lines(lines[:1], "SubHeadLine")
    provider = next(_formal_names(administrative, "Provider", "Party"), None)
    source = provider or next(_formal_names(administrative, "Source", "Party"), None)
    dateline = next(iter(_lines(lines, "DateLine")), None)
    return Draft(
        title=next(iter(_lines(lines, "HeadLine")), None),
        passages=standfirst_passages([*second_titles, *_typed_lines(lines, _STANDFIRST_LINE)]),
        source=provider_name(source),
        agency=agency_of([source, *_lines(lines, "CreditLine"), dateline]),
        section=next(_properties(components, _SECTION), None),
        authors=_authors(lines, administrative),
        language=next(_languages(components), None),
        rights=next(iter([*_lines(lines, "CopyrightLine"), *_lines(lines, "RightsLine")]), None),
        keywords=[*_keywords(components, lines), *(text for text in second_titles if not is_standfirst(text))],
    )


def _identifiers(identifier: Element | None) -> tuple[str | None, str | None, str | None]:
    """Give the name of this version, the name of all versions, and the number that the provider uses."""
    names = ("ProviderId", "DateId", "NewsItemId", "RevisionId")
    provider, day, number, revision = (text_of(child(identifier, name)) for name in names)
    public = text_of(child(identifier, "PublicIdentifier"))
    # Some providers write the same words for all their items: an identifier has a date or a number.
    if not any(map(str.isdigit, public)):
        public = ":".join(("urn:newsml", provider, day, number, revision)) if provider and number else ""
    stable = re.sub(rf":{re.escape(revision)}[NUA]?$", "", public) if revision else public
    if revision and public and stable == public:
        public = f"{public}:{revision}"
    return public or None, stable or None, number or None


def _lines(groups: Iterable[Element], name: str) -> list[str]:
    return [text for group in groups for line in children(group, name) if (text := text_of(line))]


def _typed_lines(groups: Iterable[Element], wanted: re.Pattern[str]) -> list[str]:
    lines = (line for group in groups for line in children(group, "NewsLine"))
    typed = ((line, next(_formal_names([line], "NewsLineType"), "")) for line in lines)
    return [text_of(child(line, "NewsLineText")) for line, name in typed if wanted.fullmatch(name)]


def _formal_names(elements: Iterable[Element | None], *path: str) -> Iterator[str]:
    for element in elements:
        for named in children(child(element, *path[:-1]), path[-1]):
            name = attribute(named, "FormalName")
            if name is not None:
                yield name


def _properties(components: Iterable[Element], wanted: re.Pattern[str]) -> Iterator[str]:
    for component in components:
        for stated in children(child(component, "DescriptiveMetadata"), "Property"):
            value = attribute(stated, "Value")
            if value is not None and wanted.fullmatch(stated.get("FormalName") or ""):
                yield value


def _authors(lines: list[Element], administrative: list[Element]) -> list[str]:
    signed = [author for line in _lines(lines, "ByLine") for author in read_authors(line)]
    return signed or [
        author for name in _formal_names(administrative, "Creator", "Party") for author in read_authors(name)
    ]


def _languages(components: Iterable[Element]) -> Iterator[str]:
    for component in components:
        yield from _formal_names([child(component, "DescriptiveMetadata")], "Language")
        yield from filter(None, [attribute(component, "lang")])


def _keywords(components: Sequence[Element], lines: list[Element]) -> Iterator[str]:
    stated = [
        *_lines(lines, "KeywordLine"),
        *_typed_lines(lines, _KEYWORD_LINE),
        *_properties(components, _KEYWORD_LINE),
    ]
    for text in stated:
        yield from _SEPARATOR.split(text)
    for component in components:
        for subject in _subjects(component):
            if _CODE.fullmatch(subject) is None:
                yield subject
    yield from _lines(lines, "SlugLine")


def _subjects(component: Element) -> Iterator[str]:
    codes = children(child(component, "DescriptiveMetadata"), "SubjectCode")
    for name in ("Subject", "SubjectMatter", "SubjectDetail"):
        yield from _formal_names(codes, name)
