"""Write a tree by the table of one service, and note what is written otherwise than asked.

>>> from archive_search.query.translation.factiva import FACTIVA
>>> from archive_search.query.translation.writing import write_equation
>>> from archive_search.query.tree import Phrase, SameSentence
>>> sentence = SameSentence(children=(Phrase(words=("base", "aérienne")), Phrase(words=("Hmeimim",))))
>>> write_equation(sentence, FACTIVA)
('"base aérienne" near10 "Hmeimim"', ('Factiva ne sait pas chercher dans la même phrase : PHRASE remplacé par near10',))
"""

from collections.abc import Sequence

from archive_search.query.remarks import Remarks
from archive_search.query.translation.counting import spell_out_frequencies
from archive_search.query.translation.dropping import list_dropped
from archive_search.query.translation.filters import leave_out, write_filter
from archive_search.query.translation.joining import Joiner
from archive_search.query.translation.leaves import write_leaf
from archive_search.query.translation.notation import Notation
from archive_search.query.translation.pieces import Form, Piece
from archive_search.query.translation.place import OPEN, Place, place_within
from archive_search.query.translation.quorum import MAX_TERMS, count_terms, spell_out_quorum
from archive_search.query.translation.spreading import spread_confinements
from archive_search.query.tree import (
    Among,
    And,
    AtLeast,
    Filter,
    FirstWords,
    InZone,
    Leaf,
    Near,
    Node,
    NotNear,
    Or,
    ParagraphWithout,
    SameParagraph,
    SameSentence,
    SentenceWithout,
    Without,
    Zone,
)


def write_equation(tree: Node, notation: Notation) -> tuple[str, tuple[str, ...]]:
    """Write a whole tree.

    Returns:
        The equation, empty where the service can say nothing of the tree, and the notes.
    """
    notes = Remarks()
    piece = _write_tree(tree, notation, notes)
    if piece is None:
        notes.add(f"rien de cette requête ne s'écrit pour {notation.name}")
        return "", notes.sentences()
    if any(_is_changed(dropped, notation) for dropped in list_dropped(tree)):
        notes.add(f"ce qui suit SAUF n'est pas tout à fait le même pour {notation.name} : voyez ce qu'il exclut")
    return piece.text, notes.sentences()


def _write_tree(tree: Node, notation: Notation, notes: Remarks, *, place: Place = OPEN) -> Piece | None:
    spread = spread_confinements(tree, notation, notes)
    return _Writer(notation, notes).write(spell_out_frequencies(spread, notation, notes), place)


def _is_changed(dropped: Node, notation: Notation) -> bool:
    """Tell whether what is taken away is written otherwise than asked, families set aside: they exclude less."""
    notes = Remarks()
    piece = _write_tree(dropped, notation, notes, place=OPEN.turned())
    return piece is not None and any(note != notation.family_note for note in notes.sentences())


class _Writer:
    """Write nodes from the leaves up; what the service cannot say gives no piece."""

    def __init__(self, notation: Notation, notes: Remarks) -> None:
        self._notation = notation
        self._notes = notes
        self._joiner = Joiner(notation, notes)

    def write(self, node: Node, place: Place) -> Piece | None:
        """Write a node.

        Args:
            node: Part of a tree whose confinements and frequencies the service can write.
            place: Where it stands.
        """
        within = place_within(node, place)
        match node:
            case And() | SameParagraph() | SameSentence():
                return self._joiner.join(self._write_all(node.children, within), within.unit, around=place)
            case Or():
                return self._joiner.offer(self._write_alternatives(node.children, place))
            case Among():
                return self._write_quorum(node, place)
            case Near():
                left, right = self.write(node.left, within), self.write(node.right, within)
                return self._joiner.join_near(left, right, self._notation.near(node), around=place)
            case NotNear():
                keep, drop = self.write(node.keep, within), self.write(node.drop, within.turned())
                return self._joiner.take_away_near(keep, drop, self._notation.not_near(node), around=place)
            case Without() | ParagraphWithout() | SentenceWithout():
                keep, drop = self.write(node.keep, within), self.write(node.drop, within.turned())
                return self._joiner.take_away(keep, drop, within.unit, around=place)
            case InZone():
                return self._fill(self._notation.zones[node.zone], self.write(node.child, within))
            case FirstWords():
                return self._write_beginning(node, self.write(node.child, within))
            case AtLeast():
                return self._write_frequency(node, self.write(node.child, place))
            case _:
                return self._write_end(node, place)

    def _write_all(self, nodes: Sequence[Node], place: Place) -> list[Piece | None]:
        return [self.write(node, place) for node in nodes]

    def _write_end(self, node: Leaf | Filter, place: Place) -> Piece | None:
        if isinstance(node, Leaf):
            return write_leaf(node, self._notation, self._notes)
        if place.is_open:
            return write_filter(node, self._notation, self._notes)
        leave_out(node, self._notation, self._notes)
        return None

    def _write_alternatives(self, nodes: Sequence[Node], place: Place) -> list[Piece | None]:
        """Write alternatives; the same words in the title and in the attack are one where the service has a form."""
        pieces: list[Piece | None] = []
        form = self._notation.title_and_attack
        pending = list(reversed(nodes))
        while pending:
            node = pending.pop()
            if form and isinstance(node, InZone) and pending and _is_same_in_attack(node, pending[-1]):
                pending.pop()
                pieces.append(self._fill(form, self.write(node.child, place_within(node, place))))
            else:
                pieces.append(self.write(node, place))
        return pieces

    def _write_quorum(self, node: Among, place: Place) -> Piece | None:
        pieces = [piece for piece in self._write_all(node.children, place) if piece]
        if not 1 < node.count < len(pieces):
            return self._joiner.offer(pieces) if node.count < 2 else self._joiner.join(pieces, place.unit, around=place)
        if count_terms(node.count, pieces) <= MAX_TERMS:
            return spell_out_quorum(node.count, pieces, self._joiner, place=place)
        taken = "laissé de côté" if place.is_dropped else "pris comme OU"
        self._notes.add(f"{node.count} PARMI trop long à écrire en entier pour {self._notation.name} : {taken}")
        return None if place.is_dropped else self._joiner.offer(pieces)

    def _write_beginning(self, node: FirstWords, piece: Piece | None) -> Piece | None:
        beginning = self._notation.beginning
        if not piece or not beginning:
            return piece
        if beginning.of_terms_only and piece.terms > 1:
            self._notes.add(f"{self._notation.name} ne borne qu'un terme : debut/ laissé de côté devant une expression")
            return piece
        return self._fill(beginning.form, piece, count=node.count)

    def _write_frequency(self, node: AtLeast, piece: Piece | None) -> Piece | None:
        frequency = self._notation.frequency
        if piece and piece.terms > 1 and not frequency.of_alternatives:
            self._notes.add(
                f"{self._notation.name} ne compte qu'un terme : AUMOINS laissé de côté devant une expression"
            )
            return piece
        return self._fill(frequency.form, piece, count=node.count, below=node.count - 1)

    def _fill(self, form: Form, piece: Piece | None, **values: int) -> Piece | None:
        if piece and form.note:
            self._notes.add(form.note)
        return form.fill(piece, **values) if piece else None


def _is_same_in_attack(title: InZone, other: Node) -> bool:
    return (
        title.zone is Zone.TITLE
        and isinstance(other, InZone)
        and other.zone is Zone.ATTACK
        and other.child == title.child
    )
