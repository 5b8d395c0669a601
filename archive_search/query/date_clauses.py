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

from archive_search.query.dates import DATE_IN_WORDS, RANGE_IN_WORDS, read_filter, read_period
from archive_search.query.enclosing import OPENING_SIGNS, find_enclosed
from archive_search.query.fields import DateFilter
from archive_search.query.remarks import Remarks, quote
from archive_search.query.tree import Published

_DAY = r"[0-9]{1,8}(?:[/.-][0-9]{1,4}){0,2}(?![\w/])"
# Bounded, for blanks may go on without end.
_GAP, _BLANK = r"\s{1,3}", r"\s{0,3}"
_RANGE = rf"(?i:du|from){_GAP}(?P<first>{_DAY}){_GAP}(?i:au|to){_GAP}(?P<last>{_DAY})"
# Factiva has "date from ... to ...", "date after", "date before"; Nexis has "date is", "date aft" and
# "date(geq(...) and leq(...))".
_FROM_TO = rf"(?i:date){_GAP}{_RANGE}"
_SINCE, _UNTIL = "(?P<since>>=|geq|from)", "(?P<until><=|leq)"
_SINCE_OR_UNTIL = "[<>]=|(?i:geq|leq)"
_COMPARISON = f"{_SINCE}|{_UNTIL}|(?P<after>>|after|aft)|(?P<before><|before|bef)|(?P<on>is)"
_COMPARED = rf"(?i:date{_BLANK}(?:{_COMPARISON})){_BLANK}\(?{_BLANK}(?P<day>{_DAY}){_BLANK}\)?"
_EARLIEST = rf"(?i:{_SINCE}){_BLANK}\(?{_BLANK}(?P<first>{_DAY}){_BLANK}\)?"
_LATEST = rf"(?i:{_UNTIL}){_BLANK}\(?{_BLANK}(?P<last>{_DAY}){_BLANK}\)?"
_BOTH = rf"(?={_SINCE_OR_UNTIL})(?:{_EARLIEST})?(?:{_BLANK}(?i:and)?{_BLANK}{_LATEST})?"
_BETWEEN = rf"(?i:date){_BLANK}\({_BLANK}{_BOTH}{_BLANK}\)"

_ALTERNATIVE = r"\s(?:OU|OR|\|)\s"
_VALUE = rf"{DATE_IN_WORDS}|[^\s()\[\]\"«»“”„]+"


class DateValue(NamedTuple):
    """Hold the dates that are written after a field, and where they end."""

    alternatives: list[str]
    end: int


def find_date_value(text: str, start: int, remarks: Remarks) -> DateValue:
    """Find the dates that begin at an offset, which stand in guillemets or brackets where they have blanks."""
    if text[start : start + 1] in OPENING_SIGNS:
        enclosed = find_enclosed(text, start, remarks)
        return DateValue(re.split(_ALTERNATIVE, enclosed.text), enclosed.end)
    found = re.compile(_VALUE).match(text, start)
    if found is None:
        return DateValue([""], start)
    value = found[0].rstrip(",;!?")
    if not value.endswith(".."):
        value = value.rstrip(",;.!?")
    return DateValue([value], start + len(value))


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
        period = read_period(f"{found['first'] or ''}..{found['last'] or ''}", remarks)
    elif found := re.compile(_COMPARED).match(text, start):
        period = _read_compared(found, remarks, today=today)
    else:
        return None
    return DateClause(period, found.end()) if period else None


def _read_compared(found: re.Match[str], remarks: Remarks, *, today: date) -> Published | None:
    if found["until"]:
        return read_period(f"..{found['day']}", remarks)
    kinds = {"since": DateFilter.SINCE, "after": DateFilter.AFTER, "before": DateFilter.BEFORE, "on": DateFilter.ON}
    kind = next(kind for group, kind in kinds.items() if found[group])
    return read_filter(kind, found["day"], remarks, today=today)
