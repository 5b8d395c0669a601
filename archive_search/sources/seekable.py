"""Give the file being read as one to move about in: some formats tell at their end where everything is."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

from archive_search.sources.packed.budget import bound_stream
from archive_search.sources.readers import Reading
from archive_search.sources.streams import BUFFER_BYTES

# Up to this size a copy is held in memory.
LARGEST_IN_MEMORY = 1 << 24


@contextmanager
def open_seekable(stream: BinaryIO, reading: Reading) -> Iterator[BinaryIO]:
    """Open the file being read so that one can move about in it: on disk where it is, else through a temporary copy.

    Args:
        stream: Its bytes.
        reading: What the reader of the file was given.

    Raises:
        PackedError: The copy would be larger than the budget.
    """
    if reading.file is not None:
        with reading.file.open("rb") as file:
            yield file
        return
    with tempfile.SpooledTemporaryFile(max_size=LARGEST_IN_MEMORY) as copy:
        bounded = bound_stream(stream, reading.budget, path=reading.origin.path)
        while part := bounded.read(BUFFER_BYTES):
            copy.write(part)
        copy.seek(0)
        yield cast(BinaryIO, copy)
