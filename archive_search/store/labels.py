"""Number the values of source, agency and section, for the columns of the index."""

import sqlite3
from typing import NamedTuple


class Label(NamedTuple):
    """Hold one value of a property of articles, such as the source "Le Monde", and its number from 1."""

    number: int
    value: str


def label_number(connection: sqlite3.Connection, field: str, value: str) -> int:
    """Give the number of a value, numbering it at its first use."""
    found = find_label(connection, field, value)
    if found is not None:
        return found
    number = connection.execute("insert into labels (field, value) values (?, ?)", (field, value)).lastrowid
    assert number is not None
    return number


def find_label(connection: sqlite3.Connection, field: str, value: str) -> int | None:
    """Give the number of a value, or None when no article had it yet."""
    try:
        found = connection.execute("select number from labels where field = ? and value = ?", (field, value)).fetchone()
    except UnicodeEncodeError:
        return None  # no database holds a lone surrogate
    return int(found[0]) if found else None


def list_labels(connection: sqlite3.Connection, field: str) -> list[Label]:
    """List the values of a property, in order of number."""
    rows = connection.execute("select number, value from labels where field = ? order by number", (field,))
    labels = [Label(*row) for row in rows]
    if not all(isinstance(label.value, str) for label in labels):
        raise sqlite3.DataError(f"valeurs de {field} illisibles")
    return labels
