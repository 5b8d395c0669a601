"""A Whoosh column of unsigned 32-bit numbers that is read as one NumPy array."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh import columns

STORED = np.dtype("<u4")


class ArrayColumn(columns.Column):
    """Hold one number a document; documents without one have 0."""

    def writer(self, dbfile: Any) -> "ArrayColumnWriter":
        """Make a writer onto an open file of Whoosh's storage."""
        return ArrayColumnWriter(dbfile)

    def reader(self, dbfile: Any, basepos: int, length: int, doccount: int) -> "ArrayColumnReader":
        """Make a reader of ``length`` bytes from ``basepos``."""
        return ArrayColumnReader(dbfile, basepos, length, doccount)

    def default_value(self, reverse: bool = False) -> int:
        """Give the number of documents that have none."""
        return 0


class ArrayColumnWriter(columns.ColumnWriter):
    """Gather the numbers of a segment's documents, then write them at once."""

    def __init__(self, dbfile: Any) -> None:
        self._dbfile = dbfile
        self._values: list[int] = []

    def add(self, docnum: int, value: int) -> None:
        """Set the number of a document; documents come in order."""
        self._values.extend([0] * (docnum - len(self._values)))
        self._values.append(value)

    def finish(self, doccount: int) -> None:
        """Write the array."""
        self._values.extend([0] * (doccount - len(self._values)))
        self._dbfile.write(np.array(self._values, STORED).tobytes())


class ArrayColumnReader(columns.ColumnReader):
    """Give the numbers of a segment's documents, one by one or all at once."""

    def __init__(self, dbfile: Any, basepos: int, length: int, doccount: int) -> None:
        super().__init__(dbfile, basepos, length, doccount)
        self._array: NDArray[np.uint32] = np.frombuffer(dbfile.get(basepos, length), STORED)

    def __getitem__(self, docnum: int) -> int:
        return int(self._array[docnum])

    def __len__(self) -> int:
        return len(self._array)

    def sort_key(self, docnum: int) -> int:
        """Give what documents are sorted by."""
        return self[docnum]

    def load(self) -> NDArray[np.uint32]:
        """Give all numbers as an array of shape (documents,)."""
        return self._array
