"""Read days, months, years and ranges of them, as French readers and press databases write them.

>>> from datetime import date
>>> from archive_search.query.dates import read_filter, read_period
>>> from archive_search.query.fields import DateFilter
>>> from archive_search.query.remarks import Remarks
>>> read_period("du 1er au 18 septembre 2015", Remarks())
Published(first=datetime.date(2015, 9, 1), last=datetime.date(2015, 9, 18))
>>> read_filter(DateFilter.SINCE, "7j", Remarks(), today=date(2015, 9, 18))
Published(first=datetime.date(2015, 9, 11), last=None)
"""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from archive_search.query.fields import DateFilter, fold_name
from archive_search.query.remarks import Remarks, quote
from archive_search.query.tree import Published

LONGEST_PERIOD = 80

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "janvier janv jan",
            "fevrier fevr fev",
            "mars",
            "avril avr",
            "mai",
            "juin",
            "juillet juil",
            "aout",
            "septembre sept sep",
            "octobre oct",
            "novembre nov",
            "decembre dec",
        ),
        start=1,
    )
    for name in names.split()
}
# Compiled at first use, and kept by `re`: most queries have no date, and all must start fast.
_NUMERIC = (
    r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?",
    r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
    r"(?P<year>\d{4})/(?P<month>\d{1,2})(?:/(?P<day>\d{1,2}))?",
    r"(?:(?P<day>\d{1,2})[/.-])?(?P<month>\d{1,2})[/.-](?P<year>\d{4})",
    r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{2})",
)
_FIRST_YEAR_OF_TWO_DIGITS = 1950
_IN_WORDS = r"(?:(?P<day>\d{1,2})(?:er)?)?\s*(?P<month>[^\W\d_]+)?\.?\s*(?P<year>\d{4})?"
_OPENING = r"(?i:du|de|entre|from)\s+"
# A hyphen parts two years, two months or two days whose years are written in full.
_BETWEEN = (
    r"\s*(?:\.{2,3}|…)\s*|\s+(?i:TO|au|à|a|et)\s+"
    r"|(?<=\d{4})\s*[-–]\s*(?=\d{4}$|\d{1,2}[/.](?:\d{1,2}[/.])?\d{4}$)"
)
_DURATION = (
    r"(?P<count>\d{1,6})\s*"
    r"(?i:(?P<days>j|jours?)|(?P<weeks>s|sem|semaines?)|(?P<months>m|mois)|(?P<years>a|ans?|années?))"
)
DATE_IN_WORDS = (
    r"(?:\d{1,2}(?:er)?\s+)?[^\W\d_]{3,9}\.?\s+\d{4}(?!\w)"
    r"|\d{1,6}\s+(?i:jours?|semaines?|mois|ans?|années?)(?!\w)"
)
"""What a date or a duration written in words looks like where nothing encloses it."""
RANGE_IN_WORDS = (
    r"(?i:du)\s+\d{1,2}(?:er)?(?:\s+[^\W\d_]{3,9}\.?)?(?:\s+\d{4})?"
    r"\s+(?i:au)\s+\d{1,2}(?:er)?\s+[^\W\d_]{3,9}\.?\s+\d{4}(?!\w)"
)
"""What a range of days looks like in the middle of a query, where no field announces it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Partial:
    """Hold what a date says: the day and the month, or the year, may be left to the end of the range."""

    year: int | None
    month: int | None = None
    day: int | None = None


def read_filter(kind: DateFilter, text: str, remarks: Remarks, *, today: date) -> Published | None:
    """Read the value of a filter on the date.

    Args:
        kind: Filter, which says the side of the date that is asked for.
        text: Value as typed, without what encloses it.
        remarks: Where repairs are said.
        today: Day that durations count back from.

    Returns:
        The filter, or None when the value is unreadable or no day answers it.
    """
    if len(text) > LONGEST_PERIOD:
        return None
    if kind is DateFilter.SINCE and (found := re.fullmatch(_DURATION, text.strip())):
        return Published(first=_go_back(today, found), last=None)
    period = read_period(text, remarks)
    return _shift(kind, period) if period else None


def read_period(text: str, remarks: Remarks) -> Published | None:
    """Read a day, a month, a year, or a range between two of them, both included."""
    text = text.strip()
    text = text[opening.end() :] if (opening := re.match(_OPENING, text)) else text
    first, *last = re.split(_BETWEEN, text, maxsplit=1)
    if last:
        return _read_range(first.strip("* "), last[0].strip("* "), remarks)
    partial = _read_date(text, remarks)
    return _cover(partial) if partial else None


def last_day_of_month(year: int, month: int) -> date:
    """Give the last day of a month."""
    if month == 12:
        return date(year, 12, 31)
    return date(year, month + 1, 1) - timedelta(days=1)


def days_before(day: date, count: int) -> date:
    """Go back a number of days, to the first day there is at most."""
    try:
        return day - timedelta(days=count)
    except OverflowError:
        return date.min


def _shift(kind: DateFilter, period: Published) -> Published | None:
    """Keep the side of a period that the filter names; "avant" and "apres" leave the period itself out."""
    first, last = period.first, period.last
    if kind is DateFilter.SINCE and first:
        return Published(first=first, last=None)
    if kind is DateFilter.BEFORE and first and first > date.min:
        return Published(first=None, last=first - timedelta(days=1))
    if kind is DateFilter.AFTER and last and last < date.max:
        return Published(first=last + timedelta(days=1), last=None)
    return period if kind is DateFilter.ON else None


def _read_range(first: str, last: str, remarks: Remarks) -> Published | None:
    end = _read_date(last, remarks)
    start = _complete(_read_date(first, remarks), end)
    earliest, latest = _cover(start) if start else None, _cover(end) if end else None
    if (first and not earliest) or (last and not latest) or not (earliest or latest):
        return None
    if earliest and latest and _is_backwards(earliest, latest):
        remarks.add("dates données à l'envers, remises dans l'ordre")
        earliest, latest = latest, earliest
    return Published(first=earliest.first if earliest else None, last=latest.last if latest else None)


def _is_backwards(earliest: Published, latest: Published) -> bool:
    return bool(earliest.first and latest.last and earliest.first > latest.last)


def _read_date(text: str, remarks: Remarks) -> _Partial | None:
    for pattern in _NUMERIC:
        if found := re.fullmatch(pattern, text):
            parts = {name: int(digits) for name, digits in found.groupdict().items() if digits}
            if len(found["year"]) == 2:
                parts["year"] = _complete_year(parts["year"])
                remarks.add(f"année de {quote(text)} comprise comme {parts['year']}")
            return _Partial(year=parts["year"], month=parts.get("month"), day=parts.get("day"))
    return _read_date_in_words(text)


def _complete_year(year: int) -> int:
    """Give the year that two digits stand for, from 1950 to 2049."""
    century, first = divmod(_FIRST_YEAR_OF_TWO_DIGITS, 100)
    return (century if year >= first else century + 1) * 100 + year


def _read_date_in_words(text: str) -> _Partial | None:
    found = re.fullmatch(_IN_WORDS, text)
    if not found or not any(found.groups()):
        return None
    day, name, year = found.groups()
    month = _MONTHS.get(fold_name(name)) if name else None
    if (name and month is None) or (day and year and month is None):
        return None
    return _Partial(year=int(year) if year else None, month=month, day=int(day) if day else None)


def _complete(start: _Partial | None, end: _Partial | None) -> _Partial | None:
    """Give the start of a range the month and the year that are only written at its end."""
    if start is None or end is None or start.year is not None:
        return start
    return replace(start, year=end.year, month=start.month or end.month)


def _cover(partial: _Partial) -> Published | None:
    """Give all the days of a date, or None when there is no such day."""
    if partial.year is None or (partial.day is not None and partial.month is None):
        return None
    try:
        first = date(partial.year, partial.month or 1, partial.day or 1)
    except ValueError:
        return None
    if partial.day is not None:
        return Published(first=first, last=first)
    return Published(first=first, last=last_day_of_month(partial.year, partial.month or 12))


def _go_back(today: date, duration: re.Match[str]) -> date:
    count = int(duration["count"])
    if duration["days"] or duration["weeks"]:
        return days_before(today, count * (7 if duration["weeks"] else 1))
    return _months_before(today, count * (12 if duration["years"] else 1))


def _months_before(day: date, count: int) -> date:
    """Go back a number of months; the 31st becomes the last day of a shorter month."""
    months = day.year * 12 + day.month - 1 - count
    year, month = months // 12, months % 12 + 1
    if year < date.min.year:
        return date.min
    return date(year, month, min(day.day, last_day_of_month(year, month).day))
