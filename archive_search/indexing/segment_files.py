"""Names of the files of the index: what a segment is made of, and which segments and names a list of files makes.

A segment NAME has the files ``NAME.documents`` and ``NAME.terms``, and when some of its documents were deleted
``NAME.GENERATION.deleted``: files are never changed, so each generation that deletes writes the whole set anew.
The names of a generation, where it has any, are in one file that belongs to no segment.
"""

from collections.abc import Iterable
from typing import NamedTuple

INDEX_NAME = "MAIN"
DOCUMENTS = ".documents"
TERMS = ".terms"
DELETED = ".deleted"
NAMES = ".names"


class SegmentName(NamedTuple):
    """Name a segment, and the file of its deleted documents where it has one."""

    name: str
    deleted: str | None = None

    def files(self) -> list[str]:
        """List the names of its files."""
        return [self.name + DOCUMENTS, self.name + TERMS, *([self.deleted] if self.deleted else [])]


def new_segment_name() -> str:
    """Name a segment as no other is named, in this process or any other."""
    # Imported here: only a writer needs it, and a search must start at once.
    import secrets

    # Not drawn from `random`: a program that seeds it would write over the segments of its last run.
    return f"{INDEX_NAME}_{secrets.token_hex(8)}"


def deleted_name(segment: str, generation: int) -> str:
    """Name the file of the documents of a segment that a generation knows as deleted."""
    return f"{segment}.{generation}{DELETED}"


def segments_of(files: Iterable[str]) -> list[SegmentName]:
    """Find the segments of a generation from the names of all its files, in order of name."""
    names = set(files)
    deleted = {name.split(".", 1)[0]: name for name in names if name.endswith(DELETED)}
    segments = sorted(name.removesuffix(DOCUMENTS) for name in names if name.endswith(DOCUMENTS))
    return [SegmentName(segment, deleted.get(segment)) for segment in segments]


def names_name(generation: int) -> str:
    """Name the file of the names that a generation writes; later ones keep it until they write their own."""
    return f"_{INDEX_NAME}_{generation}{NAMES}"


def find_names(files: Iterable[str]) -> str | None:
    """Find the file of the names of a generation among the names of all its files; None when it has none."""
    return max((name for name in files if name.endswith(NAMES)), default=None)
