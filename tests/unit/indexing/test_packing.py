"""Numbers packed into few bytes come out as they were."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_search.indexing.packing import BIT_WIDTHS, byte_type, narrow, pack_bits, unpack_bits

U64 = st.integers(0, 2**63 - 1)
LIMITS = [(0, 1), (255, 1), (256, 2), (65_535, 2), (65_536, 4), (2**32 - 1, 4), (2**32, 8)]


@given(st.lists(U64 | st.integers(0, 300), max_size=20))
def test_narrowing_keeps_numbers(values: list[int]) -> None:
    assert narrow(np.array(values, np.int64)).tolist() == values


@pytest.mark.parametrize(("largest", "size"), LIMITS)
def test_numbers_are_stored_in_the_smallest_type_that_holds_them(largest: int, size: int) -> None:
    assert np.dtype(byte_type(largest)).itemsize == size
    assert narrow(np.array([0, largest])).itemsize == size


def test_no_numbers_take_the_smallest_type() -> None:
    assert narrow(np.empty(0, np.int64)).dtype == np.uint8


@given(st.sampled_from([1, 2, 4]), st.lists(st.integers(0, 15), max_size=40), st.data())
def test_what_is_packed_is_unpacked_from_any_byte(width: int, drawn: list[int], data: st.DataObject) -> None:
    values = [value % (1 << width) for value in drawn]
    packed = pack_bits(np.array(values, np.uint8), width)
    start = data.draw(st.integers(0, len(values)))
    stop = data.draw(st.integers(start, len(values)))
    first = start * width // 8
    unpacked = unpack_bits(packed[first:], width, start=start - first * 8 // width, stop=stop - first * 8 // width)
    assert unpacked.tolist() == values[start:stop]
    assert len(packed) == -(-len(values) * width // 8)


def test_the_first_number_stands_in_the_lowest_bits() -> None:
    assert [pack_bits(np.array([1], np.uint8), width).tolist() for width in BIT_WIDTHS[1:4]] == [[1]] * 3
