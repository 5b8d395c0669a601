"""Remember short chunks by their bytes, to find many at once without making a string of each.

Sixteen bytes, two unsigned numbers of 64 bits, hold nearly every word of French press with its punctuation. A chunk
is compared as a whole, so what is found is exact; what is not found may have been remembered all the same,
because a place belongs to the chunk that came last.
"""

import numpy as np
from numpy.typing import NDArray

from archive_search.analysis.chunks import Integers

Words = NDArray[np.uint64]

LONGEST = 16
"""Longest chunk remembered, in bytes."""

NOT_FOUND = -1

_WORD = 8
_PLACE_BITS = 22
_FACTORS = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F], np.uint64)
# What follows a chunk is covered by bytes that UTF-8 never has, so that a chunk and its continuation differ.
_COVER = np.array(
    [
        [int.from_bytes(b"\0" * length + b"\xff" * (_WORD - length), "little") for length in lengths]
        for lengths in (
            [min(length, _WORD) for length in range(LONGEST + 1)],
            [max(length - _WORD, 0) for length in range(LONGEST + 1)],
        )
    ],
    np.uint64,
)


class ShortChunks:
    """Give the number under which each short chunk was remembered."""

    def __init__(self) -> None:
        self._number_at = np.full(1 << _PLACE_BITS, NOT_FOUND, np.int32)
        self._words = np.zeros((2, 1), np.uint64)

    def find(self, encoded: bytes, starts: Integers, ends: Integers) -> Integers:
        """Look chunks up.

        Args:
            encoded: Text, followed by at least sixteen more bytes.
            starts: Where the chunks start in it, in bytes, shape (chunks,).
            ends: Where they end, shape (chunks,).

        Returns:
            Their numbers, or NOT_FOUND, shape (chunks,).
        """
        first, second = _read_words(encoded, starts, ends)
        # An empty place leads to the words of some other chunk, and is empty whether they are the same or not.
        numbers = self._number_at.take(_places_of(first, second)).astype(np.int64)
        is_same = (self._words[0].take(numbers) == first) & (self._words[1].take(numbers) == second)
        numbers[~is_same | (ends - starts > LONGEST)] = NOT_FOUND
        return numbers

    def remember(self, encoded: bytes, starts: Integers, ends: Integers, numbers: Integers) -> None:
        """Note the numbers of chunks, those that are too long apart; arguments as for `find`."""
        short = ends - starts <= LONGEST
        numbers = numbers[short]
        first, second = _read_words(encoded, starts[short], ends[short])
        self._make_room(int(numbers.max(initial=0)) + 1)
        self._words[0][numbers] = first
        self._words[1][numbers] = second
        self._number_at[_places_of(first, second)] = numbers

    def _make_room(self, size: int) -> None:
        if size > self._words.shape[1]:
            grown = np.zeros((2, 2 * size), np.uint64)
            grown[:, : self._words.shape[1]] = self._words
            self._words = grown


def _read_words(encoded: bytes, starts: Integers, ends: Integers) -> tuple[Words, Words]:
    # A view of the number that begins at each byte.
    numbers = np.ndarray((len(encoded) - _WORD + 1,), "<u8", encoded, strides=(1,))
    lengths = np.minimum(ends - starts, LONGEST)
    return numbers[starts] | _COVER[0].take(lengths), numbers[starts + _WORD] | _COVER[1].take(lengths)


def _places_of(first: Words, second: Words) -> Integers:
    mixed: Words = (first ^ second * _FACTORS[0]) * _FACTORS[1]
    return (mixed >> np.uint64(64 - _PLACE_BITS)).astype(np.int64)
