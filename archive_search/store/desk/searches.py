"""Read and write the saved searches of a desk."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from archive_search.store.desk.columns import read_moment, read_text, write_moment
from archive_search.store.desk.seen import Hashes, pack_seen, unpack_seen

_SEARCHES = "select number, name, query, options, sort, created, visited from searches"


class StoredSearch(NamedTuple):
    """Hold a saved search as it is stored.

    Attributes:
        number: Its number, which is never given to another.
        name: Its name.
        query: What is asked, as it was typed.
        options: How it is read and narrowed, as JSON.
        sort: Order in which it is shown.
        created: When it was saved.
        visited: When what it finds was last seen; None when that was only at saving.
    """

    number: int
    name: str
    query: str
    options: str
    sort: str
    created: datetime
    visited: datetime | None


class NewSearch(NamedTuple):
    """Hold a search to be saved: its name and its key, and the rest as in `StoredSearch`."""

    name: str
    key: str
    query: str
    options: str
    sort: str


def list_searches(connection: sqlite3.Connection) -> tuple[StoredSearch, ...]:
    """List all saved searches, by name."""
    return tuple(map(_read_search, connection.execute(f"{_SEARCHES} order by key")))


def find_search(
    connection: sqlite3.Connection, *, number: int | None = None, key: str | None = None
) -> StoredSearch | None:
    """Look up a saved search by its number, or else by the key of its name."""
    column, value = ("key", key) if number is None else ("number", number)
    row = connection.execute(f"{_SEARCHES} where {column} = ?", (value,)).fetchone()
    return _read_search(row) if row else None


def _read_search(row: tuple[int, object, object, object, object, object, object]) -> StoredSearch:
    number, name, query, options, sort, created, visited = row
    return StoredSearch(
        number,
        read_text(name),
        read_text(query),
        read_text(options),
        read_text(sort),
        read_moment(created),
        None if visited is None else read_moment(visited),
    )


def read_seen(connection: sqlite3.Connection, number: int) -> Hashes:
    """Give the hashes of what a saved search found when it was last visited."""
    (seen,) = connection.execute("select seen from searches where number = ?", (number,)).fetchone()
    return unpack_seen(seen)


def insert_search(
    connection: sqlite3.Connection, search: NewSearch, *, article_ids: Sequence[str], at: datetime
) -> int:
    """Save a search whose key is free, note what it finds as seen, and give its number."""
    number = connection.execute(
        "insert into searches (name, key, query, options, sort, created, seen) values (?, ?, ?, ?, ?, ?, ?)",
        (*search, write_moment(at), pack_seen(article_ids)),
    ).lastrowid
    assert number is not None
    return number


def rename_search(connection: sqlite3.Connection, number: int, *, name: str, key: str) -> None:
    """Give a saved search another name, whose key is free or its own."""
    connection.execute("update searches set name = ?, key = ? where number = ?", (name, key, number))


def delete_search(connection: sqlite3.Connection, number: int) -> None:
    """Forget a saved search."""
    connection.execute("delete from searches where number = ?", (number,))


def note_seen(connection: sqlite3.Connection, number: int, article_ids: Sequence[str], *, at: datetime) -> None:
    """Note articles as what a saved search found when it was last visited."""
    connection.execute(
        "update searches set seen = ?, visited = ? where number = ?",
        (pack_seen(article_ids), write_moment(at), number),
    )
