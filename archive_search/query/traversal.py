"""Walk a tree, and make another of the same shape, whatever its nodes are.

>>> from archive_search.query.traversal import leaves_of
>>> from archive_search.query.tree import And, InZone, Word, Zone
>>> tree = And(children=(InZone(zone=Zone.TITLE, child=Word(text="Syrie")), Word(text="Irak")))
>>> list(leaves_of(tree))
[Word(text='Syrie'), Word(text='Irak')]
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from archive_search.query.tree import (
    Among,
    And,
    AtLeast,
    ExactForm,
    FirstWords,
    Fuzzy,
    InZone,
    Leaf,
    Named,
    Near,
    Negation,
    Node,
    NotNear,
    Or,
    ParagraphWithout,
    Pattern,
    Phrase,
    SameParagraph,
    SameSentence,
    SentenceWithout,
    Without,
    Word,
)


def children_of(node: Node) -> tuple[Node, ...]:
    """List the nodes right below a node, in the order they are written."""
    match node:
        case And() | Or() | Among() | SameParagraph() | SameSentence():
            return node.children
        case Without() | ParagraphWithout() | SentenceWithout() | NotNear():
            return (node.keep, node.drop)
        case Near():
            return (node.left, node.right)
        case InZone() | FirstWords() | AtLeast():
            return (node.child,)
        case _:
            return ()


def asked_children(node: Node) -> tuple[Node, ...]:
    """List the nodes right below a node, but for those that a negation drops."""
    return (node.keep,) if isinstance(node, Negation) else children_of(node)


def with_children(node: Node, children: Sequence[Node]) -> Node:
    """Make the same node over other children, as many as `children_of` lists; a leaf or filter stays as it is."""
    match node:
        case And() | Or() | Among() | SameParagraph() | SameSentence():
            return replace(node, children=tuple(children))
        case Without() | ParagraphWithout() | SentenceWithout() | NotNear():
            keep, drop = children
            return replace(node, keep=keep, drop=drop)
        case Near():
            left, right = children
            return replace(node, left=left, right=right)
        case InZone() | FirstWords() | AtLeast():
            (child,) = children
            return replace(node, child=child)
        case _:
            return node


def leaves_of(node: Node) -> Iterator[Leaf]:
    """Yield the leaves of a tree in the order they are written; filters are none."""
    match node:
        case Word() | ExactForm() | Pattern() | Fuzzy() | Phrase() | Named():
            yield node
        case _:
            for child in children_of(node):
                yield from leaves_of(child)
