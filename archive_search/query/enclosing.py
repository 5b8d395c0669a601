"""Find what guillemets of any shape, or parentheses, enclose.

>>> from archive_search.query.enclosing import find_enclosed
>>> from archive_search.query.remarks import Remarks
>>> find_enclosed("« base aérienne » syrienne", 0, Remarks())
Enclosed(text=' base aérienne ', end=17)
"""

from typing import NamedTuple

from archive_search.query.remarks import Remarks, quote

# Word processors mix the shapes: what opened curly may close straight.
_CLOSINGS = {'"': '"', "«": "»", "“": '”"', "”": '”"', "„": '“”"', "(": ")"}
OPENING_SIGNS = frozenset(_CLOSINGS)
QUOTES = frozenset('"«“”„')


class Enclosed(NamedTuple):
    """Hold what stands between two signs, and where the closing sign ends."""

    text: str
    end: int


def find_enclosed(text: str, start: int, remarks: Remarks) -> Enclosed:
    """Find what the sign at an offset encloses; a missing closing sign stands at the end of the text, and is said."""
    closings = _CLOSINGS[text[start]]
    for end in range(start + 1, len(text)):
        if text[end] in closings:
            return Enclosed(text=text[start + 1 : end], end=end + 1)
    remarks.add(f"{quote(text[start])} ouvrant sans fermant : fermé à la fin de la requête")
    return Enclosed(text=text[start + 1 :], end=len(text))
