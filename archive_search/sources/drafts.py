"""Make an article of what a format states about it: clean its passages, settle its date, read its signatures.

>>> from archive_search.sources.assembling import Origin
>>> from archive_search.sources.drafts import Draft, finish_draft
>>> from archive_search.sources.passages.passage import Passage
>>> draft = Draft(title="La paix", passages=[Passage(text="ROME, 3 mars 2015 (AFP) - Elle est signée.")])
>>> article = finish_draft(draft, number=1, origin=Origin(path="a.xml", name="a.xml"))
>>> article.title, article.agency, str(article.date)
('La paix', 'AFP', '2015-03-03')
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Date

from archive_search.records import Article, Kind, Paragraph
from archive_search.sources.assembling import Origin, number_passages
from archive_search.sources.characters import clean_characters
from archive_search.sources.days.dating import DATELINE, settle_date
from archive_search.sources.languages import language_code
from archive_search.sources.passages.captions import mark_captions
from archive_search.sources.passages.cleaning import mark_bylines, mark_removed
from archive_search.sources.passages.passage import Passage
from archive_search.sources.signatures.agencies import find_agency
from archive_search.sources.signatures.bylines import (
    read_byline,
    read_final_parenthesis,
    read_signature,
    unique_authors,
)
from archive_search.sources.signatures.datelines import Dateline, read_dateline


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """Hold what a file states of one article, as it states it; `finish_draft` cleans characters and spaces.

    Attributes:
        passages: Passages of the text in order, the title left out; a standfirst has its kind.
        id: Id that the source gives the article; None derives one from the file.
        title: Title.
        date: Day of publication, when stated.
        date_reason: Why this date was deduced, when the source does not state it.
        time: Time of publication, as stated.
        source: Publication.
        agency: Press agency.
        section: Section.
        authors: Signatures.
        language: Language, by code or name.
        url: Address.
        page: Page.
        rights: Notice of rights.
        keywords: Subjects.
        identifiers: Names that others give to the article, the most exact first.
    """

    passages: Sequence[Passage]
    id: str | None = None
    title: str | None = None
    date: Date | None = None
    date_reason: str | None = None
    time: str | None = None
    source: str | None = None
    agency: str | None = None
    section: str | None = None
    authors: Sequence[str] = ()
    language: str | None = None
    url: str | None = None
    page: str | None = None
    rights: str | None = None
    keywords: Sequence[str] = ()
    identifiers: Sequence[str] = ()


def finish_draft(draft: Draft, *, number: int, origin: Origin) -> Article | None:
    """Make the article of a draft.

    Args:
        draft: What the file states.
        number: Place of the article in its file, from 1.
        origin: The file.

    Returns:
        The article, or None when nothing but a title is left of its text.
    """
    article = _build(draft, number=number, origin=origin)
    has_text = any(paragraph.kind in (Kind.BODY, Kind.LEAD) for paragraph in article.paragraphs)
    return article if has_text else None


def finish_flash(draft: Draft, *, number: int, origin: Origin) -> Article | None:
    """Make the article of a draft as `finish_draft`, or that of its title alone: agencies send news in one line."""
    article = _build(draft, number=number, origin=origin)
    return article if article.paragraphs else None


def _build(draft: Draft, *, number: int, origin: Origin) -> Article:
    title = _clean(draft.title)
    passages = mark_captions(mark_bylines(mark_removed(_clean_passages(draft.passages, title=title))))
    paragraphs, removed = number_passages(passages)
    texts = [paragraph.text for paragraph in paragraphs if paragraph.kind in (Kind.BODY, Kind.LEAD)]
    article_id, dateline = _clean(draft.id), _find_dateline(paragraphs)
    date, reason = _settle_date(draft, dateline, texts, origin)
    return Article(
        id=article_id or origin.derive_id(number),
        id_derived=article_id is None,
        title=title,
        date=date,
        date_reason=reason,
        time=_clean(draft.time),
        source=_clean(draft.source),
        agency=_clean(draft.agency) or _agency(draft, dateline, paragraphs),
        section=_clean(draft.section),
        authors=_clean_list(draft.authors) or _signatures(paragraphs, texts),
        language=language_code(draft.language) if draft.language else None,
        url=_clean(draft.url),
        page=_clean(draft.page),
        rights=_clean(draft.rights),
        keywords=_clean_list(draft.keywords),
        identifiers=_clean_list(draft.identifiers),
        path=origin.path,
        paragraphs=paragraphs,
        removed=removed,
    )


def _clean(text: str | None) -> str | None:
    return " ".join(clean_characters(text).split()) or None if text else None


def _clean_list(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(cleaned for text in texts if (cleaned := _clean(text))))


def _clean_passages(passages: Sequence[Passage], *, title: str | None) -> list[Passage]:
    """Clean the texts of passages, put the title before them, and leave out those that only repeat it."""
    cleaned = [Passage(text=title, kind=Kind.TITLE)] if title else []
    for passage in passages:
        text = _clean(passage.text)
        if text and text != title:
            cleaned.append(Passage(text=text, is_alone=passage.is_alone, kind=passage.kind, rule=passage.rule))
    return cleaned


def _find_dateline(paragraphs: Sequence[Paragraph]) -> Dateline | None:
    opening = next((paragraph.text for paragraph in paragraphs if paragraph.kind is Kind.BODY), "")
    return read_dateline(opening)


def _settle_date(
    draft: Draft, dateline: Dateline | None, texts: Sequence[str], origin: Origin
) -> tuple[Date | None, str | None]:
    if draft.date is not None:
        return draft.date, draft.date_reason
    printed = [(DATELINE, dateline.date)] if dateline is not None and dateline.date is not None else []
    return settle_date(printed, text="\n".join(texts), not_after=origin.modified, name=origin.name)


def _agency(draft: Draft, dateline: Dateline | None, paragraphs: Sequence[Paragraph]) -> str | None:
    if dateline is not None:
        return dateline.agency
    bylines = [read_byline(paragraph.text) for paragraph in paragraphs if paragraph.kind is Kind.BYLINE]
    named = (byline.agency for byline in bylines if byline is not None and byline.agency is not None)
    return next(named, None) or find_agency(" ; ".join(filter(None, (draft.source, *draft.authors))))


def _signatures(paragraphs: Sequence[Paragraph], texts: Sequence[str]) -> tuple[str, ...]:
    bylines = [read_signature(paragraph.text) for paragraph in paragraphs if paragraph.kind is Kind.BYLINE]
    signed = [author for byline in bylines if byline is not None for author in byline.authors]
    return unique_authors([*signed, *(read_final_parenthesis(texts[-1]) if texts else ())])
