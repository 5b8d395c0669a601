"""Name the pieces that a query is cut into before it becomes a tree.

>>> from archive_search.query.tokens import Operand
>>> from archive_search.query.tree import Word
>>> Operand(node=Word(text="Syrie"), position=0).node
Word(text='Syrie')
"""

from typing import NamedTuple, TypeAlias

from archive_search.query.fields import Target
from archive_search.query.operators import Kind
from archive_search.query.tree import Node


class Operand(NamedTuple):
    """Hold something to search: a leaf, or a filter on the date or the length."""

    node: Node
    position: int


class Operator(NamedTuple):
    """Hold an operator between two operands; the text is empty where a space stands for it."""

    kind: Kind
    distance: int
    text: str
    position: int


class Exclusion(NamedTuple):
    """Hold a sign that takes away the operand right after it, as in ``-Iran``."""

    position: int


class Times(NamedTuple):
    """Ask for an operand so many times; most is None where that is open."""

    least: int
    most: int | None = None


class Beginning(NamedTuple):
    """Confine an operand to so many first words."""

    words: int


class Choice(NamedTuple):
    """Ask for so many of what a pair of parentheses lists."""

    least: int


class Unsupported(NamedTuple):
    """Leave out an operand: what is asked of it, such as the code of a company, no archive of ours knows."""


class Prefix(NamedTuple):
    """Hold a field or a condition, which waits for its operand."""

    target: Target | Times | Beginning | Choice | Unsupported
    name: str
    position: int


class Suffix(NamedTuple):
    """Hold a condition on the operand that stands before it, as in ``Syrie>2``."""

    target: Times | Beginning
    name: str
    position: int


class Opening(NamedTuple):
    """Hold an opening parenthesis."""

    position: int


class Closing(NamedTuple):
    """Hold a closing parenthesis."""

    position: int


class Separator(NamedTuple):
    """Hold a comma or semicolon, which parts what is listed after PARMI and says nothing elsewhere."""

    position: int


Token: TypeAlias = Operand | Operator | Exclusion | Prefix | Suffix | Opening | Closing | Separator
