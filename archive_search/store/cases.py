"""Count how often each word of an archive stands in lower case, and how often capitalised inside a sentence.

Counts grow with every article that is named and never shrink: they are evidence of a proportion, which an article that
was taken out again hardly changes.
"""

import sqlite3
from collections.abc import Mapping

Cases = dict[str, tuple[int, int]]


def add_cases(connection: sqlite3.Connection, lower: Mapping[str, int], capital: Mapping[str, int]) -> None:
    """Add counts of words; keys are words in lower case."""
    forms = lower.keys() | capital.keys()
    connection.executemany(
        "insert into cases values (?, ?, ?) on conflict (form) do update"
        " set lower = lower + excluded.lower, capital = capital + excluded.capital",
        ((form, lower.get(form, 0), capital.get(form, 0)) for form in sorted(forms)),
    )


def read_cases(connection: sqlite3.Connection) -> Cases:
    """Give for each word its counts in lower case and capitalised."""
    return {form: (lower, capital) for form, lower, capital in connection.execute("select * from cases")}


def forget_cases(connection: sqlite3.Connection) -> None:
    """Begin to count anew."""
    connection.execute("delete from cases")
