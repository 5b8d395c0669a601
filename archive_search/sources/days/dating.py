"""Settle the day of an article from what it prints, or else from its text, its file's name and its file's day.

A date is never invented: a deduced one rests on clues that agree, or on the name of the file, and its reason says so.

>>> from archive_search.sources.days.dates import find_dates
>>> from archive_search.sources.days.dating import DATELINE, PUBLICATION_LINE, settle_date
>>> settle_date([(PUBLICATION_LINE, next(find_dates("Publié le 3 mars 2015")))], text="", not_after=None)
(datetime.date(2015, 3, 3), None)
>>> settle_date([(DATELINE, next(find_dates("3 mars")))], text="", not_after=None, name="afp/2015-03-04.txt")
(datetime.date(2015, 3, 3), 'jour et mois de la dateline (3 mars), date lue dans le nom du fichier (2015-03-04)')
"""

from collections.abc import Iterable, Sequence
from datetime import date as Date
from datetime import timedelta
from typing import NamedTuple

from archive_search.sources.days.dates import PrintedDate, calendar_date
from archive_search.sources.days.file_days import read_file_day
from archive_search.sources.days.months import WEEKDAYS
from archive_search.sources.days.years import deduce_date, main_weekday

DATELINE = "de la dateline"
PUBLICATION_LINE = "de la ligne de publication"
UPDATE_LINE = "de la ligne de mise à jour"

UPDATED = "date de mise à jour ({text})"
NEAR_CLUE = "jour et mois {place} ({text}), {reason}"
NEAR_FILE = "jour et mois {place} ({text}), {weekday} cité, fichier du {day:%d/%m/%Y}"

# A dispatch is filed within days; farther apart, two dates say nothing of each other.
LONGEST_WAIT = timedelta(days=7)

# Where it is filed it may still be the day before.
DAY_OF_ZONES = timedelta(days=1)


class _Clue(NamedTuple):
    """Hold a day close to that of publication, and why it may be taken for it."""

    date: Date
    reason: str


def settle_date(
    printed: Iterable[tuple[str, PrintedDate]], *, text: str, not_after: Date | None, name: str | None = None
) -> tuple[Date, str | None] | tuple[None, None]:
    """Give the first date that is complete, else the first that can be deduced, with its reason.

    Args:
        printed: Dates that stand for the day of publication, the most trustworthy first, each with the place
            where it is printed.
        text: The article, for deduction.
        not_after: Day on which its file existed already, when known.
        name: Path of the file, where its name may state the day of its articles: a table is named after the day
            on which somebody made it.
    """
    dates = [(place, each, each.full_date()) for place, each in printed]
    published = next((date for place, _, date in dates if date is not None and place != UPDATE_LINE), None)
    if published is not None:
        return published, None
    partial = [(place, each) for place, each, date in dates if date is None]
    updated = [_Clue(date, UPDATED.format(text=each.text)) for _, each, date in dates if date is not None]
    named = _read_name(name, not_after=not_after)
    deduced = _deduce(partial, [*updated, *named], text=text, not_after=not_after)
    # A day that is printed, and far from the one in the name of the file, speaks against that name.
    return deduced or next(iter(updated if partial else [*updated, *named]), (None, None))


def _read_name(name: str | None, *, not_after: Date | None) -> list[_Clue]:
    named = read_file_day(name) if name else None
    if named is None or (not_after is not None and named.date > not_after + DAY_OF_ZONES):
        return []
    return [_Clue(named.date, named.reason)]


def _deduce(
    partial: Iterable[tuple[str, PrintedDate]], clues: Sequence[_Clue], *, text: str, not_after: Date | None
) -> tuple[Date, str] | None:
    for place, printed in partial:
        deduced = (
            _near_clue(printed, place, clues)
            or deduce_date(printed, place=place, text=text, not_after=not_after)
            or _near_file(printed, place, text=text, modified=not_after)
        )
        if deduced is not None:
            return deduced
    return None


def _near_clue(printed: PrintedDate, place: str, clues: Sequence[_Clue]) -> tuple[Date, str] | None:
    for clue in clues:
        date = _day_just_before(printed, clue.date)
        if date is not None:
            return date, NEAR_CLUE.format(place=place, text=printed.text, reason=clue.reason)
    return None


def _near_file(printed: PrintedDate, place: str, *, text: str, modified: Date | None) -> tuple[Date, str] | None:
    """Deduce the year of a file that was written within days of the day printed, on the weekday that is cited.

    Of a thousand files copied in one day, years later, one in fifty prints a day close to that one by chance, and
    one in three hundred and fifty cites the right weekday too: the file's day is the last thing to go by.
    """
    date = _day_just_before(printed, modified) if modified is not None else None
    weekday = printed.weekday if printed.weekday is not None else main_weekday(text)
    if date is None or weekday is None or date.weekday() != weekday:
        return None
    return date, NEAR_FILE.format(place=place, text=printed.text, weekday=WEEKDAYS[weekday], day=modified)


def _day_just_before(printed: PrintedDate, day: Date) -> Date | None:
    """Give the day and month printed, with a year, where they come just before another day."""
    dates = (calendar_date(year, printed.month, printed.day) for year in (day.year - 1, day.year, day.year + 1))
    near = (date for date in dates if date is not None and -DAY_OF_ZONES <= day - date <= LONGEST_WAIT)
    return next((date for date in near if printed.weekday in (None, date.weekday())), None)
