"""`watch` follows folders until it is told to stop, from the keyboard or by a service manager."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive_search import Archive
from cli.conftest import Run

pytest.importorskip("watchfiles", reason="the extra watch is not installed")


@pytest.fixture
def press(tmp_path: Path) -> Path:
    press = tmp_path / "presse"
    press.mkdir()
    (press / "a.txt").write_text("Le bac de Brévan ne passe plus.", encoding="utf-8")
    return press


def _heed_keyboard() -> None:
    """Undo what a shell does to a test run in the background: its children would never see an interruption."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.fixture
def watching(tmp_path: Path, press: Path) -> Iterator[subprocess.Popen[str]]:
    program = Path(sys.executable).with_name("archive-search")
    command = [program, "watch", "--no-entities", "--format", "json", str(press)]
    environment = {**os.environ, "ARCHIVE_SEARCH_INDEX": str(tmp_path / "archive")}
    with subprocess.Popen(
        command, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=_heed_keyboard
    ) as process:
        yield process
        process.kill()


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_it_prints_a_report_for_each_change_and_ends_when_told(
    watching: "subprocess.Popen[str]", press: Path, tmp_path: Path, ending: signal.Signals
) -> None:
    assert watching.stdout is not None
    assert json.loads(watching.stdout.readline())["added"] == 1
    (press / "b.txt").write_text("La gare de Dolmond rouvre.", encoding="utf-8")
    assert json.loads(watching.stdout.readline())["files_read"] == 1
    watching.send_signal(ending)
    _, messages = watching.communicate()
    assert (watching.returncode, messages.splitlines()[-1]) == (0, "arrêté")
    with Archive.open(tmp_path / "archive") as archive:
        assert archive.search("gare").total == 1


def test_an_absent_folder_is_refused(run: Run, tmp_path: Path) -> None:
    result = run("watch", str(tmp_path / "absent"), "--index", str(tmp_path / "archive"))
    assert result.exit_code == 2
    assert "introuvable" in result.stderr
