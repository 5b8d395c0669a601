"""A query narrowed by names, by whole values of properties, and by dates."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_search.errors import QueryError
from archive_search.query.bounds import MAX_LEAVES
from archive_search.query.narrowing import Narrowing, narrow
from archive_search.query.parsing import parse_query
from archive_search.query.printing import print_query
from archive_search.query.tree import And, Field, Matching, Named, Node, Or, Published, Word
from archive_search.records import EntityType
from query.strategies import whole_values

TODAY = date(2015, 9, 18)
BASE = Word(text="base")


def tree_of(text: str) -> Node:
    return parse_query(text, today=TODAY).tree


def narrowed(tree: Node | None = BASE, **chosen: list[str]) -> Node:
    return narrow(tree, Narrowing(**chosen), today=TODAY)


def person(text: str) -> Named:
    return Named(type=EntityType.PERSON, text=text)


def test_all_names_are_asked_for() -> None:
    either = Or(children=(BASE, Word(text="port")))
    tree = narrowed(either, persons=["Anna Orlov", "person:petrov"], places=["Alep"], orgs=["ONU"])
    names = 'personne:"Anna Orlov" ET personne:"person:petrov" ET lieu:"Alep" ET organisation:"ONU"'
    assert print_query(tree) == f"(base OU port) ET {names}"


@pytest.mark.parametrize(
    ("chosen", "printed"),
    [
        ({"sources": ["Le Phare"]}, 'base ET source:="Le Phare"'),
        ({"agencies": ["AFP", "Reuters"]}, 'base ET (agence:="AFP" OU agence:="Reuters")'),
        ({"sections": ["Monde", "Monde"]}, 'base ET rubrique:="Monde"'),
        ({"dates": ["2015", "2015-09"]}, "base ET (date:2015 OU date:2015-09)"),
        (
            {"sources": ["Le Phare"], "sections": ["Monde"], "dates": ["2015"]},
            'base ET source:="Le Phare" ET rubrique:="Monde" ET date:2015',
        ),
    ],
    ids=["source", "either agency", "the same twice", "either date", "of each kind"],
)
def test_one_of_the_values_of_each_kind_is_asked_for(chosen: dict[str, list[str]], printed: str) -> None:
    assert print_query(narrowed(**chosen)) == printed


@pytest.mark.parametrize(
    ("chosen", "tree"),
    [
        ({"persons": ["Anna Orlov"]}, person("Anna Orlov")),
        ({"sources": ["AFP"]}, Matching(field=Field.SOURCE, value="AFP", whole=True)),
        ({"dates": ["2015-09-18"]}, Published(first=TODAY, last=TODAY)),
    ],
    ids=["name", "source", "date"],
)
def test_what_narrows_may_be_asked_for_alone(chosen: dict[str, list[str]], tree: Node) -> None:
    assert narrowed(None, **chosen) == tree


def test_nothing_at_all_is_refused() -> None:
    with pytest.raises(QueryError, match="au moins un mot ou un nom"):
        narrowed(None)


def test_narrowing_by_nothing_changes_nothing() -> None:
    assert narrowed() is BASE


@pytest.mark.parametrize("name", [' Anna\u00a0"Orlov", ', "Anna Orlov*", "« Anna » Orlov ?", "\nAnna\tOrlov"])
def test_a_tree_narrowed_by_any_spelling_reads_back_as_it_is_printed(name: str) -> None:
    tree = narrowed(persons=[name])
    assert tree == And(children=(BASE, person("Anna Orlov")))
    assert tree_of(print_query(tree)) == tree


@given(values=st.lists(whole_values().filter(str.strip), min_size=1, max_size=3))
def test_a_tree_narrowed_by_any_values_reads_back_as_it_is_printed(values: list[str]) -> None:
    tree = narrowed(sections=values)
    assert tree_of(print_query(tree)) == tree


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("2015", "date:2015"),
        ("09/2015", "date:2015-09"),
        ("2015-01..2015-06", "date:2015-01-01..2015-06-30"),
        ("2018..", "date:2018-01-01.."),
        (">=2018", "date:2018-01-01.."),
        ('"13 octobre 2015"', "date:2015-10-13"),
        ("[02/10/2015 TO 13/10/2015]", "date:2015-10-02..2015-10-13"),
        ("(2014 OU 2016)", "date:2014 OU date:2016"),
    ],
)
def test_a_date_is_written_as_in_the_language(written: str, printed: str) -> None:
    assert print_query(narrowed(None, dates=[written])) == printed


@pytest.mark.parametrize(
    "written", ["", "hier", "2015-13", "2015) OU (base", "2015 base", "2015 depuis:2014", "2015 -x"]
)
def test_what_is_no_date_is_refused_by_name(written: str) -> None:
    with pytest.raises(QueryError) as caught:
        narrowed(dates=["2015", written])
    assert f"date illisible « {written} »" in str(caught.value)


@pytest.mark.parametrize("kind", ["sources", "agencies", "sections"])
def test_an_empty_value_is_refused(kind: str) -> None:
    with pytest.raises(QueryError, match="vide"):
        narrowed(**{kind: [" "]})


def test_a_name_without_a_letter_is_refused() -> None:
    with pytest.raises(QueryError, match="lieu « … » sans lettre"):
        narrowed(places=["…"])


@pytest.mark.parametrize(
    "chosen",
    [
        {"sources": [f"Le Phare {number}" for number in range(MAX_LEAVES)]},
        {"dates": [str(1000 + number) for number in range(MAX_LEAVES)]},
        {"persons": ["Orlov"] * MAX_LEAVES},
    ],
    ids=["sources", "dates", "persons"],
)
def test_more_than_a_query_may_hold_is_refused(chosen: dict[str, list[str]]) -> None:
    with pytest.raises(QueryError, match=f"plus de {MAX_LEAVES} mots ou conditions"):
        narrowed(**chosen)


def test_half_a_surrogate_pair_is_a_value_that_can_be_printed() -> None:
    assert print_query(narrowed(None, sources=["Le \ud800"])).encode() == b'source:="Le ?"'
