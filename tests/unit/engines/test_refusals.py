"""A disk that is full or may not be written to costs a clear message and nothing that was committed."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive_search import Archive
from archive_search.errors import StorageError
from engines.articles import make_article
from engines.processes import run

ONLY_ROOT = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become nobody")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    with Archive.create(folder) as archive:
        archive.add_articles([make_article("n1"), make_article("n2")])
    return folder


@pytest.fixture
def open_to_nobody() -> Iterator[Path]:
    """Make an archive where everybody may go, unlike the folders of pytest."""
    with tempfile.TemporaryDirectory() as above:
        Path(above).chmod(0o755)
        folder = Path(above, "archive")
        with Archive.create(folder) as archive:
            archive.add_articles([make_article("n1"), make_article("n2")])
        yield folder


def forbid_writing(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)


@pytest.mark.parametrize("room", [0, 1000, 20_000, 60_000, 120_000])
def test_a_full_disk_leaves_what_was_committed(folder: Path, room: int) -> None:
    said = run("add_with_little_room", folder, str(room))
    assert said.startswith("StorageError: disque plein")
    with Archive.open(folder) as archive:
        assert archive.check() == []
        assert archive.search("pont").total == 2


def test_adding_works_again_once_there_is_room(folder: Path) -> None:
    before = {path.name for path in (folder / "whoosh").iterdir()}
    run("add_with_little_room", folder, "60000")
    assert {path.name for path in (folder / "whoosh").iterdir()} == before
    with Archive.open(folder) as archive:
        archive.add_articles([make_article("n3")])
        assert archive.search("pont").total == 3


@ONLY_ROOT
def test_an_archive_that_may_only_be_read_is_searched(open_to_nobody: Path) -> None:
    forbid_writing(open_to_nobody)
    assert run("use_as_nobody", open_to_nobody).splitlines()[:2] == ["2", "n1"]


@ONLY_ROOT
def test_writing_where_one_may_not_says_so(open_to_nobody: Path) -> None:
    forbid_writing(open_to_nobody)
    refusal = run("use_as_nobody", open_to_nobody).splitlines()[2]
    assert refusal.startswith("StorageError: accès refusé")
    assert refusal.endswith("vérifiez vos droits")


@ONLY_ROOT
def test_what_is_still_in_the_log_of_records_is_seen_where_one_may_only_read(open_to_nobody: Path) -> None:
    with Archive.open(open_to_nobody) as reader:
        reader.stats()
        with Archive.open(open_to_nobody) as writer:
            writer.add_articles([make_article("n3")])
        forbid_writing(open_to_nobody)
        assert run("use_as_nobody", open_to_nobody).splitlines()[0] == "3"


@ONLY_ROOT
def test_an_archive_that_may_not_be_read_says_so(open_to_nobody: Path) -> None:
    (open_to_nobody / "whoosh").chmod(0o700)
    assert run("say_as_nobody", open_to_nobody).startswith("StorageError: accès refusé")


def test_a_file_in_place_of_a_folder_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "archive"
    path.write_text("ceci n'est pas un dossier", encoding="utf-8")
    with pytest.raises(StorageError, match="archive"):
        Archive.create(path)
