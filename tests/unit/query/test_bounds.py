from contextlib import suppress
from datetime import date
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.errors import QueryError
from archive_search.query.bounds import MAX_CHARACTERS, MAX_DEPTH, MAX_LEAVES, measure
from archive_search.query.parsing import parse_query
from archive_search.query.remarks import MAX_REMARKS
from archive_search.query.syntax import Syntax
from archive_search.query.tree import Node

TODAY = date(2015, 9, 18)
FRAGMENTS = """
    ET OU SAUF AND NOT BUT PAS PRES/3 ADJ PARA PHRASE /P /S /N5/ W/5 w/5
    SAUF/P SAUF/5 TO PARMI( AUMOINS3 /F50/ debut/50 mots: wc< LENGTH( mots:3..5 date_ from du is after geq and or not
    ( ) " « » “ ” „ + - ! = == ~1 ~ ~3 * ? $3 > >=3 <2 mots>500 : & | [ ] … — , ; . / ’ _
    titre: source: hlp= date: date:2015 depuis:7j BODY( x: http:// l' 10 000 10,5 18:30 a b é
    Syrie sy* syri* Ch?ïgou O.N.U. R&D #ET#
"""
PIECES = [
    *FRAGMENTS.split(),
    " ",
    "\u00a0",
    "\u200b",
    "\ud800",
    "\x00",
    "\u0301",
    "2 PARMI (",
    "²",
    "PRES 5 ",
    "titre = ",
    "(e)s",
    "/5 ",
    "caps(",
    "foo(",
    "–",
]


@given(
    text=st.one_of(st.text(st.characters(), max_size=60), st.lists(st.sampled_from(PIECES), max_size=15).map("".join)),
    syntax=st.sampled_from(Syntax),
)
@settings(max_examples=500, deadline=None)
def test_any_text_gives_an_error_or_a_tree_that_prints_and_parses_back(text: str, syntax: Syntax) -> None:
    for any_word in (False, True):
        with suppress(QueryError):
            parsed = parse_query(text, today=TODAY, syntax=syntax, any_word=any_word)
            assert read_again(parsed.interpreted) == parsed.tree


def read_again(interpreted: str) -> Node:
    try:
        return parse_query(interpreted, today=TODAY).tree
    except QueryError as error:
        raise AssertionError(interpreted) from error


REPEATED = """
    ( ) () " « “a" titre: hlp= - ! a! a?! * ~ a~1 a$3 >1 / & a& a: = _ … a. l'"
    mot_ ET_ SAUF_ AND_NOT_ PRES/9_ date:[_ date:x_ -_ 100_ /P_ 2_PARMI_ 2_PARMI_( AUMOINS3( a>3_ <3 debut/5_ a/F5/ /N3/
    date_after_ date_( date__ mots__ mots>5_ NOT_W/5_ from_ , a,
"""
PIECES_TO_REPEAT = [
    *(piece.replace("_", " ") for piece in REPEATED.split()),
    "_",
    "\x00",
    "\u200b",
    "\u0301\u0323",
]


@pytest.mark.parametrize("piece", PIECES_TO_REPEAT, ids=repr)
@pytest.mark.parametrize("syntax", [Syntax.STANDARD, Syntax.NEXIS])
def test_the_longest_text_is_answered_within_a_second(piece: str, syntax: Syntax) -> None:
    text = ("a" + piece * MAX_CHARACTERS)[:MAX_CHARACTERS]
    start = perf_counter()
    try:
        warnings = parse_query(text, today=TODAY, syntax=syntax).warnings
    except QueryError as error:
        warnings = (str(error),)
    assert perf_counter() - start < 1.0
    assert len(warnings) <= MAX_REMARKS + 1


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("a" * (MAX_CHARACTERS + 1), "caractères", id="characters"),
        pytest.param("a " * (MAX_LEAVES + 1), "mots ou conditions", id="words"),
        pytest.param('"' + "a " * (MAX_LEAVES + 1) + '"', "mots ou conditions", id="words of a phrase"),
        pytest.param("hlp=(" * 11 + "a" + ")" * 11, "mots ou conditions", id="words doubled by hlp"),
        pytest.param("(" * (MAX_DEPTH + 1) + "a", "niveaux", id="parentheses"),
        pytest.param("titre:" * (MAX_DEPTH + 1) + "a", "niveaux", id="fields"),
        pytest.param("a ADJ " * (MAX_DEPTH + 1) + "b", "niveaux", id="chain of ADJ"),
        pytest.param("(" + "a " * 900 + ")" + ">3" * 200, "mots ou conditions", id="conditions on many words"),
        pytest.param("AUMOINS2(" + "a ET " * 600 + "b)", "mots ou conditions", id="a condition on each of many words"),
        pytest.param("source:(" + "a ADJ " * 500 + "b)", "niveaux", id="chain of ADJ in a field"),
    ],
)
def test_a_query_over_a_bound_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(QueryError, match=reason):
        parse_query(text, today=TODAY)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a " * MAX_LEAVES, id="words"),
        pytest.param("(" * MAX_DEPTH + "a" + ")" * MAX_DEPTH, id="parentheses"),
        pytest.param("a SAUF " * (MAX_LEAVES - 1) + "b", id="chain of SAUF"),
        pytest.param("a PARA " * (MAX_LEAVES - 1) + "b", id="chain of PARA"),
    ],
)
def test_a_query_at_a_bound_still_runs(text: str) -> None:
    tree = parse_query(text, today=TODAY).tree
    assert measure(tree).leaves <= MAX_LEAVES


@pytest.mark.parametrize(
    ("text", "position"),
    [
        pytest.param("a " * MAX_LEAVES + "b", 2 * MAX_LEAVES, id="first word too many"),
        pytest.param("(" * MAX_DEPTH + "(a", MAX_DEPTH, id="first parenthesis too many"),
        pytest.param("\u00ad" + "(" * MAX_DEPTH + "\u200b(a", MAX_DEPTH + 2, id="unseen characters before it"),
        pytest.param("a" * (MAX_CHARACTERS + 1), MAX_CHARACTERS, id="first character too many"),
    ],
)
def test_a_refusal_says_where_the_bound_is_crossed(text: str, position: int) -> None:
    with pytest.raises(QueryError) as raised:
        parse_query(text, today=TODAY)
    assert raised.value.position == position
