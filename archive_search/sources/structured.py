r"""Build an article from a record that names its properties: a JSON object or a row of a table.

>>> from archive_search.sources.assembling import Origin
>>> from archive_search.sources.structured import article_from_values
>>> values = {"title": "La paix", "text": "Elle est signée.\n\nEnfin.", "source": "Le Quotidien (AFP)"}
>>> article = article_from_values(values, number=1, origin=Origin(path="a.jsonl", name="a.jsonl"))
>>> [paragraph.kind.value for paragraph in article.paragraphs], article.agency
(['title', 'body', 'body'], 'AFP')
"""

import re
from collections.abc import Mapping
from datetime import date as Date

from archive_search.records import Article, Kind, Paragraph
from archive_search.sources.agencies import find_agency
from archive_search.sources.assembling import Origin
from archive_search.sources.characters import clean_characters
from archive_search.sources.datelines import Dateline, read_dateline
from archive_search.sources.dates import read_date
from archive_search.sources.dating import DATELINE, settle_date
from archive_search.sources.languages import language_code
from archive_search.sources.passages import column_width, join_wrapped, split_blocks
from archive_search.sources.signatures import read_final_parenthesis, split_authors

LONG_LINE = 100

# In a column of dates, the time of a day that has none.
MIDNIGHT = "00:00"
_TIME_IN_DATE = re.compile(r"\d[T ](\d\d:\d\d)")


def article_from_values(values: Mapping[str, str], *, number: int, origin: Origin) -> Article | None:
    """Build the article of a record.

    Args:
        values: Text of each property that the record states, as it was decoded.
        number: Place of the record in its file, from 1.
        origin: File of the record.

    Returns:
        The article, or None when the record has no text.
    """
    stated = {name: text for name, value in values.items() if (text := clean_characters(value).strip())}
    texts = split_field(stated.get("text", ""))
    if not texts:
        return None
    article_id, title = _one_line(stated, "id"), _one_line(stated, "title")
    dateline = read_dateline(texts[0])
    date, reason = _date(stated, texts, dateline, not_after=origin.modified)
    agency = stated.get("agency") or find_agency(stated.get("source", ""))
    authors = split_authors(stated["authors"]) if "authors" in stated else ()
    return Article(
        id=article_id or origin.derive_id(number),
        id_derived=article_id is None,
        title=title,
        date=date,
        date_reason=reason,
        time=_one_line(stated, "time") or _time_in(stated.get("date", "")),
        source=_one_line(stated, "source"),
        agency=agency or (dateline.agency if dateline else None),
        section=_one_line(stated, "section"),
        authors=authors or read_final_parenthesis(texts[-1]),
        language=language_code(stated["language"]) if "language" in stated else None,
        url=_one_line(stated, "url"),
        path=origin.path,
        paragraphs=_number_paragraphs(title, split_field(stated.get("lead", "")), texts),
    )


def split_field(text: str) -> list[str]:
    """Cut the text of a record into paragraphs.

    Blank lines separate paragraphs; where there are none, the ends of long lines do. Lines wrapped at a fixed
    width are joined; other ends of lines inside a paragraph, such as those of a list, are kept.
    """
    blocks = split_blocks(text)
    column = column_width(blocks)
    if len(blocks) == 1 and (column is not None or max(map(len, blocks[0])) >= LONG_LINE):
        return list(join_wrapped(blocks[0], column=column))
    if column is None:
        return ["\n".join(block) for block in blocks]
    return ["\n".join(join_wrapped(block, column=column)) for block in blocks]


def _number_paragraphs(title: str | None, leads: list[str], texts: list[str]) -> tuple[Paragraph, ...]:
    parts = [] if title is None else [(Kind.TITLE, title)]
    parts += [(Kind.LEAD, lead) for lead in leads]
    parts += [(Kind.BODY, text) for text in texts]
    return tuple([Paragraph(number=number, kind=kind, text=text) for number, (kind, text) in enumerate(parts, 1)])


def _date(
    stated: Mapping[str, str], texts: list[str], dateline: Dateline | None, *, not_after: Date | None
) -> tuple[Date | None, str | None]:
    date = read_date(stated.get("date", ""))
    if date is not None or dateline is None or dateline.date is None:
        return date, None
    return settle_date([(DATELINE, dateline.date)], text="\n".join(texts), not_after=not_after)


def _time_in(date: str) -> str | None:
    found = _TIME_IN_DATE.search(date)
    return found[1] if found is not None and found[1] != MIDNIGHT else None


def _one_line(stated: Mapping[str, str], name: str) -> str | None:
    return " ".join(stated[name].split()) if name in stated else None
