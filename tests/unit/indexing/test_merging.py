"""Which segments are merged, and what a merge keeps that reading terms alone does not show."""

from pathlib import Path

import numpy as np
import pytest

from archive_search.indexing.deletions import write_deleted
from archive_search.indexing.merging import MOST_WORDS, SMALL_DOCUMENTS, choose_segments, merge_segments
from archive_search.indexing.segment_files import SegmentName, deleted_name
from archive_search.indexing.segment_reading import SegmentReader
from indexing.segments import build_segment, index_texts

S = SMALL_DOCUMENTS


class Sized:
    """Stand for a segment of so many documents, which is all that choosing looks at."""

    def __init__(self, documents: int, deleted: int = 0) -> None:
        self.document_count = documents
        self.word_count = documents * 40
        self.name = SegmentName(str(id(self)))
        self._deleted = np.arange(deleted)

    def deleted_documents(self) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
        return self._deleted


@pytest.mark.parametrize(
    ("sizes", "chosen"),
    [
        ([], []),
        ([5], []),
        ([5, 5], [0, 1]),
        ([S, S, S], [0, 1, 2]),
        ([100 * S, S], []),
        ([100 * S, S, S], [1, 2]),
        ([4 * S, S, S], [0, 1, 2]),
        ([4 * S + 1, S, S], [1, 2]),
        ([1, 100 * S, 1], [0, 2]),
        ([100 * S, 10 * S, S], []),
    ],
    ids=str,
)
def test_segments_are_merged_until_each_outweighs_the_smaller_ones(sizes: list[int], chosen: list[int]) -> None:
    segments = [Sized(size) for size in sizes]
    assert choose_segments(segments) == [segments[rank] for rank in chosen]  # type: ignore[arg-type]


def test_segments_that_would_count_beyond_32_bits_stay_apart() -> None:
    segments = [Sized(S), Sized(S), Sized(MOST_WORDS // 80), Sized(MOST_WORDS // 80)]
    assert choose_segments(segments) == segments[:2]  # type: ignore[arg-type]


@pytest.mark.parametrize(("deleted", "merged"), [(50, False), (51, True), (100, True)])
def test_a_segment_of_which_most_is_deleted_is_written_anew(deleted: int, merged: bool) -> None:
    segments = [Sized(100 * S), Sized(100, deleted)]
    assert choose_segments(segments) == (segments[1:] if merged else [])  # type: ignore[arg-type]


def delete(folder: Path, segment: SegmentReader, documents: list[int]) -> SegmentReader:
    name = deleted_name(segment.name.name, 2)
    write_deleted(folder / name, np.array(documents, np.int64))
    return SegmentReader(folder, SegmentName(segment.name.name, name))


def contents(segment: SegmentReader) -> dict[str, bytes]:
    return {name: file.read_all(name).tobytes() for file in (segment.documents, segment.file) for name in file.names()}


TEXTS = [("Le pont rouvre.", "Les ponts ferment."), ("* * *",), ("L'eau des S-300, pontée.",), ("pont",)]


@pytest.mark.parametrize("cut", range(1, len(TEXTS)))
def test_a_merge_gives_the_segment_that_would_have_been_built(tmp_path: Path, cut: int) -> None:
    articles = [index_texts(number, *texts) for number, texts in enumerate(TEXTS, start=1)]
    built = build_segment(tmp_path, articles)
    parts = [build_segment(tmp_path, articles[:cut]), build_segment(tmp_path, articles[cut:])]
    assert merge_segments(tmp_path / "merged", parts)
    merged = SegmentReader(tmp_path, SegmentName("merged"))
    assert contents(merged) == contents(built)
    assert (merged.fields, merged.documents.properties) == (built.fields, built.documents.properties)


def test_a_merge_without_the_deleted_gives_the_segment_that_would_have_been_built(tmp_path: Path) -> None:
    articles = [index_texts(number, *texts) for number, texts in enumerate(TEXTS, start=1)]
    built = build_segment(tmp_path, [articles[1], articles[3]])
    first = delete(tmp_path, build_segment(tmp_path, articles[:2]), [0, 1])
    second = delete(tmp_path, build_segment(tmp_path, articles[2:]), [0])
    assert merge_segments(tmp_path / "merged", [first, second])
    assert contents(SegmentReader(tmp_path, SegmentName("merged"))) == contents(built)


def test_segments_without_words_are_merged(tmp_path: Path) -> None:
    parts = [build_segment(tmp_path, [index_texts(number, "* * *")]) for number in (1, 2)]
    assert merge_segments(tmp_path / "merged", parts)
    assert SegmentReader(tmp_path, SegmentName("merged")).document_count == 2


def test_of_segments_without_living_documents_nothing_is_written(tmp_path: Path) -> None:
    segment = delete(tmp_path, build_segment(tmp_path, [index_texts(1, "pont", "gare")]), [0, 1])
    assert not merge_segments(tmp_path / "merged", [segment])
    assert not list(tmp_path.glob("merged*"))
