"""Write and read articles as rows."""

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date as Date
from types import UnionType
from typing import Any

from archive_search.records import Article, Kind, Paragraph, RemovedText

_COLUMNS = "id_derived, id, title, date, date_reason, time, source, agency, section, authors, language, url, path"


def article_digest(article: Article) -> bytes:
    """Summarise everything of an article but its id and path, so that an unchanged one can be left alone."""
    content = replace(article, id="", path=None)
    return hashlib.blake2b(repr(content).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def insert_article(connection: sqlite3.Connection, article: Article, *, file: int | None, words: int) -> int:
    """Store an article whose id is free.

    Args:
        connection: Writer's connection, inside a transaction.
        article: What to store.
        file: Number of the file that it was read from; None when it came from elsewhere.
        words: Length of its text in words.

    Returns:
        The number given to this version of the article.
    """
    row = (*_row_of(article), file, article_digest(article), words)
    number = connection.execute(
        f"insert into articles ({_COLUMNS}, file, digest, words) values ({', '.join('?' * len(row))})", row
    ).lastrowid
    assert number is not None
    connection.executemany(
        "insert into paragraphs values (?, ?, ?, ?)",
        [(number, paragraph.number, paragraph.kind.value, paragraph.text) for paragraph in article.paragraphs],
    )
    connection.executemany(
        "insert into removed values (?, ?, ?, ?, ?)",
        [(number, rank, passage.after, passage.rule, passage.text) for rank, passage in enumerate(article.removed)],
    )
    return number


def _row_of(article: Article) -> tuple[object, ...]:
    return (
        int(article.id_derived),
        article.id,
        article.title,
        article.date.isoformat() if article.date else None,
        article.date_reason,
        article.time,
        article.source,
        article.agency,
        article.section,
        json.dumps(article.authors, ensure_ascii=False),
        article.language,
        article.url,
        article.path,
    )


def delete_articles(connection: sqlite3.Connection, numbers: Iterable[int]) -> None:
    """Delete articles with their paragraphs and removed passages."""
    connection.executemany("delete from articles where number = ?", ((number,) for number in numbers))


def number_of(connection: sqlite3.Connection, article_id: str) -> int | None:
    """Give the number of the present version of an article, or None when there is none of that id."""
    try:
        row = connection.execute("select number from articles where id = ?", (article_id,)).fetchone()
    except UnicodeEncodeError:
        return None  # no database holds a lone surrogate
    return row[0] if row else None


def fetch_articles(connection: sqlite3.Connection, numbers: Sequence[int]) -> list[Article]:
    """Read articles by number, in the order asked.

    Raises:
        sqlite3.DataError: One is missing, or holds what no article can.
    """
    return [_fetch(connection, number) for number in numbers]


def _fetch(connection: sqlite3.Connection, number: int) -> Article:
    row = connection.execute(f"select {_COLUMNS} from articles where number = ?", (number,)).fetchone()
    try:
        return _article_of(_checked(row, str | None), _paragraphs(connection, number), _removed(connection, number))
    except (ValueError, TypeError) as error:
        raise sqlite3.DataError(f"fiche {number} manquante ou illisible") from error


def _checked(row: tuple[Any, ...], text: type | UnionType = str) -> tuple[Any, ...]:
    """Check that all of a row but its first column is text: SQLite does not, and a damaged file may hold anything."""
    if not all(isinstance(value, text) for value in row[1:]):
        raise TypeError(row)
    return row


def iterate_articles(connection: sqlite3.Connection) -> Iterator[tuple[int, Article]]:
    """Yield every article with its number, in order of number."""
    numbers = connection.execute("select number from articles order by number").fetchall()
    for (number,) in numbers:
        yield number, _fetch(connection, number)


def iterate_digests(connection: sqlite3.Connection) -> Iterator[tuple[int, bytes]]:
    """Yield number and digest of every article, as they were stored, in order of number."""
    yield from connection.execute("select number, digest from articles order by number")


def _paragraphs(connection: sqlite3.Connection, number: int) -> tuple[Paragraph, ...]:
    rows = connection.execute("select number, kind, text from paragraphs where article = ? order by number", (number,))
    return tuple(Paragraph(number=rank, kind=Kind(kind), text=text) for rank, kind, text in map(_checked, rows))


def _removed(connection: sqlite3.Connection, number: int) -> tuple[RemovedText, ...]:
    rows = connection.execute("select after, rule, text from removed where article = ? order by rank", (number,))
    return tuple(RemovedText(after=after, rule=rule, text=text) for after, rule, text in map(_checked, rows))


def _article_of(row: tuple[Any, ...], paragraphs: tuple[Paragraph, ...], removed: tuple[RemovedText, ...]) -> Article:
    (
        id_derived,
        article_id,
        title,
        date,
        date_reason,
        time,
        source,
        agency,
        section,
        authors,
        language,
        url,
        path,
    ) = row
    return Article(
        id=article_id,
        id_derived=bool(id_derived),
        title=title,
        date=Date.fromisoformat(date) if date else None,
        date_reason=date_reason,
        time=time,
        source=source,
        agency=agency,
        section=section,
        authors=tuple(json.loads(authors)),
        language=language,
        url=url,
        path=path,
        paragraphs=paragraphs,
        removed=removed,
    )


def numbers_with_value(connection: sqlite3.Connection, field: str, accepts: Callable[[str], bool]) -> list[int]:
    """List the numbers of the articles of which an author, or the language, is accepted.

    Args:
        connection: Reader's connection.
        field: "author" or "language".
        accepts: Says of one value whether it is wanted; called once for each distinct value.
    """
    column = {"author": "authors", "language": "language"}[field]
    values = [value for (value,) in connection.execute(f"select distinct {column} from articles") if value]
    wanted = [value for value in values if any(map(accepts, json.loads(value) if field == "author" else [value]))]
    rows = (
        row
        for value in wanted
        for row in connection.execute(f"select number from articles where {column} = ?", (value,))
    )
    return sorted(number for (number,) in rows)
