"""Queries that ask for less than one that finds nothing."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from query.strategies import trees

from archive_search.query.parsing import parse_query
from archive_search.query.printing import print_query
from archive_search.query.tree import And, Length, Node, Phrase, Word
from archive_search.search.wider_queries import ask_anywhere, ask_once, exclude_nothing, take_apart, widen_distances

TODAY = date(2015, 9, 18)


def tree_of(query: str) -> Node:
    return parse_query(query, today=TODAY).tree


ANYWHERE = {
    "distances": ("(a PRES/3 b) ADJ/2 c", "a ET b ET c"),
    "paragraph and sentence": ("a PARA b OU c PHRASE d", "(a ET b) OU (c ET d)"),
    "zone and first words": ("titre:(a OU b) c debut/9", "(a OU b) ET c"),
    "phrase": ('"base aérienne" a', "base ET aérienne ET a"),
    "phrase with signs": ('"l\'armée base ET aér*"', '"l\'armée" ET base ET et ET "aér*"'),
    "excluded words stay": ("titre:a SAUF titre:b", "a SAUF titre:b"),
    "what is counted stays": ("AUMOINS3(a ADJ/1 b)", "AUMOINS3(a ADJ/1 b)"),
    "exclusion by paragraph stays": ("titre:(a SAUF/P b)", "a SAUF/P b"),
    "filters stay": ("titre:a date:2015", "a ET date:2015"),
}


@pytest.mark.parametrize(("query", "wider"), ANYWHERE.values(), ids=list(ANYWHERE))
def test_words_are_asked_for_anywhere(query: str, wider: str) -> None:
    assert print_query(ask_anywhere(tree_of(query))) == wider


def test_a_phrase_may_stay_whole() -> None:
    tree = tree_of('"base aérienne" PARA "bac navale"')
    wider = ask_anywhere(tree, loosens=lambda phrase: "bac" in phrase.words)
    assert wider == And(children=(Phrase(words=("base", "aérienne")), Word(text="bac"), Word(text="navale")))


@pytest.mark.parametrize(
    ("query", "wider"),
    [("AUMOINS3(a) titre:AUMOINS2(b OU c)", "a ET titre:(b OU c)"), ("a ET b", "a ET b")],
    ids=["counted", "not counted"],
)
def test_words_are_asked_for_once(query: str, wider: str) -> None:
    assert print_query(ask_once(tree_of(query))) == wider


WIDENED = {
    "order stays": ("a ADJ/3 b", "a ADJ/20 b"),
    "one inside another": ("titre:((a PRES/1 b) PRES/2 c)", "titre:(a PRES/20 b PRES/20 c)"),
    "wider ones stay": ("a PRES/30 b", "a PRES/30 b"),
    "exclusion stays": ("a SAUF PRES/3 b", "a SAUF PRES/3 b"),
}


@pytest.mark.parametrize(("query", "wider"), WIDENED.values(), ids=list(WIDENED))
def test_words_may_stand_farther_apart(query: str, wider: str) -> None:
    assert print_query(widen_distances(tree_of(query), 20)) == wider


NOTHING_EXCLUDED = {
    "article": ("(a SAUF b) c", "a ET c"),
    "paragraph": ("a SAUF/P b", "a"),
    "two words in a paragraph": ("(a b) SAUF/P c", "a PARA b"),
    "two words in a sentence": ("(a b) SAUF/S c", "a PHRASE b"),
    "distance": ("titre:(a SAUF PRES/3 b)", "titre:a"),
    "exclusion inside": ("((a SAUF b) c) SAUF/P d", "a PARA c"),
}


@pytest.mark.parametrize(("query", "wider"), NOTHING_EXCLUDED.values(), ids=list(NOTHING_EXCLUDED))
def test_nothing_is_excluded(query: str, wider: str) -> None:
    assert print_query(exclude_nothing(tree_of(query))) == wider


def test_a_conjunction_is_taken_apart_and_put_together() -> None:
    tree = tree_of("(a b mots>9) SAUF c")
    parts = take_apart(tree)
    assert (parts.words, parts.filters) == ((Word(text="a"), Word(text="b")), (Length(least=10, most=None),))
    assert parts.drop == Word(text="c")
    assert parts.asking_for(*parts.words) == tree


def test_a_list_is_taken_apart() -> None:
    assert len(take_apart(tree_of("2 PARMI (a, b, c)")).words) == 3


@pytest.mark.parametrize("widen", [ask_anywhere, ask_once, exclude_nothing, lambda node: widen_distances(node, 10)])
@settings(max_examples=60)
@given(tree=trees(["Syrie", "base", "armée", "l"]))
def test_a_wider_query_reads_as_it_is_printed(widen: Callable[[Node], Node], tree: Node) -> None:
    wider = widen(tree)
    assert tree_of(print_query(wider)) == wider
