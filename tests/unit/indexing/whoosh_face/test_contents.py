"""The table of contents by which Whoosh opens an archive: what it lists, and what it must never run."""

import hashlib
import pickle
import re
import shutil
import sqlite3
import struct
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from engines.articles import make_article
from whoosh import index
from whoosh.index import TOC

from archive_search import Archive
from archive_search.indexing.deletions import write_deleted
from archive_search.indexing.segment_files import SegmentName, deleted_name, segments_of
from archive_search.indexing.whoosh_face.contents import check_toc, write_toc
from archive_search.indexing.whoosh_face.schema import make_schema
from archive_search.indexing.whoosh_face.segment import SealedSegment
from indexing.hostile import NAMES, make_bombs

GENERATION = 7


@pytest.fixture
def target(tmp_path: Path) -> Iterator[Path]:
    """Name a file that must never appear."""
    target = tmp_path / "run"
    yield target
    assert not target.exists()


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    with Archive.create(folder) as archive:
        archive.add_articles([make_article("a1", "Le pont rouvre."), make_article("a2", "Le pont ferme.")])
    return folder


@pytest.fixture
def folder(archive: Path) -> Path:
    return archive / "whoosh"


@pytest.fixture
def segments(folder: Path) -> list[SegmentName]:
    return segments_of(path.name for path in folder.iterdir())


def test_a_table_that_was_written_is_sound(folder: Path, segments: list[SegmentName]) -> None:
    assert write_toc(folder, GENERATION, segments) == "_MAIN_7.toc"
    assert check_toc(folder, GENERATION, segments) is None


def test_the_order_of_segments_means_nothing(folder: Path, segments: list[SegmentName]) -> None:
    (segment,) = segments
    other = SegmentName("MAIN_autre")
    for ours, copied in zip(segment.files(), other.files(), strict=True):
        shutil.copy(folder / ours, folder / copied)
    write_toc(folder, GENERATION, [segment, other])
    assert check_toc(folder, GENERATION, [other, segment]) is None
    write_toc(folder, GENERATION, [segment, segment])
    assert "n'énumère pas" in (check_toc(folder, GENERATION, [segment, other]) or "")


def test_a_table_names_the_file_of_names(folder: Path, segments: list[SegmentName]) -> None:
    write_toc(folder, GENERATION, segments, names="_MAIN_5.names")
    assert check_toc(folder, GENERATION, segments, names="_MAIN_5.names") is None


@pytest.mark.parametrize(
    ("written", "wanted"),
    [("_MAIN_5.names", "_MAIN_6.names"), ("_MAIN_5.names", None), (None, "_MAIN_6.names")],
    ids=["another", "one too many", "none"],
)
def test_a_table_of_other_names_is_told(
    folder: Path, segments: list[SegmentName], written: str | None, wanted: str | None
) -> None:
    write_toc(folder, GENERATION, segments, names=written)
    assert "n'énumère pas" in (check_toc(folder, GENERATION, segments, names=wanted) or "")


def test_a_table_cannot_change_the_classes_of_the_program(folder: Path, segments: list[SegmentName]) -> None:
    path = folder / write_toc(folder, GENERATION, segments)
    place = f"{SealedSegment.__module__}\n{SealedSegment.__name__}\n".encode()
    # The class itself is given a state of slots: an attribute of all segments of the program.
    path.write_bytes(
        poison_segments(path.read_bytes(), b"\x80\x02]c" + place + b"N}X\x05\x00\x00\x00stainK\x01s\x86ba.")
    )
    assert check_toc(folder, GENERATION, segments) is not None
    assert not hasattr(SealedSegment, "stain")


def test_whoosh_reads_the_table(folder: Path, segments: list[SegmentName]) -> None:
    write_toc(folder, GENERATION, segments)
    opened = index.open_dir(str(folder))
    assert opened.latest_generation() == GENERATION
    assert opened.doc_count() == 2
    assert set(opened.schema.names()) == set(make_schema().names())


def test_whoosh_sees_what_a_generation_deletes(folder: Path, segments: list[SegmentName]) -> None:
    (segment,) = segments
    deleted = deleted_name(segment.name, GENERATION)
    write_deleted(folder / deleted, np.array([0]))
    write_toc(folder, GENERATION, [SegmentName(segment.name, deleted)])
    opened = index.open_dir(str(folder))
    assert (opened.doc_count(), opened.doc_count_all()) == (1, 2)
    with opened.searcher() as searcher:
        assert [fields["article"] for fields in searcher.documents()] == ["a2"]


