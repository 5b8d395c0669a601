"""Apply to an operand what stands before or after it: a field, or a condition.

>>> from archive_search.query.applying import apply_prefix
>>> from archive_search.query.remarks import Remarks
>>> from archive_search.query.tokens import Prefix, Times
>>> from archive_search.query.tree import Word
>>> apply_prefix(Prefix(Times(3), "AUMOINS3", 0), Word(text="Syrie"), Remarks())
AtLeast(count=3, child=Word(text='Syrie'))
"""

from archive_search.query.bounds import check_size
from archive_search.query.building import confine_to_first, count_at_least, exclude
from archive_search.query.combining import Group, Partial, negate
from archive_search.query.properties import apply_field
from archive_search.query.remarks import Remarks, quote
from archive_search.query.tokens import Beginning, Choice, Exclusion, Prefix, Times, Unsupported
from archive_search.query.tree import Node


def apply_prefix(prefix: Prefix | Exclusion, operand: Partial, remarks: Remarks) -> Partial:
    """Apply a field, a condition or an exclusion to an operand; what is taken away takes fields and conditions too.

    Raises:
        QueryError: The operand is over the bounds of `archive_search.query.bounds`.
    """
    if isinstance(prefix, Exclusion):
        return negate(operand)
    if isinstance(operand, Group):
        return Group(drop=[_apply(prefix, node, remarks) for node in operand.drop])
    return _apply(prefix, operand, remarks)


def _apply(prefix: Prefix, node: Node, remarks: Remarks) -> Node:
    # Before recursion, and before "hlp=" or "<3" doubles the node, its size must be known to be bounded.
    check_size(node, position=prefix.position)
    match prefix.target:
        case Times(least=least, most=most):
            return _count_times(least, most, node)
        case Beginning(words=count):
            return confine_to_first(count, node)
        case Choice() | Unsupported():
            raise TypeError(f"not applied to an operand: {prefix.target!r}")
        case target:
            return apply_field(target, node, remarks)


def _count_times(least: int, most: int | None, node: Node) -> Node:
    counted = count_at_least(least, node)
    return counted if most is None else exclude(counted, count_at_least(most + 1, node))


def tell_useless(prefix: Prefix | Exclusion) -> str:
    """Say that what waits for an operand has none."""
    if isinstance(prefix, Exclusion):
        return "exclusion sans mot à droite, ignorée"
    if isinstance(prefix.target, Times | Beginning | Choice):
        return f"condition {quote(prefix.name)} sans mot, ignorée"
    return f"champ {quote(prefix.name)} sans valeur, ignoré"
