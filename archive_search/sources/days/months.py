"""Know the names of months and days as the French and English press print them, whole or cut short.

>>> from archive_search.sources.days.months import month_number, weekday_number
>>> month_number("FÉVR"), month_number("March"), weekday_number("Thu")
(2, 3, 3)
"""

import unicodedata

WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_OTHER_WEEKDAYS = (
    "lun monday mon",
    "mar tuesday tues tue",
    "mer wednesday wed",
    "jeu thursday thurs thur thu",
    "ven vend friday fri",
    "sam saturday sat",
    "dim sunday sun",
)
_FRENCH = (
    "janvier janv jan",
    "février fevrier févr fevr fév fev",
    "mars mar",
    "avril avr",
    "mai",
    "juin",
    "juillet juil juill",
    "août aout aoû",
    "septembre sept",
    "octobre oct",
    "novembre nov",
    "décembre decembre déc dec",
)
_ENGLISH = (
    "january jan",
    "february feb",
    "march mar",
    "april apr",
    "may",
    "june jun",
    "july jul",
    "august aug",
    "september sept sep",
    "october oct",
    "november nov",
    "december dec",
)


def _numbers(*tables: tuple[str, ...], first: int) -> dict[str, int]:
    return {name: number for table in tables for number, names in enumerate(table, first) for name in names.split()}


_MONTH_NUMBERS = _numbers(_FRENCH, _ENGLISH, first=1)
_WEEKDAY_NUMBERS = _numbers(WEEKDAYS, _OTHER_WEEKDAYS, first=0)


def _any_of(names: dict[str, int]) -> str:
    return "|".join(sorted(names, key=len, reverse=True))


FRENCH_MONTH = _any_of(_numbers(_FRENCH, first=1))
"""Pattern of the name of a month in French, for patterns that ignore case."""

ENGLISH_MONTH = _any_of(_numbers(_ENGLISH, first=1))
"""Pattern of the name of a month in English."""

MONTH = _any_of(_MONTH_NUMBERS)
"""Pattern of the name of a month in either language."""

WEEKDAY = _any_of(_WEEKDAY_NUMBERS)
"""Pattern of the name of a day of the week in either language."""


def month_number(name: str) -> int:
    """Give the number, from 1, of a name that `MONTH` matched."""
    return _MONTH_NUMBERS[unicodedata.normalize("NFC", name.lower())]


def weekday_number(name: str) -> int:
    """Give the number, from 0 for Monday, of a name that `WEEKDAY` matched."""
    return _WEEKDAY_NUMBERS[name.lower()]
