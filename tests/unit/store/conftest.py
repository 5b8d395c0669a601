"""Records to try the store on."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive_search.store.connecting import open_writer
from archive_search.store.schema import create_tables


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    connection = open_writer(tmp_path)
    create_tables(connection)
    yield connection
    connection.close()
