"""Write the filters of a tree: properties of the article, its day and its length.

>>> from archive_search.query.remarks import Remarks
>>> from archive_search.query.translation.factiva import FACTIVA
>>> from archive_search.query.translation.filters import write_filter
>>> from archive_search.query.tree import Length
>>> write_filter(Length(least=501, most=None), FACTIVA, Remarks())
Piece(text='wc>500', strength=<Strength.CLOSED: 2>, terms=1)
"""

from archive_search.query.remarks import Remarks
from archive_search.query.translation.leaves import write_text
from archive_search.query.translation.notation import Notation
from archive_search.query.translation.pieces import Piece, Strength, join_pieces
from archive_search.query.translation.place import Unit
from archive_search.query.tree import Filter, Length, Matching, Published


def write_filter(node: Filter, notation: Notation, notes: Remarks) -> Piece | None:
    """Write a filter; None, with a note, when the service has none like it in its equations."""
    match node:
        case Matching():
            return _write_property(node, notation, notes)
        case Published():
            return _write_period(node, notation, notes)
        case Length():
            return _write_length(node, notation, notes)


def leave_out(node: Filter, notation: Notation, notes: Remarks) -> None:
    """Say that a filter cannot be written."""
    notes.add(f"{_name(node)} laissé de côté pour {notation.name} : réglez ce filtre dans le formulaire")


def _write_property(node: Matching, notation: Notation, notes: Remarks) -> Piece | None:
    form, piece = notation.properties.get(node.field), write_text(node.value, notation)
    if not form or not piece:
        leave_out(node, notation, notes)
        return None
    if form.note:
        notes.add(form.note)
    if node.whole:
        notes.add(f"{notation.name} ne cherche pas de valeur entière : {_name(node)} y trouve aussi les plus longues")
    return form.fill(piece)


def _write_period(node: Published, notation: Notation, notes: Remarks) -> Piece | None:
    if notation.period:
        return Piece(notation.period(node, notes), Strength.CLOSED) if node.first or node.last else None
    leave_out(node, notation, notes)
    return None


def _write_length(node: Length, notation: Notation, notes: Remarks) -> Piece | None:
    if notation.length:
        bounds = notation.length(node.least, node.most)
        return join_pieces(notation.chains[Unit.ARTICLE].text, [Piece(bound, Strength.CLOSED) for bound in bounds])
    leave_out(node, notation, notes)
    return None


def _name(node: Filter) -> str:
    """Give the name of a filter as our readers write it."""
    match node:
        case Matching():
            return f"{node.field.value}:"
        case Published():
            return "date:"
        case Length():
            return "mots:"
