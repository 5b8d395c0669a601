"""`desk.sqlite` is made by the first who keeps something, loses nothing, and is believed in nothing."""

import os
import sqlite3
import tempfile
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from archive_search.errors import ArchiveDamagedError, ArchiveError, ArchiveFormatError, ArchiveLockedError
from archive_search.store.desk import opening
from archive_search.store.desk.dossiers import insert_dossier, list_dossiers
from archive_search.store.desk.opening import DESK_NAME, find_desk_faults, reading, writing
from store.desk_process import KILLED, make_dossiers, start

ONLY_ROOT = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become nobody")


def names_in(folder: Path) -> list[str]:
    with reading(folder) as connection:
        return [dossier.name for dossier in list_dossiers(connection)]


def keep_twice(folder: Path, name: str) -> None:
    """Make two dossiers of one name, which the second statement of the transaction cannot."""
    with writing(folder) as connection:
        for _ in range(2):
            insert_dossier(connection, name, key=name, at=datetime.now(UTC))


def change(folder: Path, *statements: str) -> None:
    """Do to a desk what another program could."""
    with closing(sqlite3.connect(folder / DESK_NAME, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def test_reading_where_nothing_was_kept_makes_no_file(tmp_path: Path) -> None:
    assert names_in(tmp_path) == []
    assert list(tmp_path.iterdir()) == []


def test_changing_nothing_makes_no_file(tmp_path: Path) -> None:
    with writing(tmp_path) as connection:
        assert list_dossiers(connection) == ()
    assert list(tmp_path.iterdir()) == []


def test_what_is_kept_is_one_file(tmp_path: Path) -> None:
    make_dossiers(tmp_path, "bac", "2")
    assert [path.name for path in tmp_path.iterdir()] == [DESK_NAME]
    assert names_in(tmp_path) == ["bac0", "bac1"]


def test_a_block_that_fails_keeps_nothing(tmp_path: Path) -> None:
    make_dossiers(tmp_path, "bac", "1")
    with pytest.raises(ArchiveDamagedError):
        keep_twice(tmp_path, "perdu")
    assert names_in(tmp_path) == ["bac0"]


def test_a_file_that_was_left_empty_is_an_empty_desk(tmp_path: Path) -> None:
    (tmp_path / DESK_NAME).touch()
    assert names_in(tmp_path) == []
    make_dossiers(tmp_path, "bac", "1")
    assert names_in(tmp_path) == ["bac0"]


@pytest.mark.parametrize("version", [0, 2, 1000])
def test_another_format_is_refused(tmp_path: Path, version: int) -> None:
    make_dossiers(tmp_path, "bac", "1")
    change(tmp_path, f"pragma user_version = {version}")
    for use in (reading, writing):
        with pytest.raises(ArchiveFormatError, match=f"est au format {version}, ce programme lit le format 1"):
            use(tmp_path).__enter__()


def overwrite(folder: Path) -> None:
    (folder / DESK_NAME).write_bytes(b"ceci n'est pas une base de donnees " * 200)


def cut(folder: Path) -> None:
    data = (folder / DESK_NAME).read_bytes()
    (folder / DESK_NAME).write_bytes(data[: len(data) // 2])


def spoil_a_name(folder: Path) -> None:
    data = (folder / DESK_NAME).read_bytes()
    (folder / DESK_NAME).write_bytes(data.replace(b"create", b"cre\xffte").replace(b"CREATE", b"CRE\xffTE"))


def put_a_folder(folder: Path) -> None:
    (folder / DESK_NAME).unlink()
    (folder / DESK_NAME).mkdir()


@pytest.mark.parametrize("damage", [overwrite, cut, spoil_a_name, put_a_folder])
def test_a_damaged_file_is_told_with_what_to_do(tmp_path: Path, damage: Callable[[Path], None]) -> None:
    make_dossiers(tmp_path, "bac", "1")
    damage(tmp_path)
    with pytest.raises(
        ArchiveDamagedError, match=r"desk.sqlite est abîmé \(.*restaurez-le .* ou renommez-le"
    ) as caught:
        names_in(tmp_path)
    assert find_desk_faults(tmp_path) == [str(caught.value)]


ENDLESS = "with recursive n(i) as (select 1 union all select i + 1 from n) select i, 'x', 'x', 'x', 'x' from n"


@pytest.mark.parametrize(
    "statements",
    [
        ["drop table dossiers", f"create view dossiers as {ENDLESS}"],
        ["create trigger t after insert on dossiers begin delete from searches; end"],
        ["create table autre (x)"],
        ["create index i on dossiers (abs(number))"],
    ],
    ids=["view", "trigger", "table", "index"],
)
def test_a_file_with_anything_but_our_tables_is_refused_before_it_runs(tmp_path: Path, statements: list[str]) -> None:
    make_dossiers(tmp_path, "bac", "1")
    change(tmp_path, *statements)
    for use in (reading, writing):
        with pytest.raises(ArchiveDamagedError, match="ses tables ne sont pas celles de ce programme"):
            use(tmp_path).__enter__()


def forge(folder: Path, row: str) -> None:
    """Put a row into a table whose columns take any value, and say then that they take only what ours take."""
    make_dossiers(folder, "bac", "1")
    read_sql = "select sql from sqlite_master where name = 'dossiers'"
    with closing(sqlite3.connect(folder / DESK_NAME)) as connection:
        (strict,) = connection.execute(read_sql).fetchone()
    for sql, then in ((strict.replace(" strict", ""), row), (strict, "select 1")):
        written = sql.replace("'", "''")
        change(
            folder, "pragma writable_schema = on", f"update sqlite_master set sql = '{written}' where name = 'dossiers'"
        )
        change(folder, then)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("7, x'00ff', 'a', '', ''", "une valeur n'est pas du texte"),
        ("7, 'a', 'a', 'hier', ''", "une date est illisible"),
        ("7, 'a', 'a', '2020-01-01', ''", "une date est sans fuseau"),
        ("7, cast(x'ff' as text), 'a', '', ''", "UTF-8"),
    ],
    ids=["blob for text", "no date", "no zone", "broken text"],
)
def test_values_that_we_never_write_are_damage(tmp_path: Path, row: str, reason: str) -> None:
    forge(tmp_path, f"insert into dossiers values ({row})")
    with pytest.raises(ArchiveDamagedError, match=reason):
        names_in(tmp_path)


def test_a_value_of_another_type_is_a_fault(tmp_path: Path) -> None:
    forge(tmp_path, "insert into dossiers values (7, x'00ff', 'a', '', '')")
    (fault,) = find_desk_faults(tmp_path)
    assert "est abîmé (non-TEXT value in dossiers.name)" in fault


def test_a_sound_desk_has_no_faults(tmp_path: Path) -> None:
    assert find_desk_faults(tmp_path) == []
    make_dossiers(tmp_path, "bac", "1")
    assert find_desk_faults(tmp_path) == []


def test_articles_of_no_dossier_are_a_fault(tmp_path: Path) -> None:
    make_dossiers(tmp_path, "bac", "1")
    change(tmp_path, "insert into dossier_articles values (1, 7, 'a', '', '')")
    (fault,) = find_desk_faults(tmp_path)
    assert "ligne sans dossier dans dossier_articles" in fault


def test_a_writer_that_waits_too_long_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_dossiers(tmp_path, "bac", "1")
    monkeypatch.setattr(opening, "_PATIENCE_SECONDS", 0)
    with writing(tmp_path), pytest.raises(ArchiveLockedError, match="est occupé par un autre programme"):
        make_dossiers(tmp_path, "lac", "1")


def test_a_reader_does_not_wait_for_a_writer(tmp_path: Path) -> None:
    make_dossiers(tmp_path, "bac", "1")
    with writing(tmp_path) as connection:
        insert_dossier(connection, "lac", key="lac", at=datetime.now(UTC))
        assert names_in(tmp_path) == ["bac0"]
    assert names_in(tmp_path) == ["bac0", "lac"]


def test_threads_and_processes_lose_nothing_of_each_other(tmp_path: Path) -> None:
    processes = [start("make_dossiers", tmp_path, prefix, "20") for prefix in "ab"]
    threads = [threading.Thread(target=make_dossiers, args=(tmp_path, prefix, "20")) for prefix in "cd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [process.wait(timeout=60) for process in processes] == [0, 0]
    for process in processes:
        process.communicate()
    assert sorted(names_in(tmp_path)) == sorted(f"{prefix}{number}" for prefix in "abcd" for number in range(20))


def test_what_a_killed_writer_left_is_undone(tmp_path: Path) -> None:
    make_dossiers(tmp_path, "bac", "1")
    with start("die_writing", tmp_path) as process:
        assert process.wait(timeout=60) == KILLED
    assert (tmp_path / f"{DESK_NAME}-journal").stat().st_size
    assert names_in(tmp_path) == ["bac0"]
    assert [path.name for path in tmp_path.iterdir()] == [DESK_NAME]


@ONLY_ROOT
@pytest.mark.parametrize("count", ["0", "3"])
def test_a_desk_that_may_only_be_read_is_read(count: str) -> None:
    with tempfile.TemporaryDirectory() as above:
        folder = Path(above)
        make_dossiers(folder, "bac", count)
        for path in folder.iterdir():
            path.chmod(0o444)
        folder.chmod(0o555)
        with start("use_as_nobody", folder) as process:
            said, _ = process.communicate(timeout=60)
        folder.chmod(0o755)
    assert said.splitlines()[0] == count
    assert said.splitlines()[1].startswith("StorageError: ")


def test_the_folder_of_an_archive_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match=DESK_NAME):
        make_dossiers(tmp_path / "absent", "bac", "1")
