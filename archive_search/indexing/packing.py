"""Store unsigned numbers in few bytes, in layouts that NumPy reads without a loop.

>>> import numpy as np
>>> narrow(np.array([3, 300])).dtype
dtype('uint16')
>>> pack_bits(np.array([1, 0, 3, 2], np.uint8), 2)
array([177], dtype=uint8)
>>> unpack_bits(np.array([177], np.uint8), 2, start=1, stop=4)
array([0, 3, 2], dtype=uint8)
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

_NARROWER = (np.uint8, np.uint16, np.uint32)


def narrow(values: NDArray[Any]) -> NDArray[Any]:
    """Give numbers from 0 in the smallest unsigned type that holds the largest of them."""
    largest = int(values.max()) if len(values) else 0
    return values.astype(byte_type(largest), copy=False)


def byte_type(largest: int) -> type[np.unsignedinteger[Any]]:
    """Give the smallest unsigned type that holds a number."""
    return next((kind for kind in _NARROWER if largest <= np.iinfo(kind).max), np.uint64)


BIT_WIDTHS = (0, 1, 2, 4, 8, 16, 32)
"""Widths in which numbers are packed; those of 8 bits and more are plain integers."""


def pack_bits(values: NDArray[np.uint8], width: int) -> NDArray[np.uint8]:
    """Pack numbers of 1, 2 or 4 bits into bytes, the first in the lowest bits; shape (ceil(numbers * width / 8),)."""
    per_byte = 8 // width
    padded = np.zeros(-(-len(values) // per_byte) * per_byte, np.uint8)
    padded[: len(values)] = values
    shifts = np.arange(per_byte, dtype=np.uint8) * np.uint8(width)
    packed: NDArray[np.uint8] = np.bitwise_or.reduce(padded.reshape(-1, per_byte) << shifts, axis=1)
    return packed


def unpack_bits(packed: NDArray[np.uint8], width: int, *, start: int, stop: int) -> NDArray[np.uint8]:
    """Unpack the numbers from one rank up to another out of the bytes that hold them.

    Args:
        packed: Bytes from the one that holds the first number wanted.
        width: Bits of a number: 1, 2 or 4.
        start: Rank of the first number wanted, counted from the beginning of ``packed``.
        stop: Rank after the last.
    """
    per_byte = 8 // width
    shifts = np.arange(per_byte, dtype=np.uint8) * np.uint8(width)
    unpacked: NDArray[np.uint8] = (packed[:, np.newaxis] >> shifts) & np.uint8((1 << width) - 1)
    return unpacked.reshape(-1)[start:stop]
