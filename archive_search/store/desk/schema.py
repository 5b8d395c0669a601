"""Tables of `desk.sqlite`: dossiers with their articles, and saved searches.

No number is given twice, so that an address that names a deleted dossier never shows another. Moments are ISO 8601 in
UTC. A ``key`` is a name without accents and case, which no two dossiers share, nor two searches; ``options`` is JSON,
``seen`` is written by `store.desk.seen`.
"""

import sqlite3
from contextlib import closing
from functools import cache
from typing import TypeAlias

DESK_VERSION = 1
"""Raise it with every change to these tables, or to the options of saved searches, that older programs cannot read."""

_TABLES = (
    """
create table dossiers (
    number integer primary key autoincrement,
    name text not null,
    key text not null unique,
    created text not null,
    changed text not null
) strict""",
    """
create table dossier_articles (
    number integer primary key autoincrement,
    dossier integer not null references dossiers (number) on delete cascade,
    article text not null,
    added text not null,
    note text not null,
    unique (dossier, article)
) strict""",
    "create index dossier_articles_by_article on dossier_articles (article)",
    """
create table searches (
    number integer primary key autoincrement,
    name text not null,
    key text not null unique,
    query text not null,
    options text not null,
    sort text not null,
    created text not null,
    visited text,
    seen blob not null
) strict""",
)

Schema: TypeAlias = frozenset[tuple[str | None, ...]]


def make_tables(connection: sqlite3.Connection) -> None:
    """Create the empty tables of a new desk; the caller holds a transaction, or a database in memory."""
    for statement in _TABLES:
        connection.execute(statement)
    connection.execute(f"pragma user_version = {DESK_VERSION}")


def open_empty() -> sqlite3.Connection:
    """Make a desk in memory in which nothing is kept."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    make_tables(connection)
    return connection


def read_version(connection: sqlite3.Connection) -> int | None:
    """Give the format version of a desk; None of a file that nothing was written to yet.

    Raises:
        sqlite3.DatabaseError: It has the present version, and other tables than ours. A view or a trigger in a file
            from a stranger could run without end, so none is ever reached.
    """
    version, schema = int(connection.execute("pragma user_version").fetchone()[0]), _schema_of(connection)
    if not version and not schema:
        return None
    if version == DESK_VERSION and schema != _our_schema():
        raise sqlite3.DatabaseError("ses tables ne sont pas celles de ce programme")
    return version


def _schema_of(connection: sqlite3.Connection) -> Schema:
    return frozenset(connection.execute("select type, name, tbl_name, sql from sqlite_master"))


@cache
def _our_schema() -> Schema:
    with closing(open_empty()) as connection:
        return _schema_of(connection)
