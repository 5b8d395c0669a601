"""Tell which of two articles was published first, and whether both come from one hand.

>>> from datetime import date
>>> first = Publication(number=2, id="b", words=90, date=date(2015, 9, 18), time="9h05")
>>> later = Publication(number=1, id="a", words=90, date=date(2015, 9, 18), time="18:36", source="Le Lien (AFP)")
>>> undated = Publication(number=3, id="c", words=90, source="Le Lien")
>>> [each.id for each in sorted([undated, later, first], key=order_of)], is_same_hand(undated, later)
(['b', 'a', 'c'], True)
"""

import re
from datetime import date as Date
from typing import NamedTuple

_TIME = re.compile(r"(\d{1,2})\s*[:hH.]\s*(\d{2})")
# "actu.example (AFP)" and "actu.example (avec Reuters)" are one publication.
_REMARK = re.compile(r"\s*\([^()]*\)")
_REVISED = re.compile(r"(urn:newsml:.+):(\d{1,9})[A-Z]?", re.IGNORECASE)

LATE = "~"
"""Sorts after every date and time."""


class Publication(NamedTuple):
    """Hold what tells of an article when, by whom and how it was published.

    Attributes:
        number: Number of the article.
        id: Its id.
        words: Number of words of its text.
        date: Day of publication; None when unknown.
        time: Time of publication as stated; None when unknown.
        source: Publication that carried it.
        agency: Agency that wrote it.
        identifiers: Names that others give to it.
    """

    number: int
    id: str
    words: int
    date: Date | None = None
    time: str | None = None
    source: str | None = None
    agency: str | None = None
    identifiers: tuple[str, ...] = ()


def order_of(publication: Publication) -> tuple[str, str, str]:
    """Give what sorts articles by publication: by day, by time, by id; without a day last, without a time last of it.

    Numbers do not count: two archives of the same articles, read in another order, then have the same families.
    """
    minute = _minute(publication)
    day = publication.date.isoformat() if publication.date else LATE
    return day, LATE if minute is None else f"{minute:04}", publication.id


def _minute(publication: Publication) -> int | None:
    """Give the minute of the day of a publication, or None when it is unknown."""
    time = _TIME.match(publication.time or "")
    return 60 * int(time[1]) + int(time[2]) if time else None


def days_between(one: Publication, other: Publication) -> int | None:
    """Count the days between two publications; None when one is undated."""
    if one.date is None or other.date is None:
        return None
    return abs((one.date - other.date).days)


def hours_between(one: Publication, other: Publication) -> float | None:
    """Count the hours between two publications; None when the time of one is unknown."""
    minute, other_minute = _minute(one), _minute(other)
    if one.date is None or other.date is None or minute is None or other_minute is None:
        return None
    return abs(24 * (one.date - other.date).days + (minute - other_minute) / 60)


def is_known_later(later: Publication, earlier: Publication) -> bool:
    """Tell whether days, or times of one day, say that an article was published after another."""
    if later.date is None or earlier.date is None:
        return False
    minute, earlier_minute = _minute(later), _minute(earlier)
    if later.date == earlier.date:
        return minute is not None and earlier_minute is not None and minute > earlier_minute
    return later.date > earlier.date


def is_same_hand(one: Publication, other: Publication) -> bool:
    """Tell whether two articles are of one agency, or of one publication."""
    return _is_same(one.agency, other.agency) or _is_same(_publisher(one), _publisher(other))


def _is_same(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one.casefold() == other.casefold()


def _publisher(publication: Publication) -> str | None:
    return _REMARK.sub("", publication.source or "").strip() or None


def is_revision(later: Publication, earlier: Publication) -> bool:
    """Tell whether the identifiers of an article say that it is a higher revision of another."""
    before = _revisions(earlier)
    return any(number > before[stem] for stem, number in _revisions(later).items() if stem in before)


def _revisions(publication: Publication) -> dict[str, int]:
    """Give the dispatches that an article claims to be, and the revision of each."""
    found = map(_REVISED.fullmatch, publication.identifiers)
    return {match[1].lower(): int(match[2]) for match in found if match}
