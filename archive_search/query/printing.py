"""Print a tree in the canonical form of the query language, which parses back to the same tree.

>>> from archive_search.query.printing import print_query
>>> from archive_search.query.tree import And, InZone, Or, Word, Zone
>>> either = Or(children=(Word(text="Syrie"), Word(text="Irak")))
>>> print_query(And(children=(InZone(zone=Zone.TITLE, child=either), Word(text="Russie"))))
'titre:(Syrie OU Irak) ET Russie'
"""

from collections.abc import Sequence
from datetime import date, timedelta

from archive_search.query.fields import WRITTEN_TYPES
from archive_search.query.tree import (
    Among,
    And,
    AtLeast,
    ExactForm,
    Filter,
    FirstWords,
    Fuzzy,
    InZone,
    Leaf,
    Length,
    Matching,
    Named,
    Near,
    Node,
    NotNear,
    Or,
    ParagraphWithout,
    Pattern,
    Phrase,
    Published,
    SameParagraph,
    SameSentence,
    SentenceWithout,
    Without,
    Word,
)
from archive_search.query.whole_values import quote_whole

# What a node binds like: an operand is put in parentheses when it binds less than its place asks for.
_ALTERNATIVE, _CONJUNCTION, _EXCLUSION, _PROXIMITY, _CONFINED, _OPERAND = range(1, 7)


def print_query(node: Node) -> str:
    """Print a tree.

    Parentheses stand where the precedence needs them, and around whatever has an operator inside an alternative,
    where readers of other databases would expect another order.

    Args:
        node: Tree in normal form (see `archive_search.query.building`).
    """
    match node:
        case Or():
            return _print_all(node.children, " OU ", least=_CONFINED)
        case And():
            return _print_all(node.children, " ET ", least=_EXCLUSION)
        case Without():
            return _print_all((node.keep, node.drop), " SAUF ", least=_PROXIMITY)
        case SameParagraph():
            return _print_chain(node.children, " PARA ", own=SameParagraph)
        case SameSentence():
            return _print_chain(node.children, " PHRASE ", own=SameSentence)
        case ParagraphWithout():
            return _print_chain((node.keep, node.drop), " SAUF/P ")
        case SentenceWithout():
            return _print_chain((node.keep, node.drop), " SAUF/S ")
        case Near():
            return _print_chain((node.left, node.right), f" {_distance_operator(node)} ")
        case NotNear():
            return _print_chain((node.keep, node.drop), f" SAUF {_distance_operator(node)} ")
        case InZone():
            return f"{node.zone.value}:{_print_within(node.child, least=_OPERAND)}"
        case FirstWords():
            return f"{_print_within(node.child, least=_CONFINED)} debut/{node.count}"
        case AtLeast():
            return f"AUMOINS{node.count}({print_query(node.child)})"
        case Among():
            return f"{node.count} PARMI ({', '.join(map(print_query, node.children))})"
        case _:
            return _print_leaf(node)


def _distance_operator(node: Near | NotNear) -> str:
    return f"{'ADJ' if node.ordered else 'PRES'}/{node.distance}"


def _print_leaf(leaf: Leaf | Filter) -> str:
    match leaf:
        case Word() | Pattern():
            return leaf.text
        case ExactForm():
            return f"={leaf.text}"
        case Fuzzy():
            return f"{leaf.text}~{leaf.distance}"
        case Phrase():
            return f'"{" ".join(leaf.words)}"'
        case Named():
            return f'{WRITTEN_TYPES[leaf.type]}:"{leaf.text}"'
        case Matching():
            return f"{leaf.field.value}:{_print_value(leaf)}"
        case Published():
            return f"date:{_print_period(leaf.first, leaf.last)}"
        case Length():
            return f"mots{_print_lengths(leaf.least, leaf.most)}"


def _print_value(condition: Matching) -> str:
    return f"={quote_whole(condition.value)}" if condition.whole else f'"{condition.value}"'


def _print_all(nodes: Sequence[Node], operator: str, *, least: int) -> str:
    return operator.join([_print_within(node, least=least) for node in nodes])


def _print_chain(nodes: Sequence[Node], operator: str, *, own: type | None = None) -> str:
    """Print operands bound from the left: only the first may be a chain itself, of another operator."""
    first, *others = nodes
    least = _OPERAND if own and isinstance(first, own) else _PROXIMITY
    return operator.join([_print_within(first, least=least), *(_print_within(node, least=_OPERAND) for node in others)])


def _print_within(node: Node, *, least: int) -> str:
    printed = print_query(node)
    return printed if _strength(node) >= least else f"({printed})"


def _strength(node: Node) -> int:
    match node:
        case Or():
            return _ALTERNATIVE
        case And():
            return _CONJUNCTION
        case Without():
            return _EXCLUSION
        case Near() | NotNear() | SameParagraph() | SameSentence() | ParagraphWithout() | SentenceWithout():
            return _PROXIMITY
        case FirstWords():
            return _CONFINED
        case _:
            return _OPERAND


def _print_period(first: date | None, last: date | None) -> str:
    """Print a range of days; a whole year or a whole month has a short form."""
    if first is None or last is None:
        return f"{first or ''}..{last or ''}"
    if first == last:
        return f"{first}"
    ends_month = last == date.max or (last + timedelta(days=1)).day == 1
    if first.year == last.year and first.day == 1 and ends_month:
        if (first.month, last.month) == (1, 12):
            return f"{first}"[:4]
        if first.month == last.month:
            return f"{first}"[:7]
    return f"{first}..{last}"


def _print_lengths(least: int | None, most: int | None) -> str:
    if most is None:
        return f">{least - 1}" if least else ">=0"
    return f"<{most + 1}" if least is None else f":{least}..{most}"
