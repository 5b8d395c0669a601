"""Cut a text into pieces that are marked and pieces that are not.

>>> from archive_search.exports.review.marked_text import cut_at_marks
>>> cut_at_marks("Une base aérienne", [(4, 8)])
(Piece(text='Une ', is_marked=False), Piece(text='base', is_marked=True), Piece(text=' aérienne', is_marked=False))
"""

from collections.abc import Iterable
from typing import NamedTuple


class Piece(NamedTuple):
    """Hold a piece of a text, and tell whether it is marked."""

    text: str
    is_marked: bool


def cut_at_marks(text: str, marks: Iterable[tuple[int, int]]) -> tuple[Piece, ...]:
    """Cut a text where marks begin and end.

    Args:
        text: The text as stored.
        marks: Half-open spans of characters, in order and apart.
    """
    pieces = []
    end = 0
    for start, stop in marks:
        pieces += [Piece(text[end:start], False), Piece(text[start:stop], True)]
        end = stop
    return tuple(piece for piece in (*pieces, Piece(text[end:], False)) if piece.text)
