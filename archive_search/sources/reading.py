"""Read the articles of any file, whatever its format; bad content gives failures, never an exception.

>>> import io
>>> from archive_search.sources.readers import ReadOptions
>>> from archive_search.sources.reading import read_stream
>>> stream = io.BytesIO('{"titre": "La paix", "texte": "Elle est signée."}'.encode())
>>> [article.title for article in read_stream(stream, name="-", options=ReadOptions())]
['La paix']
"""

import os
import unicodedata
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO

from archive_search.records import Article, Failure, Skipped
from archive_search.sources.assembling import Origin
from archive_search.sources.catalogue import load_reader
from archive_search.sources.days.changed_days import day_of_timestamp
from archive_search.sources.files import describe_os_error, path_text
from archive_search.sources.folders import DiskFolder
from archive_search.sources.looking import DAMAGE, describe_damage, look_at
from archive_search.sources.packed.budget import Budget, bound_stream
from archive_search.sources.passages.cleaning import restore_removed
from archive_search.sources.readers import Cleaning, Found, Reading, ReadOptions
from archive_search.sources.recognition.format_names import Format
from archive_search.sources.saved_pages import COMPANION, accompanies_page
from archive_search.sources.streams import MAGIC_BYTES, decompress, is_compressed, peek, watch

TOO_DEEP = "fichiers emboîtés sur plus de {most} niveaux : sortez-les"

# An archive in an archive in a mailbox happens; more is a trap.
DEEPEST = 4


def read_articles(
    path: Path, *, root: Path, options: ReadOptions, on_read: Callable[[int], None] | None = None
) -> Iterator[Found]:
    """Read the articles of one file.

    Args:
        path: The file; it may be compressed by gzip, bzip2 or xz.
        root: What the user asked to read, the file itself or a folder above it; derived ids start there.
        options: What the user says about the files.
        on_read: Told how many bytes of the file were read so far, for a display of progress.

    Yields:
        Articles in the order of the file, a failure for the file or for each record that cannot be read, and what
        was left aside because it holds no article.
    """
    try:
        stream = path.open("rb")
    except (OSError, ValueError) as error:
        yield Failure(path=path_text(path), reason=describe_os_error(error))
        return
    with stream:
        status = os.fstat(stream.fileno())
        modified, budget = day_of_timestamp(status.st_mtime), Budget.for_file(status.st_size)
        name, folder = derive_name(path, root=root), folder_of(path, root=root)
        origin = Origin(path=path_text(path), name=name, modified=modified, folder=folder)
        yield from _read(watch(stream, on_read=on_read), origin, options, budget, file=path)


def read_stream(stream: BinaryIO, *, name: str, options: ReadOptions) -> Iterator[Found]:
    """Read the articles of a stream, such as standard input.

    Args:
        stream: Bytes, read once from where they are; compressed or not.
        name: Name of the stream for the reader; derived ids are made of it.
        options: What the user says about its content.
    """
    yield from _read(stream, Origin(path=name, name=name), options, Budget())


def derive_name(path: Path, *, root: Path) -> str:
    """Make the id of an article out of its place under a root: ``presse/2015/a.txt``."""
    if path == root or not path.is_relative_to(root):
        inside = Path(path.name)
    else:
        inside = Path(root.name or root.resolve().name) / path.relative_to(root)
    return unicodedata.normalize("NFC", path_text(inside).replace(os.sep, "/"))


def folder_of(path: Path, *, root: Path) -> DiskFolder:
    """Give the folder of a file, which may look above itself as far as the user's root allows."""
    # What the user did not ask to read cannot be counted upon: a METS file above it would claim pages, unread.
    return DiskFolder(path.parent, may_climb=root not in (path, path.parent))


def _read(
    stream: BinaryIO, origin: Origin, options: ReadOptions, budget: Budget, file: Path | None = None
) -> Iterator[Found]:
    aside = _leave_aside(origin)
    if aside is not None:
        yield aside
        return
    try:
        for found in _read_content(stream, origin, options, budget, file=file):
            if options.cleaning is Cleaning.NONE and isinstance(found, Article):
                found = restore_removed(found)
            yield found
    except DAMAGE as error:
        yield Failure(path=origin.path, reason=describe_damage(error))


def _leave_aside(origin: Origin) -> Failure | Skipped | None:
    """Say why a file is not read, whatever it holds, or give None."""
    if origin.depth > DEEPEST:
        return Failure(path=origin.path, reason=TOO_DEEP.format(most=DEEPEST))
    if origin.folder is not None and accompanies_page(origin.folder):
        return Skipped(path=origin.path, reason=COMPANION)
    return None


def _read_content(
    stream: BinaryIO, origin: Origin, options: ReadOptions, budget: Budget, *, file: Path | None
) -> Iterator[Found]:
    magic, stream = peek(stream, size=MAGIC_BYTES)
    is_packed = is_compressed(magic)
    reading = Reading(
        origin=origin,
        options=options,
        budget=budget,
        read_inside=partial(_read, options=options, budget=budget),
        file=None if is_packed else file,
    )
    unpacked = decompress(stream)
    return _read_format(bound_stream(unpacked, budget, path=origin.path) if is_packed else unpacked, reading)


def _read_format(stream: BinaryIO, reading: Reading) -> Iterator[Found]:
    path = reading.origin.path
    look, whole = look_at(stream, name=path)
    reader = load_reader(look.format)
    if reader is not None:
        yield from reader(whole, reading)
    elif look.format is Format.ASSET:
        yield Skipped(path=path, reason=look.reason or look.format)
    else:
        yield Failure(path=path, reason=look.reason or look.format)
