"""What is sent comes back, and whatever ends one of two processes is told to the other or ends it too."""

import os
import signal
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from pickle import dumps
from threading import Timer

import pytest
from process_endings import is_gone, start_parent, wait_until

from archive_search.errors import ModelError
from archive_search.processes import WorkerProcess, read_messages

ECHO = "echo_worker"
PARENT = """
import time
from archive_search.processes import WorkerProcess
workers = [WorkerProcess("echo_worker", "begun") for _ in range(2)]
for worker in workers:
    worker.receive()
print(*(worker.pid for worker in workers), flush=True)
time.sleep(60)
"""


@pytest.fixture
def worker() -> Iterator[WorkerProcess]:
    """Give a process that answers with what it is sent, and has begun."""
    worker = WorkerProcess(ECHO, "begun")
    assert worker.receive() == "begun"
    yield worker
    worker.close()


def test_answers_come_in_the_order_of_the_messages(worker: WorkerProcess) -> None:
    messages = ["Alep", None, ("Homs", [3, 4]), b"", {"œ": "\udce9"}]
    for message in messages:
        worker.send(message)
    assert [worker.receive() for _ in messages] == messages


def test_a_message_larger_than_a_pipe_holds_comes_back_whole(worker: WorkerProcess) -> None:
    message = os.urandom(3_000_000)
    worker.send(message)
    assert worker.receive() == message


@pytest.mark.parametrize("argument", ["", "l'été à « Brévan »", '"\n\\n{0}', "\udce9.txt"], ids=ascii)
def test_arguments_come_as_they_were_given(argument: str) -> None:
    worker = WorkerProcess(ECHO, argument)
    assert worker.receive() == argument
    worker.close()


def test_variables_are_set_beside_those_of_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARCHIVE_TOWN", "Brévan")
    worker = WorkerProcess(ECHO, "$ARCHIVE_TOWN $ARCHIVE_THREADS", environment={"ARCHIVE_THREADS": "1"})
    assert worker.receive() == "Brévan 1"
    worker.close()


@pytest.mark.parametrize(
    "error", [ModelError("modèle absent"), FileNotFoundError(2, "No such file", "a.txt")], ids=["ours", "the system's"]
)
def test_an_error_that_is_answered_is_raised(worker: WorkerProcess, error: Exception) -> None:
    worker.send(error)
    with pytest.raises(type(error)) as raised:
        worker.receive()
    assert str(raised.value) == str(error)


def test_a_process_that_was_killed_is_gone(worker: WorkerProcess) -> None:
    assert not worker.is_gone()
    os.kill(worker.pid, signal.SIGKILL)
    assert wait_until(worker.is_gone)


def test_nothing_can_be_sent_to_a_process_that_is_gone(worker: WorkerProcess) -> None:
    worker.kill()
    with pytest.raises(EOFError, match="reads no more"):
        worker.send("Alep")


def test_a_process_that_is_gone_answers_no_more(worker: WorkerProcess) -> None:
    worker.kill()
    with pytest.raises(EOFError):
        worker.receive()


def test_killing_a_process_is_told_to_a_thread_that_waits_for_it(worker: WorkerProcess) -> None:
    Timer(0.05, worker.kill).start()
    with pytest.raises(EOFError):
        worker.receive()


def test_an_answer_that_breaks_off_is_told(worker: WorkerProcess) -> None:
    # It answers a number of bytes below what it announces.
    worker._output, held = BytesIO(dumps(["Alep"], 5)[:-4]), worker._output
    with pytest.raises(EOFError, match="amid an answer"):
        worker.receive()
    worker._output = held


def test_closing_ends_the_process_and_may_be_done_twice(worker: WorkerProcess) -> None:
    worker.close()
    assert is_gone(worker.pid)
    worker.close()


def test_what_was_not_sent_does_not_hinder_closing(worker: WorkerProcess) -> None:
    worker.kill()
    worker._input.write(b"Alep")
    worker.close()
    assert worker._input.closed


def test_messages_that_break_off_anywhere_end_after_those_that_are_whole() -> None:
    messages = ["Alep", [("Homs", 1)] * 20, None]
    sent = b"".join(dumps(message, 5) for message in messages)
    for size in range(len(sent)):
        read = list(read_messages(BytesIO(sent[:size])))
        assert read == messages[: len(read)] != messages
    assert list(read_messages(BytesIO(sent))) == messages


def ending(worker: WorkerProcess, capfd: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """Wait for a process to end by itself; give its status and what it complained of."""
    return worker._process.wait(60), capfd.readouterr().err


@pytest.mark.parametrize("size", [0, 1, 5, -1], ids=lambda size: f"up to byte {size}")
def test_a_process_ends_in_silence_when_its_input_breaks_off(
    worker: WorkerProcess, capfd: pytest.CaptureFixture[str], size: int
) -> None:
    worker._input.write(dumps(["Alep", "Homs"], 5)[:size])
    worker._input.close()
    assert ending(worker, capfd) == (0, "")


def test_a_process_ends_in_silence_when_nobody_reads_its_answer(
    worker: WorkerProcess, capfd: pytest.CaptureFixture[str]
) -> None:
    worker._output.close()
    worker.send("Alep")
    assert ending(worker, capfd) == (0, "")


def test_a_process_ends_with_a_parent_that_is_killed() -> None:
    with start_parent("-c", PARENT) as (parent, started):
        assert [is_gone(pid) for pid in started] == [False, False]
        parent.send_signal(signal.SIGKILL)
        assert wait_until(lambda: all(map(is_gone, started)))


def test_an_interruption_from_the_keyboard_leaves_a_process_at_work(worker: WorkerProcess) -> None:
    os.kill(worker.pid, signal.SIGINT)
    worker.send("Alep")
    assert worker.receive() == "Alep"


def test_a_file_lying_beside_the_user_is_not_taken_for_a_module(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("signal.py", "pickle.py", "archive_search.py", f"{ECHO}.py"):
        (tmp_path / name).write_text("open('run', 'w')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    worker = WorkerProcess(ECHO, "begun")
    assert worker.receive() == "begun"
    worker.close()
    assert not (tmp_path / "run").exists()
