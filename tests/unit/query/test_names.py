"""Names of persons, places and organisations in a query."""

from datetime import date

import pytest

from archive_search.query.parsing import parse_query
from archive_search.query.tree import InZone, Named, Node, Or, SameParagraph, Word, Zone
from archive_search.records import EntityType

TODAY = date(2015, 9, 18)
BASE = Word(text="base")


def tree_of(text: str) -> Node:
    return parse_query(text, today=TODAY).tree


def person(text: str) -> Named:
    return Named(type=EntityType.PERSON, text=text)


@pytest.mark.parametrize(
    ("field", "entity_type"),
    [
        *((field, EntityType.PERSON) for field in ("personne", "Person", "PER")),
        *((field, EntityType.PLACE) for field in ("lieu", "place", "pays")),
        *((field, EntityType.ORG) for field in ("organisation", "organization", "org")),
    ],
)
def test_a_field_asks_for_the_next_operand_as_a_name(field: str, entity_type: EntityType) -> None:
    assert tree_of(f"{field}:Orlov") == tree_of(f"{field}= Orlov") == Named(type=entity_type, text="Orlov")


@pytest.mark.parametrize(
    ("text", "interpreted"),
    [
        ('personne:"Anna Orlov"', 'personne:"Anna Orlov"'),
        ("personne:(Anna Orlov)", 'personne:"Anna Orlov"'),
        ("personne:(Anna Orlov OU Ivan Petrov)", 'personne:"Anna Orlov" OU personne:"Ivan Petrov"'),
        ("personne:(Orlov ET Petrov)", 'personne:"Orlov" ET personne:"Petrov"'),
        ('personne:(Orlov "Le Pen")', 'personne:"Orlov" ET personne:"Le Pen"'),
        ("personne:((Anna Orlov) SAUF Petrov)", 'personne:"Anna Orlov" SAUF personne:"Petrov"'),
        ("lieu:(Alep PARA New York)", 'lieu:"Alep" PARA lieu:"New York"'),
        ("lieu:(Alep PRES/3 Damas)", 'lieu:"Alep" PRES/3 lieu:"Damas"'),
        ("personne:Anna Orlov", 'personne:"Anna" ET Orlov'),
        ("titre:personne:(Anna Orlov)", 'titre:personne:"Anna Orlov"'),
        ("personne:titre:(Anna Orlov)", 'titre:personne:"Anna Orlov"'),
        ("personne:(Anna Orlov) base navale", 'personne:"Anna Orlov" ET base ET navale'),
        ("personne:lieu:Alep", 'lieu:"Alep"'),
        ("source:(lieu:Alep)", 'lieu:"Alep"'),
        ('personne:"person:anna-orlov"', 'personne:"person:anna-orlov"'),
    ],
)
def test_words_side_by_side_in_parentheses_are_one_name(text: str, interpreted: str) -> None:
    parsed = parse_query(text, today=TODAY)
    assert (parsed.interpreted, parsed.warnings) == (interpreted, ())


def test_words_of_a_name_stay_together_when_any_word_will_do() -> None:
    parsed = parse_query("personne:(Anna Orlov) base", today=TODAY, any_word=True)
    assert parsed.tree == Or(children=(person("Anna Orlov"), BASE))


@pytest.mark.parametrize("text", ["personne:Orlo*", "personne:Orlo~1", 'personne:"Orlo*"', "personne:(Orlo?)"])
def test_truncation_and_tolerance_of_a_name_are_ignored_and_said(text: str) -> None:
    parsed = parse_query(text, today=TODAY)
    assert parsed.tree == person("Orlo")
    assert parsed.warnings == ("dans personne: ni troncature ni tolérance, signes ignorés",)


def test_a_name_is_a_leaf_that_zones_and_paragraphs_can_hold() -> None:
    assert tree_of("titre:(personne:Orlov)") == InZone(zone=Zone.TITLE, child=person("Orlov"))
    assert tree_of("base PARA personne:Orlov") == SameParagraph(children=(BASE, person("Orlov")))


def test_a_field_without_a_name_is_ignored_and_said() -> None:
    parsed = parse_query("base personne:", today=TODAY)
    assert (parsed.tree, parsed.warnings) == (BASE, ("champ « personne » sans valeur, ignoré",))
