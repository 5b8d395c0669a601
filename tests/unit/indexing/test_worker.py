"""What a worker answers to what it is given; `test_crew` runs workers in processes of their own."""

from pathlib import Path

import pytest

from archive_search.indexing.building import ANALYSED_TEXTS
from archive_search.indexing.crew import SingleHand
from archive_search.indexing.segment_files import SegmentName
from archive_search.indexing.segment_reading import SegmentReader
from archive_search.indexing.worker import Task, build_segments
from indexing.segments import index_texts

ADD: Task = ("add", [index_texts(1, "Le pont rouvre.")])
ADD_MUCH: Task = ("add", [index_texts(2, *["Le pont rouvre."] * ANALYSED_TEXTS)])
FINISH: Task = ("finish", [])


def answers(folder: Path, *tasks: Task) -> list[list[str] | OSError]:
    """Have tasks done by a worker that writes a segment as soon as it knows how many words it holds."""
    return list(build_segments(SingleHand(folder, words=1), iter(tasks)))


def test_each_answer_names_the_segments_since_the_one_before(tmp_path: Path) -> None:
    counts = [
        [SegmentReader(tmp_path, SegmentName(name)).article_count for name in names]
        for names in answers(tmp_path, ADD_MUCH, ADD, ADD_MUCH, FINISH, FINISH, ADD, FINISH)
        if not isinstance(names, OSError)
    ]
    assert counts == [[1, 2], [], [1]]


def test_a_worker_whose_parent_ends_writes_no_more(tmp_path: Path) -> None:
    assert answers(tmp_path, ADD) == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "tasks",
    [(ADD, FINISH), (ADD_MUCH, FINISH), (ADD_MUCH, ADD, ADD_MUCH, FINISH), (ADD, FINISH, ADD, FINISH)],
    ids=["met when they are wanted", "met before", "met long before", "the last answer"],
)
def test_an_error_of_the_system_is_told_once_segments_are_wanted(tmp_path: Path, tasks: tuple[Task, ...]) -> None:
    (error,) = answers(tmp_path / "absent", *tasks)
    assert isinstance(error, FileNotFoundError)


def test_an_error_of_the_system_is_not_told_before(tmp_path: Path) -> None:
    assert answers(tmp_path / "absent", ADD_MUCH, ADD) == []
