import os
from pathlib import Path

import pytest

from archive_search.cli.french import Refusal
from archive_search.cli.output_files import new_file


def write(path: Path, content: bytes = b"neuf", *, replace: bool = False) -> None:
    with new_file(path, replace=replace) as file:
        file.stream.write(content)


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_appears_once_it_is_whole(tmp_path: Path) -> None:
    with new_file(tmp_path / "a.ris", replace=False) as file:
        file.stream.write(b"neuf")
        assert not (tmp_path / "a.ris").exists()
    assert (tmp_path / "a.ris").read_bytes() == b"neuf"
    assert names_in(tmp_path) == ["a.ris"]


def test_what_fails_leaves_no_file_and_the_old_one(tmp_path: Path) -> None:
    write(tmp_path / "a.ris", b"ancien")
    with pytest.raises(TypeError):
        write(tmp_path / "a.ris", "aucun octet", replace=True)  # type: ignore[arg-type]
    assert (names_in(tmp_path), (tmp_path / "a.ris").read_bytes()) == (["a.ris"], b"ancien")


def test_a_file_that_is_not_wanted_is_not_kept(tmp_path: Path) -> None:
    with new_file(tmp_path / "a.ris", replace=False) as file:
        file.is_wanted = False
    assert names_in(tmp_path) == []


def test_a_file_is_replaced_only_when_asked(tmp_path: Path) -> None:
    write(tmp_path / "a.ris", b"ancien")
    with pytest.raises(Refusal, match=r"existe déjà : .*--force"):
        write(tmp_path / "a.ris")
    write(tmp_path / "a.ris", replace=True)
    assert (tmp_path / "a.ris").read_bytes() == b"neuf"


def test_a_new_file_can_be_read_by_whom_any_other_can(tmp_path: Path) -> None:
    write(tmp_path / "a.ris")
    (tmp_path / "autre").touch()
    assert (tmp_path / "a.ris").stat().st_mode == (tmp_path / "autre").stat().st_mode


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("absent/a.ris", "ce dossier n'existe pas"),
        ("fichier/a.ris", "ce dossier n'existe pas"),
        (".", "n'est pas un fichier"),
        ("a\0.ris", "caractères nuls"),
        (f"{'x' * 300}.ris", "nom trop long"),
    ],
    ids=["no folder", "a file as folder", "a folder", "null", "long"],
)
def test_a_name_that_cannot_be_is_refused(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "fichier").touch()
    with pytest.raises(Refusal, match=reason):
        write(tmp_path / name, replace=True)
    assert names_in(tmp_path) == ["fichier"]


def test_a_device_is_never_replaced() -> None:
    with pytest.raises(Refusal, match="n'est pas un fichier"):
        write(Path(os.devnull), replace=True)
