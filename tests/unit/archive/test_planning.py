"""A plan tells what a run would read, and writes nothing."""

import gzip
import json
from pathlib import Path

import pytest

from archive_search import Archive
from archive_search.archive.planning import State, plan_files
from archive_search.sources.readers import Cleaning, ReadOptions

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(64)


@pytest.fixture
def press(tmp_path: Path) -> Path:
    press = tmp_path / "presse"
    press.mkdir()
    (press / "a.txt").write_text("Le pont rouvre.", encoding="utf-8")
    (press / "b.html").write_text("<html><p>La gare ferme.</p></html>", encoding="utf-8")
    (press / "c.png").write_bytes(PICTURE)
    (press / "d.jsonl.gz").write_bytes(gzip.compress(b'{"text": "La mairie."}'))
    (press / "e.txt").write_bytes(b"")
    return press


def states(archive: Path, press: Path, options: ReadOptions | None = None) -> dict[str, State]:
    plan = plan_files(archive, [press], options or ReadOptions())
    return {Path(file.path).name: file.state for file in plan.files}


def test_a_plan_without_an_archive_calls_files_new_and_makes_no_archive(tmp_path: Path, press: Path) -> None:
    assert states(tmp_path / "archive", press) == {
        "a.txt": State.NEW,
        "b.html": State.NEW,
        "c.png": State.SKIPPED,
        "d.jsonl.gz": State.NEW,
        "e.txt": State.REFUSED,
    }
    assert not (tmp_path / "archive").exists()


def test_a_plan_tells_formats_by_content(tmp_path: Path, press: Path) -> None:
    plan = plan_files(tmp_path / "archive", [press], ReadOptions())
    assert [str(file.format) for file in plan.files] == ["texte", "html", "accessoire", "json", "vide"]


def test_a_plan_knows_what_was_read_and_what_changed(tmp_path: Path, press: Path) -> None:
    (press / "e.txt").unlink()
    with Archive.create(tmp_path / "archive") as archive:
        archive.add([press])
        (press / "a.txt").write_text("Le pont ferme.", encoding="utf-8")
        (press / "b.html").unlink()
        plan = archive.plan([press])
    assert {Path(file.path).name: file.state for file in plan.files} == {
        "a.txt": State.CHANGED,
        "c.png": State.SKIPPED,
        "d.jsonl.gz": State.UNCHANGED,
    }
    assert [Path(path).name for path in plan.missing] == ["b.html"]


def test_another_cleaning_would_read_files_again(tmp_path: Path, press: Path) -> None:
    with Archive.create(tmp_path / "archive") as archive:
        archive.add([press / "a.txt"])
    found = states(tmp_path / "archive", press / "a.txt", ReadOptions(cleaning=Cleaning.NONE))
    assert found == {"a.txt": State.CHANGED}


def test_a_picture_that_is_named_is_refused(tmp_path: Path, press: Path) -> None:
    (file,) = plan_files(tmp_path / "archive", [press / "c.png"], ReadOptions()).files
    assert (file.state, file.reason) == (State.REFUSED, "image")


def test_a_path_that_is_nowhere_is_refused(tmp_path: Path) -> None:
    (file,) = plan_files(tmp_path / "archive", [tmp_path / "absent"], ReadOptions()).files
    assert (file.state, file.reason) == (State.REFUSED, "introuvable : vérifiez le chemin")


def test_a_plan_is_plain_json(tmp_path: Path, press: Path) -> None:
    found = json.loads(json.dumps(plan_files(tmp_path / "archive", [press], ReadOptions()).to_dict()))
    assert found["counts"] == {"new": 3, "changed": 0, "unchanged": 0, "skipped": 1, "refused": 1}
    assert found["files"][2] == {
        "path": str(press / "c.png"),
        "state": "skipped",
        "format": "accessoire",
        "bytes": len(PICTURE),
        "reason": "image",
    }


def test_what_a_browser_saved_beside_a_page_would_be_left_aside(tmp_path: Path, press: Path) -> None:
    (press / "crue.html").write_text("<html><p>La crue", encoding="utf-8")
    (press / "crue_files").mkdir()
    (press / "crue_files" / "app.js.download").write_text("console.log(1)", encoding="utf-8")
    plan = plan_files(tmp_path / "archive", [press], ReadOptions())
    states = {Path(file.path).name: file.state for file in plan.files}
    assert (states["crue.html"], states["app.js.download"]) == (State.NEW, State.SKIPPED)
