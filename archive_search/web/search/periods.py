"""Read the periods of an address, and go from one to a wider one.

>>> from datetime import date
>>> read_period("2015-02")
Period(first=datetime.date(2015, 2, 1), last=datetime.date(2015, 2, 28))
>>> widen_period(read_period("2015-02-14")).written, widen_period(read_period("2015-02")).written
('2015-02', '2015')
>>> Period(date(2015, 3, 1), date(2015, 7, 31)).written
'2015-03..2015-07'
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from archive_search.query.dates import last_day_of_month
from archive_search.query.dates import read_period as read_published
from archive_search.query.remarks import Remarks


class Period(NamedTuple):
    """Hold some days in a row.

    Attributes:
        first: First day.
        last: Last day, included.
    """

    first: date
    last: date

    @property
    def bounds(self) -> tuple[str, str]:
        """Give the first and the last year, month or day, the largest units that begin and end as the period does."""
        first, last = self.first, self.last
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
            return f"{first.year:04}", f"{last.year:04}"
        if first.day == 1 and last == last_day_of_month(last.year, last.month):
            return first.isoformat()[:7], last.isoformat()[:7]
        return first.isoformat(), last.isoformat()

    @property
    def written(self) -> str:
        """Write the period as the parameter ``date`` has it."""
        first, last = self.bounds
        return first if first == last else f"{first}..{last}"

    @property
    def days(self) -> int:
        """Number of its days."""
        return (self.last - self.first).days + 1


class OpenPeriod(NamedTuple):
    """Hold all days from one on, or up to one.

    Attributes:
        first: First day; None where it has no beginning.
        last: Last day, included; None where it has no end.
    """

    first: date | None
    last: date | None

    @property
    def bounds(self) -> tuple[str, str]:
        """Give the first and the last day, one of them empty."""
        return str(self.first or ""), str(self.last or "")


def read_period(text: str) -> Period | None:
    """Read a period; None where its beginning or its end is open, or where nothing can be read."""
    found = read_any_period(text)
    return found if isinstance(found, Period) else None


def read_any_period(text: str) -> Period | OpenPeriod | None:
    """Read a period, with or without two ends; None where nothing can be read."""
    found = read_published(text, Remarks()) if text.isprintable() else None
    if found is None:
        return None
    return Period(found.first, found.last) if found.first and found.last else OpenPeriod(found.first, found.last)


def read_periods(texts: Sequence[str]) -> Period | None:
    """Give the days from the first of some periods to the last; None where there are none, or one cannot be read."""
    periods = [read_period(text) for text in texts]
    known = [period for period in periods if period]
    if not known or len(known) < len(periods):
        return None
    return Period(min(period.first for period in known), max(period.last for period in known))


def between(first: str, last: str) -> str:
    """Write the period from one day, month or year to another, as ``date`` has it; either may be empty."""
    if not (first and last):
        return f"{first}..{last}" if first or last else ""
    return first if first == last else f"{first}..{last}"


def widen_period(period: Period) -> Period | None:
    """Give the month around some days, or the years around some months; None for whole years, beyond which is all."""
    first, last = period
    month = Period(first.replace(day=1), last_day_of_month(first.year, first.month))
    years = Period(date(first.year, 1, 1), date(last.year, 12, 31))
    if last <= month.last and period != month:
        return month
    return years if period != years else None
