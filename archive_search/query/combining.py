"""Combine two operands by an operator, keeping apart what is asked for and what is taken away.

``-Iran`` is no tree of its own: it waits as a `Group` with nothing to keep until it meets what it can be
taken from. ET, OU, PARA and PHRASE gather their operands in one group, which settles into one node.

>>> from archive_search.query.combining import Group, combine, settle
>>> from archive_search.query.operators import Kind
>>> from archive_search.query.tree import Word
>>> settle(combine(Kind.AND, Group(drop=[Word(text="Iran")]), Word(text="Syrie")))
Without(keep=Word(text='Syrie'), drop=Word(text='Iran'))
"""

from dataclasses import dataclass, field
from typing import TypeAlias

from archive_search.query.building import Joint, exclude, join
from archive_search.query.operators import Kind
from archive_search.query.tree import (
    And,
    Near,
    Node,
    NotNear,
    Or,
    ParagraphWithout,
    SameParagraph,
    SameSentence,
    SentenceWithout,
)

_JOINTS: dict[Kind, Joint] = {
    Kind.AND: And,
    Kind.OR: Or,
    Kind.PARAGRAPH: SameParagraph,
    Kind.SENTENCE: SameSentence,
}


@dataclass(kw_only=True, slots=True)
class Group:
    """Gather operands of one operator.

    Attributes:
        kind: Operator between them; None for a settled exclusion.
        keep: What is asked for.
        drop: What is taken away from it.
    """

    kind: Kind | None = None
    keep: list[Node] = field(default_factory=list)
    drop: list[Node] = field(default_factory=list)


Partial: TypeAlias = Node | Group


def settle(partial: Partial) -> Partial:
    """Make one node of a group; with nothing to keep it remains an exclusion."""
    if not isinstance(partial, Group):
        return partial
    if not partial.keep or partial.kind is None:
        return Group(drop=[join(Or, partial.drop)])
    kept = join(_JOINTS[partial.kind], partial.keep)
    return exclude(kept, join(Or, partial.drop)) if partial.drop else kept


def negate(partial: Partial) -> Group:
    """Turn an operand into what is taken away; taking away twice is taking away."""
    settled = settle(partial)
    return settled if isinstance(settled, Group) else Group(drop=[settled])


def combine(kind: Kind, left: Partial, right: Partial, *, distance: int = 0) -> Partial:
    """Combine two operands, the left one holding all that stands before at the same strength."""
    if kind is Kind.WITHOUT:
        return _take_away(settle(left), negate(right))
    if kind in _JOINTS:
        return _gather(kind, left, right)
    first, second = settle(left), settle(right)
    if isinstance(first, Group) or isinstance(second, Group):
        return _gather(Kind.AND, first, second)
    return _relate(kind, first, second, distance)


def _relate(kind: Kind, left: Node, right: Node, distance: int) -> Node:
    """Make the node of an operator that always has two operands."""
    match kind:
        case Kind.NOT_PARAGRAPH:
            return ParagraphWithout(keep=left, drop=right)
        case Kind.NOT_SENTENCE:
            return SentenceWithout(keep=left, drop=right)
        case Kind.NOT_NEAR | Kind.NOT_FOLLOWED:
            return NotNear(keep=left, drop=right, distance=distance, ordered=kind is Kind.NOT_FOLLOWED)
        case _:
            return Near(left=left, right=right, distance=distance, ordered=kind is Kind.FOLLOWED)


def _take_away(left: Partial, right: Group) -> Partial:
    if isinstance(left, Group):
        return negate(Group(drop=[*left.drop, *right.drop]))
    return exclude(left, join(Or, right.drop))


def _gather(kind: Kind, left: Partial, right: Partial) -> Group:
    group = left if isinstance(left, Group) and left.kind is kind else _add(Group(kind=kind), settle(left))
    return _add(group, settle(right))


def _add(group: Group, partial: Partial) -> Group:
    if isinstance(partial, Group):
        group.drop.extend(partial.drop)
    else:
        group.keep.append(partial)
    return group
