"""Keep families: which articles give one text, and what each is to the first publication."""

import sqlite3
from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np

from archive_search.family_records import Relation
from archive_search.store.family_numbers import NUMBER_BYTES, UNREADABLE

_COLUMNS = "article, family, nearest, relation, shared, added, dropped"


class MemberRow(NamedTuple):
    """Hold one row of table ``family_members``.

    Attributes:
        article: Number of the article.
        family: Number of the first publication; its own for that one.
        nearest: Number of the earlier member that its text is nearest to; None for the first publication.
        relation: What it is to that member.
        shared: Share of its words that stand in the first publication.
        added: Number of its other words.
        dropped: Number of words of the first publication that do not stand in it.
    """

    article: int
    family: int
    nearest: int | None
    relation: Relation
    shared: float
    added: int
    dropped: int


class FamilyCounts(NamedTuple):
    """Hold how many families there are, and how many articles are in them."""

    families: int
    members: int


class FamilySize(NamedTuple):
    """Hold the number of a family's first publication and how many members it has."""

    family: int
    members: int


def read_members(connection: sqlite3.Connection) -> list[MemberRow]:
    """List the members of all families, in order of number.

    Raises:
        sqlite3.DataError: A relation is none.
    """
    return _rows(connection.execute(f"select {_COLUMNS} from family_members order by article"))


def members_of(connection: sqlite3.Connection, family: int) -> list[MemberRow]:
    """List the members of one family, by its number, in order of number; none where there is no such family.

    Raises:
        sqlite3.DataError: A relation is none.
    """
    return _rows(
        connection.execute(f"select {_COLUMNS} from family_members where family = ? order by article", (family,))
    )


def _rows(found: Iterable[tuple[Any, ...]]) -> list[MemberRow]:
    try:
        return [
            MemberRow(article, family, nearest, Relation(relation), shared, added, dropped)
            for article, family, nearest, relation, shared, added, dropped in found
        ]
    except ValueError as error:
        raise sqlite3.DataError(UNREADABLE) from error


def family_of(connection: sqlite3.Connection, article: int) -> int | None:
    """Give the number of the family of an article, or None when it has none."""
    row = connection.execute("select family from family_members where article = ?", (article,)).fetchone()
    return int(row[0]) if row else None


def count_families(connection: sqlite3.Connection) -> FamilyCounts:
    """Count families and their members."""
    row = connection.execute("select count(distinct family), count(*) from family_members").fetchone()
    return FamilyCounts(*row)


def list_sizes(connection: sqlite3.Connection, *, limit: int, offset: int) -> list[FamilySize]:
    """List families with their sizes, the largest first and, among equals, the oldest in the archive first."""
    rows = connection.execute(
        "select family, count(*) from family_members group by family order by 2 desc, 1 limit ? offset ?",
        (limit, offset),
    )
    return [FamilySize(*row) for row in rows]


def sync_members(connection: sqlite3.Connection, rows: Iterable[MemberRow]) -> None:
    """Make the tables hold these members, writing only what differs from what they hold."""
    wanted, held = set(rows), set(read_members(connection))
    if wanted != held:
        connection.executemany(
            "delete from family_members where article = ?", ((row.article,) for row in held - wanted)
        )
        connection.executemany("insert into family_members values (?, ?, ?, ?, ?, ?, ?)", wanted - held)
    write_numbers(connection, wanted)


def write_numbers(connection: sqlite3.Connection, rows: Iterable[MemberRow]) -> None:
    """Write the row that searches read."""
    pairs = np.array(sorted((row.article, row.family) for row in rows), NUMBER_BYTES).reshape(-1, 2)
    columns = [pairs[:, rank].tobytes() for rank in range(2)]
    connection.execute("delete from family_numbers")
    connection.execute("insert into family_numbers values (?, ?)", columns)
