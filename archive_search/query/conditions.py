"""Read the conditions that are counted: how often, among how many, how near the beginning, how long.

>>> from archive_search.query.conditions import find_condition
>>> from archive_search.query.remarks import Remarks
>>> find_condition("2 PARMI (Assad, Poutine, Obama)", 0, Remarks())
Condition(token=Prefix(target=Choice(least=2), name='2 PARMI', position=0), end=7)
"""

import re
from typing import NamedTuple

from archive_search.query.remarks import Remarks, quote
from archive_search.query.tokens import Beginning, Choice, Operand, Prefix, Suffix, Times
from archive_search.query.tree import Length

_CHOICE = re.compile(
    r"(?:(?:AU\s+MOINS\s+)?(?P<before>[0-9]{1,6})\s+(?:PARMI|QUORUM)|QUORUM\s?/?\s?(?P<after>[0-9]{1,6}))(?=\s*\()"
)
_TIMES = re.compile(r"(?:AUMOINS|ATLEAST)\s?/?\s?(?P<count>[0-9]{1,6})(?![^\W_])(?:\sfois(?=\s+\w))?", re.IGNORECASE)
_BEGINNING = re.compile(r"d[eé]but/(?P<count>[0-9]{1,6})(?![^\W_])(?P<attached>[:=]?)", re.IGNORECASE)
_BEGINNING_OF_FACTIVA = re.compile(r"/F(?P<count>[0-9]{1,6})/", re.IGNORECASE)
_LENGTH_BOUND = re.compile(
    r"(?:mots|wc|length)\s*(?:[:=]\s*)?(?P<open>\(\s*)?(?P<sign>[<>]=?)\s*(?P<count>[0-9]{1,9})(?![^\W_])(?(open)\s*\)?)",
    re.IGNORECASE,
)
_LENGTH_RANGE = re.compile(
    r"(?:mots|wc|length)\s?[:=]\s?(?=\.*[0-9])(?P<low>[0-9]{0,9})(?:\.{2,3}(?P<high>[0-9]{0,9}))?(?![^\W_])",
    re.IGNORECASE,
)
_FREQUENCY = re.compile(r"(?P<sign>[<>]=?)\s?(?P<count>[0-9]{1,6})(?![^\W_]|[.,][0-9]|\s?[%€$])")
_FIRST_LETTERS = frozenset("0123456789QqAaDdMmWwLl")


class Condition(NamedTuple):
    """Hold what a condition reads as, and where it ends."""

    token: Prefix | Suffix | Operand
    end: int


def find_condition(text: str, start: int, remarks: Remarks) -> Condition | None:
    """Read the condition that begins with the word at an offset, if one does."""
    if text[start] not in _FIRST_LETTERS:
        return None
    if found := _CHOICE.match(text, start):
        count = _positive(found["before"] or found["after"], found[0], remarks)
        return Condition(Prefix(Choice(count), found[0], start), found.end())
    if found := _TIMES.match(text, start):
        return Condition(Prefix(Times(_positive(found["count"], found[0], remarks)), found[0], start), found.end())
    if found := _BEGINNING.match(text, start):
        return _read_beginning(text, found, remarks)
    return _find_length(text, start, remarks)


def _read_beginning(text: str, found: re.Match[str], remarks: Remarks) -> Condition:
    target = Beginning(_positive(found["count"], found[0], remarks))
    name, end = found[0].rstrip(":="), found.end()
    if found["attached"] or text[end : end + 1] == "(":
        return Condition(Prefix(target, name, found.start()), end)
    return Condition(Suffix(target, name, found.start()), end)


def _find_length(text: str, start: int, remarks: Remarks) -> Condition | None:
    if found := _LENGTH_BOUND.match(text, start):
        least, most = _read_bound(found["sign"], int(found["count"]))
        return _make_length(least, most, found, remarks)
    if found := _LENGTH_RANGE.match(text, start):
        low, high = found["low"], found["high"]
        if high is None:
            high = low
        bounds = (int(low) if low else None, int(high) if high else None)
        return _make_length(*bounds, found, remarks)
    return None


def _make_length(least: int | None, most: int | None, found: re.Match[str], remarks: Remarks) -> Condition:
    if least is not None and most is not None and least > most:
        remarks.add("longueurs données à l'envers, remises dans l'ordre")
        least, most = most, least
    return Condition(Operand(Length(least=least, most=most), found.start()), found.end())


def find_frequency(text: str, start: int, remarks: Remarks) -> Condition | None:
    """Read the ``>2`` that begins at an offset, if it is one, as a condition on what stands before it."""
    if not (found := _FREQUENCY.match(text, start)):
        return None
    least, most = _read_bound(found["sign"], int(found["count"]))
    if most is not None and most < 1:
        remarks.add(f"condition {quote(found[0])} ignorée : pour exclure un mot, écrivez SAUF")
        return Condition(Suffix(Times(1), found[0], start), found.end())
    return Condition(Suffix(Times(max(least or 1, 1), most), found[0], start), found.end())


def find_beginning(text: str, start: int, remarks: Remarks) -> Condition | None:
    """Read the ``/F50/`` that begins at an offset, if it is one, as a condition on what stands before it."""
    if not (found := _BEGINNING_OF_FACTIVA.match(text, start)):
        return None
    target = Beginning(_positive(found["count"], found[0], remarks))
    return Condition(Suffix(target, found[0], start), found.end())


def _read_bound(sign: str, count: int) -> tuple[int | None, int | None]:
    """Give the least and the most that a comparison allows."""
    if sign[0] == ">":
        return (count if sign == ">=" else count + 1), None
    return None, (count if sign == "<=" else count - 1)


def _positive(digits: str, written: str, remarks: Remarks) -> int:
    count = int(digits)
    if count:
        return count
    remarks.add(f"nombre de {quote(written)} ramené à 1")
    return 1
