"""A glance tells what a folder holds, and ends in time."""

import gzip
import os
from pathlib import Path

import pytest

from archive_search.archive.glancing import Glance, glance_at

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(64)


@pytest.fixture
def press(tmp_path: Path) -> Path:
    press = tmp_path / "presse"
    (press / "2015").mkdir(parents=True)
    (press / "2015" / "a.txt").write_text("Le pont.", encoding="utf-8")
    (press / "b.txt").write_text("La gare ferme.", encoding="utf-8")
    (press / "c.png").write_bytes(PICTURE)
    (press / "d.jsonl.gz").write_bytes(gzip.compress(b'{"text": "La mairie."}'))
    (press / "e.txt").write_bytes(b"")
    return press


def formats(glance: Glance) -> dict[str, int]:
    return {count.format.value: count.files for count in glance.formats}


def test_files_are_counted_by_format_at_any_depth(tmp_path: Path, press: Path) -> None:
    glance = glance_at(press, archive=tmp_path / "archive")
    assert formats(glance) == {"texte": 2, "json": 1}
    assert (glance.files, glance.left, glance.refused, glance.is_whole) == (3, 1, 1, True)
    assert glance.bytes == sum((press / name).stat().st_size for name in ("2015/a.txt", "b.txt", "d.jsonl.gz"))


def test_the_most_frequent_format_comes_first_and_is_described(tmp_path: Path, press: Path) -> None:
    first = glance_at(press, archive=tmp_path / "archive").formats[0]
    assert (first.format.value, first.description) == ("texte", "textes, articles copiés")


def test_a_glance_ends_after_so_many_files_and_says_so(tmp_path: Path, press: Path) -> None:
    glance = glance_at(press, archive=tmp_path / "archive", most_files=2)
    assert glance.files + glance.left + glance.refused == 2
    assert not glance.is_whole


def test_a_glance_that_sees_as_many_files_as_there_are_is_whole(tmp_path: Path, press: Path) -> None:
    assert glance_at(press, archive=tmp_path / "archive", most_files=5).is_whole


def test_a_glance_ends_when_its_time_is_over_and_says_so(tmp_path: Path, press: Path) -> None:
    glance = glance_at(press, archive=tmp_path / "archive", most_seconds=0)
    assert (glance.files, glance.is_whole) == (0, False)


def test_an_empty_folder_is_seen_as_a_whole(tmp_path: Path) -> None:
    assert glance_at(tmp_path, archive=tmp_path / "archive") == Glance(
        formats=(), files=0, bytes=0, left=0, refused=0, is_whole=True
    )


def test_the_archive_itself_is_left_out(press: Path) -> None:
    assert formats(glance_at(press, archive=press / "2015")) == {"texte": 1, "json": 1}


def test_a_folder_that_is_gone_counts_as_refused(tmp_path: Path) -> None:
    assert glance_at(tmp_path / "nulle-part", archive=tmp_path / "archive").refused == 1


@pytest.mark.skipif(os.name == "nt", reason="links")
def test_a_link_that_turns_in_circles_does_not(tmp_path: Path, press: Path) -> None:
    (press / "boucle").symlink_to(press, target_is_directory=True)
    assert glance_at(press, archive=tmp_path / "archive").files == 3
