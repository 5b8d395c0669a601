"""The forms that an archive contains: look-ups by spelling, family and pattern."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple


class FormRow(NamedTuple):
    """Hold one exact form: its number in the postings, its family key and its folded spelling."""

    number: int
    form: str
    stem: str
    folded: str


def insert_forms(connection: sqlite3.Connection, rows: Iterable[FormRow]) -> None:
    """Store new forms under the numbers that the index gave them."""
    connection.executemany("insert into forms (number, form, stem, folded) values (?, ?, ?, ?)", rows)


def delete_forms(connection: sqlite3.Connection) -> None:
    """Forget all forms, before a rebuild numbers them anew."""
    connection.execute("delete from forms")


def iterate_forms(connection: sqlite3.Connection) -> Iterator[tuple[int, str, str]]:
    """Yield number, form and stem of every form."""
    yield from connection.execute("select number, form, stem from forms order by number")


class FormTable:
    """Answer what forms the archive contains, from a reader's connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def folding_to(self, folded: str) -> list[FormRow]:
        """List the forms that have this folded spelling."""
        return self._select("folded = ?", (folded,))

    def of_stem(self, stem: str) -> list[FormRow]:
        """List the forms of one family."""
        return self._select("stem = ?", (stem,))

    def matching(self, glob: str, *, limit: int) -> list[FormRow]:
        """List the first forms, in order of folded spelling, whose folded spelling fits a GLOB pattern of SQLite."""
        return self._select("folded glob ? order by folded, form limit ?", (glob, limit))

    def of_length(self, shortest: int, longest: int) -> list[FormRow]:
        """List the forms whose folded spelling has a length, in letters, between two bounds, both included."""
        return self._select("length(folded) between ? and ?", (shortest, longest))

    def _select(self, condition: str, values: Sequence[str | int]) -> list[FormRow]:
        statement = f"select number, form, stem, folded from forms where {condition}"
        return [FormRow(*row) for row in self._connection.execute(statement, values)]
