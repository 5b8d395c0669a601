"""Which files make which segments, and how deleted documents are written down."""

from pathlib import Path

import numpy as np
import pytest

from archive_search.errors import ArchiveDamagedError
from archive_search.indexing.deletions import write_deleted
from archive_search.indexing.segment_files import (
    SegmentName,
    deleted_name,
    find_names,
    names_name,
    new_segment_name,
    segments_of,
)
from archive_search.indexing.segment_reading import SegmentReader
from indexing.containers import flip
from indexing.segments import build_segment, index_texts


def test_the_segments_are_found_in_the_names_of_their_files() -> None:
    first, second = SegmentName("MAIN_a1", "MAIN_a1.12.deleted"), SegmentName("MAIN_b2")
    assert segments_of([*second.files(), "_MAIN_12.toc", *first.files()]) == [first, second]


def test_no_files_make_no_segments() -> None:
    assert segments_of(["_MAIN_12.toc", names_name(12)]) == []


def test_the_names_are_found_among_all_files() -> None:
    segment = SegmentName("MAIN_a1", "MAIN_a1.12.deleted")
    assert find_names(["_MAIN_12.toc", "_MAIN_9.names", *segment.files()]) == "_MAIN_9.names" == names_name(9)


def test_a_generation_may_have_no_names() -> None:
    assert find_names(["_MAIN_12.toc", *SegmentName("MAIN_a1").files()]) is None


def test_a_new_segment_is_named_as_no_other() -> None:
    names = {new_segment_name() for _ in range(100)}
    assert len(names) == 100
    assert all(name.startswith("MAIN_") and "." not in name for name in names)


@pytest.mark.parametrize("deleted", [[], [0], [1, 2], [0, 255, 256, 299]], ids=str)
def test_deleted_documents_are_read_back(tmp_path: Path, deleted: list[int]) -> None:
    name = build_segment(tmp_path, [index_texts(1, *["pont"] * 300)]).name.name
    file = deleted_name(name, 3)
    write_deleted(tmp_path / file, np.array(deleted, np.int64))
    segment = SegmentReader(tmp_path, SegmentName(name, file))
    assert segment.has_deletions
    assert segment.deleted_documents().tolist() == deleted


def test_a_segment_without_a_file_of_deletions_has_none(tmp_path: Path) -> None:
    segment = build_segment(tmp_path, [index_texts(1, "pont")])
    assert not segment.has_deletions
    assert segment.deleted_documents().tolist() == []


def test_a_damaged_file_of_deletions_is_named(tmp_path: Path) -> None:
    name = build_segment(tmp_path, [index_texts(1, "pont", "gare")]).name.name
    file = deleted_name(name, 3)
    write_deleted(tmp_path / file, np.array([1], np.int64))
    flip(tmp_path / file, 16)
    with pytest.raises(ArchiveDamagedError, match=file):
        SegmentReader(tmp_path, SegmentName(name, file)).deleted_documents()


@pytest.mark.parametrize("rank", range(3), ids=["documents", "terms", "deleted"])
def test_a_file_that_is_gone_is_left_to_the_caller(tmp_path: Path, rank: int) -> None:
    name = build_segment(tmp_path, [index_texts(1, "pont", "gare")]).name.name
    segment = SegmentName(name, deleted_name(name, 3))
    write_deleted(tmp_path / deleted_name(name, 3), np.array([1], np.int64))
    (tmp_path / segment.files()[rank]).unlink()
    with pytest.raises(FileNotFoundError):
        SegmentReader(tmp_path, segment)
