"""Read what a METS file states in the records that it carries, in MODS or Dublin Core, about an issue or an article.

>>> from archive_search.sources.formats.scans.mets_records import read_record
>>> from archive_search.sources.xml.documents import parse_xml
>>> record = read_record(parse_xml(
...     b"<dmdSec><mods><titleInfo><nonSort>Le</nonSort><title>Courrier</title><partNumber>827</partNumber></titleInfo>"
...     b"<originInfo><dateIssued>21.11.1901</dateIssued></originInfo></mods></dmdSec>"))
>>> record.title, str(record.date), record.number
('Le Courrier', '1901-11-21', '827')
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Date

from archive_search.sources.days.dates import read_date
from archive_search.sources.xml.documents import Element, attribute, children, local_name, text_of

# Written where a title is missing, by programs or in templates.
_NO_TITLE = re.compile(r"[\[(]?(?:untitled|unknown|sans titre|ohne titel|no title|\w*_placeholder|n/?a)[\])]?", re.I)
_AUTHOR_ROLES = frozenset({"", "aut", "author", "cre", "creator", "auteur"})
_DATES = ("dateIssued", "date", "dateCreated")


@dataclass(frozen=True, kw_only=True, slots=True)
class Record:
    """Hold what one record states.

    Attributes:
        title: Title.
        host: Title of what the thing described is a part of.
        date: Day of publication.
        number: Number of the issue.
        language: Language, by code or name.
        authors: Authors.
        identifiers: Identifiers.
        rights: Notice of rights.
    """

    title: str | None = None
    host: str | None = None
    date: Date | None = None
    number: str | None = None
    language: str | None = None
    authors: Sequence[str] = ()
    identifiers: Sequence[str] = ()
    rights: str | None = None


def read_record(section: Element) -> Record:
    """Read the record that a section of descriptive metadata holds."""
    inner, related = _split_related(section)
    hosts = [element for around in related if attribute(around, "type") == "host" for element in around.iter("*")]
    return Record(
        title=_title(inner),
        host=_title(hosts),
        date=_date(inner),
        number=_number(inner),
        language=_language(inner),
        authors=_authors(inner),
        identifiers=_texts(inner, "identifier", "recordIdentifier"),
        rights=next(iter(_texts(inner, "accessCondition", "rights")), None),
    )


def real_title(text: str | None) -> str | None:
    """Give a title, or None for what programs write where there is none."""
    text = " ".join(text.split()) if text else ""
    return None if not text or _NO_TITLE.fullmatch(text) else text


def _split_related(section: Element) -> tuple[list[Element], list[Element]]:
    """Give the elements of a record, those about other things set apart."""
    inner: list[Element] = []
    related: list[Element] = []
    stack = [section]
    while stack:
        element = stack.pop()
        if local_name(element) == "relatedItem":
            related.append(element)
            continue
        inner.append(element)
        stack += reversed(element.findall("*"))
    return inner, related


def _named(elements: Sequence[Element], *names: str) -> list[Element]:
    return [element for name in names for element in elements if local_name(element) == name]


def _texts(elements: Sequence[Element], *names: str) -> list[str]:
    return list(dict.fromkeys(text for element in _named(elements, *names) if (text := text_of(element))))


def _title(elements: Sequence[Element]) -> str | None:
    for information in _named(elements, "titleInfo"):
        parts = [text_of(part) for part in children(information, "nonSort", "title")]
        title = real_title(_join_article(parts))
        if title is not None:
            return title
    plain = [title for title in _named(elements, "title") if local_name(title.getparent()) != "titleInfo"]
    titles = (real_title(text_of(title)) for title in plain)
    # The title of an issue in Dublin Core is often its date.
    return next((title for title in titles if title is not None and read_date(title[:10]) is None), None)


def _join_article(parts: Sequence[str]) -> str:
    text = " ".join(part for part in parts if part)
    return re.sub(r"(?<=['’]) ", "", text, count=1)


def _date(elements: Sequence[Element]) -> Date | None:
    stated = _texts(elements, *_DATES)
    return next((date for text in stated if (date := read_date(text)) is not None), None)


def _number(elements: Sequence[Element]) -> str | None:
    numbers = _texts(elements, "partNumber")
    details = [element for element in _named(elements, "detail") if attribute(element, "type") in ("issue", "number")]
    numbers += [text_of(number) for detail in details for number in children(detail, "number")]
    return next((number for number in numbers if number), None)


def _language(elements: Sequence[Element]) -> str | None:
    terms = _named(elements, "languageTerm", "language")
    coded = [term for term in terms if attribute(term, "type") == "code"]
    return next((text for term in (*coded, *terms) if (text := text_of(term))), None)


def _authors(elements: Sequence[Element]) -> list[str]:
    authors = []
    for name in _named(elements, "name"):
        roles = {text_of(role).casefold() for role in name.iter("{*}roleTerm")} or {""}
        if roles & _AUTHOR_ROLES:
            parts = sorted(children(name, "namePart"), key=_rank_of_part)
            authors.append(" ".join(text_of(part) for part in parts if attribute(part, "type") != "date"))
    return [author for author in [*authors, *_texts(elements, "creator")] if author]


def _rank_of_part(part: Element) -> int:
    return {"given": 0, "family": 2}.get(attribute(part, "type") or "", 1)
