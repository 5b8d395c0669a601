"""An archive remembers the folders that it was made from, and nothing wider."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_search import Archive
from archive_search.archive.adding import AddOptions
from archive_search.archive.origins import join_folders
from archive_search.archive.report import Progress

FOLDERS = st.lists(st.lists(st.sampled_from("abc"), max_size=3).map(lambda parts: Path("/", *parts)), max_size=6)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.create(tmp_path / "archive", workers=1) as archive:
        yield archive


@pytest.fixture
def press(tmp_path: Path) -> Path:
    for name in ("2015/pont.txt", "2016/gare.txt"):
        path = tmp_path / "presse" / name
        path.parent.mkdir(parents=True)
        path.write_text(f"Le {path.stem} de Brévan.", encoding="utf-8")
    return tmp_path / "presse"


def origins(archive: Archive) -> list[tuple[str, int, bool]]:
    return [(origin.path.name, origin.files, origin.is_whole) for origin in archive.origins()]


def test_an_empty_archive_comes_from_nowhere(archive: Archive) -> None:
    assert archive.origins() == ()


def test_a_folder_that_was_brought_in_is_remembered_as_a_whole(archive: Archive, press: Path) -> None:
    archive.add([press])
    assert origins(archive) == [("presse", 2, True)]
    assert archive.origins()[0].paths == (press,)


def test_a_file_that_was_named_does_not_stand_for_its_folder(archive: Archive, press: Path) -> None:
    archive.add([press / "2015" / "pont.txt"])
    (origin,) = archive.origins()
    assert (origin.path, origin.is_whole) == (press / "2015", False)
    assert origin.paths == (press / "2015" / "pont.txt",)


def test_bringing_in_the_origins_again_finds_what_is_new_in_whole_folders_only(archive: Archive, press: Path) -> None:
    archive.add([press / "2015", press / "2016" / "gare.txt"])
    for folder in ("2015", "2016"):
        (press / folder / "neuf.txt").write_text(f"Du neuf en {folder}.", encoding="utf-8")
    report = archive.add([path for origin in archive.origins() for path in origin.paths])
    assert (report.added, report.files_unchanged) == (1, 2)


def test_a_folder_above_takes_the_place_of_those_in_it(archive: Archive, press: Path) -> None:
    archive.add([press / "2015"])
    archive.add([press])
    assert origins(archive) == [("presse", 2, True)]


def test_a_run_that_committed_nothing_leaves_the_origins_as_they_were(archive: Archive, press: Path) -> None:
    def stop(progress: Progress) -> None:
        raise KeyboardInterrupt

    archive.add([press / "2015"])
    assert archive.add([press], options=AddOptions(on_progress=stop)).interrupted
    assert origins(archive) == [("2015", 1, True)]


def test_a_run_that_was_stopped_later_remembers_its_folder(archive: Archive, press: Path) -> None:
    def stop(progress: Progress) -> None:
        if progress.files == 1:
            raise KeyboardInterrupt

    assert archive.add([press], options=AddOptions(on_progress=stop, commit_characters=1)).interrupted
    assert origins(archive) == [("presse", 1, True)]


def test_bringing_in_a_known_folder_again_commits_nothing(archive: Archive, press: Path) -> None:
    archive.add([press])
    before = (archive.path / "archive.json").read_bytes()
    archive.add([press, press / "2015"])
    assert (archive.path / "archive.json").read_bytes() == before


def test_a_folder_that_is_gone_is_told_until_nothing_of_it_is_left(archive: Archive, press: Path) -> None:
    archive.add([press])
    press.rename(press.with_name("ailleurs"))
    assert [(origin.files, origin.is_gone) for origin in archive.origins()] == [(2, True)]
    archive.add([press], options=AddOptions(remove_missing=True))
    assert archive.origins() == ()


def test_an_archive_whose_folders_were_not_remembered_tells_of_its_files(archive: Archive, press: Path) -> None:
    archive.add([press / "2015" / "pont.txt", press / "2016" / "gare.txt"])
    assert origins(archive) == [("2015", 1, False), ("2016", 1, False)]


@pytest.mark.skipif(os.name == "nt", reason="names that are no text")
def test_a_folder_whose_name_is_no_text_is_remembered(archive: Archive, tmp_path: Path) -> None:
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xe9t\xe9"))
    folder.mkdir()
    (folder / "a.txt").write_text("La halle de Brévan.", encoding="utf-8")
    archive.add([folder])
    (origin,) = archive.origins()
    assert origin.path == folder
    assert origin.to_dict() == {"path": f"{tmp_path}/\ufffdt\ufffd", "files": 1, "whole": True, "gone": False}


@given(FOLDERS, FOLDERS)
def test_joined_folders_hold_all_others_and_none_holds_another(known: list[Path], added: list[Path]) -> None:
    joined = join_folders(known, added)
    assert set(joined) <= {*known, *added}
    for folder in (*known, *added):
        assert sum(folder.is_relative_to(each) for each in joined) == 1
