"""Keep what families are worked out from: sketches of articles, pairs that share text, and who was published when.

A sketch is an array of little-endian u32; what is in it is decided by `archive_search.families`, which the store does
not know.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import date as Date
from itertools import islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from archive_search.store.rows import list_in

Sketch = NDArray[np.uint32]

_BYTES = np.dtype("<u4")
_WALK = 4000
_UNREADABLE = "empreintes illisibles, que « archive-search rebuild » refait"


class SketchRow(NamedTuple):
    """Hold the sketch of one article, and how many words it has."""

    article: int
    words: int
    hashes: Sketch


class PublicationRow(NamedTuple):
    """Hold what is known of the publication of an article that has a sketch, and how many words it has."""

    number: int
    id: str
    words: int
    date: Date | None
    time: str | None
    source: str | None
    agency: str | None
    identifiers: tuple[str, ...]


class ResemblanceRow(NamedTuple):
    """Hold two articles, the lower number first, and how many words of each stand in the other."""

    article: int
    other: int
    words: int
    other_words: int


def unsketched(connection: sqlite3.Connection) -> list[int]:
    """List the numbers of the articles that have no sketch yet, in order."""
    rows = connection.execute(
        "select number from articles where number not in (select article from sketches) order by number"
    )
    return [number for (number,) in rows]


def write_sketches(connection: sqlite3.Connection, rows: Iterable[SketchRow]) -> None:
    """Store the sketches of new articles, which are then to be compared with the others."""
    connection.executemany(
        "insert into sketches (article, words, hashes) values (?, ?, ?)",
        ((row.article, row.words, row.hashes.astype(_BYTES).tobytes()) for row in rows),
    )


def uncompared(connection: sqlite3.Connection) -> list[int]:
    """List the numbers of the articles that are to be compared with the others, in order."""
    return [number for (number,) in connection.execute("select article from sketches where compared = 0 order by 1")]


def note_compared(connection: sqlite3.Connection) -> None:
    """Note that all articles were compared with each other."""
    connection.execute("update sketches set compared = 1 where compared = 0")


def compare_again(connection: sqlite3.Connection, gone: Iterable[int]) -> None:
    """Have the articles that share a family with some others, which are about to go, compared again."""
    connection.executemany(
        "update sketches set compared = 0 where article in (select article from family_members where family ="
        " (select family from family_members where article = ?))",
        ((number,) for number in gone),
    )


def iterate_sketches(connection: sqlite3.Connection) -> Iterator[list[tuple[int, Sketch]]]:
    """Yield the sketches of all articles with their numbers, some thousands at a time, in order of number.

    Raises:
        sqlite3.DataError: One holds something else.
    """
    rows = connection.execute("select article, hashes from sketches order by article")
    while some := list(islice(rows, _WALK)):
        yield [(article, _sketch(hashes)) for article, hashes in some]


def sketches_of(connection: sqlite3.Connection, articles: Sequence[int]) -> list[Sketch]:
    """Give the sketches of some articles, in any order.

    Raises:
        sqlite3.DataError: One holds something else.
    """
    rows = connection.execute(
        "select hashes from sketches where article in (select value from json_each(?))", (_listed(articles),)
    )
    return [_sketch(hashes) for (hashes,) in rows]


def _sketch(hashes: bytes) -> Sketch:
    try:
        return np.frombuffer(hashes, _BYTES).astype(np.uint32, copy=False)
    except (ValueError, TypeError) as error:
        raise sqlite3.DataError(_UNREADABLE) from error


def iterate_publications(connection: sqlite3.Connection, articles: Sequence[int]) -> Iterator[PublicationRow]:
    """Yield what is known of the publication of some articles that have sketches, in order of number.

    Raises:
        sqlite3.DataError: A date or a list of identifiers is none.
    """
    rows = connection.execute(
        "select number, id, words, date, time, source, agency, identifiers from articles join sketches on"
        " article = number where number in (select value from json_each(?)) order by number",
        (_listed(articles),),
    )
    for number, article, words, date, time, source, agency, identifiers in rows:
        try:
            day = Date.fromisoformat(date) if date else None
            names = list_in(identifiers)
        except (ValueError, TypeError) as error:
            raise sqlite3.DataError(f"fiche {number} illisible") from error
        yield PublicationRow(number, article, words, day, time, source, agency, names)


def _listed(numbers: Iterable[int]) -> str:
    return f"[{','.join(map(str, numbers))}]"


def add_resemblances(connection: sqlite3.Connection, rows: Iterable[ResemblanceRow]) -> None:
    """Store pairs of articles that share text, each in the place of the one before."""
    connection.executemany("insert or replace into resemblances values (?, ?, ?, ?)", rows)


def read_resemblances(connection: sqlite3.Connection) -> list[ResemblanceRow]:
    """List all pairs of articles that share text."""
    return [ResemblanceRow(*row) for row in connection.execute("select * from resemblances order by article, other")]


def forget_families(connection: sqlite3.Connection) -> None:
    """Drop all that was found of families, so that the next commit works them out afresh."""
    for table in ("sketches", "resemblances", "family_members", "family_numbers"):
        connection.execute(f"delete from {table}")
