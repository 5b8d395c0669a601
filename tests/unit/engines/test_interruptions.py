"""A process that is killed at any moment leaves the last complete commit, and the next write repairs the rest."""

import random
import signal
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from archive_search import Archive
from archive_search.errors import ArchiveMissingError
from engines.articles import make_article
from engines.processes import run, start
from engines.writing_process import CREATION_POINTS, KILLED, POINTS, commit_numbered

AFTER_COMMIT = {"before cleaning", "before the label"}
LATE_LABEL = "archive.json est en retard"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    with Archive.create(folder) as archive:
        for number in range(3):
            commit_numbered(archive, number)
    return folder


def last_commit(folder: Path) -> int:
    """Give the number of the last commit, having checked that all of it is there and nothing else."""
    with Archive.open(folder) as archive:
        number = int(archive.fetch("dernier").paragraphs[0].text.removeprefix("Version ").removesuffix("."))
        assert archive.stats().articles == number + 2
        assert archive.search("dépêche", limit=0).total == number + 1
        assert archive.search(f"version {number}").total == 1
        assert [finding for finding in archive.check() if LATE_LABEL not in finding] == []
        return number


def names_in(folder: Path) -> set[str]:
    return {path.name for path in (folder / "whoosh").iterdir()}


def names_sealed(folder: Path) -> set[str]:
    with closing(sqlite3.connect(folder / "records.sqlite")) as connection:
        return {name for (name,) in connection.execute("select name from sealed")}


@pytest.mark.parametrize("point", POINTS)
def test_a_writer_killed_at_a_point_leaves_a_whole_commit(folder: Path, point: str) -> None:
    run("die_writing", folder, point, status=KILLED)
    assert last_commit(folder) == (3 if point in AFTER_COMMIT else 2)


@pytest.mark.parametrize("point", POINTS)
def test_the_next_write_removes_what_a_killed_writer_left(folder: Path, point: str) -> None:
    run("die_writing", folder, point, status=KILLED)
    with Archive.open(folder) as archive:
        archive.remove(["inconnu"])
        assert archive.check() == []
    assert names_in(folder) == names_sealed(folder)


def test_what_a_writer_killed_in_a_merge_left_is_not_read(folder: Path) -> None:
    sealed = names_sealed(folder)
    run("die_writing", folder, "after a merge", status=KILLED)
    assert names_sealed(folder) == sealed
    assert {name for name in names_in(folder) if name.endswith(".terms")} > {
        name for name in sealed if name.endswith(".terms")
    }
    with Archive.open(folder) as archive:
        assert archive.search("dépêche").total == 3


def test_leftovers_go_even_when_nothing_is_committed(folder: Path, tmp_path: Path) -> None:
    before = names_in(folder)
    run("die_writing", folder, "after the table of contents", status=KILLED)
    assert names_in(folder) > before
    with Archive.open(folder) as archive:
        archive.add([tmp_path / "absent"])
    assert names_in(folder) == before


def test_a_writer_killed_at_random_loses_nothing_that_it_committed(folder: Path) -> None:
    moments = random.Random(20150918)
    for _ in range(5):
        with start("write_forever", folder) as process:
            assert process.stdout is not None
            told = int(process.stdout.readline())
            time.sleep(moments.random() / 4)
            process.send_signal(signal.SIGKILL)
            told = max([told, *map(int, process.stdout.read().split())])
        assert last_commit(folder) >= told


@pytest.mark.parametrize("point", CREATION_POINTS)
def test_a_creation_that_was_killed_can_be_done_again(tmp_path: Path, point: str) -> None:
    folder = tmp_path / "archive"
    run("die_creating", folder, point, status=KILLED)
    with pytest.raises(ArchiveMissingError):
        Archive.open(folder)
    with Archive.create(folder) as archive:
        archive.add_articles([make_article("a1")])
        assert archive.check() == []
