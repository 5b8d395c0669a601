"""Write the words of a tree as one service looks for them.

>>> from archive_search.query.remarks import Remarks
>>> from archive_search.query.translation.europresse import EUROPRESSE
>>> from archive_search.query.translation.leaves import write_leaf
>>> from archive_search.query.tree import Word
>>> write_leaf(Word(text="l'armée"), EUROPRESSE, Remarks())
Piece(text='armée+', strength=<Strength.TERM: 1>, terms=1)
"""

from collections.abc import Sequence

from archive_search.query.remarks import Remarks
from archive_search.query.translation.notation import Notation
from archive_search.query.translation.pieces import Piece, join_pieces
from archive_search.query.translation.terms import clean, is_plain, split_into_parts, take_off_elision
from archive_search.query.tree import ExactForm, Fuzzy, Leaf, Named, Near, Pattern, Phrase, Word

_SIDE_BY_SIDE = Near(left=Word(text=""), right=Word(text=""), distance=1, ordered=True)


def write_leaf(leaf: Leaf, notation: Notation, notes: Remarks) -> Piece | None:
    """Write a leaf.

    Args:
        leaf: What is looked for.
        notation: Table of the service.
        notes: Where it is said what the service looks for otherwise than we do.

    Returns:
        The piece, or None, with a note, when the service cannot look for it.
    """
    match leaf:
        case Word():
            return _write_family(leaf.text, notation, notes)
        case ExactForm():
            notes.add(f"les accents ne comptent pas pour {notation.name} : =mot y trouve toutes les accentuations")
            # Where a sign asks for a family, guillemets are sure to ask for none.
            text = clean(take_off_elision(leaf.text))
            return _quoted(text) if notation.family else write_text(text, notation)
        case Pattern():
            return _write_in_a_row(split_into_parts(take_off_elision(leaf.text)), notation, notes)
        case Fuzzy():
            notes.add(f"{notation.name} n'a pas de tolérance de graphie : ~ laissé de côté")
            return write_text(take_off_elision(leaf.text), notation)
        case Phrase():
            return _write_phrase(leaf.words, notation, notes)
        case Named():
            notes.add(f"{notation.name} ne suit pas les graphies d'un nom : ajoutez les autres avec OU")
            return write_text(_read_name(leaf), notation)


def write_text(text: str, notation: Notation) -> Piece | None:
    """Write words as they are, in guillemets unless they are one word that is nothing else to the service."""
    words = clean(text)
    if is_plain(words) and not notation.reserved.fullmatch(words):
        return Piece(words)
    return _quoted(words)


def _quoted(words: str) -> Piece | None:
    return Piece(f'"{words}"') if words else None


def _write_family(text: str, notation: Notation, notes: Remarks) -> Piece | None:
    piece = write_text(take_off_elision(text), notation)
    if not piece or any(map(str.isdigit, piece.text)):
        return piece
    if notation.family and not piece.text.startswith('"'):
        return piece._replace(text=piece.text + notation.family)
    notes.add(notation.family_note)
    return piece


def _write_phrase(words: Sequence[str], notation: Notation, notes: Remarks) -> Piece | None:
    # The article before the first word says nothing more; further on, the services may count it as a word in between.
    words = [take_off_elision(word) if number == 0 else word for number, word in enumerate(words)]
    if any("*" in word or "?" in word for word in words):
        return _write_in_a_row([part for word in words for part in split_into_parts(word)], notation, notes)
    return _quoted(clean(" ".join(words)))


def _write_in_a_row(parts: Sequence[str], notation: Notation, notes: Remarks) -> Piece | None:
    """Write words and patterns side by side; no service surely truncates between guillemets."""
    pieces = [_write_part(part, notation, notes) for part in parts]
    if None in pieces:
        return None
    if len(pieces) > 1 and notation.near(_SIDE_BY_SIDE).note:
        notes.add(notation.near(_SIDE_BY_SIDE).note)
    return join_pieces(notation.near(_SIDE_BY_SIDE).text, pieces)


def _write_part(part: str, notation: Notation, notes: Remarks) -> Piece | None:
    if "*" not in part and "?" not in part:
        return write_text(part, notation)
    text = notation.truncate(part, notes)
    return Piece(text) if text else None


def _read_name(leaf: Named) -> str:
    """Give the words of a name, or those of its id in the archive."""
    prefix = f"{leaf.type}:"
    return leaf.text.removeprefix(prefix).replace("-", " ") if leaf.text.startswith(prefix) else leaf.text
