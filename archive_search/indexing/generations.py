"""The tables of contents of the index: one a generation, each a list of immutable segments.

The store names the generation that belongs to its records; a later one on disk is the trace of a commit that was
cut short, and earlier ones wait to be cleaned away.
"""

import shutil
from collections.abc import Iterable
from typing import Any

from whoosh.codec.whoosh3 import W3Segment
from whoosh.index import TOC

from archive_search.indexing.schema import INDEX_NAME, make_schema
from archive_search.indexing.storage import IndexStorage, reading


def read_segments(storage: IndexStorage, generation: int) -> list[Any]:
    """Read the segment records of a generation; generation 0 is the empty index, which has no file.

    Raises:
        FileNotFoundError: That generation is no longer on disk.
        ArchiveDamagedError: Its table of contents cannot be read, or names what it should not.
    """
    if generation == 0:
        return []
    try:
        with reading(storage.path_of(contents_name(generation))):
            segments = list(TOC.read(storage, INDEX_NAME, gen=generation, schema=make_schema()).segments)
            if not all(isinstance(segment, W3Segment) for segment in segments):
                raise TypeError("une entrée n'est pas un segment")
            return segments
    finally:
        storage.close()


def write_segments(storage: IndexStorage, generation: int, segments: list[Any]) -> str:
    """Write the table of contents of a new generation and give its file name."""
    TOC(make_schema(), segments, generation).write(storage, INDEX_NAME)
    return contents_name(generation)


def contents_name(generation: int) -> str:
    """Give the file name of a table of contents."""
    name: str = TOC._filename(INDEX_NAME, generation)
    return name


def remove_unused(storage: IndexStorage, used: Iterable[str]) -> None:
    """Delete what no present generation uses: older files, and the traces of a commit that was cut short.

    A file that the system will not delete because a reader has it open (Windows) is left for the next time.
    """
    shutil.rmtree(storage.path_of(f"{INDEX_NAME}.tmp"), ignore_errors=True)
    keep = set(used)
    for path in sorted(storage.path_of(".").iterdir()):
        if path.name not in keep and path.is_file():
            try:
                path.unlink()
            except PermissionError:
                continue
