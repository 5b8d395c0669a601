"""Find the place and the agencies of the line that opens a dispatch.

>>> from archive_search.entities.datelines import find_dateline
>>> [(span.start, span.end, str(span.role)) for span in find_dateline("RABAT, 3 mars (MAP) - Le roi a reçu...")]
[(0, 5, 'dateline'), (15, 18, 'agency')]
"""

import re

from archive_search.analysis.name_keys import fold_name
from archive_search.entities.gazetteer import given_names, is_city, known_name
from archive_search.entities.press_agencies import read_agencies
from archive_search.entities.rule_spans import RuleSpan
from archive_search.entities.word_shapes import UPPER
from archive_search.records import EntityType, Role

LONGEST_DATELINE = 160

_TOWN = (
    rf"[{UPPER}][\w'.-]*(?:[ -](?:[{UPPER}][\w'.-]*|de|du|des|la|le|les|sur|sous|en|lès|el|al|d'[{UPPER}]\w*)){{0,5}}"
)
_PLACES = rf"(?P<places>{_TOWN}(?:\s?/\s?{_TOWN}){{0,3}})"
_REGION = r"(?: \((?P<region>[^()\n]{2,40})\))?"
_DAY = (
    r"(?:, ?(?P<day>(?i:le )?(?:(?i:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) ?)?(?:\d[^()\n–—]{0,30}?)?))?"
)
_OPENING = r"[\s\"«(—–-]{0,4}"
_WITH_AGENCY = re.compile(rf"{_OPENING}{_PLACES}{_REGION}{_DAY} ?\((?P<agency>[^()\n]{{2,60}})\)")
# Newspapers: a town in capitals or with a day, and a dash.
_WITH_DASH = re.compile(rf"{_OPENING}{_PLACES}{_REGION}{_DAY}\.? ?[—–|-]-? ")
_AGENCY_ALONE = re.compile(r"\s?\((?P<agency>[^()\n]{2,60})\) ?[—–:-]")
_DASH = re.compile(r" ?[—–:-]")
_ONE_PLACE = re.compile(r"[^/\s][^/]*[^/\s]")


def find_dateline(text: str) -> list[RuleSpan]:
    """Find the places (`Role.DATELINE`) and agencies (`Role.AGENCY`) that open a prepared paragraph."""
    opening = text[:LONGEST_DATELINE]
    with_agency = _WITH_AGENCY.match(opening) if "(" in opening else None
    if with_agency is not None:
        agencies = read_agencies(text, *with_agency.span("agency"))
        if agencies and _is_town(with_agency, text):
            return [*_places(with_agency), *agencies]
    with_dash = _WITH_DASH.match(opening)
    if with_dash is not None and (with_dash["day"] or with_dash["places"].isupper()) and _is_known_place(with_dash):
        return _places(with_dash)
    alone = _AGENCY_ALONE.match(opening)
    return read_agencies(text, *alone.span("agency")) if alone else []


def known_type(surface: str) -> EntityType | None:
    """Give the kind of thing that a spelling is known for, or None."""
    known = known_name(surface)
    return known.type if known else None


def _is_town(found: re.Match[str], text: str) -> bool:
    """Tell whether a town stands before an agency, not the person whom the agency has a picture or word of."""
    if _is_known_place(found):
        return True
    is_person = fold_name(found["places"]).split(" ", 1)[0] in given_names() and " " in found["places"]
    opens_dispatch = bool(found["day"]) or _DASH.match(text, found.end()) is not None
    return opens_dispatch and not is_person and known_type(found["places"]) is not EntityType.ORG


def _is_known_place(found: re.Match[str]) -> bool:
    # "VIDÉO - ", "EXCLUSIF - " open articles in the same way.
    places = found["places"].split("/")
    return all(is_city(fold_name(place)) or known_type(place) is EntityType.PLACE for place in places)


def _places(found: re.Match[str]) -> list[RuleSpan]:
    start = found.start("places")
    return [
        RuleSpan(start + place.start(), start + place.end(), EntityType.PLACE, Role.DATELINE)
        for place in _ONE_PLACE.finditer(found["places"])
    ]
