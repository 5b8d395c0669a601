"""Tell at a glance what a folder holds, before anyone decides to bring it into an archive.

Nothing but the first bytes of some files is read: the look ends after so many files or so much time.
"""

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from archive_search.archive.finding import SourceFile, SourceFinder
from archive_search.records import Failure
from archive_search.sources.catalogue import find_entry
from archive_search.sources.looking import look_at_file
from archive_search.sources.recognition.format_names import Format

MOST_FILES = 1_000
MOST_SECONDS = 0.3


@dataclass(frozen=True, kw_only=True, slots=True)
class FormatCount:
    """Count the files of one format.

    Attributes:
        format: The format.
        description: What such files are, in French.
        files: How many there are.
    """

    format: Format
    description: str
    files: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Glance:
    """Tell what was seen of a folder.

    Attributes:
        formats: Files that would be read by format, the most frequent first.
        files: How many they are.
        bytes: How large they are together.
        left: Files that hold no article, such as pictures.
        refused: Files and folders that cannot be read.
        is_whole: Whether everything was seen.
    """

    formats: tuple[FormatCount, ...]
    files: int
    bytes: int
    left: int
    refused: int
    is_whole: bool


def glance_at(path: Path, *, archive: Path, most_files: int = MOST_FILES, most_seconds: float = MOST_SECONDS) -> Glance:
    """Look at what lies in a folder, at any depth, or at one file.

    Args:
        path: The folder or file.
        archive: Folder of the archive to be, which is left out if it lies in the other.
        most_files: Number of files after which the look ends.
        most_seconds: Time after which it ends; what one file or the listing of one folder takes may come on top.
    """
    found = SourceFinder(archive).find([path])
    formats, size = Counter[Format | None](), 0
    for each in islice(_while_time(found, most_seconds), most_files):
        format_ = _format_of(each)
        formats[format_] += 1
        if isinstance(each, SourceFile) and format_ not in {None, Format.ASSET}:
            size += each.bytes
    return _sum_up(formats, size, is_whole=next(found, None) is None)


def _while_time(found: Iterator[SourceFile | Failure], seconds: float) -> Iterator[SourceFile | Failure]:
    end = time.monotonic() + seconds
    while time.monotonic() < end and (each := next(found, None)) is not None:
        yield each


def _format_of(found: SourceFile | Failure) -> Format | None:
    """Give the format of a file that would be read, or `Format.ASSET`; None where it cannot be read."""
    if isinstance(found, Failure):
        return None
    look = look_at_file(found.path)
    if isinstance(look, Failure) or (look.reason is not None and look.format is not Format.ASSET):
        return None
    return look.format


def _sum_up(formats: Counter[Format | None], size: int, *, is_whole: bool) -> Glance:
    refused, left = formats.pop(None, 0), formats.pop(Format.ASSET, 0)
    counts = [_count(format_, files) for format_, files in formats.most_common() if format_ is not None]
    files = sum(count.files for count in counts)
    return Glance(formats=tuple(counts), files=files, bytes=size, left=left, refused=refused, is_whole=is_whole)


def _count(format_: Format, files: int) -> FormatCount:
    entry = find_entry(format_)
    description = entry.description if entry is not None else format_.value
    return FormatCount(format=format_, description=description, files=files)
