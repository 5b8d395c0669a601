"""Find what a tree takes away, for whatever is written more widely there excludes more than was asked.

>>> from archive_search.query.translation.dropping import list_dropped
>>> from archive_search.query.tree import And, Without, Word
>>> list_dropped(And(children=(Word(text="Syrie"), Without(keep=Word(text="Irak"), drop=Word(text="Iran")))))
[Word(text='Iran')]
"""

from archive_search.query.traversal import children_of
from archive_search.query.tree import Negation, Node


def list_dropped(tree: Node) -> list[Node]:
    """List what is taken away in a tree, without what is taken away from that in turn."""
    dropped: list[Node] = []
    pending = [tree]
    while pending:
        node = pending.pop()
        if isinstance(node, Negation):
            dropped.append(node.drop)
            pending.append(node.keep)
        else:
            pending.extend(children_of(node))
    return dropped
