import hashlib
import os
from pathlib import Path

import pytest

from archive_search.errors import SourceError
from archive_search.records import Failure
from archive_search.sources.files import digest_file, find_files


def write(path, text="x"):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def found_names(root):
    return [found.relative_to(root).as_posix() for found in find_files([root]) if isinstance(found, Path)]


def test_folders_are_walked_in_the_order_of_names(tmp_path):
    for name in ("b.txt", "a/z.txt", "a/a.txt", "c/d/e.txt", "a.txt"):
        write(tmp_path / name)
    assert found_names(tmp_path) == ["a/a.txt", "a/z.txt", "a.txt", "b.txt", "c/d/e.txt"]


def test_hidden_files_and_folders_are_skipped(tmp_path):
    for name in (".cache/a.txt", ".b.txt", "c.txt"):
        write(tmp_path / name)
    assert found_names(tmp_path) == ["c.txt"]


def test_a_hidden_folder_that_the_user_named_is_walked(tmp_path):
    write(tmp_path / ".presse" / "a.txt")
    assert found_names(tmp_path / ".presse") == ["a.txt"]


def test_links_that_lead_back_up_are_not_followed(tmp_path):
    write(tmp_path / "a" / "b.txt")
    (tmp_path / "a" / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert found_names(tmp_path) == ["a/b.txt"]


def test_folders_deeper_than_python_can_recurse_are_walked(tmp_path):
    descriptor = os.open(tmp_path, os.O_RDONLY)
    for _ in range(300):
        os.mkdir("d", dir_fd=descriptor)
        below = os.open("d", os.O_RDONLY, dir_fd=descriptor)
        os.close(descriptor)
        descriptor = below
    os.close(os.open("a.txt", os.O_CREAT | os.O_WRONLY, dir_fd=descriptor))
    os.close(descriptor)
    assert found_names(tmp_path) == ["d/" * 300 + "a.txt"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [("absent", "introuvable"), ("nul\x00", "impossible"), ("x" * 5000, "trop long")],
    ids=["absent", "nul", "long"],
)
def test_a_path_that_cannot_be_read_is_a_failure(tmp_path, name, reason):
    (failure,) = find_files([tmp_path / name])
    assert isinstance(failure, Failure)
    assert reason in failure.reason


def test_a_broken_link_and_a_pipe_are_failures(tmp_path):
    (tmp_path / "a").symlink_to(tmp_path / "absent")
    os.mkfifo(tmp_path / "b")
    assert [type(found) for found in find_files([tmp_path])] == [Failure, Failure]


def test_a_digest_is_that_of_the_content(tmp_path):
    path = write(tmp_path / "a.txt", "la paix")
    assert digest_file(path) == hashlib.blake2b(b"la paix", digest_size=16).digest()


def test_the_digest_of_an_absent_file_is_an_error_that_names_it(tmp_path):
    with pytest.raises(SourceError, match="introuvable"):
        digest_file(tmp_path / "absent")
