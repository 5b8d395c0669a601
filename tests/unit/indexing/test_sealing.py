"""Seals tell whether the files of the index are what was written."""

import os
from pathlib import Path

import pytest

from archive_search.errors import ArchiveDamagedError
from archive_search.indexing.sealing import Seal, check_before_reading, find_alteration, read_seal, seal_files


def seal(path: Path) -> Seal:
    path.write_bytes(b"contenu")
    (sealed,) = seal_files(path.parent, [path.name])
    return sealed


def test_a_seal_is_that_of_the_file(tmp_path: Path) -> None:
    sealed = seal(tmp_path / "a.terms")
    assert sealed == read_seal(tmp_path / "a.terms")
    assert find_alteration(tmp_path, sealed) is None


@pytest.mark.parametrize(
    ("content", "whole", "found"),
    [
        (b"conten", True, "6 octets au lieu de 7"),
        (b"conten", False, "6 octets au lieu de 7"),
        (b"Contenu", True, "somme de contrôle différente"),
        (b"Contenu", False, None),
    ],
    ids=["shorter", "shorter, by size", "changed", "changed, by size"],
)
def test_an_altered_file_is_found(tmp_path: Path, content: bytes, whole: bool, found: str | None) -> None:
    sealed = seal(tmp_path / "a.terms")
    (tmp_path / "a.terms").write_bytes(content)
    assert find_alteration(tmp_path, sealed, whole=whole) == found


@pytest.mark.parametrize(("name", "content"), [("a.toc", b"Contenu"), ("a.terms", b"conten")])
def test_an_altered_file_is_refused_before_it_is_read(tmp_path: Path, name: str, content: bytes) -> None:
    sealed = seal(tmp_path / name)
    check_before_reading(tmp_path, [sealed])
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ArchiveDamagedError, match=name):
        check_before_reading(tmp_path, [sealed])


def test_a_missing_file_is_left_to_the_caller(tmp_path: Path) -> None:
    sealed = seal(tmp_path / "a.toc")
    os.remove(tmp_path / "a.toc")
    with pytest.raises(FileNotFoundError):
        check_before_reading(tmp_path, [sealed])
