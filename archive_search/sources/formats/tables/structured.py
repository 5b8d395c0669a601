r"""Build an article from a record that names its properties: a JSON object or a row of a table.

>>> from archive_search.sources.assembling import Origin
>>> from archive_search.sources.formats.tables.structured import article_from_values
>>> values = {"title": "La paix", "text": "Elle est signée.\n\nEnfin.", "source": "Le Quotidien (AFP)"}
>>> article = article_from_values(values, number=1, origin=Origin(path="a.jsonl", name="a.jsonl"))
>>> [paragraph.kind.value for paragraph in article.paragraphs], article.agency
(['title', 'body', 'body'], 'AFP')
"""

import re
from collections.abc import Mapping
from datetime import date as Date

from archive_search.records import Article, Kind, Paragraph
from archive_search.sources.assembling import Origin
from archive_search.sources.characters import clean_characters
from archive_search.sources.days.dating import DATELINE, settle_date
from archive_search.sources.days.printed_days import PrintedDay, read_printed_day
from archive_search.sources.days.times import find_time
from archive_search.sources.languages import language_code
from archive_search.sources.passages.text_splitting import column_width, join_wrapped, split_blocks
from archive_search.sources.signatures.agencies import find_agency
from archive_search.sources.signatures.bylines import read_final_parenthesis, split_authors
from archive_search.sources.signatures.datelines import Dateline, read_dateline

LONG_LINE = 100


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
    day = read_printed_day(stated.get("date", ""))
    date, reason = _date(day, texts, dateline, not_after=origin.modified)
    agency = stated.get("agency") or find_agency(stated.get("source", ""))
    authors = split_authors(stated["authors"]) if "authors" in stated else ()
    return Article(
        id=article_id or origin.derive_id(number),
        id_derived=article_id is None,
        title=title,
        date=date,
        date_reason=reason,
        time=find_time(stated.get("time", "")) or (day.time if day is not None else None),
        source=_one_line(stated, "source"),
        agency=agency or (dateline.agency if dateline else None),
        section=_one_line(stated, "section"),
        authors=authors or read_final_parenthesis(texts[-1]),
        language=language_code(stated["language"]) if "language" in stated else None,
        url=_one_line(stated, "url"),
        page=_one_line(stated, "page"),
        rights=_one_line(stated, "rights"),
        keywords=_split_keywords(stated.get("keywords", "")),
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
    day: PrintedDay | None, texts: list[str], dateline: Dateline | None, *, not_after: Date | None
) -> tuple[Date | None, str | None]:
    if day is not None or dateline is None or dateline.date is None:
        return day.date if day is not None else None, None
    return settle_date([(DATELINE, dateline.date)], text="\n".join(texts), not_after=not_after)


def _split_keywords(text: str) -> tuple[str, ...]:
    # Where semicolons part them, a comma belongs to one: "Loire, vallée de la".
    keywords = re.split(r"[;|\n]" if ";" in text else r"[,|\n]", text)
    return tuple(dict.fromkeys(cleaned for keyword in keywords if (cleaned := " ".join(keyword.split()))))


def _one_line(stated: Mapping[str, str], name: str) -> str | None:
    return " ".join(stated[name].split()) if name in stated else None
