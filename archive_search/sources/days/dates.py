"""Read dates as the press prints them, in French and, for wires and databases, in English.

A date that no calendar has is no date, nor is a month without a day.

>>> from archive_search.sources.days.dates import find_dates, read_date
>>> [printed.text for printed in find_dates("MOSCOU, 3 mars (AFP) - Le 1er janvier 2015")]
['3 mars', '1er janvier 2015']
>>> read_date("vendredi 18 sept. 2015"), read_date("March 14, 2013")
(datetime.date(2015, 9, 18), datetime.date(2013, 3, 14))
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Date
from functools import lru_cache

from archive_search.sources.days.months import ENGLISH_MONTH, MONTH, WEEKDAY, month_number, weekday_number

_YEAR = r"(?:1[6-9]|20)\d\d"
_MARK = r"\s?[/.\u2010\u2011-]\s?"
_WEEKDAY_BEFORE = rf"(?:{WEEKDAY})\b\.?,?\s{{1,5}}(?:le\s{{1,5}})?"
_ORDINAL = r"(?:\s?(?:er|ᵉʳ|°|º)|st|nd|rd|th)?"
_TO_MONTH = r"(?:\s{1,5}(?:of\s{1,5})?|[.\u2010\u2011-])"
_TO_YEAR = r"\.?(?:,?\s{1,5}|[.\u2010\u2011-])"
_TO = r"\s{0,3}(?:[–/&\u2010\u2011-]|et(?:\sle)?|au)\s{0,3}"
# Two digits are a year after an apostrophe, or in a mail of before 2000: "12 Mar 98 11:14:45".
_WORDS_YEAR = rf"(?P<year>{_YEAR}|['’]\d\d|\d\d(?=\s\d\d:\d\d))\b"
_TIME_BEFORE_YEAR = r"(?:\d\d:\d\d(?::\d\d)?\s(?:[a-z]{2,5}\s|[+-]\d{4}\s)?)?"

_IN_WORDS = (
    rf"(?:(?P<weekday>{WEEKDAY})\b\.?,?\s{{1,5}}(?:le\s{{1,5}})?)?"
    rf"(?:(?P<first>\d\d?){_ORDINAL}{_TO}(?:{_WEEKDAY_BEFORE})?)?"
    rf"(?P<day>\d\d?|premier){_ORDINAL}{_TO_MONTH}(?P<month>{MONTH})\b"
    rf"(?:(?:{_TO}(?:{_WEEKDAY_BEFORE})?\d\d?{_ORDINAL}{_TO_MONTH}(?P<last_month>{MONTH})\b)?{_TO_YEAR}{_WORDS_YEAR})?"
)
# A French month comes first only where a program wrote "mars 14, 2013": "en mars 14 personnes" holds no date.
_MONTH_FIRST = (
    rf"(?=(?-i:[A-Z]))(?P<english_month>{ENGLISH_MONTH})\b\.?\s{{1,5}}(?P<english_day>\d\d?){_ORDINAL}(?![\d:/h])"
    rf"(?:,?\s{{1,5}}{_TIME_BEFORE_YEAR}(?P<english_year>{_YEAR})\b)?"
    rf"|(?P<leading_month>{MONTH})\s(?P<leading_day>\d\d?),\s{{0,5}}(?P<leading_year>{_YEAR})\b"
)
_IN_NUMBERS = (
    rf"(?P<iso_year>{_YEAR})(?P<iso_mark>[/.\u2010\u2011-])(?P<iso_month>\d\d?)(?P=iso_mark)(?P<iso_day>\d\d?)(?!\d)"
    rf"|(?P<day_number>\d\d?)(?P<mark>{_MARK})(?P<month_number>\d\d?)(?P=mark)(?P<last_year>{_YEAR})(?!\d)"
    r"|(?P<short_day>\d\d?)/(?P<short_month>\d\d?)/(?P<short_year>\d\d)(?![\d/])"
    r"|(?P<dotted_day>\d\d)\.(?P<dotted_month>\d\d)\.(?P<dotted_year>\d\d)(?![\d.])"
)
_DATE = re.compile(rf"(?<![\w/-])(?:{_IN_WORDS}|{_MONTH_FIRST}|{_IN_NUMBERS})", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
# ISO 8601, with its signs or without, and what programs make of it.
_MOMENT = re.compile(
    rf"(?P<year>{_YEAR})(?P<mark>[-/.]?)(?P<month>\d\d)(?P=mark)(?P<day>\d\d)"
    r"(?:(?:T|\s{1,2}|(?=\d))(?P<hour>\d\d):?(?P<minute>\d\d)(?::?\d\d(?:[.,]\d{1,9})?)?)?"
    r"\s?(?:Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?",
    re.IGNORECASE,
)
_NAMES_OF_PARTS = (
    ("day", "month", "year"),
    ("english_day", "english_month", "english_year"),
    ("leading_day", "leading_month", "leading_year"),
    ("iso_day", "iso_month", "iso_year"),
    ("day_number", "month_number", "last_year"),
    ("short_day", "short_month", "short_year"),
    ("dotted_day", "dotted_month", "dotted_year"),
)

# RFC 5322, section 4.3: the century that two digits leave out.
_LAST_SHORT_YEAR = 49

# A longer text than any date is not worth the memory.
LONGEST_REMEMBERED = 40
LONGEST_READ = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class PrintedDate:
    """Hold a date as a text prints it, often without its year.

    Attributes:
        day: Day of the month; the first, where an issue is dated of several days.
        month: Month, from 1.
        year: Year, or None when it is not printed.
        weekday: Day of the week printed with it, from 0 for Monday, or None.
        text: The passage itself.
    """

    day: int
    month: int
    year: int | None
    weekday: int | None
    text: str

    def full_date(self) -> Date | None:
        """Give the date when it is complete and exists in the calendar."""
        return None if self.year is None else calendar_date(self.year, self.month, self.day)


def find_dates(text: str) -> Iterator[PrintedDate]:
    """Find the dates of a text in order, complete or not; those that no calendar has are left out."""
    for _, printed in locate_dates(text):
        yield printed


def locate_dates(text: str) -> Iterator[tuple[int, PrintedDate]]:
    """Find the dates of a text as `find_dates` does, each with the offset where it begins."""
    # Most lines have no digit, which is seen much faster than that they have no date.
    for found in _DATE.finditer(text) if _DIGIT.search(text) is not None else ():
        printed = _printed_date(found)
        # The year 2000 has a 29 February: without a year the day must exist in some year.
        if calendar_date(2000 if printed.year is None else printed.year, printed.month, printed.day) is not None:
            yield found.start(), printed


def read_date(value: str) -> Date | None:
    """Read the complete date that a source states, such as ``2015-09-18T18:36`` or ``18/09/2015``."""
    return _read_short_date(value) if len(value) <= LONGEST_REMEMBERED else _read_date(value)


@lru_cache(maxsize=4096)
def _read_short_date(value: str) -> Date | None:
    """Read a date as `read_date` does, once for all articles of a day."""
    return _read_date(value)


def _read_date(value: str) -> Date | None:
    moment = read_moment(value)
    if moment is not None:
        return moment[0]
    dates = (printed.full_date() for printed in find_dates(value[:LONGEST_READ]))
    return next((date for date in dates if date is not None), None)


def read_moment(value: str) -> tuple[Date | None, str | None] | None:
    """Read a moment as programs write it, such as ``20190121T104233Z`` or ``2019-01-21 10:42:33``.

    Returns:
        The day, None when no calendar has it, and the time where it is written, None when no clock shows it; or None
        when this is something else.
    """
    found = _MOMENT.fullmatch(value.strip())
    if found is None:
        return None
    hour, minute = found["hour"], found["minute"]
    is_time = hour is not None and int(hour) < 24 and int(minute) < 60
    date = calendar_date(int(found["year"]), int(found["month"]), int(found["day"]))
    return date, f"{hour}:{minute}" if is_time else None


def calendar_date(year: int, month: int, day: int) -> Date | None:
    """Give the date of these numbers, or None when no calendar has it."""
    try:
        return Date(year, month, day)
    except ValueError:
        return None


def _printed_date(found: re.Match[str]) -> PrintedDate:
    day, month, year = next(parts for names in _NAMES_OF_PARTS if (parts := found.group(*names))[0])
    weekday = found["weekday"]
    return PrintedDate(
        day=_first_day(found["first"], day),
        month=_month(month),
        year=_year(year, is_turned=found["last_month"] is not None and _month(found["last_month"]) < _month(month)),
        weekday=weekday_number(weekday) if weekday else None,
        text=found[0].rstrip("."),
    )


def _first_day(first: str | None, day: str) -> int:
    """Give the first of the days of an issue: "5-6 mars" is the fifth; "31 et 1er mars" says too little of the 31st."""
    number = 1 if day.lower() == "premier" else int(day)
    return int(first) if first is not None and int(first) < number else number


def _month(month: str) -> int:
    return int(month) if month.isdigit() else month_number(month)


def _year(year: str | None, *, is_turned: bool) -> int | None:
    """Give the year in four digits; one that begins with the second of two months is the year before."""
    if year is None:
        return None
    number = int(year.strip("'’"))
    if number < 100:
        number += 2000 if number <= _LAST_SHORT_YEAR else 1900
    return number - is_turned
