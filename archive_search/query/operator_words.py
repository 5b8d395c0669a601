"""Find the operator that begins at a word of a query, in our language or in that of a service.

>>> from archive_search.query.dialects import DIALECTS
>>> from archive_search.query.operator_words import find_operator
>>> from archive_search.query.syntax import Syntax
>>> find_operator("A AND NOT B", "AND", 2, DIALECTS[Syntax.STANDARD])
OperatorWord(kind=<Kind.WITHOUT: 'SAUF'>, distance=0, text='AND NOT', end=9)
"""

import re
from typing import NamedTuple

from archive_search.query.dialects import Dialect
from archive_search.query.operators import MEASURED, NEGATIONS, Kind, capitalise_operator, read_operator

_PROXIMITY = r"(?:\s+(?P<proximity>[^\s()\"«“=,;]{2,12}))?(?=[\s(\"«“=]|$)"
_EXCLUSION = re.compile(
    r"(?P<alone>(?:(?:AND|BUT)\s+)?NOT|ET\s+PAS|SAUF|SANS|NON(?:\s+PAS)?)(?=[\s(\"«“=]|$)" + _PROXIMITY
)
_ENGLISH_EXCLUSION = re.compile(r"(?P<alone>(?:(?:and|but)\s+)?not)(?=[\s(\"=]|$)" + _PROXIMITY, re.IGNORECASE)
_BARE_DISTANCE = re.compile(r"/[0-9]+")
# "PRES 5": the number is a distance where something to search follows it.
_DISTANCE = re.compile(
    r"(?:\s{0,3}/\s{0,3}|\s{1,3})(?P<distance>[0-9]{1,3})\s{1,3}(?P<next>[^\s(\"«“=,;]{0,12})(?=.)", re.DOTALL
)
_PUNCTUATION = frozenset(".,;:!?…")
_EXCLUSION_STARTS = frozenset({"AND", "BUT", "ET", "NON", "NOT", "SANS", "SAUF"})


class OperatorWord(NamedTuple):
    """Hold an operator of one word or several, as it is written, and where it ends."""

    kind: Kind
    distance: int
    text: str
    end: int


def find_operator(text: str, chunk: str, start: int, dialect: Dialect) -> OperatorWord | None:
    """Read an operator.

    Args:
        text: The query.
        chunk: What begins at an offset, up to the next space, without the punctuation at its end.
        start: The offset.
        dialect: Habits of the service whose equation it is.

    Returns:
        The operator; None when a word begins there, as where punctuation follows: "NON, la paix".
    """
    if text[start + len(chunk) : start + len(chunk) + 1] in _PUNCTUATION:
        return None
    if exclusion := _find_exclusion(text, chunk, start, dialect):
        return _read_exclusion(exclusion, dialect)
    if operator := _read(chunk, dialect):
        found = OperatorWord(*operator, chunk, start + len(chunk))
        return _with_distance(found, text, start=start, name=chunk, dialect=dialect)
    return None


def _with_distance(operator: OperatorWord, text: str, *, start: int, name: str, dialect: Dialect) -> OperatorWord:
    """Give an operator whose name ends without a distance the number that stands apart from it, if one does."""
    if operator.kind not in MEASURED or not name.isalpha():
        return operator
    found = _DISTANCE.match(text, operator.end)
    if not found or _read(found["next"], dialect):
        return operator
    end = found.end("distance")
    return OperatorWord(operator.kind, int(found["distance"]), text[start:end], end)


def _read(chunk: str, dialect: Dialect) -> tuple[Kind, int] | None:
    """Read a chunk as an operator of the dialect; services take them in small letters too."""
    if dialect.calls_fields and _BARE_DISTANCE.fullmatch(chunk):
        chunk = f"W{chunk}"
    name = capitalise_operator(chunk) if dialect.joins_words else chunk
    return read_operator(name, within=dialect.within)


def _find_exclusion(text: str, chunk: str, start: int, dialect: Dialect) -> re.Match[str] | None:
    """Find the words that take away what follows them, such as "AND NOT", and the word after these."""
    if chunk in _EXCLUSION_STARTS:
        return _EXCLUSION.match(text, start)
    if dialect.joins_words and chunk.upper() in _EXCLUSION_STARTS:
        return _ENGLISH_EXCLUSION.match(text, start)
    return None


def _read_exclusion(exclusion: re.Match[str], dialect: Dialect) -> OperatorWord:
    """Read what takes away from the article, or beside another operator from what that one names."""
    kind, distance = (exclusion["proximity"] and _read(exclusion["proximity"], dialect)) or (None, 0)
    if kind in NEGATIONS:
        operator = OperatorWord(NEGATIONS[kind], distance, exclusion[0], exclusion.end())
        name, start = exclusion["proximity"], exclusion.start()
        return _with_distance(operator, exclusion.string, start=start, name=name, dialect=dialect)
    return OperatorWord(Kind.WITHOUT, 0, exclusion["alone"], exclusion.end("alone"))
