"""Connections to the records, and what the reader is told when the disk or the file is at fault."""

import errno
import sqlite3
from pathlib import Path

import pytest

from archive_search.errors import ArchiveDamagedError, ArchiveError, ArchiveLockedError, StorageError
from archive_search.store.commits import (
    SealedFile,
    list_sealed,
    read_generation,
    read_state,
    seal_generation,
    write_state,
)
from archive_search.store.connecting import PAGE_BYTES, RECORDS_NAME, open_reader, open_writer, transaction, translated


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "disque plein"),
        (errno.EDQUOT, "disque plein"),
        (errno.EFBIG, "disque plein"),
        (errno.EACCES, "accès refusé à .* : vérifiez vos droits"),
        (errno.EROFS, "accès refusé"),
        (errno.EIO, "écriture ou lecture impossible"),
    ],
    ids=errno.errorcode.get,
)
def test_an_error_of_the_system_is_told_in_french(tmp_path: Path, number: int, words: str) -> None:
    with pytest.raises(StorageError, match=words) as caught, translated(tmp_path):
        raise OSError(number, "in English")
    assert caught.value.path == tmp_path


@pytest.mark.parametrize(
    ("code", "error"),
    [
        (sqlite3.SQLITE_FULL, StorageError),
        (sqlite3.SQLITE_IOERR_WRITE, StorageError),
        (sqlite3.SQLITE_READONLY, StorageError),
        (sqlite3.SQLITE_CANTOPEN, StorageError),
        (sqlite3.SQLITE_BUSY, ArchiveLockedError),
        (sqlite3.SQLITE_CORRUPT, ArchiveDamagedError),
        (sqlite3.SQLITE_NOTADB, ArchiveDamagedError),
        (None, ArchiveDamagedError),
    ],
)
def test_an_error_of_sqlite_becomes_one_of_ours(tmp_path: Path, code: int | None, error: type[ArchiveError]) -> None:
    raised = sqlite3.OperationalError("in English")
    if code is not None:
        raised.sqlite_errorcode = code
    with pytest.raises(error), translated(tmp_path):
        raise raised


def test_a_message_of_sqlite_that_is_no_text_is_damage(tmp_path: Path) -> None:
    raised = UnicodeDecodeError("utf-8", b"malformed database schema (\xffossiers)", 27, 28, "invalid start byte")
    message = r"abîmé \(malformed database schema \(\ufffdossiers\)\) : jetez-le"
    with pytest.raises(ArchiveDamagedError, match=message), translated(tmp_path, remedy="jetez-le"):
        raise raised


def test_a_reader_keeps_its_snapshot(tmp_path: Path, connection: sqlite3.Connection) -> None:
    write_state(connection, "generation", "1")
    reader = open_reader(tmp_path)
    write_state(connection, "generation", "2")
    assert (read_generation(reader), read_generation(connection)) == (1, 2)
    reader.close()


def test_a_reader_cannot_write(tmp_path: Path, connection: sqlite3.Connection) -> None:
    reader = open_reader(tmp_path)
    with pytest.raises(StorageError), translated(tmp_path):
        write_state(reader, "a", "b")
    reader.close()


def test_a_missing_file_is_not_made_by_a_reader(tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        open_reader(tmp_path)
    assert not (tmp_path / RECORDS_NAME).exists()


def test_the_pages_of_a_new_file_hold_many_texts(connection: sqlite3.Connection) -> None:
    assert connection.execute("pragma page_size").fetchone() == (PAGE_BYTES,)


def test_a_path_with_signs_of_addresses_is_opened(tmp_path: Path) -> None:
    folder = tmp_path / "100 % presse ? & #1"
    folder.mkdir()
    open_writer(folder).close()
    assert (folder / RECORDS_NAME).exists()


def test_a_transaction_that_fails_leaves_nothing(tmp_path: Path, connection: sqlite3.Connection) -> None:
    def fail() -> None:
        with transaction(connection, tmp_path):
            write_state(connection, "a", "b")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert read_state(connection, "a") is None


def test_sealing_replaces_the_seals_before(connection: sqlite3.Connection) -> None:
    seal_generation(connection, 1, [SealedFile("a", 1, b"x"), SealedFile("b", 2, b"y")])
    seal_generation(connection, 2, [SealedFile("c", 3, b"z")])
    assert (read_generation(connection), list_sealed(connection)) == (2, [SealedFile("c", 3, b"z")])


def test_a_generation_that_is_no_number_is_damage(tmp_path: Path, connection: sqlite3.Connection) -> None:
    write_state(connection, "generation", "un")
    with pytest.raises(ArchiveDamagedError, match="un"), translated(tmp_path):
        read_generation(connection)
