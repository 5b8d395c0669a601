"""How Whoosh decodes the postings of the fields that the archive writes with positions."""

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh import formats

POSITION = np.dtype("<u4")


def encode_positions(positions: NDArray[Any]) -> bytes:
    """Make the value of a posting: positions in words from 0, as little-endian unsigned 32-bit numbers."""
    return positions.astype(POSITION).tobytes()


class WordPositions(formats.Format):
    """Decode positions, so that Whoosh's own phrases and spans run on the text of an archive."""

    def __init__(self) -> None:
        super().__init__(field_boost=1.0)

    def supports(self, name: str) -> bool:
        """Say whether a value can be decoded as something."""
        return name in ("frequency", "positions", "weight")

    def fixed_value_size(self) -> int:
        """Say that values vary in length."""
        return -1

    def word_values(self, value: object, analyzer: object, **kwargs: Any) -> Iterator[tuple[Any, ...]]:
        """Refuse to analyse: the forms are known to the archive's own writer only."""
        raise TypeError("an archive is written by archive_search.Archive, not by a Whoosh writer")

    def decode_frequency(self, value: bytes) -> int:
        """Give the number of occurrences of a posting."""
        return len(value) // POSITION.itemsize

    def decode_weight(self, value: bytes) -> float:
        """Give the weight of a posting: its number of occurrences."""
        return float(self.decode_frequency(value))

    def decode_positions(self, value: bytes) -> list[int]:
        """Give the positions of a posting, in words from 0."""
        positions: list[int] = np.frombuffer(value, POSITION).tolist()
        return positions
