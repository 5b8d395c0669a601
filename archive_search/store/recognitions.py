"""Keep what the model saw in paragraphs, so that no text is recognised twice."""

import sqlite3
from collections.abc import Iterable


def find_recognition(connection: sqlite3.Connection, digest: bytes) -> bytes | None:
    """Give the encoded spans that a digest stands for, or None when its text was not recognised yet."""
    row = connection.execute("select spans from recognitions where digest = ?", (digest,)).fetchone()
    return None if row is None else bytes(row[0])


def add_recognitions(connection: sqlite3.Connection, found: Iterable[tuple[bytes, bytes]]) -> None:
    """Store pairs of a digest and encoded spans; what is known stays as it is."""
    connection.executemany("insert or ignore into recognitions values (?, ?)", found)
