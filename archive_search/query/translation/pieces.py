"""Put pieces of an equation together, in parentheses wherever a reader could take them otherwise.

A compound piece is always put in parentheses inside another: the services disagree on what binds first.

>>> from archive_search.query.translation.pieces import Piece, Strength, join_pieces
>>> either = join_pieces(" or ", [Piece("Syrie"), Piece("Irak")])
>>> join_pieces(" and ", [either, Piece("Russie")])
Piece(text='(Syrie or Irak) and Russie', strength=<Strength.COMPOUND: 0>, terms=3)
"""

from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple


class Strength(IntEnum):
    """Tell how well a piece holds together."""

    COMPOUND = 0
    TERM = 1
    CLOSED = 2


class Piece(NamedTuple):
    """Hold a written part of an equation, and the number of terms in it."""

    text: str
    strength: Strength = Strength.TERM
    terms: int = 1


class Form(NamedTuple):
    """Say how something is written around a piece.

    Attributes:
        pattern: Where "{piece}" stands for the piece; other names are filled in by who uses the form.
        least: What the piece must be; a weaker one is put in parentheses.
        note: French sentence to give whenever the form is used; empty for none.
    """

    pattern: str
    least: Strength = Strength.TERM
    note: str = ""

    def fill(self, piece: Piece, **values: int) -> Piece:
        """Write the form around a piece; the result needs no parentheses."""
        text = self.pattern.format(piece=enclose(piece, least=self.least), **values)
        return Piece(text, Strength.CLOSED, piece.terms)


def enclose(piece: Piece, *, least: Strength) -> str:
    """Give the text of a piece, in parentheses where it holds together less than asked."""
    return piece.text if piece.strength >= least else f"({piece.text})"


def join_pieces(sign: str, pieces: Iterable[Piece | None]) -> Piece | None:
    """Join what could be written by an operator; None where nothing could, and a single piece as it is."""
    written = [piece for piece in pieces if piece]
    if len(written) < 2:
        return written[0] if written else None
    text = sign.join([enclose(piece, least=Strength.TERM) for piece in written])
    return Piece(text, Strength.COMPOUND, sum(piece.terms for piece in written))
