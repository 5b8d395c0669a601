"""Read the dateline that opens a dispatch: place, day, agency.

>>> from archive_search.sources.datelines import read_dateline
>>> dateline = read_dateline("GENÈVE, 3 mars (ATS) - Le conseil s'est réuni.")
>>> dateline.agency, dateline.date.text
('ATS', '3 mars')
"""

import re
from dataclasses import dataclass

from archive_search.sources.agencies import find_agency
from archive_search.sources.dates import PrintedDate, find_dates
from archive_search.sources.names import are_capitalised

LONGEST_DATELINE = 160
_DATELINE = re.compile(
    r"\W{0,4}(?P<place>[^\W\d_][^()\n,–—]{1,60}?)\s?(?:,\s?(?P<day>[^()\n]{1,40}?))?\s?"
    r"\((?P<agency>[^()\n]{2,50})\)\s?(?:--?|–|—|:|\.\s?[-–—])(?:\s|$)"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Dateline:
    """Hold what a dateline says.

    Attributes:
        place: Place as printed.
        agency: Agency that sent the dispatch.
        date: Day as printed, or None.
    """

    place: str
    agency: str
    date: PrintedDate | None


def read_dateline(text: str) -> Dateline | None:
    """Read the dateline at the start of a paragraph, or give None when there is none."""
    opening = text[:LONGEST_DATELINE]
    # Most paragraphs have no parenthesis there, which is seen faster than that nothing matches.
    found = _DATELINE.match(opening) if "(" in opening else None
    if found is None:
        return None
    agency = find_agency(found["agency"])
    places = re.split(r"[\s/]+", found["place"].strip())
    if agency is None or not are_capitalised([place for place in places if place]):
        return None
    return Dateline(place=found["place"].strip(), agency=agency, date=next(find_dates(found["day"] or ""), None))