def test_an_empty_generation_has_a_table(tmp_path: Path) -> None:
    write_toc(tmp_path, 1, [])
    assert check_toc(tmp_path, 1, []) is None
    assert index.open_dir(str(tmp_path)).is_empty()


ALTERATIONS: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "empty": (lambda data: b"", "abîmé"),
    "cut short": (lambda data: data[:-5], "Whoosh|abîmé"),
    "another kind of file": (lambda data: b"\xff" * 40, "abîmé"),
    "another generation": (
        lambda data: data.replace(struct.pack("!ii", GENERATION, 0), struct.pack("!ii", 8, 0)),
        "génération 8 au lieu de 7",
    ),
    "a segment less": (
        lambda data: data[: data.rindex(struct.pack("!ii", GENERATION, 0)) + 8] + pickle.dumps([], 2),
        "n'énumère pas",
    ),
    "other numbers": (
        lambda data: data.replace(b"_documentsq", b"_documentzq"),
        "n'énumère pas",
    ),
}


@pytest.mark.parametrize(("alter", "told"), ALTERATIONS.values(), ids=ALTERATIONS)
def test_an_altered_table_is_told(
    folder: Path, segments: list[SegmentName], alter: Callable[[bytes], bytes], told: str
) -> None:
    path = folder / write_toc(folder, GENERATION, segments)
    altered = alter(path.read_bytes())
    assert altered != path.read_bytes()
    path.write_bytes(altered)
    found = check_toc(folder, GENERATION, segments)
    assert found is not None
    assert re.search(told, found)


def test_a_missing_table_is_told(folder: Path, segments: list[SegmentName]) -> None:
    assert "manque" in (check_toc(folder, GENERATION, segments) or "")


def poison_segments(data: bytes, bomb: bytes) -> bytes:
    """Put a pickle in place of the list of segments, at the end."""
    return data[: data.rindex(struct.pack("!ii", GENERATION, 0)) + 8] + bomb


def poison_schema(data: bytes, bomb: bytes) -> bytes:
    """Put a pickle in place of the schema."""
    schema = pickle.dumps(make_schema(), 2)
    start = data.index(schema)
    return data[: start - len(varint(len(schema)))] + varint(len(bomb)) + bomb + data[start + len(schema) :]


def varint(number: int) -> bytes:
    return bytes([number & 127 | 128, number >> 7]) if number > 127 else bytes([number])


@pytest.mark.parametrize("poison", [poison_segments, poison_schema])
@pytest.mark.parametrize("name", NAMES)
def test_a_table_that_names_another_class_is_refused_before_anything_runs(
    folder: Path,
    segments: list[SegmentName],
    target: Path,
    poison: Callable[[bytes, bytes], bytes],
    name: str,
) -> None:
    path = folder / write_toc(folder, GENERATION, segments)
    path.write_bytes(poison(path.read_bytes(), make_bombs(target)[name]))
    assert "n'a rien à faire dans un index" in (check_toc(folder, GENERATION, segments) or "")


def test_the_same_table_would_run_a_program_in_whoosh(
    folder: Path, segments: list[SegmentName], tmp_path: Path
) -> None:
    """Show that the poison of the test above is one."""
    ran = tmp_path / "ran"
    path = folder / write_toc(folder, GENERATION, segments)
    path.write_bytes(poison_segments(path.read_bytes(), make_bombs(ran)["os.system, protocol 2"]))
    TOC.read(index.open_dir(str(folder), schema=make_schema()).storage, "MAIN", gen=GENERATION, schema=make_schema())
    assert ran.exists()


def seal_again(archive: Path) -> None:
    """Make the seals of an archive true again, as somebody who means harm would."""
    connection = sqlite3.connect(archive / "records.sqlite")
    for (name,) in connection.execute("select name from sealed").fetchall():
        data = (archive / "whoosh" / name).read_bytes()
        digest = hashlib.blake2b(data, digest_size=32).digest()
        connection.execute("update sealed set bytes = ?, digest = ? where name = ?", (len(data), digest, name))
    connection.commit()
    connection.close()


def test_searching_an_archive_never_reads_its_table(archive: Path, target: Path) -> None:
    (path,) = (archive / "whoosh").glob("*.toc")
    path.write_bytes(make_bombs(target)["os.system, protocol 2"])
    seal_again(archive)
    with Archive.open(archive) as opened:
        assert opened.search("pont").total == 2
        opened.remove(["a1"])
        assert opened.search("pont").total == 1
