"""Bound what may be unpacked out of one file: a few kilobytes can hold petabytes of zeros.

Text is packed 5 to 20 times smaller, repetitive tables 50 times; zeros are packed 1,000 times smaller by zip and more
by other ways. All the files inside a file together, at every depth, may hold 200 times its size and a quarter of a
gigabyte besides; one file inside a zip may hold 200 times its packed size and 64 MB besides.

>>> from archive_search.sources.packed.budget import Budget
>>> budget = Budget(10)
>>> budget.spend(8), budget.spend(8), budget.is_spent
(True, False, True)
"""

from functools import partial
from typing import BinaryIO

from archive_search.errors import SourceError
from archive_search.sources.pulling import pull_stream, read_some

MOST_BYTES = 1 << 36
"""64 GB: what may come out of a stream whose size is not known."""

MOST_TIMES = 200
UNSUSPECTED_BYTES = 1 << 28
UNSUSPECTED_MEMBER_BYTES = 1 << 26

TOO_MUCH = "contenu démesuré, plus de 200 fois sa taille : si vous en êtes sûr, décompressez-le vous-même"


class PackedError(SourceError):
    """Report a packed file, or a file inside it, that cannot be unpacked; the message is a reason for the reader."""


class Budget:
    """Count down the bytes that may still be unpacked."""

    def __init__(self, size: int = MOST_BYTES) -> None:
        self.left = size

    @classmethod
    def for_file(cls, size: int) -> "Budget":
        """Give the budget of a file of that many bytes."""
        return cls(UNSUSPECTED_BYTES + MOST_TIMES * size)

    @property
    def is_spent(self) -> bool:
        """Whether more was asked for than there was: nothing more of the file is to be unpacked."""
        return self.left < 0

    def spend(self, size: int) -> bool:
        """Take some bytes off, and tell whether they were still there to take."""
        self.left -= size
        return self.left >= 0


def largest_member(size: int) -> int:
    """Give the number of bytes that may come out of a member that takes that many in its file."""
    return UNSUSPECTED_MEMBER_BYTES + MOST_TIMES * size


def bound_stream(stream: BinaryIO, budget: Budget, *, path: str) -> BinaryIO:
    """Give a stream of the same bytes that raises `PackedError` as soon as the budget is spent.

    Args:
        stream: What unpacks; it is closed with the stream given.
        budget: Bytes that may come out.
        path: What is unpacked, for the error.
    """
    return pull_stream(partial(_read_bounded, stream, budget, path=path), close=stream.close)


def _read_bounded(stream: BinaryIO, budget: Budget, size: int, *, path: str) -> bytes:
    data = read_some(stream, size)
    if not budget.spend(len(data)):
        raise PackedError(TOO_MUCH, path=path)
    return data
