"""Files, labels and counts of the store."""

import os
import sqlite3
from datetime import date as Date
from pathlib import Path

import pytest
from engines.articles import make_article

from archive_search.store.articles import insert_article
from archive_search.store.files import (
    StoredVersion,
    begin_file,
    find_file,
    find_version,
    finish_file,
    forget_file,
    is_gone,
    iterate_files,
    number_of_article,
    numbers_in,
    path_of,
)
from archive_search.store.labels import Label, find_label, label_number, list_labels
from archive_search.store.statistics import count_by, count_store

NAMES = ["/presse/a.txt", "/presse/été.txt", os.fsdecode(b"/presse/d\xe9p\xeache.txt")]


@pytest.mark.parametrize("path", NAMES, ids=ascii)
def test_a_file_is_remembered_until_it_is_forgotten(connection: sqlite3.Connection, path: str) -> None:
    number = begin_file(connection, path, b"1")
    assert find_file(connection, path) == (number, b"1", False)
    finish_file(connection, number)
    assert find_file(connection, path) == (number, b"1", True)
    assert begin_file(connection, path, b"2") == number
    assert find_file(connection, path) == (number, b"2", False)
    assert list(iterate_files(connection)) == [(number, path)]
    assert path_of(connection, number) == path
    forget_file(connection, number)
    assert find_file(connection, path) is None


def test_the_articles_of_a_file_are_found(connection: sqlite3.Connection) -> None:
    file = begin_file(connection, "/presse/a.jsonl", b"1")
    number = insert_article(connection, make_article("a"), file=file)
    insert_article(connection, make_article("b"), file=None)
    assert numbers_in(connection, file) == [number]
    assert number_of_article(connection, "a", file) == number
    assert number_of_article(connection, "b", file) is None
    version = find_version(connection, "a")
    assert isinstance(version, StoredVersion)
    assert (version.number, version.file) == (number, file)


def test_only_a_file_that_is_surely_not_there_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    assert is_gone(str(path))
    assert is_gone(str(path / "dedans"))
    path.touch()
    assert not is_gone(str(path))
    assert is_gone(str(path / "dedans"))
    assert not is_gone(str(tmp_path / ("n" * 5000)))


def test_a_label_keeps_its_number(connection: sqlite3.Connection) -> None:
    first = label_number(connection, "source", "L'Écho")
    other = label_number(connection, "agency", "L'Écho")
    assert label_number(connection, "source", "L'Écho") == first != other
    assert list_labels(connection, "source") == [Label(first, "L'Écho")]


@pytest.mark.parametrize("value", ["l'Écho", "L'Echo", "L'Écho ", "", "\ud800"], ids=ascii)
def test_a_label_is_found_letter_for_letter(connection: sqlite3.Connection, value: str) -> None:
    number = label_number(connection, "source", "L'Écho")
    assert find_label(connection, "source", "L'Écho") == number
    assert find_label(connection, "source", value) is None
    assert find_label(connection, "agency", "L'Écho") is None


def test_an_empty_store_counts_nothing(connection: sqlite3.Connection) -> None:
    assert count_store(connection) == (0, 0, 0, 0, None, None, 0)


def test_a_store_is_counted(connection: sqlite3.Connection) -> None:
    for name, day, source in (("a", Date(2015, 9, 18), "Écho"), ("b", None, "Voix"), ("c", Date(2014, 1, 2), "Voix")):
        insert_article(connection, make_article(name, "Pont.", "Gare.", date=day, source=source), file=None)
    assert count_store(connection) == (3, 6, 30, 0, "2014-01-02", "2015-09-18", 1)
    assert count_by(connection, "source") == [("Voix", 2), ("Écho", 1)]


def test_a_day_that_does_not_exist_is_damage(connection: sqlite3.Connection) -> None:
    insert_article(connection, make_article("a", "Pont.", date=Date(2015, 9, 18)), file=None)
    connection.execute("update articles set date = '0000-00-00'")
    with pytest.raises(sqlite3.DataError, match="0000"):
        count_store(connection)


def test_a_value_of_a_property_that_is_no_text_is_damage(connection: sqlite3.Connection) -> None:
    connection.execute("insert into labels (field, value) values ('source', x'ff00')")
    with pytest.raises(sqlite3.DataError, match="source"):
        list_labels(connection, "source")
