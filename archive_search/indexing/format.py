"""The posting format of the text field: where each occurrence stands and which form of the stem it is.

The value of one posting is an array of little-endian unsigned 32-bit pairs, one pair an occurrence, in order:

* position in the paragraph, in words from 0 (low 28 bits), and how many further positions the occurrence covers
  (high 4 bits; greater than 0 only for the joined form of a compound such as S-300);
* number of the exact form in the archive's table of forms.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh import formats

PAIR = np.dtype("<u4")
PAIR_BYTES = 8
POSITION_BITS = 28
POSITION_MASK = (1 << POSITION_BITS) - 1
MAX_EXTRA = (1 << (32 - POSITION_BITS)) - 1


def pack_position(position: int, last: int) -> int:
    """Pack the first and last position of an occurrence into one unsigned 32-bit number."""
    return min(position, POSITION_MASK) | min(last - position, MAX_EXTRA) << POSITION_BITS


def unpack_pairs(data: bytes) -> NDArray[np.uint32]:
    """View posting values, joined end to end, as an array of shape (occurrences, 2)."""
    return np.frombuffer(data, PAIR).reshape(-1, 2)


class FormPositions(formats.Format):
    """Tell Whoosh how to read our posting values, so that its own queries, phrases included, run on them."""

    def __init__(self) -> None:
        super().__init__(field_boost=1.0)

    def supports(self, name: str) -> bool:
        """Say whether a value can be decoded as ``frequency`` or ``positions``."""
        return name in ("frequency", "positions", "weight")

    def fixed_value_size(self) -> int:
        """Say that values vary in length."""
        return -1

    def word_values(self, value: object, analyzer: object, **kwargs: Any) -> Iterator[tuple[Any, ...]]:
        """Refuse to analyse: forms are numbered by the archive's own writer."""
        raise TypeError("an archive is written by archive_search.Archive, not by a Whoosh writer")

    def decode_frequency(self, value: bytes) -> int:
        """Give the number of occurrences of a posting."""
        return len(value) // PAIR_BYTES

    def decode_weight(self, value: bytes) -> float:
        """Give the weight of a posting: its number of occurrences."""
        return float(self.decode_frequency(value))

    def decode_positions(self, value: bytes) -> list[int]:
        """Give the positions of a posting, in words from 0."""
        positions: list[int] = (unpack_pairs(value)[:, 0] & POSITION_MASK).tolist()
        return positions
