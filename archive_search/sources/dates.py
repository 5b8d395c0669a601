"""Read French dates as the press prints them, and deduce the year that a dispatch leaves out.

A date is never invented: what cannot be settled stays unknown, and a deduced date says why.

>>> from archive_search.sources.dates import deduce_date, find_dates
>>> printed = next(find_dates("MOSCOU, 3 mars (AFP) -"))
>>> text = "Il a démissionné mardi, un an après les élections de 2014."
>>> deduce_date(printed, place="de la dateline", text=text, not_after=None)
(datetime.date(2015, 3, 3), 'jour et mois de la dateline (3 mars), mardi cité, après 2014')
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Date
from functools import lru_cache

WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_MONTHS = (
    "janvier janv jan",
    "février fevrier févr fevr fév fev",
    "mars",
    "avril avr",
    "mai",
    "juin",
    "juillet juil",
    "août aout",
    "septembre sept",
    "octobre oct",
    "novembre nov",
    "décembre decembre déc dec",
)
_MONTH_NUMBERS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}

_MONTH = "|".join(sorted(_MONTH_NUMBERS, key=len, reverse=True))
_WEEKDAY = "|".join(WEEKDAYS)
_YEAR = r"(?:1[6-9]|20)\d\d"
_DATE = re.compile(
    rf"(?<![\w/-])(?:"
    rf"(?:(?P<weekday>{_WEEKDAY}),?\s+(?:le\s+)?)?(?P<day>\d\d?)(?:er|ᵉʳ)?\s+(?P<month>{_MONTH})\b\.?(?:\s+(?P<year>{_YEAR})\b)?"
    rf"|(?P<iso_year>{_YEAR})[-/](?P<iso_month>\d\d)[-/](?P<iso_day>\d\d)(?=\D|$)"
    rf"|(?P<day_number>\d\d?)(?P<mark>[/.-])(?P<month_number>\d\d?)(?P=mark)(?P<last_year>{_YEAR})(?!\d))",
    re.IGNORECASE,
)
_COMPACT = re.compile(rf"({_YEAR})(\d\d)(\d\d)(?:T\d{{4,6}}.{{0,6}})?")
_WEEKDAY_NAMED = re.compile(rf"\b({_WEEKDAY})\b", re.IGNORECASE)

# "2 015 soldats" and "2015 soldats" are no years: a year of the past follows a word that introduces one.
_YEAR_NAMED = re.compile(
    rf"\b(?:en|depuis|fin|début|l['’]an|l['’]année|printemps|été|automne|hiver|{_MONTH})\.?\s+({_YEAR})\b(?!\s*[€%$])"
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

# A longer text than any date is not worth the memory.
LONGEST_REMEMBERED = 40


@dataclass(frozen=True, kw_only=True, slots=True)
class PrintedDate:
    """Hold a date as a text prints it, often without its year.

    Attributes:
        day: Day of the month.
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
        return None if self.year is None else _calendar_date(self.year, self.month, self.day)


def find_dates(text: str) -> Iterator[PrintedDate]:
    """Find the dates of a text in order, complete or not; those that no calendar has are left out."""
    for found in _DATE.finditer(text):
        printed = _printed_date(found)
        # The year 2000 has a 29 February: without a year the day must exist in some year.
        if _calendar_date(printed.year or 2000, printed.month, printed.day) is not None:
            yield printed


def read_date(value: str) -> Date | None:
    """Read the complete date that a source states, such as ``2015-09-18T18:36`` or ``18/09/2015``."""
    return _read_short_date(value) if len(value) <= LONGEST_REMEMBERED else _read_date(value)


@lru_cache(maxsize=4096)
def _read_short_date(value: str) -> Date | None:
    """Read a date as `read_date` does, once for all articles of a day."""
    return _read_date(value)


def _read_date(value: str) -> Date | None:
    compact = _COMPACT.fullmatch(value.strip())
    if compact is not None:
        return _calendar_date(int(compact[1]), int(compact[2]), int(compact[3]))
    dates = (printed.full_date() for printed in find_dates(value[:200]))
    return next((date for date in dates if date is not None), None)


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
    text = text[:MAX_SCANNED]
    weekday = printed.weekday if printed.weekday is not None else _main_weekday(text)
    latest_year = _latest_year_named(text, not_after=not_after)
    if weekday is None or latest_year is None:
        return None
    for year in range(latest_year, latest_year + YEARS_TRIED):
        date = _calendar_date(year, printed.month, printed.day)
        if date is not None and date.weekday() == weekday:
            reason = f"jour et mois {place} ({printed.text}), {WEEKDAYS[weekday]} cité, après {latest_year}"
            return (date, reason) if not_after is None or date <= not_after else None
    return None


def _main_weekday(text: str) -> int | None:
    names = [found[1].lower() for found in _WEEKDAY_NAMED.finditer(text)]
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


def _printed_date(found: re.Match[str]) -> PrintedDate:
    year = found["year"] or found["iso_year"] or found["last_year"]
    month = found["iso_month"] or found["month_number"]
    weekday = found["weekday"]
    return PrintedDate(
        day=int(found["day"] or found["iso_day"] or found["day_number"]),
        month=int(month) if month else _MONTH_NUMBERS[unicodedata.normalize("NFC", found["month"].lower())],
        year=int(year) if year else None,
        weekday=WEEKDAYS.index(weekday.lower()) if weekday else None,
        text=found[0].rstrip("."),
    )


def _calendar_date(year: int, month: int, day: int) -> Date | None:
    try:
        return Date(year, month, day)
    except ValueError:
        return None
