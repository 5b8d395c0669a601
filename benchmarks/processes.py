"""Run one engine at a time, each in a process of its own, and take its time and its memory.

>>> import sys
>>> done = measure_process([sys.executable, "-c", "print('fait')"])
>>> done.output, done.seconds > 0, done.peak_megabytes > 1
('fait\\n', True, True)
"""

import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
# Python must leave no compiled files in the folder of the peers' scripts, which is not ours.
ENVIRONMENT = os.environ | {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}
PAGE_MEGABYTES = os.sysconf("SC_PAGE_SIZE") / 1024 / 1e3
SAMPLING_SECONDS = 0.05


class Finished(NamedTuple):
    """Hold what a process printed and what it took."""

    output: str
    seconds: float
    peak_megabytes: float


def run(command: Sequence[str | Path]) -> str:
    """Give what a command prints; its messages go to the terminal."""
    done = subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.PIPE, encoding="utf-8", check=True)
    return done.stdout


def time_command(command: Sequence[str | Path], *, archive: Path, accepted: Sequence[int] = (0,)) -> float:
    """Give the milliseconds from the start of a process to the end of what it prints, messages included.

    Raises:
        CalledProcessError: It ended with a status that is not accepted.
    """
    environment = ENVIRONMENT | {"ARCHIVE_SEARCH_INDEX": str(archive)}
    start = time.perf_counter()
    done = subprocess.run(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
    )
    milliseconds = (time.perf_counter() - start) * 1e3
    if done.returncode not in accepted:
        raise subprocess.CalledProcessError(done.returncode, command, output=done.stdout)
    return milliseconds


def measure_process(command: Sequence[str | Path], *, settings: Mapping[str, str] | None = None) -> Finished:
    """Run a command and measure it.

    Args:
        command: Program and arguments; what it prints is read when it has ended.
        settings: Environment variables to add.

    Returns:
        Its output, its seconds, and the highest resident memory of the process and its children together. Pages
        that processes share count once for each.

    Raises:
        CalledProcessError: It failed.
    """
    with tempfile.TemporaryFile() as out:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=ROOT, env=ENVIRONMENT | dict(settings or {}), stdout=out)
        with MemoryWatch(process.pid) as watch:
            _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)
        out.seek(0)
        output = out.read().decode()
    return Finished(output, seconds, max(watch.peak_megabytes, usage.ru_maxrss / 1e3))


class MemoryWatch:
    """Look at the memory of a process and its children now and then, while a ``with`` statement runs.

    The system knows the highest memory of one process, not of several together. Works on Linux; elsewhere it sees
    nothing.
    """

    def __init__(self, pid: int) -> None:
        self.peak_megabytes = 0.0
        self._pid = pid
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._watch)

    def __enter__(self) -> "MemoryWatch":
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._stopped.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._stopped.wait(SAMPLING_SECONDS):
            self.peak_megabytes = max(self.peak_megabytes, resident_megabytes(self._pid))


def resident_megabytes(pid: int) -> float:
    """Add up the resident memory of a process and all its descendants; 0 for one that has ended."""
    folder = Path("/proc") / str(pid)
    try:
        own = int((folder / "statm").read_text().split()[1]) * PAGE_MEGABYTES
        children = [child for task in folder.glob("task/*/children") for child in task.read_text().split()]
    except (FileNotFoundError, ProcessLookupError):
        return 0.0
    return own + sum(resident_megabytes(int(child)) for child in children)


def size_of(folder: Path) -> int:
    """Add up the sizes of the files in a folder, in bytes."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
