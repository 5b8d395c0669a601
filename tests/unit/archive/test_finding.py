"""Of what changed, each file is picked once."""

from pathlib import Path

from archive_search.archive.finding import SourceFile, SourceFinder


def test_a_file_of_a_new_folder_is_picked_once(tmp_path: Path) -> None:
    press = tmp_path / "presse"
    folder, beside = press / "2015", press / "2015.txt"
    folder.mkdir(parents=True)
    inside = folder / "a.txt"
    for path in (inside, beside):
        path.write_text("Le bac reprend.", encoding="utf-8")
    picked = SourceFinder(tmp_path / "archive").pick([press], [inside, folder, beside])
    assert sorted(each.path for each in picked if isinstance(each, SourceFile)) == [inside, beside]


def test_a_hidden_file_that_changed_is_left_out(tmp_path: Path) -> None:
    hidden = tmp_path / ".a.txt"
    hidden.write_text("Le bac reprend.", encoding="utf-8")
    assert list(SourceFinder(tmp_path / "archive").pick([tmp_path], [hidden])) == []
