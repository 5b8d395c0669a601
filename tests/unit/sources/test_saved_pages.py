"""What a browser saves beside a page is told from folders of articles."""

import io
from pathlib import Path

import pytest

from archive_search.records import Skipped
from archive_search.sources.folders import DiskFolder
from archive_search.sources.packed.packed_folders import PackedFiles, PackedFolder
from archive_search.sources.readers import ReadOptions
from archive_search.sources.reading import read_articles
from archive_search.sources.saved_pages import COMPANION, accompanies_page

FRAMES = b'<html><frameset cols="20%,80%"><frame src="La crue_files/a.htm"></frameset></html>'


@pytest.mark.parametrize("folder", ["La crue_files", "La crue_fichiers", "La crue.files"])
@pytest.mark.parametrize("page", ["La crue.html", "La crue.htm"])
def test_the_folder_of_a_saved_page_is_known_by_their_names(tmp_path: Path, folder: str, page: str) -> None:
    (tmp_path / page).write_bytes(b"<html><p>La crue")
    assert accompanies_page(DiskFolder(tmp_path / folder))


@pytest.mark.parametrize("folder", ["La crue_files", "La crue", "2015"])
def test_a_folder_beside_no_page_of_its_name_holds_articles(tmp_path: Path, folder: str) -> None:
    (tmp_path / "2015.html").write_bytes(b"<html><p>La crue")
    assert not accompanies_page(DiskFolder(tmp_path / folder))


def test_the_folder_of_a_page_of_frames_holds_its_text(tmp_path: Path) -> None:
    (tmp_path / "La crue.htm").write_bytes(FRAMES)
    assert not accompanies_page(DiskFolder(tmp_path / "La crue_files"))


def test_a_folder_that_the_user_named_is_read(tmp_path: Path) -> None:
    (tmp_path / "La crue.htm").write_bytes(b"<html><p>La crue")
    assert not accompanies_page(DiskFolder(tmp_path / "La crue_files", may_climb=False))


def test_a_saved_page_is_known_inside_a_zip_file() -> None:
    members = {"2015/La crue.html": b"<html>", "2015/La crue_files/a.txt": b"x"}
    files = PackedFiles(lambda: members, open_member=io.BytesIO)
    assert accompanies_page(PackedFolder(files, "2015/La crue_files"))


def test_what_lies_in_the_folder_of_a_saved_page_is_left_aside(tmp_path: Path) -> None:
    (tmp_path / "La crue.html").write_bytes(b"<html><p>La crue")
    script = tmp_path / "La crue_files" / "app.js.download"
    script.parent.mkdir()
    script.write_text("console.log('crue')", encoding="utf-8")
    assert list(read_articles(script, root=tmp_path, options=ReadOptions())) == [
        Skipped(path=str(script), reason=COMPANION)
    ]
