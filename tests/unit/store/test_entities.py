"""Entities are found by the keys of their spellings, and tables are brought to what they should hold."""

import sqlite3
from datetime import date as Date

import pytest

from archive_search.records import Entity, EntityType, Variant
from archive_search.store.entities import (
    EntityRow,
    VariantRow,
    count_entities,
    describe_entities,
    entities_of_names,
    find_by_key,
    find_containing,
    iterate_folded,
    list_entities,
    sync_entities,
    sync_owners,
    sync_variants,
    variants_of,
)
from archive_search.store.surfaces import Names, Surfaces

CHOIGOU = EntityRow("person:serguei-choigou", "person", "Sergueï Choïgou", 4, 3, 2, 0, "2015-09-18", "2015-10-13")
DAMAS = EntityRow("place:damas", "place", "Damas", 9, 8, 5, 0, None, None)
REPORTER = EntityRow("person:phil-arden", "person", "Phil Arden", 0, 0, 0, 3, None, None)


def keys(text: str) -> tuple[str, str, str]:
    words = text.lower().split()
    return " ".join(words), "".join(words) if len(words) > 1 else "", words[-1]


@pytest.fixture
def named(connection: sqlite3.Connection) -> sqlite3.Connection:
    surfaces = Surfaces(connection, keys)
    sync_entities(connection, [CHOIGOU, DAMAS, REPORTER])
    spellings = [("Sergueï Choïgou", 3), ("Choïgou", 1), ("Shoigu", 0)]
    rows = [VariantRow(CHOIGOU.id, surfaces.number(text), count) for text, count in spellings]
    rows += [
        VariantRow(DAMAS.id, surfaces.number("Damas"), 9),
        VariantRow(REPORTER.id, surfaces.number("Phil Arden"), 0),
    ]
    sync_variants(connection, rows)
    return connection


@pytest.mark.parametrize(
    ("column", "entity_type", "key", "expected"),
    [
        pytest.param("folded", EntityType.PERSON, "shoigu", (CHOIGOU.id,), id="a spelling that no text has"),
        pytest.param("sound", EntityType.PERSON, "sergueïchoïgou", (CHOIGOU.id,), id="key of the whole name"),
        pytest.param("surname", EntityType.PERSON, "choïgou", (CHOIGOU.id,), id="surname"),
        pytest.param("folded", EntityType.PLACE, "shoigu", (), id="another type"),
        pytest.param("folded", EntityType.PERSON, "", (), id="nothing"),
    ],
)
def test_entities_are_found_by_key(
    named: sqlite3.Connection, column: str, entity_type: EntityType, key: str, expected: tuple[str, ...]
) -> None:
    assert find_by_key(named, column, entity_type, key) == expected


def test_an_entity_is_described_with_dates(named: sqlite3.Connection) -> None:
    assert describe_entities(named, ["place:paris", CHOIGOU.id]) == [
        Entity(
            id=CHOIGOU.id,
            type=EntityType.PERSON,
            name="Sergueï Choïgou",
            mentions=4,
            paragraphs=3,
            articles=2,
            first_date=Date(2015, 9, 18),
            last_date=Date(2015, 10, 13),
        )
    ]


def test_variants_come_by_frequency(named: sqlite3.Connection) -> None:
    assert variants_of(named, CHOIGOU.id) == (
        Variant("Sergueï Choïgou", 3),
        Variant("Choïgou", 1),
        Variant("Shoigu", 0),
    )


@pytest.mark.parametrize("column", ["folded", "sound", "surname"])
def test_entities_are_found_by_an_index_of_the_key(named: sqlite3.Connection, column: str) -> None:
    asked: list[str] = []
    named.set_trace_callback(asked.append)
    find_by_key(named, column, EntityType.PERSON, "choïgou")
    named.set_trace_callback(None)
    plan = [step for *_numbers, step in named.execute(f"explain query plan {asked[0]}")]
    assert any(f"surfaces_by_{column}" in step for step in plan)


def test_entities_come_by_number_of_articles(named: sqlite3.Connection) -> None:
    found = [entity.id for entity in list_entities(named, entity_type=None, ids=None)]
    assert found == [DAMAS.id, CHOIGOU.id, REPORTER.id]


def test_a_list_may_be_narrowed(named: sqlite3.Connection) -> None:
    persons = [entity.id for entity in list_entities(named, entity_type=EntityType.PERSON, ids=None)]
    chosen = [entity.id for entity in list_entities(named, entity_type=None, ids=[DAMAS.id])]
    assert (persons, chosen) == ([CHOIGOU.id, REPORTER.id], [DAMAS.id])
    assert list(list_entities(named, entity_type=None, ids=[])) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [("cho", [CHOIGOU.id]), ("zz", []), ("%", []), ("_", [])],
    ids=["part", "none", "percent", "underscore"],
)
def test_entities_are_found_by_a_part_of_a_spelling(named: sqlite3.Connection, text: str, expected: list[str]) -> None:
    assert find_containing(named, text) == expected


def test_folded_spellings_are_listed_by_type(named: sqlite3.Connection) -> None:
    assert set(iterate_folded(named, EntityType.PLACE)) == {("damas", DAMAS.id)}


def test_only_what_differs_is_written(named: sqlite3.Connection) -> None:
    before = named.total_changes
    sync_entities(named, [DAMAS, REPORTER, CHOIGOU])
    assert named.total_changes == before
    sync_entities(named, [CHOIGOU, DAMAS._replace(articles=6)])
    assert named.total_changes == before + 3
    assert (count_entities(named), describe_entities(named, [DAMAS.id])[0].articles) == (2, 6)


@pytest.mark.parametrize("change", ["mentions = 'beaucoup'", "name = x'ff00'", "first_date = '0000-00-00'"])
def test_an_entity_that_cannot_be_read_is_damage(named: sqlite3.Connection, change: str) -> None:
    named.execute(f"update entities set {change}")
    with pytest.raises(sqlite3.DataError, match=DAMAS.id):
        describe_entities(named, [DAMAS.id])


def test_spellings_that_cannot_be_read_are_damage(named: sqlite3.Connection) -> None:
    named.execute("update variants set mentions = 'beaucoup'")
    with pytest.raises(sqlite3.DataError, match=DAMAS.id):
        variants_of(named, DAMAS.id)


def test_names_belong_to_entities(named: sqlite3.Connection) -> None:
    names = Names(named)
    full, hidden = names.number(EntityType.PERSON, "Sergueï Choïgou"), names.number(EntityType.PERSON, "Internet")
    sync_owners(named, {full: CHOIGOU.id, hidden: None})
    assert {number: entity.id for number, entity in entities_of_names(named, [full, hidden]).items()} == {
        full: CHOIGOU.id
    }


def test_a_row_that_makes_no_entity_is_told(named: sqlite3.Connection) -> None:
    named.execute("update entities set type = 'chose' where id = ?", (DAMAS.id,))
    with pytest.raises(sqlite3.DataError, match="place:damas"):
        describe_entities(named, [DAMAS.id])
