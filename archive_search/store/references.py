"""Find the dispatch that another refers to by its number."""

import sqlite3


def find_dispatch(connection: sqlite3.Connection, number: str) -> str | None:
    """Give the id of the article of a dispatch: the number is its id, or stands in its id, address or file name.

    Where several carry it, such as copies of one dispatch, the first in the archive is given.
    """
    row = (
        connection.execute("select id from articles where id = ?", (number,)).fetchone()
        or connection.execute(
            "select id from articles where instr(id, ?1) or instr(url, ?1) or instr(path, ?1) order by number limit 1",
            (number,),
        ).fetchone()
    )
    return str(row[0]) if row else None
