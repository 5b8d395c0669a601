"""Gather the tokens of a query, within the bound on words.

>>> from archive_search.query.remarks import Remarks
>>> from archive_search.query.token_list import TokenList
>>> from archive_search.query.tree import Word
>>> tokens = TokenList(Remarks())
>>> tokens.add_operand(Word(text="Syrie"), 0)
>>> tokens.tokens
[Operand(node=Word(text='Syrie'), position=0)]
"""

from archive_search.query.bounds import MAX_LEAVES, measure, too_many_leaves
from archive_search.query.conditions import Condition
from archive_search.query.operators import MAX_DISTANCE, MEASURED, Kind
from archive_search.query.remarks import Remarks, quote
from archive_search.query.tokens import Operand, Operator, Token
from archive_search.query.tree import Node


class TokenList:
    """Hold the tokens read so far.

    Attributes:
        tokens: The tokens in order; what neither counts as a word nor has a distance is appended directly.
    """

    def __init__(self, remarks: Remarks) -> None:
        """Begin with no token.

        Args:
            remarks: Where repairs are said.
        """
        self.tokens: list[Token] = []
        self._remarks = remarks
        self._leaves = 0

    def add_operator(self, kind: Kind, distance: int, text: str, start: int) -> None:
        """Add an operator, its distance brought within what can be asked."""
        if kind in MEASURED and not 1 <= distance <= MAX_DISTANCE:
            distance = min(max(distance, 1), MAX_DISTANCE)
            self._remarks.add(f"distance de {quote(text)} ramenée à {distance}")
        self.tokens.append(Operator(kind, distance, text, start))

    def add_operand(self, node: Node, start: int) -> None:
        """Add something to search.

        Raises:
            QueryError: There are more words than MAX_LEAVES.
        """
        self._count_leaves(measure(node).leaves, start)
        self.tokens.append(Operand(node, start))

    def add_condition(self, condition: Condition) -> None:
        """Add a condition, which counts as a word: it is tried on all of its operand.

        Raises:
            QueryError: There are more words than MAX_LEAVES.
        """
        self._count_leaves(1, condition.token.position)
        self.tokens.append(condition.token)

    def _count_leaves(self, number: int, start: int) -> None:
        self._leaves += number
        if self._leaves > MAX_LEAVES:
            raise too_many_leaves(start)
