"""A journal that names a file of the reader's is refused before SQLite sees it."""

import sqlite3
import struct
from pathlib import Path

import pytest

from archive_search.errors import ArchiveDamagedError
from archive_search.store.connecting import open_writer
from archive_search.store.desk.opening import reading, writing
from archive_search.store.journals import refuse_planted_journal

MAGIC = bytes.fromhex("d9d505f920a163d7")
PAGE = 4096


def plant_journal(database: Path, victim: Path) -> None:
    """Write the journal of a transaction over several databases, by SQLite's description of the format."""
    pages = database.stat().st_size // PAGE
    head = (MAGIC + struct.pack(">IIIII", 0, 0, pages, 512, PAGE)).ljust(512, b"\0")
    name = str(victim).encode()
    tail = struct.pack(">I", 0x40000000 // PAGE + 1) + name + struct.pack(">II", len(name), sum(name)) + MAGIC
    database.with_name(f"{database.name}-journal").write_bytes(head + tail)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    with writing(tmp_path, making=True):
        pass
    return tmp_path / "desk.sqlite"


@pytest.fixture
def victim(tmp_path: Path) -> Path:
    path = tmp_path / "memoire.odt"
    path.write_text("précieux", encoding="utf-8")
    return path


def test_sqlite_would_delete_the_file_that_a_planted_journal_names(database: Path, victim: Path) -> None:
    plant_journal(database, victim)
    connection = sqlite3.connect(database)
    connection.execute("select * from dossiers").fetchall()
    connection.close()
    assert not victim.exists()


def test_a_planted_journal_is_refused_and_deletes_nothing(database: Path, victim: Path) -> None:
    plant_journal(database, victim)
    with pytest.raises(ArchiveDamagedError, match=r"desk\.sqlite-journal vient d'un autre programme : retirez-le"):
        reading(database.parent).__enter__()
    assert victim.exists()


def test_a_journal_planted_beside_the_records_is_refused_to_a_writer(tmp_path: Path, database: Path) -> None:
    database.rename(tmp_path / "records.sqlite")
    plant_journal(tmp_path / "records.sqlite", tmp_path / "absent")
    with pytest.raises(ArchiveDamagedError, match=r"records\.sqlite-journal"):
        open_writer(tmp_path)


@pytest.mark.parametrize("content", [b"", b"\0\0", MAGIC[:7], MAGIC + b"\0" * 504], ids=len)
def test_a_journal_that_names_no_file_is_left_to_sqlite(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "desk.sqlite-journal").write_bytes(content)
    refuse_planted_journal(tmp_path / "desk.sqlite")


def test_no_journal_at_all_is_well(tmp_path: Path) -> None:
    refuse_planted_journal(tmp_path / "desk.sqlite")
