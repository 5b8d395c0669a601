"""Tests of the archive that the desktop lends to its threads."""

import json
import shutil
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from archive_search import Archive
from archive_search.errors import ArchiveFormatError, ArchiveMissingError
from archive_search.records import Article, Kind, Paragraph
from archive_search.web.holding import ArchiveHolder
from tests.unit.web.archives import make_archive


def report(number: int) -> Article:
    body = Paragraph(number=1, kind=Kind.BODY, text=f"La crue n° {number} du gué.")
    return Article(id=f"r{number}", paragraphs=(body,))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_archive(tmp_path / "archive", report(1))


def count(holder: ArchiveHolder) -> int:
    with holder.reading() as archive:
        return archive.search("gué").total


def test_the_same_archive_is_lent_until_something_is_committed(folder: Path) -> None:
    holder = ArchiveHolder(folder)
    with holder.reading() as first, holder.reading() as second:
        assert first is second
    holder.close()


def test_what_is_committed_is_seen_by_the_next_reader(folder: Path) -> None:
    holder = ArchiveHolder(folder)
    assert count(holder) == 1
    with holder.writing() as archive:
        archive.add_articles([report(2)])
    assert count(holder) == 2
    holder.close()


def test_what_another_process_commits_is_seen_too(folder: Path) -> None:
    holder = ArchiveHolder(folder)
    assert count(holder) == 1
    with Archive.open(folder) as archive:
        archive.add_articles([report(2), report(3)])
    assert count(holder) == 3
    holder.close()


def test_a_reader_keeps_what_it_was_lent_while_something_is_committed(folder: Path) -> None:
    holder = ArchiveHolder(folder)
    with holder.reading() as archive:
        assert archive.search("gué").total == 1
        with holder.writing() as other:
            other.add_articles([report(2)])
        assert count(holder) == 2
        assert archive.search("gué").total == 1
    holder.close()


def test_a_folder_without_an_archive_is_refused_until_there_is_one(tmp_path: Path) -> None:
    holder = ArchiveHolder(tmp_path / "archive")
    for _ in range(2):
        with pytest.raises(ArchiveMissingError), holder.reading():
            pass
    make_archive(tmp_path / "archive", report(1))
    assert count(holder) == 1
    holder.close()


def test_an_archive_that_is_taken_away_is_missed(folder: Path) -> None:
    holder = ArchiveHolder(folder)
    assert count(holder) == 1
    shutil.rmtree(folder)
    with pytest.raises(ArchiveMissingError), holder.reading():
        pass
    holder.close()


def test_an_archive_in_the_place_of_another_is_read(folder: Path) -> None:
    holder = ArchiveHolder(folder)
    assert count(holder) == 1
    shutil.rmtree(folder)
    make_archive(folder, report(1), report(2), report(3))
    assert count(holder) == 3
    holder.close()


def test_an_archive_of_another_format_is_refused(folder: Path) -> None:
    holder = ArchiveHolder(folder)
    label = folder / "archive.json"
    written = json.loads(label.read_text(encoding="utf-8"))
    label.write_text(json.dumps(written | {"format_version": 99}), encoding="utf-8")
    with pytest.raises(ArchiveFormatError), holder.reading():
        pass
    holder.close()


def test_many_threads_read_while_one_writes(folder: Path) -> None:
    holder = ArchiveHolder(folder)
    ended = threading.Event()
    seen: list[list[int]] = [[] for _ in range(3)]

    def keep_reading(counts: list[int]) -> None:
        while not ended.is_set():
            counts.append(count(holder))

    with ThreadPoolExecutor(3) as pool:
        readers = [pool.submit(keep_reading, counts) for counts in seen]
        try:
            for number in range(2, 6):
                with holder.writing() as archive:
                    archive.add_articles([report(number)])
        finally:
            ended.set()
        for reader in readers:
            reader.result()
    assert all(counts == sorted(counts) and set(counts) <= {1, 2, 3, 4, 5} for counts in seen)
    assert count(holder) == 5
    holder.close()


def test_one_thread_writes_at_a_time(folder: Path) -> None:
    holder = ArchiveHolder(folder)

    def write(number: int) -> None:
        with holder.writing() as archive:
            archive.add_articles([report(number)])

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(write, range(2, 6)))
    assert count(holder) == 5
    holder.close()
