"""Put nodes together so that the tree stays in normal form: one shape for each meaning that is written alike.

In normal form And, Or, SameParagraph and SameSentence have two children at least and none of their own kind;
an Among asks for more than one of its children and fewer than all; a Without does not keep a Without; a zone or the
first words do not confine a bare filter; an AtLeast counts words and not articles; a published range, or a range of
lengths, is closed on one side at least and runs forward. The parser yields normal forms only, and printing then
parsing keeps them.

>>> from archive_search.query.building import join
>>> from archive_search.query.tree import And, Word
>>> a, b, c = Word(text="a"), Word(text="b"), Word(text="c")
>>> join(And, [join(And, [a, b]), c]) == And(children=(a, b, c))
True
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeAlias

from archive_search.query.traversal import children_of, with_children
from archive_search.query.tree import (
    Among,
    And,
    AtLeast,
    ExactForm,
    FirstWords,
    Fuzzy,
    InZone,
    Length,
    Matching,
    Named,
    Near,
    Node,
    NotNear,
    Or,
    Pattern,
    Phrase,
    Published,
    SameParagraph,
    SameSentence,
    Without,
    Word,
    Zone,
)

Joint: TypeAlias = type[And] | type[Or] | type[SameParagraph] | type[SameSentence]

_WORDS = (Word, ExactForm, Pattern, Fuzzy, Phrase, Named, Near, NotNear)


def join(kind: Joint, nodes: Sequence[Node]) -> Node:
    """Join one node or more; those of the same kind give their children, a single one stays as it is."""
    children: list[Node] = []
    for node in nodes:
        if isinstance(node, kind):
            children.extend(node.children)
        else:
            children.append(node)
    return children[0] if len(children) == 1 else kind(children=tuple(children))


def choose(count: int, nodes: Sequence[Node]) -> Node:
    """Ask for at least some of one node or more: one of them is an alternative, all of them a conjunction."""
    if count <= 1:
        return join(Or, nodes)
    return join(And, nodes) if count >= len(nodes) else Among(count=count, children=tuple(nodes))


def exclude(keep: Node, drop: Node) -> Node:
    """Take away one node from another; what is taken away in turn becomes one alternative."""
    if isinstance(keep, Without):
        return Without(keep=keep.keep, drop=join(Or, [keep.drop, drop]))
    return Without(keep=keep, drop=drop)


def confine(zone: Zone, child: Node) -> Node:
    """Confine words to a zone; a bare filter speaks of the whole article and is left alone."""
    return child if isinstance(child, Matching | Published | Length) else InZone(zone=zone, child=child)


def confine_to_first(count: int, child: Node) -> Node:
    """Confine words to the first ones of the article; a bare filter is left alone."""
    return child if isinstance(child, Matching | Published | Length) else FirstWords(count=count, child=child)


def count_at_least(count: int, node: Node) -> Node:
    """Ask for words so many times.

    Words that may stand for each other are counted together. Of what combines whole articles, each part is counted
    by itself: ``AUMOINS3(A ET B)`` is ``AUMOINS3(A) ET AUMOINS3(B)``.
    """
    match node:
        case Matching() | Published() | Length():
            return node
        case AtLeast():
            return replace(node, count=max(count, node.count))
        case Without():
            return exclude(count_at_least(count, node.keep), node.drop)
        case And() | Among() | InZone() | FirstWords():
            return _count_each(count, node)
        case Or() if not _is_countable(node):
            return _count_each(count, node)
        case _:
            return AtLeast(count=count, child=node) if count > 1 else node


def _count_each(count: int, node: And | Or | Among | InZone | FirstWords) -> Node:
    return normalise_top(with_children(node, [count_at_least(count, child) for child in children_of(node)]))


def _is_countable(node: Node) -> bool:
    """Tell whether the occurrences of what an alternative offers can be counted together: they are all words."""
    if isinstance(node, Or):
        return all(_is_countable(child) for child in node.children)
    return isinstance(node, _WORDS)


def normalise(tree: Node) -> Node:
    """Give the normal form of a tree that was built by hand."""
    return normalise_top(with_children(tree, [normalise(child) for child in children_of(tree)]))


def normalise_top(node: Node) -> Node:
    """Give the normal form of a node whose children are in normal form."""
    match node:
        case And() | Or() | SameParagraph() | SameSentence():
            return join(type(node), node.children)
        case Among():
            return choose(node.count, node.children)
        case Without():
            return exclude(node.keep, node.drop)
        case InZone():
            return confine(node.zone, node.child)
        case FirstWords():
            return confine_to_first(node.count, node.child)
        case AtLeast():
            return count_at_least(node.count, node.child)
        case _:
            return node
