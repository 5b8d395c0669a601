"""Processes of our own that work for this one: each ends with it, however it ends, and keyboard interruptions spare it.

`WorkerProcess` is the side of the process that gives work, `serve` that of the one that does it: a module whose `main`
calls it with a function from the messages that come in to the answers that go out.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pickle import HIGHEST_PROTOCOL, UnpicklingError, dump, dumps, load
from typing import Any, BinaryIO

# The path first: in a current folder that somebody sent may lie a file called signal.py.
_PROGRAM = """
import sys
sys.path[:] = {path!a}
import signal
# An interruption from the keyboard reaches all processes: the one that started this one decides.
signal.signal(signal.SIGINT, signal.SIG_IGN)
from {module} import main
main(*{arguments!a})
"""


class WorkerProcess:
    """Drive a process that takes and gives what can be pickled.

    Attributes:
        pid: Number by which the system knows it.
    """

    def __init__(self, module: str, *arguments: str | int, environment: Mapping[str, str] | None = None) -> None:
        """Start the process.

        Args:
            module: Full name of the module whose `main` it runs; it looks for modules where this process does.
            arguments: What `main` is given.
            environment: Variables that it gets beside those of this process.
        """
        # `python -m` would first look for the module in the current folder.
        program = _PROGRAM.format(path=sys.path, module=module, arguments=arguments)
        pipe, variables = subprocess.PIPE, os.environ | (environment or {})
        self._process = subprocess.Popen([sys.executable, "-c", program], stdin=pipe, stdout=pipe, env=variables)
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._input, self._output = self._process.stdin, self._process.stdout
        self.pid = self._process.pid

    def is_gone(self) -> bool:
        """Tell whether the process has ended."""
        return self._process.poll() is not None

    def send(self, message: object) -> None:
        """Give the process a message; this waits while it has much to read.

        Raises:
            EOFError: The process is gone.
        """
        try:
            dump(message, self._input, HIGHEST_PROTOCOL)
            self._input.flush()
        except OSError as error:
            raise EOFError(f"process {self.pid} reads no more") from error

    def receive(self) -> Any:
        """Wait for the next answer of the process.

        Raises:
            EOFError: The process is gone.
            Exception: The process answered with this exception.
        """
        try:
            answer = load(self._output)
        except (UnpicklingError, OSError) as error:
            raise EOFError(f"process {self.pid} ended amid an answer") from error
        if isinstance(answer, Exception):
            raise answer
        return answer

    def kill(self) -> None:
        """End the process, at once; whoever waits for it in another thread gets an error."""
        self._process.kill()
        self._process.wait()

    def close(self) -> None:
        """End the process and give back what it held; no other thread may be using it."""
        self.kill()
        for stream in (self._input, self._output):
            # What was not sent yet has nobody to go to.
            with suppress(BrokenPipeError):
                stream.close()


def serve(answer_all: Callable[[Iterator[Any]], Iterable[object]]) -> None:
    """Answer the process that started this one until it is gone.

    Args:
        answer_all: Reads messages, and yields answers; an exception among them is raised by the process that asked.
    """
    # Without a buffer: what could not be sent would be sent again, and complained about, at the end.
    output = open(sys.stdout.fileno(), "wb", buffering=0, closefd=False)  # noqa: SIM115  # not ours to close
    with suppress(BrokenPipeError):
        for answer in answer_all(read_messages(sys.stdin.buffer)):
            unsent = dumps(answer, HIGHEST_PROTOCOL)
            while unsent:
                # A large answer may be taken in parts.
                unsent = unsent[output.write(unsent) :]


def read_messages(stream: BinaryIO) -> Iterator[Any]:
    r"""Yield what was pickled one after another, until the stream ends or breaks off.

    >>> from io import BytesIO
    >>> from pickle import dumps
    >>> from archive_search.processes import read_messages
    >>> list(read_messages(BytesIO(dumps("Alep") + dumps("Homs"))))
    ['Alep', 'Homs']
    """
    with suppress(EOFError, UnpicklingError):
        while True:
            yield load(stream)
