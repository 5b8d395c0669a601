r"""Read a plain text, such as an article copied from a web page, into articles.

>>> from archive_search.sources.assembling import Origin
>>> from archive_search.sources.plain_text import read_plain_text
>>> text = "La paix est signée\n\nROME, 3 mars 2015 (AFP) - Les deux camps ont signé la paix.\n\nPartager"
>>> article = next(read_plain_text(text, origin=Origin(path="a.txt", name="a.txt")))
>>> article.title, article.agency, [removed.rule for removed in article.removed]
('La paix est signée', 'AFP', ['partage'])
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from archive_search.records import Article, Failure, Kind, RemovedText
from archive_search.sources.assembling import NO_TEXT, Origin, number_passages
from archive_search.sources.captions import mark_captions
from archive_search.sources.cleaning import PUBLICATION_RULE, mark_bylines, mark_removed
from archive_search.sources.datelines import Dateline, read_dateline
from archive_search.sources.dates import PrintedDate
from archive_search.sources.dating import DATELINE, PUBLICATION_LINE, settle_date
from archive_search.sources.headings import mark_headings, mark_title
from archive_search.sources.passages import Passage, split_passages
from archive_search.sources.publication import Publication, read_publication
from archive_search.sources.signatures import Byline, read_byline, read_final_parenthesis, unique_authors
from archive_search.sources.splitting import split_articles

SHORTEST_LEAD = 60

# The dateline opens the text: further down it would be that of a dispatch that is quoted.
PASSAGES_BEFORE_DATELINE = 4


def read_plain_text(text: str, *, origin: Origin) -> Iterator[Article | Failure]:
    """Read the articles of a text that was cleaned by `clean_characters`."""
    passages = mark_captions(mark_bylines(mark_removed(split_passages(text))))
    if all(passage.rule is not None for passage in passages):
        yield Failure(path=origin.path, reason=NO_TEXT)
        return
    for number, part in enumerate(split_articles(passages), 1):
        yield _build_article(part, number=number, origin=origin)


def _build_article(passages: Sequence[Passage], *, number: int, origin: Origin) -> Article:
    dateline, place = _find_dateline(passages)
    passages = mark_headings(_mark_lead(mark_title(passages), before=place))
    paragraphs, removed = number_passages(passages)
    publications = [found for item in removed if (found := _publication_of(item)) is not None]
    bylines = [line for item in paragraphs if item.kind is Kind.BYLINE and (line := read_byline(item.text))]
    date, reason = settle_date(
        _printed_dates(publications, dateline),
        text="\n".join(item.text for item in paragraphs),
        not_after=origin.modified,
    )
    return Article(
        id=origin.derive_id(number),
        id_derived=True,
        title=next((item.text for item in paragraphs if item.kind is Kind.TITLE), None),
        date=date,
        date_reason=reason,
        time=next((found.time for found in publications if found.time is not None), None),
        agency=_agency(dateline, bylines, publications),
        authors=_authors(bylines, passages),
        path=origin.path,
        paragraphs=paragraphs,
        removed=removed,
    )


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
    return read_publication(removed.text) if removed.rule == PUBLICATION_RULE else None


def _printed_dates(publications: Sequence[Publication], dateline: Dateline | None) -> list[tuple[str, PrintedDate]]:
    dates = [(PUBLICATION_LINE, publication.date) for publication in publications]
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
