"""Start programs that have workers of their own, and tell which processes have ended."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_HERE = Path(__file__).parent
_PATH = os.pathsep.join([str(_HERE), str(_HERE.parents[1])])


@contextmanager
def start_parent(*arguments: str | Path) -> Iterator[tuple["subprocess.Popen[str]", list[int]]]:
    """Start a Python program that prints the ids of its workers and waits; give it and these ids."""
    environment = os.environ | {"PYTHONPATH": _PATH, "PYTHONWARNINGS": "ignore"}
    command = [sys.executable, *map(str, arguments)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        yield parent, list(map(int, parent.stdout.readline().split()))
        parent.kill()


def wait_until(condition: Callable[[], bool]) -> bool:
    """Wait a minute at most for something to hold, and tell whether it does."""
    end = time.monotonic() + 60
    while not (holds := condition()) and time.monotonic() < end:
        time.sleep(0.01)
    return holds


def is_gone(pid: int) -> bool:
    """Tell whether a process has ended; one that its new parent has not yet taken note of has."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    stat = Path(f"/proc/{pid}/stat")
    return stat.exists() and stat.read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "Z"
