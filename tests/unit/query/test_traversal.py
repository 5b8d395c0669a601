from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.query.traversal import children_of, leaves_of, with_children
from archive_search.query.tree import (
    Among,
    AtLeast,
    FirstWords,
    Leaf,
    Length,
    Near,
    Node,
    NotNear,
    SentenceWithout,
    Word,
)
from tests.unit.query.strategies import shapes

WORDS = ["Syrie", "marché", "base"]
A, B, C, D, E, F = (Word(text=text) for text in "abcdef")


@given(shapes(WORDS))
@settings(max_examples=200)
def test_a_node_over_its_own_children_is_the_same_node(tree: Node) -> None:
    assert with_children(tree, children_of(tree)) == tree


@given(shapes(WORDS), st.data())
@settings(max_examples=100)
def test_a_node_over_other_children_lists_them_in_order(tree: Node, data: st.DataObject) -> None:
    count = len(children_of(tree))
    others = data.draw(st.lists(shapes(WORDS), min_size=count, max_size=count).map(tuple))
    other = with_children(tree, others)
    assert (type(other), children_of(other)) == (type(tree), others)


def test_leaves_come_in_the_order_they_are_written_without_filters() -> None:
    counted = AtLeast(count=2, child=Near(left=A, right=B, distance=3, ordered=True))
    excluded = SentenceWithout(keep=FirstWords(count=9, child=C), drop=Length(least=1, most=None))
    tree = Among(count=2, children=(counted, excluded, NotNear(keep=D, drop=E, distance=2, ordered=False), F))
    assert list(leaves_of(tree)) == [A, B, C, D, E, F]


def test_a_leaf_is_all_its_leaves() -> None:
    leaf: Leaf = Word(text="a")
    assert list(leaves_of(leaf)) == [leaf]
