from datetime import date

import pytest
from hypothesis import given, settings

from archive_search.query.parsing import parse_query
from archive_search.query.printing import print_query
from archive_search.query.tree import (
    Among,
    And,
    AtLeast,
    FirstWords,
    InZone,
    Length,
    Near,
    Node,
    NotNear,
    Or,
    ParagraphWithout,
    Phrase,
    Published,
    SameParagraph,
    SentenceWithout,
    Without,
    Word,
    Zone,
)
from tests.unit.query.strategies import trees

TODAY = date(2015, 9, 18)
WORDS = ["Syrie", "marché", "l'armée", "vice-président", "S-300", "O.N.U.", "œuvre", "18:30", "et"]
LOOKALIKES = ["mots", "debut", "parmi", "aumoins", "sauf", "2", "2015", "3,5"]
A, B, C = Word(text="a"), Word(text="b"), Word(text="c")


@given(trees(WORDS + LOOKALIKES))
@settings(max_examples=300, deadline=None)
def test_printing_then_parsing_gives_the_same_tree_without_warnings(tree: Node) -> None:
    parsed = parse_query(print_query(tree), today=TODAY)
    assert (parsed.tree, parsed.warnings) == (tree, ())


@pytest.mark.parametrize(
    ("tree", "printed"),
    [
        pytest.param(Or(children=(And(children=(A, B)), C)), "(a ET b) OU c", id="shown although not needed"),
        pytest.param(Or(children=(Without(keep=A, drop=B), C)), "(a SAUF b) OU c", id="exclusion shown too"),
        pytest.param(Or(children=(SameParagraph(children=(A, B)), C)), "(a PARA b) OU c", id="proximity shown too"),
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
        pytest.param(
            ParagraphWithout(
                keep=SentenceWithout(keep=A, drop=B), drop=Near(left=B, right=C, distance=2, ordered=True)
            ),
            "a SAUF/S b SAUF/P (b ADJ/2 c)",
            id="negations in a chain",
        ),
        pytest.param(
            Without(keep=NotNear(keep=A, drop=B, distance=5, ordered=False), drop=Or(children=(B, C))),
            "a SAUF PRES/5 b SAUF (b OU c)",
            id="negation nearby before negation of the article",
        ),
        pytest.param(
            Among(count=2, children=(And(children=(A, B)), Or(children=(B, C)), A)),
            "2 PARMI (a ET b, b OU c, a)",
            id="commas part a list",
        ),
        pytest.param(
            And(children=(AtLeast(count=3, child=Or(children=(A, B))), C)), "AUMOINS3(a OU b) ET c", id="counted"
        ),
        pytest.param(
            InZone(zone=Zone.TITLE, child=FirstWords(count=9, child=A)), "titre:(a debut/9)", id="first words in a zone"
        ),
        pytest.param(
            FirstWords(count=9, child=InZone(zone=Zone.TITLE, child=A)), "titre:a debut/9", id="zone in first words"
        ),
        pytest.param(
            FirstWords(count=9, child=Near(left=A, right=B, distance=2, ordered=True)),
            "(a ADJ/2 b) debut/9",
            id="first words of a chain",
        ),
        pytest.param(
            Near(left=A, right=FirstWords(count=9, child=B), distance=2, ordered=True),
            "a ADJ/2 (b debut/9)",
            id="first words in a chain",
        ),
    ],
)
def test_parentheses_stand_where_the_precedence_or_the_reader_needs_them(tree: Node, printed: str) -> None:
    assert print_query(tree) == printed
    assert parse_query(printed, today=TODAY).tree == tree


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


@pytest.mark.parametrize(
    ("least", "most", "printed"),
    [
        pytest.param(501, None, "mots>500", id="more than"),
        pytest.param(1, None, "mots>0", id="any word at all"),
        pytest.param(None, 499, "mots<500", id="fewer than"),
        pytest.param(100, 500, "mots:100..500", id="between"),
        pytest.param(500, 500, "mots:500..500", id="exactly"),
    ],
)
def test_a_length_is_a_bound_or_a_range_that_parses_back(least: int | None, most: int | None, printed: str) -> None:
    length = Length(least=least, most=most)
    assert print_query(length) == printed
    assert parse_query(printed, today=TODAY).tree == length
