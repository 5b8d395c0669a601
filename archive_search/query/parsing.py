"""Turn the text of a query into a tree; what can be repaired is repaired, and said.

>>> from datetime import date
>>> from archive_search.query.parsing import parse_query
>>> parsed = parse_query('Lattaquié "base aérienne', today=date(2015, 9, 18))
>>> parsed.interpreted
'Lattaquié ET "base aérienne"'
>>> parsed.warnings
('« " » ouvrant sans fermant : fermé à la fin de la requête',)
"""

from datetime import date

from archive_search.errors import QueryError
from archive_search.query.bounds import MAX_CHARACTERS, MAX_DEPTH, check_size, too_deep, too_long
from archive_search.query.combining import Group, Partial, negate
from archive_search.query.frames import Frame
from archive_search.query.lexing import tokenize
from archive_search.query.names import join_words_of_names
from archive_search.query.operators import Kind
from archive_search.query.printing import print_query
from archive_search.query.properties import apply_field
from archive_search.query.remarks import Remarks, quote
from archive_search.query.tokens import Closing, Exclusion, Opening, Operand, Operator, Prefix, Token
from archive_search.query.tree import Field, Node, Parsed


def parse_query(text: str, *, today: date, any_word: bool = False) -> Parsed:
    """Read a query.

    Args:
        text: Any text at all.
        today: Day that "depuis:7j" counts back from.
        any_word: Whether a space means OU, as for a question in free text, instead of ET.

    Returns:
        The tree in normal form, how it reads in canonical form, and what was repaired.

    Raises:
        QueryError: Nothing can be searched, or the query exceeds a bound of `archive_search.query.bounds`.
    """
    if len(text) > MAX_CHARACTERS:
        raise too_long(len(text))
    remarks = Remarks()
    reader = _Reader(remarks, Kind.OR if any_word else Kind.AND)
    for token in join_words_of_names(tokenize(text, remarks, today=today)):
        reader.read(token)
    tree = reader.finish()
    check_size(tree)
    return Parsed(tree=tree, interpreted=print_query(tree), warnings=remarks.sentences())


