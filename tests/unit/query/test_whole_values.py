"""The whole value of a property, letter for letter."""

from datetime import date

import pytest
from hypothesis import given

from archive_search.query.parsing import parse_query
from archive_search.query.remarks import Remarks
from archive_search.query.syntax import Syntax
from archive_search.query.tree import Field, Matching, Node, Or, Without, Word
from archive_search.query.whole_values import find_whole_value, quote_whole
from query.strategies import whole_values

TODAY = date(2015, 9, 18)


def tree_of(text: str) -> Node:
    parsed = parse_query(text, today=TODAY)
    assert parsed.warnings == ()
    return parsed.tree


def whole(value: str, field: Field = Field.SOURCE) -> Matching:
    return Matching(field=field, value=value, whole=True)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('source:="Le Phare"', "Le Phare"),
        ('source: = "Le Phare"', "Le Phare"),
        ('sn=="Le Phare"', "Le Phare"),
        ("source:=« Le Phare »", "Le Phare"),
        ("source:=“Le Phare”", "Le Phare"),
        ("source:=Phare", "Phare"),
        ('source:="Le ""Phare"""', 'Le "Phare"'),
        ('source:=" Le Phare "', " Le Phare "),
        ('source:="Phare [soir] (2*)"', "Phare [soir] (2*)"),
        ('source:="SAUF"', "SAUF"),
    ],
)
def test_an_equals_sign_after_a_field_asks_for_the_whole_value(text: str, value: str) -> None:
    assert tree_of(text) == whole(value)


@pytest.mark.parametrize("text", ['source:"Le Phare"', 'source="Le Phare"', 'source = "Le Phare"'])
def test_the_sign_of_a_field_alone_asks_for_words(text: str) -> None:
    assert tree_of(text) == Matching(field=Field.SOURCE, value="Le Phare")


@pytest.mark.parametrize(
    ("name", "field"),
    [("auteur", Field.AUTHOR), ("agence", Field.AGENCY), ("rubrique", Field.SECTION), ("langue", Field.LANGUAGE)],
)
def test_every_property_has_whole_values(name: str, field: Field) -> None:
    assert tree_of(f'{name}:="Jean Bréval"') == whole("Jean Bréval", field)


def test_words_in_parentheses_may_be_whole_values() -> None:
    assert tree_of("source:(=Phare OU =Littoral)") == Or(children=(whole("Phare"), whole("Littoral")))


def test_a_whole_value_may_be_excluded() -> None:
    assert tree_of('digue -source:="Le Phare"') == Without(keep=Word(text="digue"), drop=whole("Le Phare"))


def test_fields_and_conditions_around_a_whole_value_change_nothing() -> None:
    assert tree_of('AUMOINS3 titre:source:="Le Phare" debut/5') == whole("Le Phare")


@pytest.mark.parametrize("syntax", list(Syntax))
def test_a_whole_value_is_read_alike_in_every_syntax(syntax: Syntax) -> None:
    assert parse_query('source:="Le [Phare]*"', today=TODAY, syntax=syntax).tree == whole("Le [Phare]*")


def test_guillemets_that_do_not_close_are_closed_and_told() -> None:
    parsed = parse_query('source:="Le Phare', today=TODAY)
    assert parsed.tree == whole("Le Phare")
    assert parsed.warnings == ('« " » ouvrant sans fermant : fermé à la fin de la requête',)


@pytest.mark.parametrize("text", ['digue source:=""', "digue source:=« »"])
def test_an_empty_value_is_left_out_and_told(text: str) -> None:
    parsed = parse_query(text, today=TODAY)
    assert (parsed.tree, parsed.warnings) == (Word(text="digue"), ("guillemets sans mot, ignorés",))


@given(value=whole_values())
def test_a_value_is_read_back_as_it_was_written(value: str) -> None:
    written = f"={quote_whole(value)}"
    found = find_whole_value(f"{written} Alep", 0, Remarks())
    assert found is not None
    assert (found.text, found.end) == (value, len(written))
