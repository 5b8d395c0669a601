"""Read what is inside a zip file, whatever its format, without writing any of it to disk.

A document or a web collection that is a zip file in disguise is given to its own reader. Files are read in the order
of their names; those that systems hide are left out. A name that climbs out of the zip file, a password or damage is
one failure, and the others are read. What unpacks to more than a real file holds is stopped, as `budget` says.
"""

import stat
import struct
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO
from zipfile import ZipFile, ZipInfo

from archive_search.records import Failure, Skipped
from archive_search.sources.catalogue import find_entry, load_reader
from archive_search.sources.days.changed_days import believable_day
from archive_search.sources.packed.budget import PackedError
from archive_search.sources.packed.member_names import LINK, decode_name, is_hidden, name_fault, shown_name, tidy_name
from archive_search.sources.packed.packed_folders import PackedFiles, PackedFolder
from archive_search.sources.packed.zip_members import has_member, open_archive, open_member, read_member
from archive_search.sources.readers import Found, Reading
from archive_search.sources.recognition.format_names import Format
from archive_search.sources.seekable import open_seekable

NO_FILE = "zip sans aucun fichier : vérifiez comment il a été fait"
OTHER_DOCUMENT = "classeur, présentation ou autre document bureautique : enregistrez-le en csv, pdf ou texte"
REPLACED = "remplacé dans le zip par un autre du même nom"
LONGEST_MIMETYPE = 100

_UTF8 = 0x800
_EXTRA_HEADER = struct.Struct("<HH")
_UNICODE_PATH = 0x7075

# A version and a checksum of the other name.
_BEFORE_NAME = 5
_MIMETYPES = {
    b"application/vnd.oasis.opendocument.text": Format.ODT,
    b"application/epub+zip": Format.EPUB,
}


def read_zip(stream: BinaryIO, reading: Reading) -> Iterator[Found]:
    """Read the articles of all that is inside a zip file.

    Args:
        stream: Bytes of the zip file.
        reading: What a reader is given.

    Yields:
        What was found in each file, or why that file is not read.
    """
    try:
        with open_seekable(stream, reading) as file:
            with open_archive(file, path=reading.origin.path) as archive:
                document = _document_format(archive, reading)
                if document is None and _is_other_document(archive):
                    yield Failure(path=reading.origin.path, reason=OTHER_DOCUMENT)
                elif document is None:
                    yield from _read_members(archive, reading)
            if document is not None:
                yield from _read_document(document, file, reading)
    except PackedError as error:
        yield Failure(path=reading.origin.path, reason=str(error))


def _document_format(archive: ZipFile, reading: Reading) -> Format | None:
    """Name the format that is made of a zip file with parts of known names; None for a zip file of files."""
    if has_member(archive, "word/document.xml"):
        return Format.DOCX
    if has_member(archive, "mimetype"):
        try:
            mimetype = read_member(archive, "mimetype", limit=LONGEST_MIMETYPE, budget=reading.budget)
        except PackedError:
            return None
        return _MIMETYPES.get(mimetype.strip())
    if has_member(archive, "datapackage.json") and any(map(_is_collected, archive.NameToInfo)):
        return Format.WACZ
    return None


def _is_other_document(archive: ZipFile) -> bool:
    """Tell whether a zip file is a document of an office program that no reader is for."""
    parts = ("xl/workbook.xml", "xl/workbook.bin", "ppt/presentation.xml", "visio/document.xml")
    is_open_document = has_member(archive, "META-INF/manifest.xml") and has_member(archive, "content.xml")
    return is_open_document or any(has_member(archive, part) for part in parts)


def _is_collected(name: str) -> bool:
    return name.startswith("archive/") and name.endswith((".warc", ".warc.gz"))


def _read_document(document: Format, file: BinaryIO, reading: Reading) -> Iterator[Found]:
    reader, entry = load_reader(document), find_entry(document)
    if reader is not None:
        file.seek(0)
        yield from reader(file, reading)
    elif entry is not None:
        yield Failure(path=reading.origin.path, reason=entry.missing)


def _read_members(archive: ZipFile, reading: Reading) -> Iterator[Found]:
    members = [(_name_of(info), info) for info in archive.infolist() if not info.is_dir()]
    members = [(name, info) for name, info in members if not is_hidden(name)]
    if not members:
        yield Failure(path=reading.origin.path, reason=NO_FILE)
    members.sort(key=lambda member: tidy_name(member[0]))
    # Of two files of one name, the one that was added last stands, as when the zip file is unpacked.
    last = {tidy_name(name): info for name, info in members}
    files = PackedFiles(lambda: last, open_member=partial(open_member, archive, budget=reading.budget))
    for name, info in members:
        if last[tidy_name(name)] is info:
            yield from _read_member(archive, name, info, reading, files)
        else:
            yield Skipped(path=f"{reading.origin.path}/{shown_name(name)}", reason=REPLACED)
        if reading.budget.is_spent:
            return


def _read_member(archive: ZipFile, name: str, info: ZipInfo, reading: Reading, files: PackedFiles) -> Iterator[Found]:
    path, fault = f"{reading.origin.path}/{shown_name(name)}", name_fault(name)
    if fault is not None:
        yield Failure(path=path, reason=fault)
        return
    if stat.S_ISLNK(info.external_attr >> 16):
        yield Skipped(path=path, reason=LINK)
        return
    place = tidy_name(name)
    folder = PackedFolder(files, place.rpartition("/")[0])
    origin = reading.origin.inside(place, modified=believable_day(*info.date_time[:3]), folder=folder)
    try:
        with open_member(archive, info, budget=reading.budget) as stream:
            yield from reading.read_inside(stream, origin)
    except PackedError as error:
        yield Failure(path=path, reason=str(error))


def _name_of(info: ZipInfo) -> str:
    """Give the name of a member as its author wrote it; zipfile takes all that is not said to be UTF-8 for cp437."""
    if info.flag_bits & _UTF8:
        return info.orig_filename
    written = info.orig_filename.encode("cp437", "replace")
    return decode_name(_unicode_path(info.extra) or written)


def _unicode_path(extra: bytes) -> bytes | None:
    """Give the name in UTF-8 that some programs add beside the one in an old encoding."""
    place = 0
    while place + _EXTRA_HEADER.size <= len(extra):
        kind, size = _EXTRA_HEADER.unpack_from(extra, place)
        if kind == _UNICODE_PATH and size > _BEFORE_NAME:
            return extra[place + _EXTRA_HEADER.size + _BEFORE_NAME : place + _EXTRA_HEADER.size + size]
        place += _EXTRA_HEADER.size + size
    return None
