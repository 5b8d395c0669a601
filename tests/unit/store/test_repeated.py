import sqlite3

import pytest
from engines.articles import make_article

from archive_search.store.articles import insert_article
from archive_search.store.repeated import (
    add_repeated,
    note_revised,
    numbers_to_revise,
    read_counts,
    read_repeated,
    sources_to_revise,
    write_counts,
)

ROWS = [(-(1 << 63), 20, 3, (1 << 64) - 1), (7, 1, 0, 1)]


def test_counts_are_read_as_they_were_written(connection: sqlite3.Connection) -> None:
    write_counts(connection, "L'Écho", 200, [])
    write_counts(connection, "L'Écho", 400, ROWS)
    assert read_counts(connection, "L'Écho") == (400, ROWS)
    assert read_counts(connection, "La Voix") == (0, [])


def test_damaged_counts_are_told(connection: sqlite3.Connection) -> None:
    connection.execute("insert into repetition_counts values ('L''Écho', 3, x'00')")
    with pytest.raises(sqlite3.DataError, match="illisibles"):
        read_counts(connection, "L'Écho")


def test_a_repeated_passage_is_remembered_with_its_source(connection: sqlite3.Connection) -> None:
    add_repeated(connection, "L'Écho", [7, -3])
    add_repeated(connection, "L'Écho", [7])
    add_repeated(connection, "", [9])
    assert read_repeated(connection) == {"L'Écho": {7, -3}, "": {9}}


def test_articles_stored_before_are_to_be_revised_in_order(connection: sqlite3.Connection) -> None:
    sources = ["Écho", "Voix", None, "Écho", "Écho"]
    numbers = [
        insert_article(connection, make_article(str(n), source=source), file=None) for n, source in enumerate(sources)
    ]
    add_repeated(connection, "Écho", [7])
    insert_article(connection, make_article("later", source="Écho"), file=None)
    assert sources_to_revise(connection) == ["Écho"]
    assert numbers_to_revise(connection, "Écho", most=2) == [(numbers[0], None), (numbers[3], None)]
    note_revised(connection, "Écho", numbers[3])
    assert numbers_to_revise(connection, "Écho", most=2) == [(numbers[4], None)]
    note_revised(connection, "Écho", None)
    assert sources_to_revise(connection) == []


def test_another_repeated_passage_begins_the_revision_again(connection: sqlite3.Connection) -> None:
    number = insert_article(connection, make_article("a"), file=None)
    add_repeated(connection, "", [7])
    note_revised(connection, "", number)
    add_repeated(connection, "", [8])
    assert numbers_to_revise(connection, "", most=9) == [(number, None)]
