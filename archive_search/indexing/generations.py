"""The tables of contents of the index: one a generation, each a list of immutable segments.

The store names the generation that belongs to its records; a later one on disk is the trace of a commit that was
cut short, and earlier ones wait to be cleaned away.
"""

import pickle
import struct
from collections.abc import Iterable
from typing import Any

from whoosh.index import TOC
from whoosh.index import IndexError as WhooshIndexError

from archive_search.indexing.schema import INDEX_NAME, make_schema
from archive_search.indexing.storage import IndexStorage, damaged


def read_segments(storage: IndexStorage, generation: int) -> list[Any]:
    """Read the segment records of a generation; generation 0 is the empty index, which has no file.

    Raises:
        FileNotFoundError: That generation is no longer on disk.
        ArchiveDamagedError: Its table of contents cannot be read, or names what it should not.
    """
    if generation == 0:
        return []
    try:
        contents = TOC.read(storage, INDEX_NAME, gen=generation, schema=make_schema())
    except (
        pickle.UnpicklingError,
        WhooshIndexError,
        EOFError,
        struct.error,
        AssertionError,
        ValueError,
    ) as error:
        raise damaged(storage.path_of(contents_name(generation)), error) from error
    return list(contents.segments)


def write_segments(storage: IndexStorage, generation: int, segments: list[Any]) -> str:
    """Write the table of contents of a new generation and give its file name."""
    TOC(make_schema(), segments, generation).write(storage, INDEX_NAME)
    return contents_name(generation)


def contents_name(generation: int) -> str:
    """Give the file name of a table of contents."""
    name: str = TOC._filename(INDEX_NAME, generation)
    return name


def remove_unused(storage: IndexStorage, used: Iterable[str]) -> None:
    """Delete the files of the index that no present generation uses.

    A file that the system will not delete because a reader has it open (Windows) is left for the next time.
    """
    keep = set(used)
    for path in sorted(storage.path_of(".").iterdir()):
        if path.name not in keep and path.is_file():
            try:
                path.unlink()
            except PermissionError:
                continue
