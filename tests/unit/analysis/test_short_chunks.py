"""Short chunks are found under their number, and nothing else is."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from archive_search.analysis import short_chunks
from archive_search.analysis.chunks import PADDING, Integers
from archive_search.analysis.short_chunks import LONGEST, NOT_FOUND, ShortChunks


def place(chunks: list[bytes]) -> tuple[bytes, Integers, Integers]:
    """Write chunks one behind the other and give where each starts and ends."""
    ends = np.cumsum([len(chunk) for chunk in chunks], dtype=np.int64)
    starts = ends - np.fromiter(map(len, chunks), np.int64)
    return b"".join(chunks) + b"\n" * PADDING, starts, ends


def test_there_is_room_behind_the_last_chunk() -> None:
    assert PADDING >= LONGEST


@given(chunks=st.lists(st.text("a\x00é", min_size=1, max_size=12).map(str.encode), unique=True, min_size=1))
def test_chunks_are_found_under_their_numbers_or_not_at_all(chunks: list[bytes]) -> None:
    short = ShortChunks()
    half = len(chunks) // 2
    short.remember(*place(chunks[:half]), np.arange(half))
    found = short.find(*place(chunks)).tolist()
    assert [number for number in found[half:] if number != NOT_FOUND] == []
    assert [number for place, number in enumerate(found[:half]) if number not in (place, NOT_FOUND)] == []


def test_a_short_chunk_is_found_and_a_long_one_is_not() -> None:
    short = ShortChunks()
    chunks = [b"x" * LONGEST, b"y" * (LONGEST + 1)]
    short.remember(*place(chunks), np.array([7, 8]))
    assert short.find(*place(chunks)).tolist() == [7, NOT_FOUND]


def test_where_two_chunks_claim_one_place_neither_is_taken_for_the_other(monkeypatch) -> None:
    monkeypatch.setattr(short_chunks, "_places_of", lambda first, _second: np.zeros(len(first), np.int64))
    short = ShortChunks()
    chunks = [b"mer", b"mur"]
    short.remember(*place(chunks), np.array([0, 1]))
    assert short.find(*place(chunks)).tolist() == [NOT_FOUND, 1]
