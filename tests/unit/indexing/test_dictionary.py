"""Words written as one run of bytes are found as in a sorted list."""

from bisect import bisect_left
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_search.indexing.dictionary import Words, write_words
from indexing.containers import open_sections

WORDS = st.lists(st.binary(max_size=4) | st.text("aé", max_size=3).map(str.encode), unique=True, max_size=25).map(
    sorted
)
NAMED = ("aube", "auge", "azur", "digue", "drap", "quai")


def write(folder: Path, words: list[bytes]) -> Words:
    return Words(open_sections(folder / "a.terms", lambda writer: write_words(writer, "w", words)), "w")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("words")


@pytest.fixture
def named(tmp_path: Path) -> Words:
    return write(tmp_path, [word.encode() for word in NAMED])


@given(words=WORDS, wanted=st.binary(max_size=4), data=st.data())
def test_words_are_found_as_in_a_sorted_list(
    folder: Path, words: list[bytes], wanted: bytes, data: st.DataObject
) -> None:
    written = write(folder, words)
    wanted = data.draw(st.sampled_from([wanted, *words]))
    start = data.draw(st.integers(0, len(words)))
    stop = data.draw(st.integers(start, len(words)))
    rank = bisect_left(words, wanted, start, stop)
    assert written.find_first(wanted, start=start, stop=stop) == rank
    assert written.find(wanted, start=start, stop=stop) == (rank if wanted in words[start:stop] else None)


@given(words=WORDS, data=st.data())
def test_words_are_listed_in_their_order(folder: Path, words: list[bytes], data: st.DataObject) -> None:
    written = write(folder, words)
    start = data.draw(st.integers(0, len(words)))
    stop = data.draw(st.integers(start, len(words)))
    assert len(written) == len(words)
    assert written.list_words(start, stop) == words[start:stop]
    assert [written[rank] for rank in range(len(words))] == words
    assert written.lengths().tolist() == list(map(len, words))


@given(words=WORDS, data=st.data())
def test_a_stretch_of_words_is_given_with_their_ends(folder: Path, words: list[bytes], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(words)))
    stop = data.draw(st.integers(start, len(words)))
    joined, ends = write(folder, words).bytes_between(start, stop)
    assert joined == b"".join(words[start:stop])
    assert ends.tolist() == np.cumsum([len(word) for word in words[start:stop]]).tolist()


def test_words_between_two_ranks_only_are_looked_at(named: Words) -> None:
    assert named.find(b"quai", start=0, stop=5) is None
    assert named.find(b"aube", start=1) is None


def test_no_words_hold_no_word(tmp_path: Path) -> None:
    empty = write(tmp_path, [])
    assert (len(empty), empty.find(b"quai"), empty.list_words()) == (0, None, [])
    assert empty.bytes_between(0, 0)[0] == b""
