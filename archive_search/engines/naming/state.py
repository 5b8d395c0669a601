"""What an archive notes about its names, as properties in the records."""

import json
import sqlite3
from typing import Any

from archive_search.store.commits import read_generation, read_state, write_state

NAMED_GENERATION = "named_generation"
"""Generation of the index whose names are what records and corrections say."""

MODELS = "naming_models"
"""Fingerprints of the models that were heard, the last at the head."""

RULES = "naming_rules"
ALIASES = "aliases_digest"
SOUGHT = "sought_spellings"
"""Spellings of the corrections that mentions were looked for by."""


def is_generation_named(connection: sqlite3.Connection) -> bool:
    """Tell whether the names were brought up to date in the present generation."""
    return read_state(connection, NAMED_GENERATION) == str(read_generation(connection))


def note_next_generation(connection: sqlite3.Connection) -> None:
    """Note that the generation in the making has its names up to date."""
    write_state(connection, NAMED_GENERATION, str(read_generation(connection) + 1))


def read_list(connection: sqlite3.Connection, name: str) -> list[Any]:
    """Read a property that is a list; it is empty where it was never set.

    Raises:
        sqlite3.DataError: What is stored is no list.
    """
    try:
        found = json.loads(read_state(connection, name) or "[]")
    except (ValueError, RecursionError) as error:
        raise sqlite3.DataError(f"état « {name} » illisible") from error
    if not isinstance(found, list):
        raise sqlite3.DataError(f"état « {name} » illisible")
    return found


def write_list(connection: sqlite3.Connection, name: str, values: list[Any]) -> None:
    """Set a property that is a list."""
    write_state(connection, name, json.dumps(values, ensure_ascii=False))
