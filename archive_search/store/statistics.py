"""Count what an archive holds."""

import sqlite3
from datetime import date as Date
from typing import NamedTuple


class StoreCounts(NamedTuple):
    """Hold the totals of an archive; dates are ISO 8601 days, None when no article is dated."""

    articles: int
    paragraphs: int
    characters: int
    files: int
    first_date: str | None
    last_date: str | None
    undated: int


def count_store(connection: sqlite3.Connection) -> StoreCounts:
    """Count articles, paragraphs, characters and files, and find the first and last date."""
    articles, paragraphs, characters, first, last, dated = connection.execute(
        "select count(*), coalesce(sum(paragraphs), 0), coalesce(sum(characters), 0), min(date), max(date), count(date)"
        " from articles"
    ).fetchone()
    (files,) = connection.execute("select count(*) from files").fetchone()
    return StoreCounts(articles, paragraphs, characters, files, _day(first), _day(last), articles - dated)


def _day(stored: str | None) -> str | None:
    try:
        return None if stored is None else Date.fromisoformat(stored).isoformat()
    except (ValueError, TypeError) as error:
        raise sqlite3.DataError(f"date « {stored} » illisible") from error


def count_by(connection: sqlite3.Connection, field: str) -> list[tuple[str, int]]:
    """Count articles by source, agency or section, the most frequent first.

    Args:
        connection: Reader's connection.
        field: "source", "agency" or "section".
    """
    columns = {"source": "source", "agency": "agency", "section": "section"}
    column = columns[field]
    return connection.execute(
        f"select {column}, count(*) from articles where {column} is not null group by 1 order by 2 desc, 1"
    ).fetchall()
