"""Make of a query that finds nothing other queries that ask for less.

>>> from archive_search.query.printing import print_query
>>> from archive_search.query.tree import Near, Word
>>> from archive_search.search.wider_queries import ask_anywhere
>>> side_by_side = Near(left=Word(text="base"), right=Word(text="navale"), distance=1, ordered=True)
>>> print_query(ask_anywhere(side_by_side))
'base ET navale'
"""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from archive_search.query.building import exclude, join, normalise_top
from archive_search.query.operators import tame_operator
from archive_search.query.traversal import children_of, leaves_of, with_children
from archive_search.query.tree import (
    Among,
    And,
    AtLeast,
    FirstWords,
    InZone,
    Leaf,
    Near,
    Node,
    NotNear,
    ParagraphWithout,
    Phrase,
    SameParagraph,
    SameSentence,
    SentenceWithout,
    Without,
    Word,
)


def ask_anywhere(node: Node, *, loosens: Callable[[Phrase], bool] = lambda _phrase: True) -> Node:
    """Ask for the same words wherever they stand in the article.

    What is counted, and what SAUF/P and its like exclude, stays where it is.

    Args:
        node: The query.
        loosens: Tells whether the words of a phrase may part, too.
    """
    match node:
        case AtLeast() | ParagraphWithout() | SentenceWithout() | NotNear():
            return node
        case Without():
            return exclude(ask_anywhere(node.keep, loosens=loosens), node.drop)
        case Phrase() if len(node.words) > 1 and loosens(node):
            return join(And, [_loose_word(word) for word in node.words])
    children = [ask_anywhere(child, loosens=loosens) for child in children_of(node)]
    match node:
        case Near() | SameParagraph() | SameSentence():
            return join(And, children)
        case InZone() | FirstWords():
            return children[0]
        case _:
            return normalise_top(with_children(node, children))


def _loose_word(word: str) -> Leaf:
    # A word with signs may read otherwise outside guillemets.
    return Word(text=tame_operator(word)) if word.isalnum() else Phrase(words=(word,))


def widen_distances(node: Node, distance: int) -> Node:
    """Ask for the same words so many words apart, in the same order, where they are asked for closer."""
    children = [widen_distances(child, distance) for child in children_of(node)]
    widened = normalise_top(with_children(node, children))
    return replace(widened, distance=max(distance, widened.distance)) if isinstance(widened, Near) else widened


def ask_once(node: Node) -> Node:
    """Ask for the same words, once each."""
    if isinstance(node, AtLeast):
        return ask_once(node.child)
    return normalise_top(with_children(node, [ask_once(child) for child in children_of(node)]))


def exclude_nothing(node: Node) -> Node:
    """Ask for the same without what its negations exclude."""
    match node:
        case ParagraphWithout(keep=And(children=children)):
            return exclude_nothing(SameParagraph(children=children))
        case SentenceWithout(keep=And(children=children)):
            return exclude_nothing(SameSentence(children=children))
        case Without() | ParagraphWithout() | SentenceWithout() | NotNear():
            return exclude_nothing(node.keep)
        case _:
            return normalise_top(with_children(node, [exclude_nothing(child) for child in children_of(node)]))


class Conjunction(NamedTuple):
    """Hold the parts of a query that all must hold.

    Attributes:
        words: Parts that ask for words or names; what PARMI lists, where a query is nothing else.
        filters: Parts that do not.
        drop: What is excluded from the whole; None where nothing is.
    """

    words: tuple[Node, ...]
    filters: tuple[Node, ...]
    drop: Node | None

    def asking_for(self, *words: Node) -> Node:
        """Make a query of other words, with the same filters and the same exclusion."""
        kept = join(And, [*words, *self.filters])
        return kept if self.drop is None else exclude(kept, self.drop)


def take_apart(tree: Node) -> Conjunction:
    """Take a query apart into what all must hold."""
    drop = tree.drop if isinstance(tree, Without) else None
    kept = tree.keep if isinstance(tree, Without) else tree
    children = kept.children if isinstance(kept, And) else (kept,)
    words = [child for child in children if any(leaves_of(child))]
    filters = [child for child in children if not any(leaves_of(child))]
    match words:
        case [Among(children=listed)]:
            words = list(listed)
    return Conjunction(tuple(words), tuple(filters), drop)
