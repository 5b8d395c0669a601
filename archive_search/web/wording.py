"""Say days, numbers and kinds of names in the language of a page.

>>> from datetime import date
>>> say_day(date(2015, 9, 1), "fr"), say_day(date(2015, 9, 1), "en")
('1er septembre 2015', '1 September 2015')
>>> say_period("2015-09", "fr"), say_period("2015", "en")
('septembre 2015', '2015')
"""

from datetime import date as Date
from functools import lru_cache

from babel.dates import format_date
from babel.numbers import format_decimal

_FEWEST_SET_APART = 1000
_KEPT = 10_000
"""Days, periods and numbers whose words are kept: a histogram says the same hundred months on every page."""

_LOCALES = {"fr": "fr_FR", "en": "en_GB"}


@lru_cache(_KEPT)
def say_day(day: Date, language: str) -> str:
    """Write a day in full."""
    said = format_date(day, "d MMMM y", locale=_LOCALES[language])
    return f"1er{said[1:]}" if language == "fr" and day.day == 1 else said


@lru_cache(_KEPT)
def say_period(period: str, language: str) -> str:
    """Write a year, month or day given as "2015", "2015-09" or "2015-09-18"."""
    match period.count("-"):
        case 0:
            return period
        case 1:
            return format_date(Date.fromisoformat(f"{period}-01"), "MMMM y", locale=_LOCALES[language])
        case _:
            return say_day(Date.fromisoformat(period), language)


@lru_cache(_KEPT, typed=True)
def say_number(number: float, language: str) -> str:
    """Write a number with its thousands set apart, and at most one decimal."""
    if isinstance(number, int) and 0 <= number < _FEWEST_SET_APART:
        # A page of results has hundreds of them, most of them small.
        return str(number)
    return format_decimal(number, "#,##0.#", locale=_LOCALES[language])
