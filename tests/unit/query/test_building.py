from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.query.building import (
    Joint,
    choose,
    confine,
    confine_to_first,
    count_at_least,
    exclude,
    join,
    normalise,
)
from archive_search.query.tree import (
    Among,
    And,
    AtLeast,
    Field,
    FirstWords,
    InZone,
    Length,
    Matching,
    Named,
    Near,
    Node,
    NotNear,
    Or,
    ParagraphWithout,
    Phrase,
    Published,
    SameParagraph,
    SameSentence,
    SentenceWithout,
    Without,
    Word,
    Zone,
)
from archive_search.records import EntityType
from tests.unit.query.strategies import shapes, trees

WORDS = ["Syrie", "marché", "base"]
A, B, C = (Word(text=text) for text in "abc")
FILTERS = [
    pytest.param(Matching(field=Field.SOURCE, value="Le Courrier"), id="property"),
    pytest.param(Published(first=date(2015, 1, 1), last=None), id="date"),
    pytest.param(Length(least=500, most=None), id="length"),
]


def three(child: Node) -> AtLeast:
    return AtLeast(count=3, child=child)


def test_joining_flattens_nodes_of_the_same_kind_only() -> None:
    assert join(And, [join(And, [A, B]), join(Or, [A, C])]) == And(children=(A, B, Or(children=(A, C))))


@pytest.mark.parametrize("kind", [And, Or, SameParagraph, SameSentence])
def test_joining_one_node_leaves_it_as_it_is(kind: Joint) -> None:
    assert join(kind, [A]) == A


@pytest.mark.parametrize(
    ("count", "nodes", "chosen"),
    [
        pytest.param(2, [A, B, C], Among(count=2, children=(A, B, C)), id="some"),
        pytest.param(1, [A, B, C], Or(children=(A, B, C)), id="one"),
        pytest.param(0, [A, B], Or(children=(A, B)), id="none"),
        pytest.param(3, [A, B, C], And(children=(A, B, C)), id="all"),
        pytest.param(9, [A, B], And(children=(A, B)), id="more than there are"),
        pytest.param(2, [A], A, id="of a single one"),
        pytest.param(1, [Or(children=(A, B)), C], Or(children=(A, B, C)), id="one of alternatives"),
        pytest.param(2, [And(children=(A, B)), C], And(children=(A, B, C)), id="all of conjunctions"),
        pytest.param(
            2,
            [Among(count=2, children=(A, B, C)), B, C],
            Among(count=2, children=(Among(count=2, children=(A, B, C)), B, C)),
            id="a list in a list stays one thing listed",
        ),
    ],
)
def test_choosing_among_nodes_is_an_alternative_a_conjunction_or_between(
    count: int, nodes: list[Node], chosen: Node
) -> None:
    assert choose(count, nodes) == chosen


def test_exclusions_one_after_the_other_become_one_alternative() -> None:
    assert exclude(exclude(A, B), C) == Without(keep=A, drop=Or(children=(B, C)))


@pytest.mark.parametrize("condition", FILTERS)
def test_a_bare_filter_is_neither_confined_nor_counted(condition: Node) -> None:
    assert confine(Zone.TITLE, condition) == condition
    assert confine_to_first(50, condition) == condition
    assert count_at_least(3, condition) == condition


@pytest.mark.parametrize(
    "child",
    [
        pytest.param(A, id="word"),
        pytest.param(Or(children=(A, B)), id="alternative"),
        pytest.param(And(children=(A, Length(least=1, most=None))), id="a filter beside a word"),
        pytest.param(FirstWords(count=10, child=A), id="first words"),
    ],
)
def test_all_other_nodes_are_confined_to_the_first_words_as_a_whole(child: Node) -> None:
    assert confine_to_first(50, child) == FirstWords(count=50, child=child)


@pytest.mark.parametrize(
    "child",
    [
        pytest.param(A, id="word"),
        pytest.param(Phrase(words=("a", "b")), id="phrase"),
        pytest.param(Named(type=EntityType.PERSON, text="Bréval"), id="name"),
        pytest.param(Near(left=A, right=B, distance=5, ordered=False), id="PRES"),
        pytest.param(NotNear(keep=A, drop=B, distance=5, ordered=True), id="SAUF ADJ"),
        pytest.param(SameParagraph(children=(A, B)), id="PARA"),
        pytest.param(SameSentence(children=(A, B)), id="PHRASE"),
        pytest.param(ParagraphWithout(keep=A, drop=B), id="SAUF/P"),
        pytest.param(SentenceWithout(keep=A, drop=B), id="SAUF/S"),
        pytest.param(Or(children=(A, Near(left=B, right=C, distance=5, ordered=True))), id="words for each other"),
    ],
)
def test_what_has_places_or_parts_of_its_own_is_counted_as_a_whole(child: Node) -> None:
    assert count_at_least(3, child) == three(child)


