"""Bound what one query may ask, so that no text costs more than a moment.

>>> from archive_search.query.bounds import measure
>>> from archive_search.query.tree import Or, Word
>>> measure(Or(children=(Word(text="Syrie"), Word(text="Irak"))))
Size(leaves=2, height=2)
"""

from typing import NamedTuple

from archive_search.errors import QueryError
from archive_search.query.traversal import children_of
from archive_search.query.tree import Among, AtLeast, FirstWords, Node, Phrase

MAX_CHARACTERS = 100_000
MAX_DEPTH = 100
MAX_LEAVES = 1_000


class Size(NamedTuple):
    """Hold the number of leaves and conditions, a phrase counting its words, and of levels on the longest branch."""

    leaves: int
    height: int


def measure(tree: Node) -> Size:
    """Count leaves and levels without recursion, so that a tree of any depth can be measured."""
    leaves = height = 0
    pending = [(tree, 1)]
    while pending:
        node, level = pending.pop()
        height = max(height, level)
        children = children_of(node)
        if not children:
            leaves += leaf_weight(node)
        elif isinstance(node, AtLeast | Among | FirstWords):
            # A condition counts as a word, as it does where it is read: what is printed must stay within the bound.
            leaves += 1
        pending.extend((child, level + 1) for child in children)
    return Size(leaves=leaves, height=height)


def leaf_weight(leaf: Node) -> int:
    """Count a leaf for the bound on leaves: a phrase costs as many look-ups as it has words."""
    return len(leaf.words) if isinstance(leaf, Phrase) else 1


def check_size(tree: Node, *, position: int = 0) -> None:
    """Refuse a tree over the bounds.

    Raises:
        QueryError: The tree has more than MAX_LEAVES leaves or MAX_DEPTH levels.
    """
    size = measure(tree)
    if size.leaves > MAX_LEAVES:
        raise too_many_leaves(position)
    if size.height > MAX_DEPTH:
        raise too_deep(position)


def too_long(length: int) -> QueryError:
    """Say that a query has too many characters."""
    return QueryError(
        f"requête de {length} caractères : raccourcissez-la à {MAX_CHARACTERS} au plus",
        position=MAX_CHARACTERS,
    )


def too_many_leaves(position: int) -> QueryError:
    """Say that a query has too many words and conditions."""
    return QueryError(
        f"plus de {MAX_LEAVES} mots ou conditions dans la requête : raccourcissez-la ou coupez-la en plusieurs",
        position=position,
    )


def too_deep(position: int) -> QueryError:
    """Say that a query nests parentheses or operators too deeply."""
    return QueryError(
        f"plus de {MAX_DEPTH} niveaux de parenthèses ou d'opérateurs : simplifiez la requête",
        position=position,
    )
