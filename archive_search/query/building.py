"""Put nodes together so that the tree stays in normal form: one shape for each meaning that is written alike.

In normal form And, Or, SameParagraph and SameSentence have two children at least and none of their own kind;
a Without does not keep a Without; a zone does not confine a bare filter; a published range is closed on one
side at least and runs forward. The parser yields normal forms only, and printing then parsing keeps them.

>>> from archive_search.query.building import join
>>> from archive_search.query.tree import And, Word
>>> a, b, c = Word(text="a"), Word(text="b"), Word(text="c")
>>> join(And, [join(And, [a, b]), c]) == And(children=(a, b, c))
True
"""

from collections.abc import Sequence
from typing import TypeAlias

from archive_search.query.tree import (
    And,
    InZone,
    Matching,
    Near,
    Node,
    Or,
    Published,
    SameParagraph,
    SameSentence,
    Without,
    Zone,
)

Joint: TypeAlias = type[And] | type[Or] | type[SameParagraph] | type[SameSentence]


def join(kind: Joint, nodes: Sequence[Node]) -> Node:
    """Join one node or more; those of the same kind give their children, a single one stays as it is."""
    children: list[Node] = []
    for node in nodes:
        if isinstance(node, kind):
            children.extend(node.children)
        else:
            children.append(node)
    return children[0] if len(children) == 1 else kind(children=tuple(children))


def exclude(keep: Node, drop: Node) -> Node:
    """Take away one node from another; what is taken away in turn becomes one alternative."""
    if isinstance(keep, Without):
        return Without(keep=keep.keep, drop=join(Or, [keep.drop, drop]))
    return Without(keep=keep, drop=drop)


def confine(zone: Zone, child: Node) -> Node:
    """Confine words to a zone; a bare filter speaks of the whole article and is left alone."""
    if isinstance(child, Matching | Published):
        return child
    return InZone(zone=zone, child=child)


def normalise(tree: Node) -> Node:
    """Give the normal form of a tree that was built by hand."""
    match tree:
        case And() | Or() | SameParagraph() | SameSentence():
            return join(type(tree), [normalise(child) for child in tree.children])
        case Without():
            return exclude(normalise(tree.keep), normalise(tree.drop))
        case Near():
            return Near(
                left=normalise(tree.left),
                right=normalise(tree.right),
                distance=tree.distance,
                ordered=tree.ordered,
            )
        case InZone():
            return confine(tree.zone, normalise(tree.child))
        case _:
            return tree
