"""An index that somebody sent cannot run a program, wherever in it a pickle lies."""

import hashlib
import pickle
import sqlite3
import struct
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from engines.articles import make_article
from whoosh.codec.whoosh3 import W3Segment, W3TermInfo

from archive_search import Archive
from archive_search.errors import ArchiveDamagedError
from archive_search.indexing.codec import ArchiveCodec
from archive_search.indexing.storage import IndexStorage, load_pickle
from indexing.hostile import NAMES, make_bombs


@pytest.fixture
def target(tmp_path: Path) -> Iterator[Path]:
    """Name a file that must never appear."""
    target = tmp_path / "run"
    yield target
    assert not target.exists()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    with Archive.create(folder) as archive:
        archive.add_articles(
            [
                make_article("a1", "Le pont rouvre."),
                make_article("a2", "Le pont ferme."),
                make_article("a3", "Un pont."),
            ]
        )
    return folder


def seal_again(folder: Path) -> None:
    """Make the seals of an archive true again, as somebody who means harm would."""
    connection = sqlite3.connect(folder / "records.sqlite")
    for (name,) in connection.execute("select name from sealed").fetchall():
        data = (folder / "whoosh" / name).read_bytes()
        digest = hashlib.blake2b(data, digest_size=32).digest()
        connection.execute("update sealed set bytes = ?, digest = ? where name = ?", (len(data), digest, name))
    connection.commit()
    connection.close()


def poison_segments(folder: Path, bomb: bytes) -> None:
    """Put a pickle in place of the list of segments, at the end of the table of contents."""
    path = next(folder.rglob("*.toc"))
    data = path.read_bytes()
    schema_end = data.rindex(struct.pack("!ii", 1, 0)) + 8
    path.write_bytes(data[:schema_end] + bomb)


def poison_schema(folder: Path, bomb: bytes) -> None:
    """Put a pickle in place of the schema in the table of contents; it is never read."""
    path = next(folder.rglob("*.toc"))
    data = path.read_bytes()
    end = data.rindex(struct.pack("!ii", 1, 0))
    start = data.index(b"\x80\x02")
    assert b"StemmedText" in data[start:end]
    path.write_bytes(data[: start - 2] + _varint(len(bomb)) + bomb + data[end:])


def _varint(number: int) -> bytes:
    return bytes([number & 127 | 128, number >> 7]) if number > 127 else bytes([number])


def poison_extras(folder: Path, bomb: bytes) -> None:
    """Put a pickle in place of the extras of the term dictionary."""
    path = next(folder.rglob("*.trm"))
    data = path.read_bytes()
    (length,) = struct.unpack("!i", data[-4:])
    path.write_bytes(data[: len(data) - 4 - length] + bomb + struct.pack("!i", len(bomb)))


def poison_block_info(folder: Path, bomb: bytes) -> None:
    """Put a pickle before every block of postings, in place of its description."""
    path = next(folder.rglob("*.pst"))
    path.write_bytes(path.read_bytes().replace(b"\x80\x02", bomb[:2] if len(bomb) < 3 else bomb))


def poison_block_data(folder: Path, bomb: bytes) -> None:
    """Put a pickle in place of what is compressed in every block of postings."""
    path = next(folder.rglob("*.pst"))
    data = path.read_bytes()
    poisoned = b""
    for block in data.split(b"W3Bl")[1:]:
        info = pickle.dumps((1, 0, 1.0, 3, 0, 0), 2)
        whole = info + zlib.compress(bomb, 3)
        poisoned += (b"W3Bl" + struct.pack("!i", -len(whole)) + whole).ljust(len(block) + 4, b"\0")[: len(block) + 4]
    # Long pickles do not fit where blocks stood: one block is enough, and all terms are made to begin there.
    info = pickle.dumps((1, 0, 1.0, 3, 0, 0), 2)
    whole = info + zlib.compress(bomb, 3)
    path.write_bytes(b"W3Bl" + struct.pack("!i", -len(whole)) + whole + poisoned[len(whole) + 8 :])
    point_terms_at_the_first_block(folder)


def point_terms_at_the_first_block(folder: Path) -> None:
    rewrite_terms(folder, lambda value: value[: W3TermInfo._struct.size] + struct.pack("!qi", 0, 64))


