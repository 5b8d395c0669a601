"""Sorted words as one run of bytes and the offsets of their ends; looked up by halving."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from archive_search.indexing.packing import narrow
from archive_search.indexing.sections import SectionFile, SectionWriter


def write_words(writer: SectionWriter, name: str, words: Sequence[bytes]) -> None:
    """Write words, in the order given, as the sections ``NAME.bytes`` and ``NAME.ends``."""
    writer.add_bytes(f"{name}.bytes", b"".join(words))
    ends = np.cumsum(np.fromiter(map(len, words), np.int64, len(words)))
    writer.add(f"{name}.ends", narrow(ends))


class Words:
    """Read words that `write_words` wrote."""

    def __init__(self, file: SectionFile, name: str) -> None:
        self._bytes = file.section(f"{name}.bytes")
        self._ends = file.section(f"{name}.ends")
        self._opened: tuple[memoryview, memoryview] | None = None

    def __len__(self) -> int:
        return len(self._ends)

    def _open(self) -> tuple[memoryview, memoryview]:
        """Give the bytes, and the ends of the words in them."""
        if self._opened is None:
            ends = self._ends.read_all()
            # Python takes single numbers out of a memory view in a third of the time.
            self._opened = self._bytes.read_all().data, ends.astype(ends.dtype.newbyteorder("="), copy=False).data
        return self._opened

    def __getitem__(self, rank: int) -> bytes:
        blob, ends = self._open()
        return blob[ends[rank - 1] if rank else 0 : ends[rank]].tobytes()

    def find(self, word: bytes, *, start: int = 0, stop: int | None = None) -> int | None:
        """Give the rank of a word between two ranks in which words are sorted, or None when it is not there."""
        rank = self.find_first(word, start=start, stop=stop)
        end = len(self) if stop is None else stop
        return rank if rank < end and self[rank] == word else None

    def find_first(self, word: bytes, *, start: int = 0, stop: int | None = None) -> int:
        """Give the rank of the first word that does not sort before another, between two ranks."""
        blob, ends = self._open()
        low, high = start, len(self) if stop is None else stop
        while low < high:
            middle = (low + high) // 2
            if blob[ends[middle - 1] if middle else 0 : ends[middle]].tobytes() < word:
                low = middle + 1
            else:
                high = middle
        return low

    def list_words(self, start: int = 0, stop: int | None = None) -> list[bytes]:
        """List the words from one rank up to another."""
        data, ends = self.bytes_between(start, len(self) if stop is None else stop)
        bounds = [0, *ends.tolist()]
        return [data[begin:end] for begin, end in pairwise(bounds)]

    def bytes_between(self, start: int, stop: int) -> tuple[bytes, NDArray[np.int64]]:
        """Give the bytes of the words from one rank up to another, and the end of each in them."""
        blob, ends = self._open()
        first = ends[start - 1] if start else 0
        last = ends[stop - 1] if stop > start else first
        return blob[first:last].tobytes(), self._ends.read(start, stop).astype(np.int64) - first

    def lengths(self) -> NDArray[np.int64]:
        """Give the length of each word in bytes; shape (words,)."""
        lengths = self._ends.read_all().astype(np.int64)
        lengths[1:] -= lengths[:-1].copy()
        return lengths
