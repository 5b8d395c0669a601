"""Write and read articles as rows."""

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from archive_search.records import Article
from archive_search.store.compression import (
    LEARNING_ARTICLES,
    NO_DICTIONARY,
    compress,
    current_dictionary,
    decompress,
    learn_dictionary,
)
from archive_search.store.json_lists import as_json_list
from archive_search.store.rows import COLUMNS, article_of, digest_of, list_in, row_of
from archive_search.store.texts import encode_texts

_INSERT = f"insert into articles ({COLUMNS}, file, digest, paragraphs, characters) values ({', '.join('?' * 21)})"
_FETCH = (
    f"select number, dictionary, body, {COLUMNS} from articles join texts on article = number"
    " where number in (select value from json_each(?))"
)

# Articles held at a time by a walk through all of them.
_WALK = 200


def article_digest(article: Article) -> bytes:
    """Summarise everything of an article but its id and path, so that an unchanged one can be left alone.

    Raises:
        ValueError: As `insert_article`.
    """
    return digest_of(row_of(article), encode_texts(article))


def insert_article(connection: sqlite3.Connection, article: Article, *, file: int | None) -> int:
    """Store an article whose id is free.

    The thousandth article makes the archive learn its dictionary, in the same transaction.

    Args:
        connection: Writer's connection, inside a transaction.
        article: What to store.
        file: Number of the file that it was read from; None when it came from elsewhere.

    Returns:
        The number given to this version of the article.

    Raises:
        ValueError: Its paragraphs are not numbered from 1 without gaps, or a text has a lone surrogate.
    """
    row, texts = row_of(article), encode_texts(article)
    characters = sum([len(paragraph.text) for paragraph in article.paragraphs])
    number = connection.execute(
        _INSERT, (*row, file, digest_of(row, texts), len(article.paragraphs), characters)
    ).lastrowid
    assert number is not None
    dictionary = current_dictionary(connection)
    frame = compress(connection, texts, dictionary=dictionary)
    connection.execute("insert into texts values (?, ?, ?)", (number, dictionary, frame))
    if dictionary == NO_DICTIONARY and number % LEARNING_ARTICLES == 0:
        learn_dictionary(connection)
    return number


def delete_articles(connection: sqlite3.Connection, numbers: Iterable[int]) -> None:
    """Delete articles with their texts."""
    connection.executemany("delete from articles where number = ?", ((number,) for number in numbers))


def number_of(connection: sqlite3.Connection, article_id: str) -> int | None:
    """Give the number of the present version of an article, or None when there is none of that id."""
    try:
        row = connection.execute("select number from articles where id = ?", (article_id,)).fetchone()
    except UnicodeEncodeError:
        return None  # no database holds a lone surrogate
    return row[0] if row else None


def find_known_ids(connection: sqlite3.Connection, article_ids: Sequence[str]) -> set[str]:
    """Give those of some ids that articles have."""
    query = "select id from articles where id in (select value from json_each(?))"
    return {article_id for (article_id,) in connection.execute(query, (as_json_list(article_ids),))}


def read_ids(connection: sqlite3.Connection, numbers: Collection[int]) -> dict[int, str]:
    """Give the ids of some articles, by number."""
    if not numbers:
        return {}
    query = "select number, id from articles where number in (select value from json_each(?))"
    return dict(connection.execute(query, (_listed(numbers),)))


def _listed(numbers: Iterable[int]) -> str:
    return f"[{','.join(map(str, numbers))}]"


def fetch_articles(connection: sqlite3.Connection, numbers: Sequence[int]) -> list[Article]:
    """Read articles by number, in the order asked.

    Raises:
        sqlite3.DataError: One is missing, or holds what no article can.
    """
    rows = {row[0]: row for row in connection.execute(_FETCH, (_listed(numbers),))}
    return [_read_row(connection, number, rows.get(number)) for number in numbers]


def _read_row(connection: sqlite3.Connection, number: int, row: tuple[Any, ...] | None) -> Article:
    if row is None:
        raise _unreadable(number)
    _number, dictionary, body, *values = row
    try:
        return article_of(values, decompress(connection, body, dictionary=dictionary))
    except (ValueError, TypeError) as error:
        raise _unreadable(number) from error


def _unreadable(number: int) -> sqlite3.DataError:
    return sqlite3.DataError(f"fiche {number} manquante ou illisible")


def iterate_articles(connection: sqlite3.Connection) -> Iterator[tuple[int, Article]]:
    """Yield every article with its number, in order of number."""
    numbers = (number for (number,) in connection.execute("select number from articles order by number").fetchall())
    while some := list(islice(numbers, _WALK)):
        yield from zip(some, fetch_articles(connection, some), strict=True)


def numbers_with_text(connection: sqlite3.Connection, pieces: Sequence[str]) -> list[int]:
    """List the numbers of the articles whose texts hold one of some pieces, letter for letter, in order.

    Raises:
        sqlite3.DataError: A text is damaged.
    """
    wanted = [piece.encode() for piece in pieces]
    found = []
    for (number,) in connection.execute("select article from texts order by article").fetchall():
        dictionary, body = connection.execute(
            "select dictionary, body from texts where article = ?", (number,)
        ).fetchone()
        try:
            data = decompress(connection, body, dictionary=dictionary)
        except (ValueError, TypeError) as error:
            raise _unreadable(number) from error
        if any(piece in data for piece in wanted):
            found.append(number)
    return found


def iterate_digests(connection: sqlite3.Connection) -> Iterator[tuple[int, bytes]]:
    """Yield number and digest of every article, as they were stored, in order of number."""
    yield from connection.execute("select number, digest from articles order by number")


def iterate_paragraph_counts(connection: sqlite3.Connection) -> Iterator[tuple[int, int]]:
    """Yield number and count of paragraphs of every article, in order of number."""
    yield from connection.execute("select number, paragraphs from articles order by number")


def numbers_with_value(connection: sqlite3.Connection, field: str, accepts: Callable[[str], bool]) -> list[int]:
    """List the numbers of the articles of which an author, or the language, is accepted.

    Args:
        connection: Reader's connection.
        field: "author" or "language".
        accepts: Says of one value whether it is wanted; called once for each distinct value.

    Raises:
        sqlite3.DataError: A list of authors is none.
    """
    column = {"author": "authors", "language": "language"}[field]
    values = [value for (value,) in connection.execute(f"select distinct {column} from articles") if value]
    wanted = {value for value in values if any(map(accepts, _names_in(value) if field == "author" else [value]))}
    rows = connection.execute(f"select number, {column} from articles order by number")
    return [number for number, value in rows if value in wanted]


def _names_in(stored: str) -> tuple[str, ...]:
    try:
        return list_in(stored)
    except (ValueError, TypeError) as error:
        raise sqlite3.DataError("liste d'auteurs illisible") from error
