"""Spell out a quorum, which no service has: each choice of so many pieces is one alternative.

>>> from archive_search.query.remarks import Remarks
>>> from archive_search.query.translation.joining import Joiner
>>> from archive_search.query.translation.nexis import NEXIS
>>> from archive_search.query.translation.pieces import Piece
>>> from archive_search.query.translation.place import OPEN
>>> from archive_search.query.translation.quorum import spell_out_quorum
>>> pieces = [Piece("Assad"), Piece("Poutine"), Piece("Obama")]
>>> spell_out_quorum(2, pieces, Joiner(NEXIS, Remarks()), place=OPEN).text
'(Assad and Poutine) or (Assad and Obama) or (Poutine and Obama)'
"""

from collections.abc import Sequence
from itertools import combinations
from math import comb

from archive_search.query.translation.joining import Joiner
from archive_search.query.translation.pieces import Piece
from archive_search.query.translation.place import Place

MAX_TERMS = 50


def count_terms(count: int, pieces: Sequence[Piece]) -> int:
    """Count the terms that a quorum has once spelt out: each piece stands with each choice of the others."""
    return comb(len(pieces) - 1, count - 1) * sum(piece.terms for piece in pieces)


def spell_out_quorum(count: int, pieces: Sequence[Piece], joiner: Joiner, *, place: Place) -> Piece | None:
    """Ask for at least so many of the pieces.

    Args:
        count: Fewest pieces, from 1 to their number.
        pieces: What is listed; `count_terms` tells beforehand whether the result is of a bearable length.
        joiner: Gives the operators.
        place: Where the quorum stands.
    """
    choices = combinations(pieces, count)
    return joiner.offer([joiner.join(choice, place.unit, around=place) for choice in choices])
