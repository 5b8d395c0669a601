"""Tell on which day a file was last changed, as far as what a system or a packed file says of it can be believed.

>>> from archive_search.sources.days.changed_days import believable_day, day_of_timestamp
>>> str(day_of_timestamp(1425381600.0)), day_of_timestamp(0.0), believable_day(1980, 1, 1)
('2015-03-03', None, None)
"""

from datetime import UTC, datetime
from datetime import date as Date

from archive_search.sources.days.dates import calendar_date

# Programs that know no date write the first day of some calendar, 1970 or 1980, long before the web.
OLDEST_YEAR = 1990


def day_of_timestamp(timestamp: float) -> Date | None:
    """Give the day of a time in seconds since 1970; None when no file was really changed then."""
    try:
        day = datetime.fromtimestamp(timestamp, tz=UTC)
    except (OverflowError, ValueError, OSError):
        return None
    return believable_day(day.year, day.month, day.day)


def believable_day(year: int, month: int, day: int) -> Date | None:
    """Give the day of these numbers; None when no calendar has it, or no file was really changed then."""
    return calendar_date(year, month, day) if year >= OLDEST_YEAR else None
