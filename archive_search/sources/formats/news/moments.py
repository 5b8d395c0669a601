"""Choose among the moments that news formats state of an article: when it was made, changed, sent.

>>> from archive_search.sources.formats.news.moments import first_moment
>>> moment = first_moment(["", "2019-01-21", "20190121T104234+0100"])
>>> str(moment.date), moment.time
('2019-01-21', '10:42')
"""

from collections.abc import Iterable
from datetime import date as Date
from typing import NamedTuple

from archive_search.sources.days.printed_days import read_printed_day


class Moment(NamedTuple):
    """Hold a day and, where it is stated, a time of it as "HH:MM"; without either where none is stated."""

    date: Date | None = None
    time: str | None = None


def first_moment(texts: Iterable[str | None]) -> Moment:
    """Read the first text that states a moment; a time it lacks is taken from another one of the same day."""
    days = [day for text in texts if text and (day := read_printed_day(text)) is not None]
    if not days:
        return Moment()
    times = (day.time for day in days if day.date == days[0].date and day.time is not None)
    return Moment(date=days[0].date, time=next(times, None))
