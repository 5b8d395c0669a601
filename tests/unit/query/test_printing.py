from datetime import date

import pytest
from hypothesis import given, settings

from archive_search.query.building import join, normalise
from archive_search.query.parsing import parse_query
from archive_search.query.printing import print_query
from archive_search.query.tree import (
    And,
    InZone,
    Near,
    Node,
    Or,
    Phrase,
    Published,
    SameParagraph,
    Without,
    Word,
    Zone,
)
from tests.unit.query.strategies import trees

TODAY = date(2015, 9, 18)
WORDS = ["Syrie", "marché", "l'armée", "vice-président", "S-300", "O.N.U.", "œuvre", "18:30", "et"]
A, B, C = Word(text="a"), Word(text="b"), Word(text="c")


@given(trees(WORDS))
@settings(max_examples=200, deadline=None)
def test_printing_then_parsing_gives_the_same_tree_without_warnings(tree: Node) -> None:
    parsed = parse_query(print_query(tree), today=TODAY)
    assert (parsed.tree, parsed.warnings) == (tree, ())


@given(trees(WORDS))
@settings(max_examples=50, deadline=None)
def test_normalising_twice_is_normalising_once(tree: Node) -> None:
    assert normalise(tree) == tree


@pytest.mark.parametrize(
    ("tree", "printed"),
    [
        pytest.param(Or(children=(And(children=(A, B)), C)), "(a ET b) OU c", id="shown although not needed"),
        pytest.param(And(children=(Or(children=(A, B)), C)), "(a OU b) ET c", id="needed"),
        pytest.param(And(children=(Without(keep=A, drop=B), C)), "a SAUF b ET c", id="exclusion binds more"),
        pytest.param(
            Near(left=SameParagraph(children=(A, B)), right=C, distance=3, ordered=True),
            "a PARA b ADJ/3 c",
            id="chain from the left",
        ),
        pytest.param(
            SameParagraph(children=(A, Near(left=B, right=C, distance=5, ordered=False))),
            "a PARA (b PRES/5 c)",
            id="chain at the right",
        ),
        pytest.param(InZone(zone=Zone.TITLE, child=Phrase(words=("a", "b"))), 'titre:"a b"', id="zone of a leaf"),
    ],
)
def test_parentheses_stand_where_the_precedence_or_the_reader_needs_them(tree: Node, printed: str) -> None:
    assert print_query(tree) == printed


@pytest.mark.parametrize(
    ("first", "last", "printed"),
    [
        (date(2015, 1, 1), date(2015, 12, 31), "date:2015"),
        (date(2016, 2, 1), date(2016, 2, 29), "date:2016-02"),
        (date(2015, 9, 18), date(2015, 9, 18), "date:2015-09-18"),
        (date(2015, 9, 1), date(2015, 12, 31), "date:2015-09-01..2015-12-31"),
        (date(2015, 9, 11), None, "date:2015-09-11.."),
        (None, date(9999, 12, 31), "date:..9999-12-31"),
        (date(9999, 12, 1), date.max, "date:9999-12"),
        (date.min, date(1, 12, 31), "date:0001"),
    ],
)
def test_a_period_has_a_short_form_when_it_is_a_day_a_month_or_a_year(
    first: date | None, last: date | None, printed: str
) -> None:
    period = Published(first=first, last=last)
    assert print_query(period) == printed
    assert parse_query(printed, today=TODAY).tree == period


def test_joining_flattens_nodes_of_the_same_kind_only() -> None:
    assert join(And, [join(And, [A, B]), join(Or, [A, C])]) == And(children=(A, B, Or(children=(A, C))))


def test_exclusions_one_after_the_other_become_one_alternative() -> None:
    tree = Without(keep=Without(keep=A, drop=B), drop=C)
    assert normalise(tree) == Without(keep=A, drop=Or(children=(B, C)))
