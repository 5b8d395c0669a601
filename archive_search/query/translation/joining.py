"""Join pieces by the operators of one service, which depend on the unit around them.

>>> from archive_search.query.remarks import Remarks
>>> from archive_search.query.translation.factiva import FACTIVA
>>> from archive_search.query.translation.joining import Joiner
>>> from archive_search.query.translation.pieces import Piece
>>> from archive_search.query.translation.place import OPEN, Unit
>>> Joiner(FACTIVA, Remarks()).join([Piece("avion"), Piece("piste")], Unit.PARAGRAPH, around=OPEN).text
'avion same piste'
"""

from collections.abc import Sequence

from archive_search.query.remarks import Remarks
from archive_search.query.translation.notation import Notation, Sign
from archive_search.query.translation.pieces import Piece, join_pieces
from archive_search.query.translation.place import Place, Unit


class Joiner:
    """Join pieces for one service, and note what its operators say otherwise."""

    def __init__(self, notation: Notation, notes: Remarks) -> None:
        self._notation = notation
        self._notes = notes

    def join(self, pieces: Sequence[Piece | None], unit: Unit, *, around: Place) -> Piece | None:
        """Ask for all pieces in one unit; where places count, that is the paragraph."""
        written = self._keep(pieces, around)
        if len(written) < 2:
            return written[0] if written else None
        if unit in (Unit.PARAGRAPH, Unit.WORDS):
            return self._join_in_paragraph(written, around)
        self._check_nesting(unit, around)
        return join_pieces(self._use(self._notation.chains[unit]), written)

    def join_near(self, left: Piece | None, right: Piece | None, sign: Sign, *, around: Place) -> Piece | None:
        """Ask for two pieces by an operator of distance; one alone stays as it is."""
        written = self._keep((left, right), around)
        if len(written) < 2:
            return written[0] if written else None
        self._check_nesting(Unit.WORDS, around)
        return join_pieces(self._use(sign), written)

    def offer(self, pieces: Sequence[Piece | None]) -> Piece | None:
        """Ask for one of the pieces."""
        return join_pieces(self._notation.alternative, pieces)

    def take_away(self, keep: Piece | None, drop: Piece | None, unit: Unit, *, around: Place) -> Piece | None:
        """Ask for one piece without the other in one unit; where nothing is kept, nothing can be asked."""
        unit = Unit.PARAGRAPH if unit is Unit.WORDS else unit
        return self._take_away(keep, drop, self._notation.exclusions[unit], unit, around)

    def take_away_near(self, keep: Piece | None, drop: Piece | None, sign: Sign, *, around: Place) -> Piece | None:
        """Ask for one piece without the other near it."""
        return self._take_away(keep, drop, sign, Unit.WORDS, around)

    def _take_away(self, keep: Piece | None, drop: Piece | None, sign: Sign, unit: Unit, around: Place) -> Piece | None:
        if not drop:
            return keep
        if not keep:
            self._notes.add(f"{self._notation.name} n'exclut pas sans rien garder : SAUF laissé de côté")
            return None
        text = self._use(sign)
        if not text:
            return keep
        self._check_nesting(unit, around)
        return join_pieces(text, [keep, drop])

    def _keep(self, pieces: Sequence[Piece | None], around: Place) -> Sequence[Piece]:
        """Leave out what could not be written; of a conjunction that is taken away, none is then kept."""
        written = [piece for piece in pieces if piece]
        # "A SAUF (B ET source:X)" without its source would lose every article with B.
        return [] if around.is_dropped and len(written) < len(pieces) else written

    def _join_in_paragraph(self, pieces: Sequence[Piece], around: Place) -> Piece | None:
        if around.in_field and not self._notation.fields_take_paragraphs:
            self._notes.add(f"{self._notation.name} ne cherche pas un paragraphe dans une zone : PARA pris comme ET")
            return self._join_in_article(pieces)
        self._check_nesting(Unit.PARAGRAPH, around)
        sign = self._use(self._notation.chains[Unit.PARAGRAPH])
        if self._notation.paragraph_repeats or len(pieces) == 2:
            return join_pieces(sign, pieces)
        self._notes.add(f"{self._notation.name} ne répète pas{sign}: PARA écrit deux à deux")
        return self._pair(sign, pieces)

    def _pair(self, sign: str, pieces: Sequence[Piece]) -> Piece | None:
        """Join one piece with each other one; only a single term is repeated, so that the text stays short."""
        first, *others = sorted(pieces, key=lambda piece: piece.terms > 1)
        if first.terms > 1:
            second, *others = others
            return self._join_in_article([join_pieces(sign, [first, second]), *others])
        return self._join_in_article([join_pieces(sign, [first, other]) for other in others])

    def _join_in_article(self, pieces: Sequence[Piece | None]) -> Piece | None:
        return join_pieces(self._use(self._notation.chains[Unit.ARTICLE]), pieces)

    def _check_nesting(self, unit: Unit, around: Place) -> None:
        if around.unit not in (Unit.ARTICLE, unit) and not self._notation.nests_proximities:
            self._notes.add(f"{self._notation.name} mêle mal deux sortes de proximité : vérifiez l'équation")

    def _use(self, sign: Sign) -> str:
        if sign.note:
            self._notes.add(sign.note)
        return sign.text
