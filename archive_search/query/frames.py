"""Hold what is read between two parentheses until it makes one operand.

Operands and operators wait on two stacks (the shunting-yard way), so that no text can exhaust Python's own.

>>> from archive_search.query.frames import Frame
>>> from archive_search.query.operators import Kind
>>> from archive_search.query.tokens import Operator
>>> from archive_search.query.tree import Word
>>> frame = Frame(lambda operator: 1)
>>> for word in "Syrie", "Irak":
...     frame.push_operand(Word(text=word), implied=Operator(Kind.AND, 0, "", 0))
>>> frame.close()
And(children=(Word(text='Syrie'), Word(text='Irak')))
"""

from collections.abc import Callable

from archive_search.query.combining import Group, Partial, combine, settle
from archive_search.query.operators import Kind
from archive_search.query.tokens import Exclusion, Operator, Prefix


class Frame:
    """Hold the stacks of one pair of parentheses, or of the whole query.

    Attributes:
        is_list: Whether commas part what stands here.
        items: What stood before the last comma, settled, one for each.
        prefixes: Fields and exclusion signs that wait for the next operand.
        kinds: Operators met so far that a reader could take in another order than ours.
        lacks_something: Whether an operand was left out, and said to be.
        ignores_operator: Whether it was to stand at the left of the next operator.
    """

    def __init__(self, strength: Callable[[Operator], int], *, is_list: bool = False) -> None:
        """Begin with nothing.

        Args:
            strength: Tells how strongly an operator binds.
            is_list: Whether commas part what stands here.
        """
        self._strength = strength
        self.is_list = is_list
        self.items: list[Partial] = []
        self.prefixes: list[Prefix | Exclusion] = []
        self.kinds: set[Kind] = set()
        self.lacks_something = False
        self.ignores_operator = False
        self._operands: list[Partial] = []
        self._operators: list[Operator] = []

    @property
    def lacks_operand(self) -> bool:
        """Whether nothing stands at the left of an operator that would come now."""
        return len(self._operands) == len(self._operators)

    @property
    def waiting_kind(self) -> Kind | None:
        """Kind of the operator whose right operand is still to come."""
        return self._operators[-1].kind if self._operators and self.lacks_operand else None

    @property
    def holds_exclusion_only(self) -> bool:
        """Whether all there is so far is something to take away."""
        return len(self._operands) == 1 and isinstance(self._operands[0], Group) and not self._operands[0].keep

    @property
    def last_operand(self) -> Partial | None:
        """The operand that stands last, if none is wanted."""
        return None if self.lacks_operand else self._operands[-1]

    def replace_last(self, operand: Partial) -> None:
        """Put another operand in the place of the last."""
        self._operands[-1] = operand

    def push_operand(self, operand: Partial, *, implied: Operator) -> None:
        """Add an operand; the implied operator comes before it where none is written."""
        if not self.lacks_operand:
            self.push_operator(implied)
        self._operands.append(operand)

    def push_operator(self, operator: Operator) -> None:
        """Add an operator, after combining all that is bound at least as strongly."""
        while self._operators and self._strength(self._operators[-1]) >= self._strength(operator):
            self._combine_last()
        self._operators.append(operator)

    def pop_operator(self) -> Operator | None:
        """Take back the last operator when its right operand never came."""
        return self._operators.pop() if self._operators and self.lacks_operand else None

    def close(self) -> Partial | None:
        """Combine everything into one operand; None when there is nothing."""
        while self._operators:
            self._combine_last()
        return settle(self._operands.pop()) if self._operands else None

    def _combine_last(self) -> None:
        operator, right = self._operators.pop(), self._operands.pop()
        left = self._operands.pop()
        self._operands.append(combine(operator.kind, left, right, distance=operator.distance))
