"""Articles are sketched as they are stored; what does not stay is not sketched."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from families.dispatches import make_dispatch

from archive_search.engines.families import sketching
from archive_search.engines.families.sketching import Sketcher, sketch_missing
from archive_search.records import Article
from archive_search.store.articles import delete_articles, insert_article
from archive_search.store.connecting import open_writer
from archive_search.store.schema import create_tables
from archive_search.store.sketches import unsketched

ARTICLES = [make_dispatch(f"a{rank}", range(rank, rank + 3)) for rank in range(5)]

Row = tuple[int, int, bytes]


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    connection = open_writer(tmp_path)
    create_tables(connection)
    connection.execute("begin immediate")
    yield connection
    connection.close()


def store(connection: sqlite3.Connection, articles: list[Article]) -> dict[int, Article]:
    return {insert_article(connection, article, file=None): article for article in articles}


def rows(connection: sqlite3.Connection) -> list[Row]:
    return list(connection.execute("select article, words, hashes from sketches order by article"))


def take_all(sketcher: Sketcher, stored: dict[int, Article]) -> None:
    for number, article in stored.items():
        sketcher.add(number, article)


def test_articles_at_hand_get_the_sketches_that_they_get_from_the_records(connection: sqlite3.Connection) -> None:
    sketcher = Sketcher(connection)
    take_all(sketcher, store(connection, ARTICLES))
    sketcher.finish()
    found = rows(connection)
    connection.execute("delete from sketches")
    sketch_missing(connection)
    assert found == rows(connection)
    assert [words for _article, words, _hashes in found] == [51] * 5


def test_sketches_do_not_depend_on_which_articles_are_cut_together(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    store(connection, ARTICLES)
    sketch_missing(connection)
    found = rows(connection)
    connection.execute("delete from sketches")
    monkeypatch.setattr(sketching, "_BATCH_CHARACTERS", 1)
    monkeypatch.setattr(sketching, "_BATCH_ARTICLES", 2)
    sketch_missing(connection)
    assert rows(connection) == found


def test_sketches_are_written_when_enough_articles_wait(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sketching, "_BATCH_CHARACTERS", 1)
    stored = store(connection, ARTICLES)
    take_all(Sketcher(connection), stored)
    assert unsketched(connection) == []


def test_articles_deleted_while_they_wait_are_left_out(connection: sqlite3.Connection) -> None:
    sketcher = Sketcher(connection)
    stored = store(connection, ARTICLES)
    take_all(sketcher, stored)
    gone = list(stored)[:2]
    sketcher.forget(gone)
    delete_articles(connection, gone)
    sketcher.finish()
    assert [article for article, _words, _hashes in rows(connection)] == list(stored)[2:]


def test_dropped_articles_are_not_sketched(connection: sqlite3.Connection) -> None:
    sketcher = Sketcher(connection)
    take_all(sketcher, store(connection, ARTICLES))
    sketcher.drop()
    sketcher.finish()
    assert rows(connection) == []


def test_an_article_without_words_has_an_empty_sketch(connection: sqlite3.Connection) -> None:
    store(connection, [make_dispatch("vide", [])])
    sketch_missing(connection)
    assert [row[1:] for row in rows(connection)] == [(0, b"")]
