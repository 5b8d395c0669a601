"""Read the one day that a short text states, such as a field of a press database, of a feed or of a mail.

>>> from archive_search.sources.days.printed_days import read_printed_day
>>> read_printed_day("jeudi 5 octobre 2013 à 18 h 36")
PrintedDay(date=datetime.date(2013, 10, 5), time='18:36')
>>> read_printed_day("Tue, 12 Mar 2013 11:14:45 EST").time, read_printed_day("en octobre 2013")
('11:14', None)
"""

import unicodedata
from datetime import date as Date
from functools import lru_cache
from typing import NamedTuple

from archive_search.sources.days.dates import LONGEST_REMEMBERED, locate_dates, read_moment
from archive_search.sources.days.times import find_time

LONGEST_FIELD = 300

# What programs write for a day without a time.
MIDNIGHT = "00:00"


class PrintedDay(NamedTuple):
    """Hold a complete date, and the time "HH:MM" where one is printed with it, without its zone."""

    date: Date
    time: str | None


def read_printed_day(text: str) -> PrintedDay | None:
    """Read the first complete date of a short text, in French or English, with its time.

    Args:
        text: The field; past its first 300 characters nothing is read.

    Returns:
        The day, or None when no complete date is printed. Midnight to the minute is taken for no time at all.
    """
    return _remembered(text) if len(text) <= LONGEST_REMEMBERED else _read(text)


@lru_cache(maxsize=4096)
def _remembered(text: str) -> PrintedDay | None:
    return _read(text)


def _read(text: str) -> PrintedDay | None:
    moment = read_moment(text)
    if moment is not None:
        day, time = moment
        return None if day is None else PrintedDay(day, _unless_midnight(time))
    text = unicodedata.normalize("NFC", text[:LONGEST_FIELD])
    located = [(start, printed, date) for start, printed in locate_dates(text) if (date := printed.full_date())]
    if not located:
        return None
    start, printed, date = located[0]
    following = located[1][0] if len(located) > 1 else len(text)
    return PrintedDay(date, _time_around(text[:following], start, start + len(printed.text)))


def _time_around(text: str, start: int, end: int) -> str | None:
    """Find the time after the date, else inside it, as in "Mar 12 11:14:45 2013", else before."""
    parts = (text[end:], text[start:end], text[:start])
    return _unless_midnight(next(filter(None, map(find_time, parts)), None))


def _unless_midnight(time: str | None) -> str | None:
    return None if time == MIDNIGHT else time
