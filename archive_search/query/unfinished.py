"""Find what is being typed at the end of a query: the piece to complete, and the field that it stands under.

>>> from archive_search.query.unfinished import find_unfinished
>>> find_unfinished('base personne:"Sergueï Cho')
Unfinished(start=14, text='Sergueï Cho', target=<EntityType.PERSON: 'person'>, is_quoted=True)
>>> find_unfinished("base aérienne ") is None
True
"""

import re
from typing import NamedTuple

from archive_search.query.enclosing import QUOTES, find_enclosed
from archive_search.query.fields import DateFilter, Target, find_field
from archive_search.query.remarks import Remarks

_FIELD = re.compile(r"([^\W\d]++)(?:[:=](?!//)|\s{1,3}(?::(?=[\w\"«“(])|=(?=\s)))")
_CHUNK = re.compile('[^\\s\x00-\x1f\x7f-\x9f\ud800-\udfff()\\[\\]{}"«»“”„|&,;:=<>]+')


class Unfinished(NamedTuple):
    """Hold the piece at the end of a query.

    Attributes:
        start: Where it begins in the query; the sign that opens guillemets belongs to it.
        text: What is typed of it, without that sign; empty right after a field.
        target: Field that it stands under, by itself or by its parentheses; None where there is none.
        is_quoted: Whether guillemets were opened and not closed.
    """

    start: int
    text: str
    target: Target | DateFilter | None
    is_quoted: bool


def find_unfinished(text: str) -> Unfinished | None:
    """Find the piece that a query ends with, in time linear in its length.

    Args:
        text: Any text.

    Returns:
        The piece; None where the query ends with a space, a parenthesis or guillemets that close.
    """
    scanner = _Scanner(text)
    while scanner.position < len(text):
        if found := scanner.read():
            return found
    # A space after a field changes nothing.
    return Unfinished(len(text), "", scanner.announced, is_quoted=False) if scanner.announced else None


class _Scanner:
    """Walk through a query; `read` moves the position forward."""

    def __init__(self, text: str) -> None:
        self.position = 0
        self.announced: Target | DateFilter | None = None
        self._text = text
        self._around: list[Target | DateFilter | None] = [None]

    def read(self) -> Unfinished | None:
        """Read one piece; give it where it is the last and not finished."""
        character = self._text[self.position]
        if character in QUOTES:
            return self._read_quoted()
        if character.isalnum():
            return self._read_name_or_chunk()
        self.position += 1
        if character == "(":
            self._around.append(self._target())
        elif character == ")" and len(self._around) > 1:
            self._around.pop()
        if character in "()":
            self.announced = None
        return None

    def _target(self) -> Target | DateFilter | None:
        return self.announced or self._around[-1]

    def _read_quoted(self) -> Unfinished | None:
        start = self.position
        inside, end = find_enclosed(self._text, start, Remarks())
        if end == start + 1 + len(inside):
            return Unfinished(start, inside, self._target(), is_quoted=True)
        self._pass_to(end)
        return None

    def _read_name_or_chunk(self) -> Unfinished | None:
        start = self.position
        if field := _FIELD.match(self._text, start):
            self.position = field.end()
            self.announced = find_field(field[1])
            return None
        chunk = _CHUNK.match(self._text, start)
        # What is a letter or a digit is never one of the signs that end a chunk.
        assert chunk
        if chunk.end() == len(self._text):
            return Unfinished(start, chunk[0], self._target(), is_quoted=False)
        self._pass_to(chunk.end())
        return None

    def _pass_to(self, end: int) -> None:
        self.position = end
        self.announced = None
