"""Read the lines that stand above an article of Europresse: publication, section, day, page.

>>> from archive_search.sources.formats.press.europresse_header import read_header, read_publication_name
>>> read_header("Politique, jeudi 4 octobre 2012, p. 03")
Header(section='Politique', date=datetime.date(2012, 10, 4), time=None, page='03')
>>> read_header("Monday, October 16, 2023 - 16:55:20 -0000 1017 words").time
'16:55'
>>> read_publication_name("La Gazette, no. 5968")
'La Gazette'
"""

import re
from datetime import date as Date
from typing import NamedTuple

from archive_search.sources.days.dates import locate_dates
from archive_search.sources.days.months import WEEKDAY
from archive_search.sources.days.printed_days import read_printed_day

IN_NUMBER = "date lue dans le numéro de document"
LONGEST_HEADER = 300

_ISSUE = re.compile(
    r"[,;]?\s+(?:no|n[°ºo]s?|num[ée]ro|vol(?:ume)?|issue|#)\.?\s?\d.*|,\s+vol\b.*|\s•\s.*", re.IGNORECASE
)
_PAGE = re.compile(r"\b(?:pp?|pages?)[. ]\s?(?P<page>\w[\w()]*(?:\s?[,/–-]\s?[A-Z]*\d\w*)*)", re.IGNORECASE)
_WEEKDAY_AT_END = re.compile(rf"(?:^|[\s,])(?:{WEEKDAY})[\s,]*$", re.IGNORECASE)
# One dot or another stands between its parts, by the age of the export.
_NUMBER = re.compile(r"\b[a-z]{2,10}[·⋅•](?P<day>\d{8})[·⋅•][\w-]{1,16}[·⋅•][\w.×:~-]{1,80}")


class Header(NamedTuple):
    """Hold what the header of an article states."""

    section: str | None = None
    date: Date | None = None
    time: str | None = None
    page: str | None = None


def read_header(text: str) -> Header | None:
    """Read a header, or give None when it prints no complete date."""
    text = text[:LONGEST_HEADER]
    located = ((start, printed) for start, printed in locate_dates(text) if printed.full_date() is not None)
    start, printed = next(located, (0, None))
    if printed is None:
        return None
    day = read_printed_day(text[start:])
    section = _WEEKDAY_AT_END.sub("", text[:start]).strip(" ,;:|–-")
    page = _PAGE.search(text, start + len(printed.text))
    return Header(
        section=section or None,
        date=printed.full_date(),
        time=day.time if day is not None else None,
        page=page["page"] if page is not None else None,
    )


def read_publication_name(text: str) -> str:
    """Give the name of a publication without the number of its issue."""
    return _ISSUE.sub("", text).strip(" ,;") or text


def find_document_number(text: str) -> str | None:
    """Give the number of a document, such as ``news·20121004·LM·123``, or None."""
    found = _NUMBER.search(text)
    return found[0] if found is not None else None


def is_document_number(text: str) -> bool:
    """Tell whether a line is the number of a document and nothing else."""
    return _NUMBER.fullmatch(text) is not None


def day_of_number(number: str) -> Date | None:
    """Give the day that the number of a document holds, or None when it is no day."""
    found = _NUMBER.match(number)
    day = read_printed_day(found["day"]) if found is not None else None
    return day.date if day is not None else None
