"""Read the dateline that opens a dispatch: place, day, agency.

>>> from archive_search.sources.signatures.datelines import read_dateline
>>> dateline = read_dateline("GENÈVE, 3 mars (ATS) - Le conseil s'est réuni.")
>>> dateline.agency, dateline.date.text
('ATS', '3 mars')
"""

import re
from dataclasses import dataclass

from archive_search.sources.days.dates import PrintedDate, find_dates
from archive_search.sources.days.months import MONTH
from archive_search.sources.signatures.agencies import find_agency
from archive_search.sources.signatures.person_names import are_capitalised

LONGEST_DATELINE = 160
_PLACE = r"\W{0,4}(?P<place>[^\W\d_][^()\n,–—]{1,60}?)(?:\s?\([^()\n]{2,30}\))?"
_DAY = r"(?P<day>[^()\n]{1,40}?)"
_NUMBERED_DAY = r"(?P<day>(?:[^\W\d][^()\n]{0,15}?\s)?\d[^()\n]{1,30}?)"
_AGENCY = r"\((?P<agency>[^()\n]{2,50})\)"
_DASH = r"\s?(?:\.\s?)?(?:--?|–|—|=|_)(?:\s|$|(?=[«“\"]?[A-ZÀ-Ý]))"
_CAPITAL = r"\s(?=[«“\"]?\s?[A-ZÀ-Ý])"
_IN_PARENTHESES = tuple(
    re.compile(shape)
    for shape in (
        # "Paris, 21 jan 2019 (AFP) -", "Quito, Jan 2 (EFE).-", "RABAT (MAP) :"
        rf"{_PLACE}\s?(?:,\s?{_DAY})?\s?{_AGENCY}(?:{_DASH}|\s?:(?:\s|$))",
        # "MOSCOU/KIEV 3 mars (Reuters) -", "BRUXELLES 21/01 (BELGA) ="
        rf"{_PLACE}\s{_NUMBERED_DAY}\s?{_AGENCY}{_DASH}",
        # "PARIS (AFP), 3 mars -"
        rf"{_PLACE}\s?{_AGENCY},?\s{_NUMBERED_DAY}{_DASH}",
        # "(ANSA) - Rome, October 11 -", "(AFP) - Paris, le 3 mars"
        rf"\W{{0,3}}{_AGENCY}{_DASH}{_PLACE},\s{_NUMBERED_DAY}(?:{_DASH}|$)",
        # "Paris, 21 jan 2019 (AFP) Le pont"
        rf"{_PLACE},\s(?P<day>(?:le\s)?\d\d?(?:er)?\s(?i:{MONTH})\b\.?(?:\s\d{{4}})?)\s?{_AGENCY}{_CAPITAL}",
        # "Berne (ats) Le pont": what newspapers print in small letters is no caption
        rf"{_PLACE}(?P<day>)\s\((?P<agency>ats|afp|ap|dpa)\)\s?{_CAPITAL}",
    )
)
_OUTSIDE = tuple(
    re.compile(shape)
    for shape in (
        # "MOSCOU, 3 mars. /TASS/."
        rf"{_PLACE},\s{_NUMBERED_DAY}\.?\s/(?P<agency>[^/\n]{{2,30}})/",
        # "MOSCOU, 3 mars - RIA Novosti."
        rf"{_PLACE},\s{_NUMBERED_DAY}\s[-–—]\s(?P<agency>[^()\n.,:–—-]{{2,30}})[.,:]\s",
        # "BRUXELLES - Belga, le pont"; in small letters it would be the name of a newspaper
        r"(?P<place>[A-ZÀ-Ý][A-ZÀ-Ý'’ /-]{2,40}?)(?P<day>)\s[-–—]\s(?P<agency>[^()\n.,:–—-]{2,30})(?:[.,:]|\s[-–—])\s",
    )
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
    shapes = _IN_PARENTHESES if "(" in opening else _OUTSIDE
    matches = (shape.match(opening) for shape in shapes)
    return next((dateline for found in matches if found is not None and (dateline := _read(found))), None)


def _read(found: re.Match[str]) -> Dateline | None:
    printed, place = found["agency"].strip(), found["place"].strip()
    agency = find_agency(printed) or find_agency(printed.upper())
    if agency is None:
        return None
    if not are_capitalised([word for word in re.split(r"[\s/]+", place) if word]):
        return None
    return Dateline(place=place, agency=agency, date=next(find_dates(found["day"] or ""), None))
