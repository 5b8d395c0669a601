"""Whoosh's table of contents of a generation: by it `whoosh.index.open_dir` finds the segments of an archive.

The program itself never reads it to search: the store names the files of a generation. It is a file of numbers and
two pickles, one of the schema, one of the list of segments.
"""

import pickle
import struct
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from whoosh.filedb.structfile import StructFile

from archive_search.indexing.sections import SectionFile
from archive_search.indexing.segment_files import DOCUMENTS, INDEX_NAME, SegmentName
from archive_search.indexing.whoosh_face.safe_pickles import PROTOCOL, load_pickle
from archive_search.indexing.whoosh_face.schema import make_schema
from archive_search.indexing.whoosh_face.segment import SealedSegment

_SIZES = (4, 8, 4)
_BYTE_ORDER = -12345
_VERSION = -111
_RELEASE = (2, 7, 4)
_SCHEMA = "schema of an archive"

# What bytes that nobody wrote lead the reading code into.
_DAMAGE = (
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
)


class _Contents(NamedTuple):
    """Hold what a table of contents says: each segment as a dictionary of its attributes."""

    generation: int
    schema: Any
    segments: list[dict[str, Any]]


def toc_name(generation: int) -> str:
    """Give the file name of the table of contents of a generation."""
    return f"_{INDEX_NAME}_{generation}.toc"


def write_toc(folder: Path, generation: int, segments: Sequence[SegmentName], *, names: str | None = None) -> str:
    """Write the table of contents of a generation.

    Args:
        folder: Folder of the index, where the files of the segments are.
        generation: Its number.
        segments: Its segments.
        names: Name of the file of its names, or None.

    Returns:
        The name of the file.

    Raises:
        ArchiveDamagedError: A file of a segment is not whole.
    """
    listed = [_describe(folder, segment, names) for segment in segments]
    name = toc_name(generation)
    # A reader may look at the folder at any moment; it must not find half a table.
    partial = folder / f"{name}.partial"
    partial.write_bytes(_encode(generation, listed))
    partial.replace(folder / name)
    return name


def _describe(folder: Path, segment: SegmentName, names: str | None) -> SealedSegment:
    documents = int(SectionFile.open(folder / (segment.name + DOCUMENTS)).properties["documents"])
    deleted = len(SectionFile.open(folder / segment.deleted).section("deleted")) if segment.deleted else 0
    return SealedSegment(segment, documents=documents, deleted=deleted, names=names)


def _encode(generation: int, segments: list[SealedSegment]) -> bytes:
    data = BytesIO()
    file = StructFile(data)
    for size in _SIZES:
        file.write_varint(size)
    file.write_int(_BYTE_ORDER)
    file.write_int(_VERSION)
    for number in _RELEASE:
        file.write_varint(number)
    file.write_string(pickle.dumps(make_schema(), PROTOCOL))
    file.write_int(generation)
    file.write_int(0)
    file.write(pickle.dumps(segments, PROTOCOL))
    return data.getvalue()


def _decode(data: bytes) -> _Contents:
    """Read a table of contents; what it names is replaced by things that do nothing.

    Raises:
        pickle.UnpicklingError: It names something else than our schema and our segments.
        ValueError: It is of another kind.
    """
    stream = BytesIO(data)
    file = StructFile(stream)
    sizes = tuple(file.read_varint() for _size in _SIZES)
    if (sizes, file.read_int(), file.read_int()) != (_SIZES, _BYTE_ORDER, _VERSION):
        raise ValueError("en-tête inattendu")
    for _number in _RELEASE:
        file.read_varint()
    segment = type("Segment", (), {})
    known = {_place_of(make_schema): lambda: _SCHEMA, _place_of(SealedSegment): segment}
    schema = load_pickle(file.read_string(), known=known)
    generation = file.read_int()
    file.read_int()
    listed = load_pickle(stream.read(), known=known)
    if not isinstance(listed, list) or not all(type(item) is segment for item in listed):
        raise ValueError("liste de segments inattendue")
    return _Contents(generation, schema, [dict(vars(item)) for item in listed])


def _place_of(named: Any) -> tuple[str, str]:
    return named.__module__, named.__name__


def check_toc(
    folder: Path, generation: int, segments: Sequence[SegmentName], *, names: str | None = None
) -> str | None:
    """Tell what is wrong with the table of contents of a generation, without running anything that it names.

    Args:
        folder: Folder of the index, where the files of the segments are.
        generation: Its number.
        segments: The segments that it must list.
        names: The file of names that it must give them, or None.

    Returns:
        A French sentence without what to do about it, or None when the table is sound.

    Raises:
        ArchiveDamagedError: A file of a segment is not whole.
    """
    path = folder / toc_name(generation)
    try:
        found = _decode(path.read_bytes())
    except OSError as error:
        return f"{path} manque ou est illisible ({error.strerror})"
    except pickle.UnpicklingError as error:
        return f"{path} ne doit pas être ouvert par Whoosh ({error})"
    except _DAMAGE as error:
        return f"{path} est abîmé ({str(error) or type(error).__name__})"
    return _find_difference(path, found, generation, [_describe(folder, segment, names) for segment in segments])


def _find_difference(path: Path, found: _Contents, generation: int, wanted: list[SealedSegment]) -> str | None:
    if found.schema is not _SCHEMA:
        return f"{path} n'a pas le schéma d'une archive"
    if found.generation != generation:
        return f"{path} est de la génération {found.generation} au lieu de {generation}"
    # The order of segments means nothing.
    expected = [vars(segment) for segment in wanted]
    if len(found.segments) != len(expected) or any(segment not in found.segments for segment in expected):
        return f"{path} n'énumère pas les segments de cette génération"
    return None
