"""Read the columns of a desk, which a stranger may have filled with anything."""

import sqlite3
from datetime import UTC, datetime


def read_text(value: object) -> str:
    """Take a value that should be text.

    Raises:
        sqlite3.DataError: It is not.
    """
    if not isinstance(value, str):
        raise sqlite3.DataError("une valeur n'est pas du texte")
    return value


def read_moment(value: object) -> datetime:
    """Take a value that `write_moment` should have written.

    Raises:
        sqlite3.DataError: It did not.
    """
    try:
        moment = datetime.fromisoformat(read_text(value))
    except ValueError as error:
        raise sqlite3.DataError("une date est illisible") from error
    if moment.tzinfo is None:
        raise sqlite3.DataError("une date est sans fuseau")
    return moment


def write_moment(moment: datetime) -> str:
    """Give a moment as it is stored: ISO 8601 in UTC, to the microsecond."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
