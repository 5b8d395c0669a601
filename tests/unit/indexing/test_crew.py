"""Several processes build what one would, and whatever ends one of them is told or leaves nothing behind."""

import os
import resource
import signal
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from process_endings import is_gone, start_parent, wait_until

from archive_search.errors import StorageError
from archive_search.indexing import building, crew
from archive_search.indexing.building import IndexedArticle
from archive_search.indexing.crew import SharedWork, SingleHand, make_crew
from archive_search.indexing.documents import Column
from archive_search.indexing.reading import IndexReader
from archive_search.indexing.segment_files import SegmentName
from archive_search.indexing.segment_reading import SegmentReader
from indexing.segments import build_segment, index_texts

PROGRAM = Path(__file__).with_name("crew_process.py")
ARTICLES = [index_texts(number, f"Le pont {number} rouvre.", "L'eau des S-300.") for number in range(1, 9)]


@pytest.fixture
def workers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SharedWork]:
    """Give a crew of two processes that are started at once."""
    monkeypatch.setattr(crew, "SENT_CHARACTERS", 1)
    workers = SharedWork(tmp_path, 2)
    yield workers
    workers.close()


def pids(workers: SharedWork) -> list[int]:
    return [worker._process.pid for worker in workers._workers]


def add_all(workers: SharedWork, articles: list[IndexedArticle] = ARTICLES) -> None:
    for article in articles:
        workers.add(article)


def contents(folder: Path, names: list[str]) -> set[tuple[object, ...]]:
    """Give every occurrence of an index, by the number of its article."""
    reader = IndexReader(folder, [file for name in names for file in SegmentName(name).files()])
    numbers, articles, firsts = reader.column(Column.NUMBER), reader.article_of, reader.first_document
    found: set[tuple[object, ...]] = set()
    for stem in {row.stem for row in reader.vocabulary.matching("*", limit=10**6)}:
        read = reader.read_term(stem)
        codes = np.zeros(len(read.document), np.int64) if read.form is None else read.form
        owners = articles[read.document]
        columns = numbers[owners], read.document - firsts[owners], read.position, read.last
        forms = (read.forms[code] for code in codes.tolist())
        found |= set(zip(*(column.tolist() for column in columns), forms, strict=True))
    return found


def test_several_processes_give_what_one_gives(tmp_path: Path, workers: SharedWork) -> None:
    add_all(workers)
    names = workers.finish_segments()
    expected = contents(tmp_path, [build_segment(tmp_path, ARTICLES).name.name])
    assert expected
    assert contents(tmp_path, names) == expected


def test_workers_go_on_after_they_wrote(tmp_path: Path, workers: SharedWork) -> None:
    for count in (8, 3, 1):
        add_all(workers, ARTICLES[:count])
        segments = [SegmentReader(tmp_path, SegmentName(name)) for name in workers.finish_segments()]
        assert sum(segment.article_count for segment in segments) == count
    assert workers.finish_segments() == []


def test_much_is_written_in_several_segments(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "SEGMENT_WORDS", 10)
    monkeypatch.setattr(building, "ANALYSED_TEXTS", 1)
    hand = make_crew(tmp_path, processes=1)
    for article in ARTICLES:
        hand.add(article)
    names = hand.finish_segments()
    assert len(names) > 2
    assert contents(tmp_path, names) == contents(tmp_path, [build_segment(tmp_path, ARTICLES).name.name])
    assert hand.finish_segments() == []


def test_a_small_addition_starts_no_process(tmp_path: Path) -> None:
    workers = SharedWork(tmp_path, 2)
    add_all(workers)
    (name,) = workers.finish_segments()
    assert pids(workers) == []
    assert SegmentReader(tmp_path, SegmentName(name)).article_count == 8


def test_what_was_dropped_is_not_written(tmp_path: Path, workers: SharedWork) -> None:
    add_all(workers)
    started = pids(workers)
    workers.drop()
    assert all(map(is_gone, started))
    assert workers.finish_segments() == []
    add_all(workers, ARTICLES[:1])
    (name,) = workers.finish_segments()
    assert SegmentReader(tmp_path, SegmentName(name)).article_count == 1


@pytest.mark.parametrize("rank", [0, 1])
def test_a_worker_that_was_killed_is_told_when_segments_are_wanted(
    tmp_path: Path, workers: SharedWork, rank: int
) -> None:
    add_all(workers)
    os.kill(pids(workers)[rank], signal.SIGKILL)
    with pytest.raises(StorageError, match="relancez, au besoin avec « --workers 1 »"):
        workers.finish_segments()


def test_a_worker_that_was_killed_is_told_when_more_is_sent(workers: SharedWork) -> None:
    add_all(workers)
    workers._workers[0]._process.kill()
    with pytest.raises(StorageError, match="relancez, au besoin avec « --workers 1 »"):
        add_all(workers)


def test_a_crew_works_again_after_a_worker_was_lost(tmp_path: Path, workers: SharedWork) -> None:
    add_all(workers)
    os.kill(pids(workers)[0], signal.SIGKILL)
    with pytest.raises(StorageError):
        workers.finish_segments()
    workers.drop()
    add_all(workers)
    assert contents(tmp_path, workers.finish_segments()) == contents(
        tmp_path, [build_segment(tmp_path, ARTICLES).name.name]
    )


def test_closing_ends_the_processes(workers: SharedWork) -> None:
    add_all(workers)
    started = pids(workers)
    workers.close()
    assert all(map(is_gone, started))


def test_workers_end_with_a_parent_that_is_killed(tmp_path: Path) -> None:
    with start_parent(PROGRAM, tmp_path) as (parent, started):
        assert [is_gone(pid) for pid in started] == [False, False]
        parent.send_signal(signal.SIGKILL)
        assert wait_until(lambda: all(map(is_gone, started)))


def test_a_folder_that_is_gone_is_an_error_of_the_system(tmp_path: Path, workers: SharedWork) -> None:
    add_all(workers)
    tmp_path.rmdir()
    with pytest.raises(FileNotFoundError, match=tmp_path.name):
        workers.finish_segments()


def test_a_full_disk_is_an_error_of_the_system(tmp_path: Path, workers: SharedWork) -> None:
    add_all(workers)
    for pid in pids(workers):
        # Files of a few bytes only, as on a full disk; the signal that goes with it is ignored by Python.
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (100, resource.RLIM_INFINITY))
    with pytest.raises(OSError, match="File too large"):
        workers.finish_segments()


def test_a_file_lying_beside_the_user_is_not_taken_for_a_part_of_the_program(
    tmp_path: Path, workers: SharedWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("numpy.py", "archive_search.py"):
        (tmp_path / name).write_text("open('run', 'w')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    add_all(workers)
    assert workers.finish_segments()
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize(("processes", "kind"), [(0, SingleHand), (1, SingleHand), (2, SharedWork)])
def test_one_process_needs_no_other(tmp_path: Path, processes: int, kind: type) -> None:
    assert isinstance(make_crew(tmp_path, processes=processes), kind)
