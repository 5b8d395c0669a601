"""Settle the day of an article from what it prints: a full date, or one whose year must be deduced.

>>> from archive_search.sources.dates import find_dates
>>> from archive_search.sources.dating import PUBLICATION_LINE, settle_date
>>> settle_date([(PUBLICATION_LINE, next(find_dates("Publié le 3 mars 2015")))], text="", not_after=None)
(datetime.date(2015, 3, 3), None)
"""

from collections.abc import Iterable
from datetime import date as Date

from archive_search.sources.dates import PrintedDate, deduce_date

DATELINE = "de la dateline"
PUBLICATION_LINE = "de la ligne de publication"


def settle_date(
    printed: Iterable[tuple[str, PrintedDate]], *, text: str, not_after: Date | None
) -> tuple[Date, str | None] | tuple[None, None]:
    """Give the first date that is complete, else the first that can be deduced, with its reason.

    Args:
        printed: Dates that stand for the day of publication, the most trustworthy first, each with the place
            where it is printed.
        text: The article, for deduction.
        not_after: Day on which its file existed already, when known.
    """
    candidates = list(printed)
    for _, candidate in candidates:
        stated = candidate.full_date()
        if stated is not None:
            return stated, None
    deduced = (deduce_date(candidate, place=place, text=text, not_after=not_after) for place, candidate in candidates)
    return next((result for result in deduced if result is not None), (None, None))