@pytest.mark.parametrize(
    ("node", "counted"),
    [
        pytest.param(And(children=(A, B)), And(children=(three(A), three(B))), id="ET"),
        pytest.param(
            Or(children=(A, And(children=(B, C)))),
            Or(children=(three(A), And(children=(three(B), three(C))))),
            id="OU of what has no places",
        ),
        pytest.param(
            Or(children=(A, SameParagraph(children=(B, C)))),
            Or(children=(three(A), three(SameParagraph(children=(B, C))))),
            id="OU of words and paragraphs",
        ),
        pytest.param(
            Or(children=(A, Length(least=9, most=None))),
            Or(children=(three(A), Length(least=9, most=None))),
            id="OU of words and filters",
        ),
        pytest.param(
            Among(count=2, children=(A, B, C)), Among(count=2, children=(three(A), three(B), three(C))), id="PARMI"
        ),
        pytest.param(InZone(zone=Zone.TITLE, child=A), InZone(zone=Zone.TITLE, child=three(A)), id="zone"),
        pytest.param(FirstWords(count=9, child=A), FirstWords(count=9, child=three(A)), id="first words"),
        pytest.param(Without(keep=A, drop=B), Without(keep=three(A), drop=B), id="SAUF"),
    ],
)
def test_of_what_combines_articles_each_part_asked_for_is_counted(node: Node, counted: Node) -> None:
    assert count_at_least(3, node) == counted


@pytest.mark.parametrize(("inner", "outer"), [(2, 3), (3, 2)], ids=["more around", "more inside"])
def test_what_is_counted_twice_is_wanted_as_often_as_the_greater_count(inner: int, outer: int) -> None:
    assert count_at_least(outer, AtLeast(count=inner, child=A)) == three(A)


@pytest.mark.parametrize("count", [0, 1])
def test_once_is_what_a_word_means_by_itself(count: int) -> None:
    assert count_at_least(count, A) == A


@pytest.mark.parametrize(
    ("built", "normal"),
    [
        pytest.param(And(children=(And(children=(A, B)), C)), And(children=(A, B, C)), id="ET of ET"),
        pytest.param(Or(children=(A,)), A, id="OU of one"),
        pytest.param(Among(count=1, children=(A, B)), Or(children=(A, B)), id="one of a list"),
        pytest.param(
            Or(children=(Among(count=1, children=(A, B)), C)), Or(children=(A, B, C)), id="one of a list, below OU"
        ),
        pytest.param(
            Without(keep=Without(keep=A, drop=B), drop=C), Without(keep=A, drop=Or(children=(B, C))), id="SAUF of SAUF"
        ),
        pytest.param(three(And(children=(A, B))), And(children=(three(A), three(B))), id="a conjunction counted"),
        pytest.param(
            InZone(zone=Zone.TITLE, child=Length(least=1, most=2)), Length(least=1, most=2), id="filter in a zone"
        ),
        pytest.param(
            NotNear(keep=Or(children=(A,)), drop=AtLeast(count=1, child=B), distance=2, ordered=False),
            NotNear(keep=A, drop=B, distance=2, ordered=False),
            id="below a negation",
        ),
    ],
)
def test_a_tree_built_by_hand_gets_its_normal_form(built: Node, normal: Node) -> None:
    assert normalise(built) == normal


@given(shapes(WORDS))
@settings(max_examples=200)
def test_normalising_twice_is_normalising_once(tree: Node) -> None:
    assert normalise(normalise(tree)) == normalise(tree)


@given(st.integers(0, 5), st.lists(trees(WORDS), min_size=1, max_size=4))
@settings(max_examples=50)
def test_choosing_keeps_the_normal_form(count: int, nodes: list[Node]) -> None:
    chosen = choose(count, nodes)
    assert normalise(chosen) == chosen


@given(st.integers(0, 5), trees(WORDS))
@settings(max_examples=100)
def test_counting_keeps_the_normal_form(count: int, tree: Node) -> None:
    counted = count_at_least(count, tree)
    assert normalise(counted) == counted
