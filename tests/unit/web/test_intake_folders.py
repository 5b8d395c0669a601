"""A reader sees where a folder lies and what is in it, whatever is in it."""

import os
from pathlib import Path

import pytest

from archive_search.web.intake import folders
from archive_search.web.intake.folders import View, look_into

needs_posix = pytest.mark.skipif(os.name == "nt", reason="links and special files of POSIX")


def look(path: Path) -> View:
    return look_into(path, archive=Path("nulle-part"))


def names(view: View) -> list[str]:
    return [folder.name for folder in view.folders]


@pytest.fixture
def press(tmp_path: Path) -> Path:
    press = tmp_path / "presse"
    for name in ("Été", "automne", ".cache"):
        (press / name).mkdir(parents=True)
    (press / "pont.txt").write_text("Le pont de Brévan.", encoding="utf-8")
    return press


def test_folders_are_listed_by_name_without_hidden_ones_and_files(press: Path) -> None:
    assert names(look(press)) == ["automne", "Été"]


def test_the_folders_above_lead_from_the_root(press: Path) -> None:
    view = look(press)
    assert [folder.name for folder in view.above][1:] == list(press.parts[1:-1])
    assert view.here.name == "presse"


def test_files_are_counted(press: Path) -> None:
    glance = look(press).glance
    assert glance is not None
    assert glance.files == 1


def test_a_file_can_be_chosen_too(press: Path) -> None:
    view = look(press / "pont.txt")
    assert (view.folders, view.fault) == ((), None)
    assert view.glance is not None
    assert view.glance.files == 1


def test_what_is_not_there_says_so(press: Path) -> None:
    assert look(press / "hiver").fault == "introuvable : vérifiez le chemin"


@needs_posix
def test_a_path_that_no_system_takes_says_so(press: Path) -> None:
    assert look(Path("/presse\0")).fault == "chemin impossible : retirez ses caractères nuls"
    assert look(press / ("a" * 5_000)).fault == "chemin trop long : déplacez le fichier"


@needs_posix
def test_what_is_neither_file_nor_folder_is_refused(press: Path) -> None:
    os.mkfifo(press / "tube")
    assert look(press / "tube").fault == "ni fichier ni dossier : choisissez un dossier"


@needs_posix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="nothing is forbidden to the administrator")
def test_a_folder_that_may_not_be_read_says_so(press: Path) -> None:
    (press / "automne").chmod(0)
    view = look(press / "automne")
    (press / "automne").chmod(0o700)
    assert view.fault == "lecture interdite : vérifiez vos droits"


@needs_posix
def test_links_are_followed_once_and_circles_left_out(press: Path) -> None:
    (press / "lien").symlink_to(press / "Été", target_is_directory=True)
    (press / "boucle").symlink_to(press / "boucle")
    assert names(look(press)) == ["automne", "lien", "Été"]
    assert look(press / "lien").here.name == "Été"
    assert look(press / "boucle").fault == "lien qui tourne en rond : supprimez-le"


@needs_posix
def test_a_folder_whose_name_is_no_text_can_be_chosen(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xe9t\xe9\n")).mkdir()
    (folder,) = look(tmp_path).folders
    assert folder.name == "\ufffdt\ufffd\n"
    assert folder.written.endswith("/%E9t%E9%0A")


def test_of_many_folders_the_first_are_listed(press: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "MOST_FOLDERS", 1)
    view = look(press)
    assert (names(view), view.more) == (["automne"], True)


def test_a_path_of_many_levels_names_the_nearest_above(tmp_path: Path) -> None:
    assert len(look(Path("/" + "a/" * 2_000)).above) == folders.MOST_ABOVE
