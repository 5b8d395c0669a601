"""Write days as a French reader does.

>>> from datetime import date
>>> from archive_search.exports.french_dates import spell_day, spell_period
>>> spell_day(date(2016, 5, 1))
'1er mai 2016'
>>> spell_period(date(2015, 9, 18), date(2016, 5, 1))
'du 18 septembre 2015 au 1er mai 2016'
"""

from datetime import date as Date

_MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)


def spell_day(day: Date) -> str:
    """Write a day with its month in letters."""
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number} {_MONTHS[day.month - 1]} {day.year}"


def spell_period(first: Date, last: Date) -> str:
    """Write the days from one to another, or the one day that they are."""
    return f"le {spell_day(first)}" if first == last else f"du {spell_day(first)} au {spell_day(last)}"
