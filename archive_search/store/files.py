"""Remember which files were read, so that unchanged ones cost a digest and nothing more."""

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class KnownFile(NamedTuple):
    """Hold what is remembered of a file.

    Attributes:
        number: Its number in the archive.
        digest: Digest of its bytes when it was read.
        complete: Whether it was read to its end: False after a run that was stopped on the way.
    """

    number: int
    digest: bytes
    complete: bool


class StoredVersion(NamedTuple):
    """Tell where the present version of an article stands: its number, its digest and its file."""

    number: int
    digest: bytes
    file: int | None


def is_gone(path: str) -> bool:
    """Tell whether a file is no longer on disk; one that may not be looked at is taken to be there still."""
    try:
        Path(path).stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False


def _storable(path: str) -> str | bytes:
    """Give a path as SQLite can hold it: as bytes when its name is no UTF-8."""
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        return os.fsencode(path)
    return path


def find_file(connection: sqlite3.Connection, path: str) -> KnownFile | None:
    """Look up a file by its absolute path."""
    row = connection.execute("select number, digest, complete from files where path = ?", (_storable(path),)).fetchone()
    return KnownFile(row[0], row[1], bool(row[2])) if row else None


def begin_file(connection: sqlite3.Connection, path: str, digest: bytes) -> int:
    """Note that a file is being read, and give its number."""
    connection.execute(
        "insert into files (path, digest, complete) values (?, ?, 0)"
        " on conflict (path) do update set digest = excluded.digest, complete = 0, doubles = 0",
        (_storable(path), digest),
    )
    row = connection.execute("select number from files where path = ?", (_storable(path),)).fetchone()
    return int(row[0])


def finish_file(connection: sqlite3.Connection, number: int) -> None:
    """Note that a file was read to its end."""
    connection.execute("update files set complete = 1 where number = ?", (number,))


def note_double(connection: sqlite3.Connection, number: int) -> None:
    """Note that a file has an article that the archive keeps from another file."""
    connection.execute("update files set doubles = 1 where number = ?", (number,))


def reopen_doubles(connection: sqlite3.Connection) -> None:
    """Have the files read again that have articles which the archive kept from others."""
    connection.execute("update files set complete = 0 where doubles = 1")


def forget_file(connection: sqlite3.Connection, number: int) -> None:
    """Forget a file whose articles are gone."""
    connection.execute("delete from files where number = ?", (number,))


def iterate_files(connection: sqlite3.Connection) -> Iterator[tuple[int, str]]:
    """Yield number and absolute path of every file known."""
    for number, path in connection.execute("select number, path from files order by path"):
        yield number, os.fsdecode(path)


def path_of(connection: sqlite3.Connection, number: int) -> str:
    """Give the absolute path of a known file."""
    row = connection.execute("select path from files where number = ?", (number,)).fetchone()
    return os.fsdecode(row[0])


def numbers_in(connection: sqlite3.Connection, file: int) -> list[int]:
    """List the numbers of the articles that came from a file."""
    rows = connection.execute("select number from articles where file = ? order by number", (file,))
    return [number for (number,) in rows]


def find_version(connection: sqlite3.Connection, article_id: str) -> StoredVersion | None:
    """Look up the present version of an article."""
    row = connection.execute("select number, digest, file from articles where id = ?", (article_id,)).fetchone()
    return StoredVersion(*row) if row else None


def number_of_article(connection: sqlite3.Connection, article_id: str, file: int) -> int | None:
    """Give the number of the article of this id that came from this file, or None."""
    row = connection.execute("select number from articles where id = ? and file = ?", (article_id, file)).fetchone()
    return int(row[0]) if row else None
