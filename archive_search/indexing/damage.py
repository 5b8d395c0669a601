"""Name the file of the index that is not what was written."""

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from archive_search.errors import ArchiveDamagedError

# What numbers that nobody wrote lead the reading code into: places out of range, sections that are missing.
_DAMAGE = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn whatever damaged bytes lead to, inside the block, into the one error that names the file.

    Raises:
        ArchiveDamagedError: The file, or what it refers to, is not what was written.
    """
    try:
        yield
    except _DAMAGE as error:
        raise damaged(path, error) from error


def damaged(path: Path, error: Exception | str) -> ArchiveDamagedError:
    """Make the error that names a file of the index that cannot be read, and says what was met."""
    cause = str(error) or type(error).__name__
    message = f"l'index {path} est abîmé ({cause}) : reconstruisez-le avec « archive-search rebuild »"
    return ArchiveDamagedError(message, path=path)
