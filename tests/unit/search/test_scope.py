"""To what the words of a query are confined by the nodes around them."""

from archive_search.indexing import zones
from archive_search.query.tree import And, FirstWords, InZone, Word, Zone
from archive_search.search.scope import EVERYWHERE, Scope

WORD = Word(text="base")


def test_zones_add_up() -> None:
    assert EVERYWHERE.in_zone(Zone.LEAD).in_zone(Zone.TEXT) == Scope(zones.LEAD | zones.TEXT, None)


def test_the_shorter_of_two_beginnings_is_meant() -> None:
    assert EVERYWHERE.in_first(9).in_first(5) == EVERYWHERE.in_first(5).in_first(9) == Scope(0, 5)


def test_a_zone_and_a_beginning_both_confine() -> None:
    beginning = FirstWords(count=5, child=WORD)
    assert EVERYWHERE.inside(beginning).inside(InZone(zone=Zone.TITLE, child=beginning)) == Scope(zones.TITLE, 5)


def test_what_confines_nothing_leaves_the_scope_as_it_is() -> None:
    scope = EVERYWHERE.in_first(5)
    assert scope.inside(And(children=(WORD, WORD))) is scope
