"""Put the tokens of a query together into a tree.

>>> from archive_search.query.assembling import assemble
>>> from archive_search.query.dialects import DIALECTS
>>> from archive_search.query.printing import print_query
>>> from archive_search.query.remarks import Remarks
>>> from archive_search.query.syntax import Syntax
>>> from archive_search.query.tokens import Operand
>>> from archive_search.query.tree import Word
>>> tokens = [Operand(Word(text="Syrie"), 0), Operand(Word(text="Irak"), 6)]
>>> print_query(assemble(tokens, Remarks(), DIALECTS[Syntax.STANDARD], any_word=False))
'Syrie ET Irak'
"""

from collections.abc import Sequence

from archive_search.errors import QueryError
from archive_search.query.applying import apply_prefix, tell_useless
from archive_search.query.bounds import MAX_DEPTH, check_size, too_deep
from archive_search.query.building import choose
from archive_search.query.combining import Group, Partial
from archive_search.query.dialects import Dialect
from archive_search.query.frames import Frame
from archive_search.query.operators import Kind
from archive_search.query.remarks import Remarks, quote
from archive_search.query.side_by_side import join_words_of_names, join_words_of_phrases
from archive_search.query.tokens import (
    Beginning,
    Choice,
    Closing,
    Exclusion,
    Opening,
    Operand,
    Operator,
    Prefix,
    Separator,
    Suffix,
    Token,
    Unsupported,
)
from archive_search.query.tree import (
    And,
    ExactForm,
    Field,
    Fuzzy,
    Named,
    Near,
    Node,
    Or,
    Pattern,
    Phrase,
    Word,
)

_TOUCHING = (Word, ExactForm, Pattern, Fuzzy, Phrase, Named, Near, Or)


def assemble(tokens: Sequence[Token], remarks: Remarks, dialect: Dialect, *, any_word: bool) -> Node:
    """Make a tree of tokens, those of a name or a phrase joined first.

    Args:
        tokens: What `archive_search.query.lexing.tokenize` gives.
        remarks: Where repairs are said.
        dialect: Habits of the service whose equation it is.
        any_word: Whether a space means OU instead of ET.

    Raises:
        QueryError: Nothing can be searched, or the tree exceeds a bound.
    """
    assembler = _Assembler(remarks, dialect, any_word=any_word)
    tokens = join_words_of_names(tokens)
    for token in join_words_of_phrases(tokens) if dialect.joins_words and not any_word else tokens:
        assembler.read(token)
    tree = assembler.finish()
    check_size(tree)
    return tree


