r"""Read a plain text, such as an article copied from a web page, into articles.

>>> from archive_search.sources.assembling import Origin
>>> from archive_search.sources.formats.text.plain_text import read_plain_text
>>> text = "La paix est signée\n\nROME, 3 mars 2015 (AFP) - Les deux camps ont signé la paix.\n\nPartager"
>>> article = next(read_plain_text(text, origin=Origin(path="a.txt", name="a.txt")))
>>> article.title, article.agency, [removed.rule for removed in article.removed]
('La paix est signée', 'AFP', ['partage'])
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import BinaryIO

from archive_search.records import Article, Failure, Kind, RemovedText
from archive_search.sources.assembling import NO_TEXT, Origin, number_passages
from archive_search.sources.days.dates import PrintedDate
from archive_search.sources.days.dating import DATELINE, PUBLICATION_LINE, UPDATE_LINE, settle_date
from archive_search.sources.days.publication import Publication, find_publication
from archive_search.sources.decoding import decode_text
from archive_search.sources.formats.press.databases import read_press_text
from archive_search.sources.passages.article_splitting import split_articles
from archive_search.sources.passages.captions import mark_captions
from archive_search.sources.passages.cleaning import PUBLICATION_RULE, mark_bylines, mark_removed
from archive_search.sources.passages.headings import is_title_like, mark_headings, mark_title
from archive_search.sources.passages.passage import Passage
from archive_search.sources.passages.section_names import is_section_name
from archive_search.sources.passages.text_splitting import split_passages
from archive_search.sources.readers import Found, Reading
from archive_search.sources.signatures.bylines import Byline, read_final_parenthesis, read_signature, unique_authors
from archive_search.sources.signatures.datelines import Dateline, read_dateline
from archive_search.sources.streams import read_bounded

LARGEST_TEXT = 1 << 29
TOO_LARGE = "plus de 512 Mo : découpez le fichier"
SHORTEST_LEAD = 60
SECTION_RULE = "navigation"

# The dateline opens the text: further down it would be that of a dispatch that is quoted.
PASSAGES_BEFORE_DATELINE = 4


def read_text_file(stream: BinaryIO, reading: Reading) -> Iterator[Found]:
    """Read the articles of a file of text."""
    data = read_bounded(stream, limit=LARGEST_TEXT)
    if data is None:
        yield Failure(path=reading.origin.path, reason=TOO_LARGE)
        return
    text = decode_text(data)
    yield from read_press_text(text, origin=reading.origin) or read_plain_text(text, origin=reading.origin)


def read_plain_text(text: str, *, origin: Origin) -> Iterator[Article | Failure]:
    """Read the articles of a text that was cleaned by `clean_characters`."""
    passages = mark_captions(mark_bylines(mark_removed(split_passages(text))))
    if all(passage.rule is not None for passage in passages):
        yield Failure(path=origin.path, reason=NO_TEXT)
        return
    for number, part in enumerate(split_articles(passages), 1):
        yield _build_article(part, number=number, origin=origin)


def _build_article(passages: Sequence[Passage], *, number: int, origin: Origin) -> Article:
    section, passages = _take_section(passages)
    dateline, place = _find_dateline(passages)
    passages = mark_headings(_mark_lead(mark_title(passages), before=place))
    paragraphs, removed = number_passages(passages)
    publications = [found for item in removed if (found := _publication_of(item)) is not None]
    publications.sort(key=attrgetter("is_update"))
    bylines = [line for item in paragraphs if item.kind is Kind.BYLINE and (line := read_signature(item.text))]
    date, reason = settle_date(
        _printed_dates(publications, dateline),
        text="\n".join(item.text for item in paragraphs),
        not_after=origin.modified,
        name=origin.name,
    )
    return Article(
        id=origin.derive_id(number),
        id_derived=True,
        title=next((item.text for item in paragraphs if item.kind is Kind.TITLE), None),
        date=date,
        date_reason=reason,
        time=next((found.time for found in publications if found.time is not None), None),
        agency=_agency(dateline, bylines, publications),
        section=section,
        authors=_authors(bylines, passages),
        path=origin.path,
        paragraphs=paragraphs,
        removed=removed,
    )


def _take_section(passages: Sequence[Passage]) -> tuple[str | None, Sequence[Passage]]:
    """Set apart the name of a section that is printed above the title."""
    bodies = [index for index, passage in enumerate(passages) if passage.is_body][:2]
    texts = [passages[index].text for index in bodies]
    if len(texts) < 2 or not is_section_name(texts[0]) or not is_title_like(texts[1]):
        return None, passages
    marked = list(passages)
    marked[bodies[0]] = replace(marked[bodies[0]], rule=SECTION_RULE)
    return texts[0], marked


def _find_dateline(passages: Sequence[Passage]) -> tuple[Dateline | None, int]:
    bodies = [index for index, passage in enumerate(passages) if passage.is_body]
    for index in bodies[:PASSAGES_BEFORE_DATELINE]:
        dateline = read_dateline(passages[index].text)
        if dateline is not None:
            return dateline, index
    return None, 0


def _mark_lead(passages: Sequence[Passage], *, before: int) -> list[Passage]:
    # Without a dateline, nothing tells the standfirst of a text from its first paragraph.
    has_title = any(passage.kind is Kind.TITLE for passage in passages)
    return [
        replace(passage, kind=Kind.LEAD)
        if has_title and index < before and passage.is_body and len(passage.text) >= SHORTEST_LEAD
        else passage
        for index, passage in enumerate(passages)
    ]


def _publication_of(removed: RemovedText) -> Publication | None:
    return find_publication(removed.text) if removed.rule == PUBLICATION_RULE else None


def _printed_dates(publications: Sequence[Publication], dateline: Dateline | None) -> list[tuple[str, PrintedDate]]:
    dates = [(UPDATE_LINE if found.is_update else PUBLICATION_LINE, found.date) for found in publications]
    dates += [(DATELINE, dateline.date)] if dateline is not None else []
    return [(place, date) for place, date in dates if date is not None]


def _agency(dateline: Dateline | None, bylines: Sequence[Byline], publications: Sequence[Publication]) -> str | None:
    if dateline is not None:
        return dateline.agency
    named = [*(byline.agency for byline in bylines), *(found.agency for found in publications)]
    return next((agency for agency in named if agency is not None), None)


def _authors(bylines: Sequence[Byline], passages: Sequence[Passage]) -> tuple[str, ...]:
    signed = [author for byline in bylines for author in byline.authors]
    bodies = [passage.text for passage in passages if passage.is_body]
    return unique_authors([*signed, *(read_final_parenthesis(bodies[-1]) if bodies else ())])
