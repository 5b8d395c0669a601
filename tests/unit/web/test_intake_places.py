"""Paths come back from a form as they were, and are read as people write them."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_search.web.intake.places import find_places, read_path, read_typed, write_path

needs_posix = pytest.mark.skipif(os.name == "nt", reason="paths of POSIX")


@needs_posix
@given(st.binary(max_size=60).filter(lambda name: b"\0" not in name))
def test_a_path_of_any_bytes_comes_back_as_it_was(name: bytes) -> None:
    path = Path(os.fsdecode(b"/presse/" + name))
    written = write_path(path)
    assert written.isascii()
    assert read_path(written) == path


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    return tmp_path


@needs_posix
@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("/presse/2015", "/presse/2015"),
        ("  /presse/2015 \n", "/presse/2015"),
        ('"/presse/été 2015"', "/presse/été 2015"),
        ("'/presse/2015'", "/presse/2015"),
        ("« /presse/2015 »", "/presse/2015"),
        ("file:///presse/%C3%A9t%C3%A9%202015", "/presse/été 2015"),
        ("FILE://localhost/presse", "/presse"),
        ("/presse/l'été", "/presse/l'été"),
        ("~/presse", "~/presse"),
        ("~", "~"),
        ("", "~"),
        ("presse/2015", "~/presse/2015"),
        ("/presse/100 %25", "/presse/100 %25"),
    ],
)
def test_a_path_is_read_as_people_type_and_paste_it(home: Path, typed: str, path: str) -> None:
    assert read_typed(typed) == Path(path.replace("~", str(home)))


@pytest.mark.parametrize("typed", ["~personne/presse", "file:", "file://[", "\0", "\ud800", "a" * 10_000], ids=ascii)
def test_nothing_that_can_be_typed_is_a_fault(home: Path, typed: str) -> None:
    assert isinstance(read_typed(typed), Path)


@needs_posix
def test_without_a_home_folder_places_begin_at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "")
    assert find_places()[0] == Path("/")
    assert read_typed("presse") == Path("/presse")


def test_places_begin_with_the_home_folder(home: Path) -> None:
    assert find_places()[0] == home.resolve()


def test_folders_of_documents_are_found_in_french_and_in_english(home: Path) -> None:
    for name in ("Documents", "Bureau", "Téléchargements", "Downloads"):
        (home / name).mkdir()
    assert {"Documents", "Bureau", "Téléchargements", "Downloads"} <= {place.name for place in find_places()}


def test_folders_that_the_desktop_names_are_found_and_no_others(home: Path) -> None:
    (home / ".config").mkdir()
    (home / "Mes papiers").mkdir()
    lines = 'XDG_DOCUMENTS_DIR="$HOME/Mes papiers"\nXDG_DESKTOP_DIR="/nulle/part"\nXDG_MUSIC_DIR="$HOME"\n'
    (home / ".config" / "user-dirs.dirs").write_text(lines, encoding="utf-8")
    names = [place.name for place in find_places()]
    assert "Mes papiers" in names
    assert "part" not in names


def test_settings_that_are_no_text_name_nothing(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "réglages"))
    (home / "réglages").mkdir()
    (home / "réglages" / "user-dirs.dirs").write_bytes(b'\xff\xfeXDG_DESKTOP_DIR="\x00"\n' * 10_000)
    assert find_places()[0] == home.resolve()
