"""Read what is inside a tar file, compressed or not, as it streams by; nothing is written to disk.

Files are read in their order, and those that systems hide are left out. Links are left aside; devices, files with holes
and names that climb out of the tar file are one failure each. A tar file that is cut gives what came before, and a
failure. Files that need others beside them, such as METS, find them where the tar file is on disk and not compressed.
"""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO, NamedTuple

from archive_search.records import Failure, Skipped
from archive_search.sources.days.changed_days import day_of_timestamp
from archive_search.sources.packed.budget import PackedError
from archive_search.sources.packed.member_names import LINK, is_hidden, name_fault, shown_name, tidy_name
from archive_search.sources.packed.packed_folders import PackedFiles, PackedFolder
from archive_search.sources.packed.tar_members import TarKind, TarMember, iterate_tar
from archive_search.sources.pulling import pull_stream
from archive_search.sources.readers import Found, Reading

NOT_A_FILE = "ni fichier ni dossier : retirez-le du tar"
WITH_HOLES = "fichier à trous dans un tar : refaites le tar sans l'option --sparse"
NO_FILE = "tar sans aucun fichier : vérifiez comment il a été fait"


class _Place(NamedTuple):
    """Say where the bytes of a file are in a tar file."""

    start: int
    size: int


def read_tar(stream: BinaryIO, reading: Reading) -> Iterator[Found]:
    """Read the articles of all that is inside a tar file.

    Args:
        stream: Bytes of the tar file, decompressed.
        reading: What a reader is given.

    Yields:
        What was found in each file, or why that file is not read.
    """
    files, is_empty = _files_of(reading.file), True
    try:
        for member in iterate_tar(stream, path=reading.origin.path):
            if member.kind is TarKind.FOLDER or is_hidden(member.name):
                continue
            is_empty = False
            yield from _read_member(member, reading, files)
            if reading.budget.is_spent:
                return
    except PackedError as error:
        yield Failure(path=reading.origin.path, reason=str(error))
        return
    if is_empty:
        yield Failure(path=reading.origin.path, reason=NO_FILE)


def _read_member(member: TarMember, reading: Reading, files: PackedFiles | None) -> Iterator[Found]:
    path = f"{reading.origin.path}/{shown_name(member.name)}"
    fault = name_fault(member.name) or {TarKind.SPARSE: WITH_HOLES, TarKind.OTHER: NOT_A_FILE}.get(member.kind)
    if fault is not None:
        yield Failure(path=path, reason=fault)
    elif member.kind is TarKind.LINK:
        yield Skipped(path=path, reason=LINK)
    else:
        place = tidy_name(member.name)
        folder = PackedFolder(files, place.rpartition("/")[0]) if files is not None else None
        origin = reading.origin.inside(place, modified=day_of_timestamp(member.modified), folder=folder)
        yield from reading.read_inside(member.stream, origin)


def _files_of(file: Path | None) -> PackedFiles | None:
    """Give access to all files of a tar file on disk; none to those of a stream, which is read once."""
    if file is None:
        return None
    return PackedFiles(partial(_list_places, file), open_member=partial(_open_place, file))


def _list_places(file: Path) -> dict[str, _Place]:
    places: dict[str, _Place] = {}
    with file.open("rb") as stream:
        try:
            for member in iterate_tar(stream, path=file.name):
                if member.kind is TarKind.FILE and name_fault(member.name) is None:
                    places[tidy_name(member.name)] = _Place(member.start, member.size)
        except PackedError:
            # What follows the damage is told by the reading itself.
            return places
    return places


def _open_place(file: Path, place: _Place) -> BinaryIO:
    stream = file.open("rb")
    stream.seek(place.start)
    end = place.start + place.size
    return pull_stream(lambda size: stream.read(min(size, end - stream.tell())), close=stream.close)
