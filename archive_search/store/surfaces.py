"""Number the spellings and the names of an archive."""

import sqlite3
from collections.abc import Callable, Iterable

from archive_search.records import EntityType

Keys = tuple[str, str, str]
"""Folded spelling, transliteration key and surname key; the last two are empty where there is none."""


class Surfaces:
    """Know all spellings by number, and give new ones theirs."""

    def __init__(self, connection: sqlite3.Connection, find_keys: Callable[[str], Keys]) -> None:
        """Read what is known.

        Args:
            connection: Writer's connection, inside a transaction.
            find_keys: Gives the keys of a spelling.
        """
        self._connection = connection
        self._find_keys = find_keys
        self._numbers: dict[str, int] = {}
        self.texts: dict[int, str] = {}
        for number, text in connection.execute("select number, text from surfaces"):
            self._numbers[text] = number
            self.texts[number] = text

    def number(self, text: str) -> int:
        """Give the number of a spelling, numbering it at its first use."""
        known = self._numbers.get(text)
        if known is not None:
            return known
        row = self._connection.execute(
            "insert into surfaces (text, folded, sound, surname) values (?, ?, ?, ?)", (text, *self._find_keys(text))
        )
        assert row.lastrowid is not None
        self._numbers[text] = row.lastrowid
        self.texts[row.lastrowid] = text
        return row.lastrowid


class Names:
    """Know all names by number, and give new ones theirs."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Read what is known through a writer's connection, inside a transaction."""
        self._connection = connection
        self._numbers: dict[tuple[str, str], int] = {}
        self.keys: dict[int, tuple[EntityType, str]] = {}
        for number, entity_type, text in connection.execute("select number, type, text from names"):
            self._numbers[entity_type, text] = number
            self.keys[number] = EntityType(entity_type), text

    def number(self, entity_type: EntityType, text: str) -> int:
        """Give the number of a name, numbering it at its first use."""
        known = self._numbers.get((entity_type, text))
        if known is not None:
            return known
        row = self._connection.execute("insert into names (type, text) values (?, ?)", (entity_type.value, text))
        assert row.lastrowid is not None
        self._numbers[entity_type, text] = row.lastrowid
        self.keys[row.lastrowid] = entity_type, text
        return row.lastrowid


def read_decisions(connection: sqlite3.Connection) -> dict[tuple[int, EntityType], EntityType | None]:
    """Give the type of each surface, by its number and the type that candidates were given; None: it is no name."""
    rows = connection.execute("select surface, given, type from decisions")
    return {(surface, EntityType(given)): EntityType(kept) if kept else None for surface, given, kept in rows}


def write_decisions(
    connection: sqlite3.Connection, decisions: Iterable[tuple[tuple[int, EntityType], EntityType | None]]
) -> None:
    """Store decisions, each in the place of the one before."""
    connection.executemany(
        "insert or replace into decisions values (?, ?, ?)",
        ((surface, given.value, kept.value if kept else None) for (surface, given), kept in decisions),
    )


def forget_decisions(connection: sqlite3.Connection) -> None:
    """Drop all decisions."""
    connection.execute("delete from decisions")


def write_acronyms(connection: sqlite3.Connection, article: int, acronyms: Iterable[tuple[str, str]]) -> None:
    """Store the short and long forms that an article defines, in the place of those before."""
    connection.execute("delete from acronyms where article = ?", (article,))
    connection.executemany(
        "insert or replace into acronyms values (?, ?, ?)", ((article, short, long) for short, long in acronyms)
    )


def count_acronyms(connection: sqlite3.Connection) -> dict[str, dict[str, int]]:
    """Give for each short form the long forms that it is given, and the number of articles that do so."""
    counts: dict[str, dict[str, int]] = {}
    for short, long, articles in connection.execute("select short, long, count(*) from acronyms group by 1, 2"):
        counts.setdefault(short, {})[long] = articles
    return counts