def poison_terms(folder: Path, bomb: bytes) -> None:
    """Say of every term that it holds its own postings, as a pickle that Whoosh itself would load."""
    rewrite_terms(folder, lambda value: b"\x01" + value[1 : W3TermInfo._struct.size] + bomb)


def rewrite_terms(folder: Path, change: Callable[[bytes], bytes]) -> None:
    from whoosh.filedb.filetables import OrderedHashReader, OrderedHashWriter

    storage = IndexStorage(folder / "whoosh")
    name = next(folder.rglob("*.trm")).name
    reader = OrderedHashReader(storage.open_file(name), storage.file_length(name))
    items, fields = list(reader.items()), reader.extras["fieldmap"]
    writer = OrderedHashWriter(storage.create_file(name))
    writer.extras["fieldmap"] = fields
    for key, value in items:
        writer.add(key, change(value))
    writer.close()
    storage.close()


PLACES = (poison_segments, poison_extras, poison_block_info, poison_block_data, poison_terms)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("poison", PLACES)
def test_a_pickle_that_would_run_a_program_is_refused(
    folder: Path, target: Path, poison: Callable[[Path, bytes], None], name: str
) -> None:
    poison(folder, make_bombs(target)[name])
    seal_again(folder)
    with Archive.open(folder) as archive, pytest.raises(ArchiveDamagedError):
        archive.search("pont")


@pytest.mark.parametrize("poison", PLACES)
def test_checking_a_hostile_archive_runs_nothing(
    folder: Path, target: Path, poison: Callable[[Path, bytes], None]
) -> None:
    poison(folder, make_bombs(target)["os.system, protocol 2"])
    seal_again(folder)
    with Archive.open(folder) as archive:
        archive.check()


@pytest.mark.parametrize("poison", PLACES)
def test_rebuilding_a_hostile_archive_mends_it_and_runs_nothing(
    folder: Path, target: Path, poison: Callable[[Path, bytes], None]
) -> None:
    poison(folder, make_bombs(target)["os.system, protocol 2"])
    seal_again(folder)
    with Archive.open(folder) as archive:
        archive.rebuild()
        assert archive.search("pont").total == 3


@pytest.mark.parametrize("poison", PLACES)
def test_merging_a_hostile_segment_runs_nothing(
    folder: Path, target: Path, poison: Callable[[Path, bytes], None]
) -> None:
    poison(folder, make_bombs(target)["os.system, protocol 2"])
    seal_again(folder)
    with Archive.open(folder) as archive, pytest.raises(ArchiveDamagedError):
        archive.remove(["a1", "a2"])


@pytest.mark.parametrize("name", NAMES)
def test_the_schema_stored_in_the_index_is_never_read(folder: Path, target: Path, name: str) -> None:
    poison_schema(folder, make_bombs(target)[name])
    seal_again(folder)
    with Archive.open(folder) as archive:
        assert archive.search("pont").total == 3
        assert archive.check() == [] or "archive.json" in archive.check()[0]


@pytest.mark.parametrize("value", [{1, 2}, {"a": [b"x", b""]}, (1, 1.5, None)], ids=["set", "dict", "tuple"])
@pytest.mark.parametrize("protocol", [0, 2, 4])
def test_plain_values_are_read_in_every_protocol(value: object, protocol: int) -> None:
    assert load_pickle(pickle.dumps(value, protocol)) == value


def test_a_segment_is_read_back() -> None:
    segment = W3Segment(ArchiveCodec(), "MAIN", doccount=3, deleted={1})
    assert load_pickle(pickle.dumps(segment, 4)).deleted_count() == 1


@pytest.mark.parametrize("name", ["../secret", "/etc/hostname", "dossier/fichier", ".."])
def test_a_file_outside_the_index_is_not_opened(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="inattendu"):
        IndexStorage(tmp_path).open_file(name)


def test_a_sealed_name_that_leads_out_of_the_index_is_refused(folder: Path) -> None:
    connection = sqlite3.connect(folder / "records.sqlite")
    connection.execute("insert into sealed values ('../../secret', 0, x'00')")
    connection.commit()
    connection.close()
    with Archive.open(folder) as archive, pytest.raises(ArchiveDamagedError, match="secret"):
        archive.search("pont")
