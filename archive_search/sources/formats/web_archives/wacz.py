"""Read the articles of the web pages collected in a WACZ file: a zip file of WARC files, with their indexes."""

from collections.abc import Iterator
from typing import BinaryIO
from zipfile import ZipFile

from archive_search.records import Failure
from archive_search.sources.packed.budget import PackedError
from archive_search.sources.packed.zip_members import open_member, open_zip
from archive_search.sources.readers import Found, Reading

NO_COLLECTION = "wacz sans aucun fichier warc : exportez la collection de nouveau"
_SUFFIXES = (".warc", ".warc.gz", ".arc", ".arc.gz")


def read_wacz(stream: BinaryIO, reading: Reading) -> Iterator[Found]:
    """Read the articles of the WARC files inside a file, in the order of their names."""
    try:
        with open_zip(stream, reading) as archive:
            names = sorted(name for name in archive.namelist() if name.lower().endswith(_SUFFIXES))
            if not names:
                yield Failure(path=reading.origin.path, reason=NO_COLLECTION)
            for name in names:
                yield from _read_collection(archive, name, reading)
    except PackedError as error:
        yield Failure(path=reading.origin.path, reason=str(error))


def _read_collection(archive: ZipFile, name: str, reading: Reading) -> Iterator[Found]:
    try:
        with open_member(archive, name, budget=reading.budget) as member:
            yield from reading.read_inside(member, reading.origin.inside(name))
    except PackedError as error:
        yield Failure(path=f"{reading.origin.path}/{name}", reason=str(error))
