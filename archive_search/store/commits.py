"""The state of an archive: which generation of the index belongs to the records, and how its files are sealed.

Records and generation change in one SQLite transaction; that transaction is the commit of the whole archive.
"""

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

GENERATION = "generation"
FINGERPRINT = "analyzer_fingerprint"
FORMAT = "format_version"
CREATED = "created"


class SealedFile(NamedTuple):
    """Hold the name, size in bytes and blake2b digest (32 bytes) of a file of the index."""

    name: str
    size: int
    digest: bytes


def read_state(connection: sqlite3.Connection, name: str) -> str | None:
    """Read one property of the archive."""
    row = connection.execute("select value from state where name = ?", (name,)).fetchone()
    return str(row[0]) if row else None


def write_state(connection: sqlite3.Connection, name: str, value: str) -> None:
    """Set one property of the archive."""
    connection.execute(
        "insert into state values (?, ?) on conflict (name) do update set value = excluded.value",
        (name, value),
    )


def read_generation(connection: sqlite3.Connection) -> int:
    """Give the generation of the index that belongs to the records as this connection sees them.

    Raises:
        sqlite3.DataError: What is stored is no number.
    """
    stored = read_state(connection, GENERATION) or "0"
    try:
        return int(stored)
    except ValueError as error:
        raise sqlite3.DataError(f"génération {stored!r}") from error


def seal_generation(connection: sqlite3.Connection, generation: int, files: Iterable[SealedFile]) -> None:
    """Make a generation of the index the one that belongs to the records."""
    write_state(connection, GENERATION, str(generation))
    connection.execute("delete from sealed")
    connection.executemany("insert into sealed values (?, ?, ?)", files)


def list_sealed(connection: sqlite3.Connection) -> list[SealedFile]:
    """List the files that the present generation consists of.

    Raises:
        sqlite3.DataError: A name is a path that may lead out of the folder of the index.
    """
    rows = connection.execute("select name, bytes, digest from sealed order by name")
    sealed = [SealedFile(*row) for row in rows]
    for file in sealed:
        if Path(file.name).name != file.name:
            raise sqlite3.DataError(f"nom de fichier {file.name!r} inattendu")
    return sealed
