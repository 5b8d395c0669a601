"""What no present generation uses goes, and nothing else."""

from pathlib import Path

from archive_search.indexing.contents import remove_unused


def test_only_files_that_are_used_stay(tmp_path: Path) -> None:
    for name in ("MAIN_a1.terms", "MAIN_b2.terms", "_MAIN_1.toc", "_MAIN_2.toc", "_MAIN_3.toc.partial"):
        (tmp_path / name).touch()
    remove_unused(tmp_path, ["MAIN_a1.terms", "_MAIN_2.toc"])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["MAIN_a1.terms", "_MAIN_2.toc"]


def test_the_folder_of_a_commit_that_was_cut_short_goes(tmp_path: Path) -> None:
    (tmp_path / "MAIN.tmp").mkdir()
    (tmp_path / "MAIN.tmp" / "run").touch()
    remove_unused(tmp_path, [])
    assert list(tmp_path.iterdir()) == []


def test_a_folder_of_somebody_else_stays(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    remove_unused(tmp_path, [])
    assert (tmp_path / "notes").exists()
