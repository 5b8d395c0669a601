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
from archive_search.query.operators import NEGATIONS, Kind, capitalise_operator, read_operator

_PROXIMITY = r"(?:\s+(?P<proximity>[^\s()\"«“=,;]{2,12}))?(?=[\s(\"«“=]|$)"
_EXCLUSION = re.compile(r"(?P<alone>(?:(?:AND|BUT)\s+)?NOT|ET\s+PAS|SAUF|SANS|NON)(?=[\s(\"«“=]|$)" + _PROXIMITY)
_ENGLISH_EXCLUSION = re.compile(r"(?P<alone>(?:(?:and|but)\s+)?not)(?=[\s(\"=]|$)" + _PROXIMITY, re.IGNORECASE)
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
        The operator; None when a word begins there.
    """
    if exclusion := _find_exclusion(text, chunk, start, dialect):
        return _read_exclusion(exclusion, dialect)
    if operator := _read(chunk, dialect):
        return OperatorWord(*operator, chunk, start + len(chunk))
    return None


def _read(chunk: str, dialect: Dialect) -> tuple[Kind, int] | None:
    """Read a chunk as an operator of the dialect; services take them in small letters too."""
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
        return OperatorWord(NEGATIONS[kind], distance, exclusion[0], exclusion.end())
    return OperatorWord(Kind.WITHOUT, 0, exclusion["alone"], exclusion.end("alone"))
