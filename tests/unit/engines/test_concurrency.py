"""One writer at a time, any number of readers, each of which keeps what it saw."""

import os
from pathlib import Path

import pytest

from archive_search import Archive
from archive_search.engines.local_writing import LocalWriter
from archive_search.errors import ArchiveLockedError
from engines.articles import make_article
from engines.processes import run, start

COMMITS = 6


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    with Archive.create(folder) as archive:
        archive.add_articles(make_article(f"a{number}") for number in range(5))
    return folder


def test_a_second_writer_is_told_which_process_writes(folder: Path) -> None:
    with start("hold_lock", folder) as process:
        assert process.stdout is not None
        number = process.stdout.readline().strip()
        with Archive.open(folder) as archive, pytest.raises(ArchiveLockedError, match=f"processus {number}"):
            archive.add_articles([make_article("b")])
        process.kill()


def test_a_second_writer_of_the_same_process_is_refused(folder: Path) -> None:
    with LocalWriter(folder), pytest.raises(ArchiveLockedError, match=str(os.getpid())):
        LocalWriter(folder)


def test_the_lock_of_a_killed_writer_does_not_stay(folder: Path) -> None:
    with start("hold_lock", folder) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.kill()
    with Archive.open(folder) as archive:
        assert archive.add_articles([make_article("b")]) == 1


def test_a_reader_is_not_in_the_way_of_a_writer_nor_a_writer_of_a_reader(folder: Path) -> None:
    with Archive.open(folder) as reader:
        assert reader.search("pont").total == 5
        with Archive.open(folder) as writer:
            for number in range(COMMITS):
                writer.remove([f"a{number}"])
                writer.add_articles([make_article(f"b{number}")])
            assert writer.search("pont").total == COMMITS
        assert reader.search("pont").total == 5
        assert reader.search("habitants OU brévanne").total == 5
        assert reader.fetch("a1").id == "a1"
        reader.refresh()
        assert reader.search("pont").total == COMMITS


def test_a_reader_keeps_its_articles_while_another_process_writes(folder: Path) -> None:
    with Archive.open(folder) as reader:
        before = reader.search("pont", sort="newest")
        run("churn", folder, "0.3")
        after = reader.search("pont", sort="newest")
        assert [hit.article for hit in after] == [hit.article for hit in before]


def test_a_reader_may_open_at_any_moment(folder: Path) -> None:
    seen = set()
    with start("churn", folder, "2") as process:
        while process.poll() is None:
            with Archive.open(folder) as archive:
                seen.add(archive.search("pont").total)
    assert seen
    assert seen <= {4, 5}


def test_checking_while_another_process_commits_gives_no_false_alarm(folder: Path) -> None:
    found = []
    with start("churn", folder, "1") as process:
        while process.poll() is None:
            with Archive.open(folder) as archive:
                found += [finding for finding in archive.check() if "archive.json" not in finding]
    assert found == []


def test_the_log_of_records_that_a_reader_kept_goes_with_the_next_writer(folder: Path) -> None:
    log = folder / "records.sqlite-wal"
    with Archive.open(folder) as reader:
        reader.stats()
        with Archive.open(folder) as writer:
            writer.add_articles([make_article("b")])
        assert log.exists()
    with Archive.open(folder) as writer:
        writer.add_articles([make_article("c")])
    assert not log.exists()
