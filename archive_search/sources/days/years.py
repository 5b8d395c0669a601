"""Deduce the year that a dispatch leaves out, from the weekday and the years that it names.

A date is never invented: what cannot be settled stays unknown, and a deduced date says why.

>>> from archive_search.sources.days.dates import find_dates
>>> from archive_search.sources.days.years import deduce_date
>>> printed = next(find_dates("MOSCOU, 3 mars (AFP) -"))
>>> text = "Il a démissionné mardi, un an après les élections de 2014."
>>> deduce_date(printed, place="de la dateline", text=text, not_after=None)
(datetime.date(2015, 3, 3), 'jour et mois de la dateline (3 mars), mardi cité, après 2014')
"""

import re
from collections import Counter
from datetime import date as Date

from archive_search.sources.days.dates import PrintedDate, calendar_date
from archive_search.sources.days.months import FRENCH_MONTH, WEEKDAYS

_YEAR = r"(?:1[6-9]|20)\d\d"
_WEEKDAY_NAMED = re.compile(rf"\b({'|'.join(WEEKDAYS)})\b", re.IGNORECASE)

# "2 015 soldats" and "2015 soldats" are no years: a year of the past follows a word that introduces one.
_YEAR_NAMED = re.compile(
    rf"\b(?:en|depuis|fin|début|l['’]an|l['’]année|printemps|été|automne|hiver|{FRENCH_MONTH})\.?\s+({_YEAR})\b(?!\s*[€%$])"
    rf"|\bde\s+({_YEAR})(?=[.,;:)»]|\s+(?:à|et|ou|par|dans|sur|pour|en)\b|$)",
    re.IGNORECASE,
)
_IS_FUTURE = re.compile(
    r"(?:d['’]ici(?: à)?|jusqu['’](?:à|en)?|horizon|avant(?: la)?|prévue?s? pour)\s*$", re.IGNORECASE
)

# A weekday comes back to the same day of the year after 5, 6 or 11 years: a longer wait would settle nothing.
YEARS_TRIED = 6

# A dispatch names its day at once; later days belong to what it recalls.
MAX_SCANNED = 200_000


def deduce_date(printed: PrintedDate, *, place: str, text: str, not_after: Date | None) -> tuple[Date, str] | None:
    """Find the year of a date from the weekday and the years that its article names.

    Args:
        printed: Day and month, with a weekday or without.
        place: Where it is printed, for the reason.
        text: The article, where weekdays and years are looked for.
        not_after: Day on which the file existed already, when known.

    Returns:
        The date and the reason for the reader, or None when the text does not settle it.
    """
    weekday = printed.weekday if printed.weekday is not None else main_weekday(text)
    latest_year = _latest_year_named(text[:MAX_SCANNED], not_after=not_after)
    if weekday is None or latest_year is None:
        return None
    for year in range(latest_year, latest_year + YEARS_TRIED):
        date = calendar_date(year, printed.month, printed.day)
        if date is not None and date.weekday() == weekday:
            reason = f"jour et mois {place} ({printed.text}), {WEEKDAYS[weekday]} cité, après {latest_year}"
            return (date, reason) if not_after is None or date <= not_after else None
    return None


def main_weekday(text: str) -> int | None:
    """Give the weekday, from 0 for Monday, that an article names first, unless it names another more often."""
    names = [found[1].lower() for found in _WEEKDAY_NAMED.finditer(text, 0, MAX_SCANNED)]
    if not names:
        return None
    # The day of a dispatch is in its first sentence; where another is named more often, nothing is certain.
    first, count = names[0], Counter(names)
    return WEEKDAYS.index(first) if count[first] == max(count.values()) else None


def _latest_year_named(text: str, *, not_after: Date | None) -> int | None:
    years = (
        int(found[1] or found[2])
        for found in _YEAR_NAMED.finditer(text)
        if _IS_FUTURE.search(text, max(0, found.start() - 20), found.start()) is None
    )
    return max((year for year in years if not_after is None or year <= not_after.year), default=None)