class _Reader:
    """Put tokens together, one frame for each open parenthesis."""

    def __init__(self, remarks: Remarks, implied: Kind) -> None:
        self._remarks = remarks
        self._implied = implied
        self._frames = [Frame()]
        self._depth = 0
        self._exclusion_position: int | None = None

    def read(self, token: Token) -> None:
        """Take the next token."""
        match token:
            case Operand():
                self._deliver(token.node)
            case Operator():
                self._read_operator(token)
            case Opening():
                self._deepen(token.position)
                self._frames.append(Frame())
            case Closing():
                self._read_closing()
            case Prefix() | Exclusion():
                self._add_prefix(token)

    def finish(self) -> Node:
        """Close what is open and give the tree.

        Raises:
            QueryError: There is nothing to search.
        """
        if len(self._frames) > 1:
            self._remarks.add("parenthèse ouvrante sans fermante : fermée à la fin de la requête")
        while len(self._frames) > 1:
            self._close_frame()
        tree = self._close(self._frames[0])
        if tree is None:
            reasons = self._remarks.sentences()
            raise QueryError(f"rien à chercher : {reasons[0] if reasons else 'écrivez au moins un mot'}", position=0)
        if isinstance(tree, Group):
            raise QueryError(
                "rien à chercher : écrivez avant SAUF ce qu'il faut trouver",
                position=self._exclusion_position or 0,
            )
        return tree

    def _read_operator(self, operator: Operator) -> None:
        frame = self._frames[-1]
        self._drop_prefixes(frame)
        if not frame.lacks_operand:
            self._push_operator(frame, operator)
        elif operator.kind is Kind.WITHOUT:
            # "ET SAUF B" or "SAUF B" at the start: taken from whatever else the parentheses hold.
            self._add_prefix(Exclusion(operator.position))
        else:
            self._remarks.add(f"opérateur {quote(operator.text)} sans mot à gauche, ignoré")

    def _push_operator(self, frame: Frame, operator: Operator) -> None:
        if self._exclusion_position is None and operator.kind is Kind.WITHOUT:
            self._exclusion_position = operator.position
        if frame.holds_exclusion_only:
            self._note_exclusion(operator.kind)
        self._note_kind(frame, operator)
        frame.push_operator(operator)

    def _note_exclusion(self, kind: Kind | None) -> None:
        if kind not in (None, Kind.AND, Kind.WITHOUT):
            self._remarks.add(f"{kind.value} à côté d'une exclusion, compris comme SAUF")

    def _note_kind(self, frame: Frame, operator: Operator) -> None:
        """Warn where ET and OU meet: Nexis would bind OU first."""
        if operator.kind not in (Kind.AND, Kind.OR) or (not operator.text and self._implied is Kind.OR):
            return
        frame.kinds.add(operator.kind)
        if len(frame.kinds) == 2 and not self._is_property_list():
            self._remarks.add("ET et OU mêlés sans parenthèses : ET lie plus fort que OU")

    def _is_property_list(self) -> bool:
        """Tell whether the open parenthesis lists names, in which a space is part of the name."""
        prefixes = self._frames[-2].prefixes if len(self._frames) > 1 else []
        return bool(prefixes) and isinstance(prefixes[-1], Prefix) and isinstance(prefixes[-1].target, Field)

    def _add_prefix(self, prefix: Prefix | Exclusion) -> None:
        self._deepen(prefix.position)
        self._frames[-1].prefixes.append(prefix)
        if isinstance(prefix, Exclusion) and self._exclusion_position is None:
            self._exclusion_position = prefix.position

    def _deepen(self, position: int) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise too_deep(position)

    def _read_closing(self) -> None:
        if len(self._frames) == 1:
            self._remarks.add("parenthèse fermante sans ouvrante, ignorée")
        else:
            self._close_frame()

    def _close_frame(self) -> None:
        operand = self._close(self._frames.pop())
        self._depth -= 1
        if operand is None:
            self._remarks.add("parenthèses sans mot, ignorées")
            self._drop_prefixes(self._frames[-1])
        else:
            self._deliver(operand)

    def _close(self, frame: Frame) -> Partial | None:
        self._drop_prefixes(frame)
        if (operator := frame.pop_operator()) and operator.text:
            self._remarks.add(f"opérateur {quote(operator.text)} sans mot à droite, ignoré")
        return frame.close()

    def _drop_prefixes(self, frame: Frame) -> None:
        for prefix in frame.prefixes:
            if isinstance(prefix, Prefix):
                self._remarks.add(f"champ {quote(prefix.name)} sans valeur, ignoré")
            else:
                self._remarks.add("exclusion sans mot à droite, ignorée")
        self._depth -= len(frame.prefixes)
        frame.prefixes.clear()

    def _deliver(self, operand: Partial) -> None:
        frame = self._frames[-1]
        while frame.prefixes:
            operand = self._apply(frame.prefixes.pop(), operand)
            self._depth -= 1
        if isinstance(operand, Group):
            self._note_exclusion(frame.waiting_kind)
        implied = Operator(self._implied, 0, "", 0)
        if not frame.lacks_operand:
            self._note_kind(frame, implied)
        frame.push_operand(operand, implied=implied)

    def _apply(self, prefix: Prefix | Exclusion, operand: Partial) -> Partial:
        if isinstance(prefix, Exclusion):
            return negate(operand)
        if isinstance(operand, Group):
            return Group(drop=[self._apply_to_node(prefix, node) for node in operand.drop])
        return self._apply_to_node(prefix, operand)

    def _apply_to_node(self, prefix: Prefix, node: Node) -> Node:
        # Before the recursion below and before "hlp=" doubles the node, its size must be known to be bounded.
        check_size(node, position=prefix.position)
        return apply_field(prefix.target, node, self._remarks)
