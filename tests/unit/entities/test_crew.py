"""Processes see what one would, in order, and whatever ends one of them is told or leaves nothing behind."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from process_endings import is_gone, start_parent, wait_until

from archive_search.entities.crew import BATCHES_AHEAD, RecognitionCrew
from archive_search.entities.model import MODEL
from archive_search.entities.recognition import recognise
from archive_search.errors import ModelError
from entities.packages import install

PROGRAM = Path(__file__).with_name("crew_process.py")
ENVIRONMENT = os.environ | {"PYTHONPATH": str(PROGRAM.parents[3]), "PYTHONWARNINGS": "error"}
TOWNS = ["Marseille", "Lille", "Toulouse", "Nantes", "Strasbourg", "Bordeaux", "Rennes"]
BATCHES = [[f"Le maire de {town} a reçu Angela Merkel.", "Rien de neuf."] * (1 + 40 * (town < "M")) for town in TOWNS]
LOST = "un processus de reconnaissance des noms s'est arrêté : .*« --workers 1 »"
HARD_TEXT = "Le pont de Marseille rouvre. " * 4_000


@pytest.fixture(scope="module")
def crew() -> Iterator[RecognitionCrew]:
    """Give a crew of two processes, for tests that leave it as it was."""
    with RecognitionCrew(2) as crew:
        yield crew


@pytest.fixture
def fresh_crew() -> Iterator[RecognitionCrew]:
    """Give a crew of one process that may be harmed."""
    with RecognitionCrew(1) as crew:
        yield crew


def pids(crew: RecognitionCrew) -> list[int]:
    return [worker.pid for worker in crew._workers]


def test_processes_see_what_one_sees_in_the_order_given(crew: RecognitionCrew) -> None:
    assert list(crew.recognise_all(BATCHES)) == [recognise(batch) for batch in BATCHES]
    assert len(pids(crew)) == 2


def test_a_crew_goes_on_after_answers_that_nobody_read(crew: RecognitionCrew) -> None:
    next(crew.recognise_all(BATCHES))
    assert list(crew.recognise_all(BATCHES[:1])) == [recognise(BATCHES[0])]


def test_only_so_many_batches_are_taken_ahead(crew: RecognitionCrew) -> None:
    batches = iter(BATCHES * 3)
    next(crew.recognise_all(batches))
    assert len(list(batches)) == 3 * len(BATCHES) - 2 * BATCHES_AHEAD


def test_a_worker_stays_small_on_a_huge_paragraph(crew: RecognitionCrew) -> None:
    list(crew.recognise_all([[HARD_TEXT], [HARD_TEXT.upper()]]))
    for pid in pids(crew):
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
        peak = re.search(r"VmHWM:\s+(\d+) kB", status)
        assert peak is not None
        assert int(peak[1]) < 600_000


def test_an_interruption_from_the_keyboard_leaves_the_workers_at_work(crew: RecognitionCrew) -> None:
    list(crew.recognise_all(BATCHES[:2]))
    for pid in pids(crew):
        os.kill(pid, signal.SIGINT)
    assert list(crew.recognise_all(BATCHES[:2])) == [recognise(batch) for batch in BATCHES[:2]]


def test_no_work_starts_no_process(fresh_crew: RecognitionCrew) -> None:
    assert list(fresh_crew.recognise_all([])) == []
    assert pids(fresh_crew) == []


@pytest.mark.parametrize("processes", [-1, 0, 1])
def test_there_is_at_least_one_process(processes: int) -> None:
    with RecognitionCrew(processes) as crew:
        assert list(crew.recognise_all([[], []])) == [[], []]
        assert len(pids(crew)) == 1


def test_the_model_is_not_loaded_here() -> None:
    program = (
        f"import sys; sys.path[:] = {sys.path!r}\n"
        "from archive_search.entities.crew import RecognitionCrew\n"
        "with RecognitionCrew(1) as crew: assert list(crew.recognise_all([['Paris.']]))\n"
        "assert 'spacy' not in sys.modules\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program], env=ENVIRONMENT, capture_output=True, check=False, timeout=60
    )
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_a_worker_that_was_killed_at_work_is_told(fresh_crew: RecognitionCrew) -> None:
    answers = fresh_crew.recognise_all(iter([[], [HARD_TEXT] * 50]))
    next(answers)
    os.kill(pids(fresh_crew)[0], signal.SIGKILL)
    with pytest.raises(ModelError, match=LOST):
        list(answers)


def test_a_worker_that_was_killed_before_is_told(fresh_crew: RecognitionCrew) -> None:
    list(fresh_crew.recognise_all([[]]))
    fresh_crew._workers[0].kill()
    with pytest.raises(ModelError, match=LOST):
        list(fresh_crew.recognise_all(BATCHES))


def test_a_model_that_cannot_be_used_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fresh_crew: RecognitionCrew
) -> None:
    install(tmp_path, MODEL, "3.7.0")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ModelError, match=r"de version 3\.7\.0 : installez-le"):
        list(fresh_crew.recognise_all(BATCHES))


def test_what_fails_while_batches_are_made_is_not_hidden(fresh_crew: RecognitionCrew) -> None:
    def batches() -> Iterator[list[str]]:
        yield []
        raise LookupError("no such article")

    with pytest.raises(LookupError, match="no such article"):
        list(fresh_crew.recognise_all(batches()))


def test_closing_ends_the_processes_at_once_in_the_midst_of_work() -> None:
    crew = RecognitionCrew(2)
    answers = crew.recognise_all(iter([[], [HARD_TEXT] * 500, [HARD_TEXT] * 500, [HARD_TEXT] * 500]))
    next(answers)
    started = pids(crew)
    crew.close()
    assert len(started) == 2
    assert all(map(is_gone, started))
    crew.close()


def test_workers_end_with_a_parent_that_is_killed() -> None:
    with start_parent(PROGRAM) as (parent, started):
        assert [is_gone(pid) for pid in started] == [False, False]
        parent.send_signal(signal.SIGKILL)
        assert wait_until(lambda: all(map(is_gone, started)))


def test_a_file_lying_beside_the_user_is_not_taken_for_a_part_of_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("signal.py", "numpy.py", "spacy.py", "archive_search.py", f"{MODEL}.py"):
        (tmp_path / name).write_text("open('run', 'w')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with RecognitionCrew(1) as crew:
        assert list(crew.recognise_all(BATCHES[:1])) == [recognise(BATCHES[0])]
    assert not (tmp_path / "run").exists()
