"""Find the places where a dispatch refers to another one by its number.

>>> from archive_search.entities.references import find_references
>>> [number for _, number in find_references("Il a démenti. (voir ID:nL4N0XY1AB ) [nL8N12ABCD, nFWN2345CD]")]
['nL4N0XY1AB', 'nL8N12ABCD', 'nFWN2345CD']
"""

import re
from collections.abc import Iterator

from archive_search.records import Span

# Numbers of Reuters: "n", then capitals and digits. In running text they stand behind "ID:", "voir" or a bracket; one
# may follow another.
_NUMBER = re.compile(r"(?<!\w)n[A-Z][A-Z0-9]{5,17}(?!\w)")
_INTRODUCTION = re.compile(r"(?:\bID ?:|\bvoir|[\[(<])\s?\Z", re.IGNORECASE)
_BETWEEN = re.compile(r"\s?[\]>)]?\s?(?:[,;/]|et)?\s?[\[<(]?(?:ID ?:)?\s?", re.IGNORECASE)
_LONGEST_INTRODUCTION = 8


def find_references(text: str) -> Iterator[tuple[Span, str]]:
    """Yield the span and the text of each number of a dispatch, from left to right."""
    end = None
    for found in _NUMBER.finditer(text):
        before = text[max(0, found.start() - _LONGEST_INTRODUCTION) : found.start()]
        follows = end is not None and _BETWEEN.fullmatch(text, end, found.start()) is not None
        if sum(map(str.isdigit, found[0])) >= 2 and (follows or _INTRODUCTION.search(before)):
            end = found.end()
            yield Span(*found.span()), found[0]