class _Assembler:
    """Put tokens together, one frame for each open parenthesis."""

    def __init__(self, remarks: Remarks, dialect: Dialect, *, any_word: bool) -> None:
        self._remarks = remarks
        self._dialect = dialect
        self._any_word = any_word
        self._frames = [Frame(dialect.strength)]
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
                self._open_frame(token.position)
            case Closing():
                self._read_closing()
            case Prefix() | Exclusion():
                self._add_prefix(token)
            case Suffix():
                self._read_suffix(token)
            case Separator():
                self._read_separator()

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
        elif frame.ignores_operator and operator.kind is not Kind.WITHOUT:
            frame.ignores_operator = False
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
        """Warn where OU meets another operator: Nexis would bind OU first, as would many a reader."""
        if self._dialect.is_service or (self._any_word and not operator.text):
            return
        frame.kinds.add(operator.kind)
        if Kind.OR not in frame.kinds or self._is_property_list():
            return
        for kind in Kind:
            if kind in frame.kinds and kind is not Kind.OR:
                self._remarks.add(f"{kind.value} et OU mêlés sans parenthèses : {kind.value} lie plus fort que OU")

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

    def _open_frame(self, position: int) -> None:
        self._deepen(position)
        prefixes = self._frames[-1].prefixes
        is_list = bool(prefixes) and isinstance(prefixes[-1], Prefix) and isinstance(prefixes[-1].target, Choice)
        self._frames.append(Frame(self._dialect.strength, is_list=is_list))

    def _read_separator(self) -> None:
        frame = self._frames[-1]
        if frame.is_list and (item := self._close(frame)) is not None:
            frame.items.append(item)
            frame.kinds.clear()

    def _read_suffix(self, suffix: Suffix) -> None:
        """Apply a condition to the operand before it; "debut/50" may also stand before its operand."""
        frame = self._frames[-1]
        last = frame.last_operand
        prefix = Prefix(suffix.target, suffix.name, suffix.position)
        if last is not None and not frame.prefixes:
            frame.replace_last(apply_prefix(prefix, last, self._remarks))
        elif isinstance(suffix.target, Beginning):
            self._add_prefix(prefix)
        else:
            self._remarks.add(f"condition {quote(suffix.name)} sans mot à gauche, ignorée")

    def _read_closing(self) -> None:
        if len(self._frames) == 1:
            self._remarks.add("parenthèse fermante sans ouvrante, ignorée")
        else:
            self._close_frame()

    def _close_frame(self) -> None:
        frame = self._frames.pop()
        operand = self._close_list(frame) if frame.is_list else self._close(frame)
        self._depth -= 1
        if operand is not None:
            self._deliver(operand)
        elif frame.lacks_something:
            self._leave_out()
        else:
            self._remarks.add("parenthèses sans mot, ignorées")
            self._drop_prefixes(self._frames[-1])

    def _close_list(self, frame: Frame) -> Partial | None:
        """Choose among what the parentheses list; the condition that announces it has done its duty."""
        last = self._close(frame)
        items = [*frame.items, *([] if last is None else [last])]
        nodes = [item for item in items if not isinstance(item, Group)]
        if len(nodes) < len(items):
            self._remarks.add("exclusion dans une liste de PARMI, ignorée")
        if not nodes:
            return None
        if len(nodes) == 1 and isinstance(nodes[0], And | Or):
            # Parted by spaces or by OU instead of commas.
            nodes = list(nodes[0].children)
        announcement = self._frames[-1].prefixes.pop()
        self._depth -= 1
        return self._choose(announcement, nodes)

    def _choose(self, announcement: Prefix | Exclusion, nodes: list[Node]) -> Node:
        assert isinstance(announcement, Prefix)
        assert isinstance(announcement.target, Choice)
        if announcement.target.least > len(nodes):
            self._remarks.add(f"{quote(announcement.name)} : la liste n'a que {len(nodes)} termes, tous demandés")
        return choose(announcement.target.least, nodes)

    def _close(self, frame: Frame) -> Partial | None:
        self._drop_prefixes(frame)
        if (operator := frame.pop_operator()) and operator.text:
            self._remarks.add(f"opérateur {quote(operator.text)} sans mot à droite, ignoré")
        return frame.close()

    def _drop_prefixes(self, frame: Frame) -> None:
        for prefix in frame.prefixes:
            self._remarks.add(tell_useless(prefix))
        self._depth -= len(frame.prefixes)
        frame.prefixes.clear()

    def _deliver(self, operand: Partial) -> None:
        frame = self._frames[-1]
        while frame.prefixes:
            prefix = frame.prefixes.pop()
            self._depth -= 1
            if isinstance(prefix, Prefix) and isinstance(prefix.target, Unsupported):
                self._remarks.add(f"champ {quote(prefix.name)} inconnu ici, ignoré avec sa valeur")
                self._leave_out()
                return
            operand = apply_prefix(prefix, operand, self._remarks)
        if isinstance(operand, Group):
            self._note_exclusion(frame.waiting_kind)
        implied = self._implied(frame.last_operand, operand)
        if not frame.lacks_operand:
            self._note_kind(frame, implied)
        frame.push_operand(operand, implied=implied)

    def _leave_out(self) -> None:
        """Do without an operand, and without what was to be applied to it."""
        frame = self._frames[-1]
        self._depth -= len(frame.prefixes)
        frame.prefixes.clear()
        frame.lacks_something = True
        # The operator that bound it goes too: the one before it, or else the one after.
        frame.ignores_operator = frame.pop_operator() is None and frame.lacks_operand

    def _implied(self, left: Partial | None, right: Partial) -> Operator:
        """Give the operator that a space stands for between two operands."""
        if self._any_word:
            return Operator(Kind.OR, 0, "", 0)
        if self._dialect.joins_words and _can_touch(left) and _can_touch(right):
            return Operator(Kind.FOLLOWED, 1, "", 0)
        return Operator(Kind.AND, 0, "", 0)


def _can_touch(operand: Partial | None) -> bool:
    """Tell whether an operand can stand right beside a word: one of words can, one of whole articles cannot."""
    return isinstance(operand, _TOUCHING)
