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
    """Hold something to search: a leaf, or a filter on the date."""

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


class Prefix(NamedTuple):
    """Hold a field, which waits for its operand."""

    target: Target
    name: str
    position: int


class Opening(NamedTuple):
    """Hold an opening parenthesis."""

    position: int


class Closing(NamedTuple):
    """Hold a closing parenthesis."""

    position: int


Token: TypeAlias = Operand | Operator | Exclusion | Prefix | Opening | Closing
