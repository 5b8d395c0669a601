"""Keep how often each source prints a passage, which passages it repeats, and how far its articles are freed of them.

The counts of a source are one blob of table ``repetition_counts``, an array of records of 24 little-endian bytes:
digest of the passage (i64), articles that have it (u32), articles that may have been missed (u32), bits that their
titles fell on (u64). They change with every article; one row a source is written faster than thousands.

Articles without a source are counted together, under an empty name.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeAlias

import numpy as np

CountRow: TypeAlias = tuple[int, int, int, int]
"""Digest, articles, missed, titles: what is kept of the count of one passage."""

_RECORD = np.dtype([("digest", "<i8"), ("articles", "<u4"), ("missed", "<u4"), ("titles", "<u8")])
_UNREADABLE = "comptes des passages répétés illisibles"


class StoredNumber(NamedTuple):
    """Name a stored version of an article by its number, with the number of its file, None when it has none."""

    number: int
    file: int | None


def read_counts(connection: sqlite3.Connection, source: str) -> tuple[int, list[CountRow]]:
    """Give the number of articles of a source that were counted, and the counts of its passages.

    Raises:
        sqlite3.DataError: They are damaged.
    """
    row = connection.execute("select articles, counts from repetition_counts where source = ?", (source,)).fetchone()
    if row is None:
        return 0, []
    articles, counts = row
    try:
        return int(articles), np.frombuffer(counts, _RECORD).tolist()
    except (ValueError, TypeError) as error:
        raise sqlite3.DataError(_UNREADABLE) from error


def write_counts(connection: sqlite3.Connection, source: str, articles: int, counts: Sequence[CountRow]) -> None:
    """Keep the counts of a source in place of those that were there."""
    connection.execute(
        "insert into repetition_counts (source, articles, counts) values (?, ?, ?)"
        " on conflict (source) do update set articles = excluded.articles, counts = excluded.counts",
        (source, articles, np.array(counts, _RECORD).tobytes()),
    )


def read_repeated(connection: sqlite3.Connection) -> dict[str, set[int]]:
    """Give for each source the digests of the passages that it repeats."""
    repeated: dict[str, set[int]] = {}
    for source, digest in connection.execute("select source, digest from repeated_passages"):
        repeated.setdefault(source, set()).add(digest)
    return repeated


def add_repeated(connection: sqlite3.Connection, source: str, digests: Iterable[int]) -> None:
    """Note passages that a source is now known to repeat; all its articles stored so far are to be looked at again."""
    connection.executemany(
        "insert or ignore into repeated_passages values (?, ?)", ((source, each) for each in digests)
    )
    connection.execute(
        "insert into repetition_revisions select ?, 0, coalesce(max(number), 0) from articles where true"
        " on conflict (source) do update set done = 0, last = excluded.last",
        (source,),
    )


def sources_to_revise(connection: sqlite3.Connection) -> list[str]:
    """List the sources of which some articles may still have a repeated passage."""
    return [source for (source,) in connection.execute("select source from repetition_revisions order by source")]


def numbers_to_revise(connection: sqlite3.Connection, source: str, *, most: int) -> list[StoredNumber]:
    """List the next articles of a source that may have a repeated passage, in order of number."""
    rows = connection.execute(
        "select number, file from articles, repetition_revisions as revision"
        " where revision.source = ? and number > done and number <= last and coalesce(articles.source, '') = ?"
        " order by number limit ?",
        (source, source, most),
    )
    return [StoredNumber(*row) for row in rows.fetchall()]


def note_revised(connection: sqlite3.Connection, source: str, number: int | None) -> None:
    """Note that the articles of a source were looked at up to a number, or all of them where there is none."""
    if number is None:
        connection.execute("delete from repetition_revisions where source = ?", (source,))
    else:
        connection.execute("update repetition_revisions set done = ? where source = ?", (number, source))
