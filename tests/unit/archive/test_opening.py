from pathlib import Path

import pytest

from archive_search import Archive
from archive_search.archive.opening import open_or_create
from archive_search.errors import ArchiveError


def test_an_archive_is_made_where_there_is_none_and_opened_where_there_is_one(tmp_path: Path) -> None:
    with open_or_create(tmp_path / "archive") as archive:
        archive.add([Path(__file__)])
    with open_or_create(tmp_path / "archive", workers=1) as archive:
        assert archive.stats().articles == 1


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "roman.txt").write_text("Il était une fois.", encoding="utf-8")
    with pytest.raises(ArchiveError):
        open_or_create(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["roman.txt"]


def test_an_archive_that_was_there_is_not_made_anew(tmp_path: Path) -> None:
    Archive.create(tmp_path / "archive").close()
    before = (tmp_path / "archive" / "archive.json").read_bytes()
    open_or_create(tmp_path / "archive").close()
    assert (tmp_path / "archive" / "archive.json").read_bytes() == before
