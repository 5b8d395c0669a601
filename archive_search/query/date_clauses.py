"""Find the dates in a query: the value of a field, or a period announced by "date", "du" or "from".

>>> from datetime import date
>>> from archive_search.query.date_clauses import find_date_clause
>>> from archive_search.query.remarks import Remarks
>>> find_date_clause("date after 31/12/2014", 0, Remarks(), today=date(2015, 9, 18))
DateClause(period=Published(first=datetime.date(2015, 1, 1), last=None), end=21)
"""

import re
from datetime import date
from typing import NamedTuple

from archive_search.query.dates import DATE_IN_WORDS, RANGE_IN_WORDS, days_before, read_filter, read_period
from archive_search.query.enclosing import OPENING_SIGNS, find_enclosed
from archive_search.query.fields import DateFilter
from archive_search.query.remarks import Remarks, quote
from archive_search.query.tree import Node, Published

_DAY = r"(?:[0-9]{1,8}(?:[/.-][0-9]{1,4}){0,2}|-[0-9]{1,4})(?![\w/])"
# Bounded, for blanks may go on without end.
_GAP, _BLANK = r"\s{1,3}", r"\s{0,3}"
_RANGE = rf"(?i:du|from){_GAP}(?P<first>{_DAY}){_GAP}(?i:au|to){_GAP}(?P<last>{_DAY})"
# Factiva has "date from ... to ...", "date after", "date before"; Nexis has "date is", "date aft" and
# "date(geq(...) and leq(...))".
_FROM_TO = rf"(?i:date)(?:{_GAP}|{_BLANK}[:=]{_BLANK}){_RANGE}"
_SINCE, _UNTIL = "(?P<since>>=|geq|from)", "(?P<until><=|leq)"
_SINCE_OR_UNTIL = "[<>]=|(?i:geq|leq)"
_COMPARISON = f"{_SINCE}|{_UNTIL}|(?P<after>>|after|aft)|(?P<before><|before|bef)|(?P<on>is)"
_COMPARED = (
    rf"(?i:date{_BLANK}(?:[:=]{_BLANK})?(?P<outer>\({_BLANK})?(?:{_COMPARISON})){_BLANK}(?P<inner>\({_BLANK})?"
    rf"(?P<day>{_DAY})(?(inner){_BLANK}\)?)(?(outer){_BLANK}\)?)"
)
_EARLIEST = rf"(?i:{_SINCE}){_BLANK}\(?{_BLANK}(?P<first>{_DAY}){_BLANK}\)?"
_LATEST = rf"(?i:{_UNTIL}){_BLANK}\(?{_BLANK}(?P<last>{_DAY}){_BLANK}\)?"
_BOTH = rf"(?={_SINCE_OR_UNTIL})(?:{_EARLIEST})?(?:{_BLANK}(?i:and)?{_BLANK}{_LATEST})?"
_BETWEEN = rf"(?i:date){_BLANK}\({_BLANK}{_BOTH}{_BLANK}\)"

_ALTERNATIVE = r"\s(?:OU|OR|\|)\s"
_VALUE = rf"{RANGE_IN_WORDS}|{_RANGE}|{DATE_IN_WORDS}|[^\s()\[\]\"«»“”„]+"


class Dates(NamedTuple):
    """Hold the periods that are written after a field, one of which is wanted, and where they end."""

    periods: list[Node]
    end: int


def find_dates(text: str, start: int, remarks: Remarks, *, kind: DateFilter, name: str, today: date) -> Dates:
    """Read the value of a field on the date, in guillemets or parentheses where it has blanks.

    Args:
        text: The query.
        start: Offset of the value.
        remarks: Where repairs are said, and dates that cannot be read.
        kind: The field.
        name: The field as typed.
        today: Day that durations count back from.
    """
    written, end = _find_value(text, start, remarks)
    periods: list[Node] = []
    for each in written:
        if period := read_filter(kind, each, remarks, today=today):
            periods.append(period)
        else:
            remarks.add(f"date illisible {quote(f'{name}:{each}')}, ignorée : écrivez date:18/09/2015")
    return Dates(periods, end)


def _find_value(text: str, start: int, remarks: Remarks) -> tuple[list[str], int]:
    """Find the alternatives that are written, and where they end."""
    if text[start : start + 1] in OPENING_SIGNS:
        enclosed = find_enclosed(text, start, remarks)
        return re.split(_ALTERNATIVE, enclosed.text), enclosed.end
    found = re.compile(_VALUE).match(text, start)
    if found is None:
        return [""], start
    value = found[0].rstrip(",;!?")
    if not value.endswith(".."):
        value = value.rstrip(",;.!?")
    return [value], start + len(value)


class DateClause(NamedTuple):
    """Hold a period found in a query, and where it ends."""

    period: Published
    end: int


def find_date_clause(text: str, start: int, remarks: Remarks, *, today: date) -> DateClause | None:
    """Read the period that begins with the word at an offset, if one does.

    Args:
        text: The query.
        start: Offset of the first letter of a word.
        remarks: Where it is said that words were taken for a period.
        today: Day that durations count back from.
    """
    opening = text[start : start + 4].lower()
    if opening == "date":
        return _find_announced(text, start, remarks, today=today)
    if opening[:2] == "du" or opening == "from":
        return _find_range(text, start, remarks)
    return None


def _find_range(text: str, start: int, remarks: Remarks) -> DateClause | None:
    """Read "du 1er au 18 septembre 2015" or "from 01/09/2015 to 18/09/2015"."""
    found = re.compile(RANGE_IN_WORDS).match(text, start) or re.compile(_RANGE).match(text, start)
    period = read_period(found[0], remarks) if found else None
    if not found or not period:
        return None
    remarks.add(f"{quote(found[0])} compris comme une période")
    return DateClause(period, found.end())


def _find_announced(text: str, start: int, remarks: Remarks, *, today: date) -> DateClause | None:
    if found := re.compile(_FROM_TO).match(text, start) or re.compile(_BETWEEN).match(text, start):
        first, last = (_count_back(found[group] or "", today) for group in ("first", "last"))
        period = read_period(f"{first}..{last}", remarks)
    elif found := re.compile(_COMPARED).match(text, start):
        period = _read_compared(found, remarks, today=today)
    else:
        return None
    if period is None:
        remarks.add(f"date illisible {quote(found[0])}, prise comme mots : écrivez date:18/09/2015")
        return None
    return DateClause(period, found.end())


def _read_compared(found: re.Match[str], remarks: Remarks, *, today: date) -> Published | None:
    day = _count_back(found["day"], today)
    if found["until"]:
        return read_period(f"..{day}", remarks)
    kinds = {"since": DateFilter.SINCE, "after": DateFilter.AFTER, "before": DateFilter.BEFORE, "on": DateFilter.ON}
    kind = next(kind for group, kind in kinds.items() if found[group])
    return read_filter(kind, day, remarks, today=today)


def _count_back(day: str, today: date) -> str:
    """Give the day that Factiva writes "-30", thirty days ago; any other stays as it is written."""
    return days_before(today, int(day[1:])).isoformat() if day.startswith("-") else day
