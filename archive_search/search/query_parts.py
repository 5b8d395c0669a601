"""Tell how many articles each part of a query finds, and which parts of it an article lacks.

>>> from archive_search.query.tree import Near, Word
>>> from archive_search.search.query_parts import operator_of
>>> operator_of(Near(left=Word(text="avion"), right=Word(text="russe"), distance=5, ordered=False))
'PRES/5'
"""

from collections.abc import Iterator
from typing import NamedTuple

from archive_search.query.printing import print_query
from archive_search.query.traversal import children_of
from archive_search.query.tree import (
    Among,
    And,
    AtLeast,
    FirstWords,
    InZone,
    Near,
    Node,
    NotNear,
    Or,
    ParagraphWithout,
    SameParagraph,
    SameSentence,
    SentenceWithout,
    Without,
)
from archive_search.search.evaluation import Evaluator
from archive_search.search.explanation import QueryPart
from archive_search.search.occurrences import Integers
from archive_search.search.scope import EVERYWHERE, Scope
from archive_search.search.unit_sets import contains

_PLAIN_OPERATORS: dict[type[Node], str] = {
    And: "ET",
    Or: "OU",
    Without: "SAUF",
    SameParagraph: "PARA",
    SameSentence: "PHRASE",
    ParagraphWithout: "SAUF/P",
    SentenceWithout: "SAUF/S",
}


def operator_of(node: Node) -> str | None:
    """Write the operator of a node by itself; None for a word or a filter."""
    match node:
        case Near():
            return _distance_operator(node)
        case NotNear():
            return f"SAUF {_distance_operator(node)}"
        case InZone(zone=zone):
            return f"{zone.value}:"
        case FirstWords(count=count):
            return f"debut/{count}"
        case AtLeast(count=count):
            return f"AUMOINS{count}"
        case Among(count=count):
            return f"{count} PARMI"
        case _:
            return _PLAIN_OPERATORS.get(type(node))


def _distance_operator(node: Near | NotNear) -> str:
    return f"{'ADJ' if node.ordered else 'PRES'}/{node.distance}"


def list_parts(evaluator: Evaluator, node: Node, *, depth: int = 0, scope: Scope = EVERYWHERE) -> Iterator[QueryPart]:
    """Yield the parts of a query, each before those inside it.

    Args:
        evaluator: The query over the archive.
        node: The query.
        depth: Number of parts around it.
        scope: Where its words are sought.
    """
    yield QueryPart(
        depth=depth,
        text=print_query(node),
        operator=operator_of(node),
        articles=len(evaluator.units(node, scope=scope)),
    )
    for child in children_of(node):
        yield from list_parts(evaluator, child, depth=depth + 1, scope=scope.inside(node))


class Lack(NamedTuple):
    """Say why an article is not found.

    Attributes:
        missing: Parts of the query that it does not satisfy.
        excluded: Parts that the query excludes and that it satisfies.
    """

    missing: tuple[Node, ...] = ()
    excluded: tuple[Node, ...] = ()


def find_lack(evaluator: Evaluator, node: Node, articles: Integers) -> Lack:
    """Find what one article lacks to satisfy a query; what must hold all together is looked into part by part.

    Args:
        evaluator: The query over the archive.
        node: The query.
        articles: Number of the article; shape (1,).
    """
    if _holds(evaluator, node, articles):
        return Lack()
    match node:
        case And(children=children):
            lacks = [find_lack(evaluator, child, articles) for child in children]
            return Lack(*(tuple(part for parts in each for part in parts) for each in zip(*lacks, strict=True)))
        case Without(keep=keep, drop=drop):
            missing, excluded = find_lack(evaluator, keep, articles)
            return Lack(missing, (*excluded, drop) if _holds(evaluator, drop, articles) else excluded)
        case _:
            return Lack(missing=(node,))


def _holds(evaluator: Evaluator, node: Node, articles: Integers) -> bool:
    return bool(contains(evaluator.units(node), articles).all())
