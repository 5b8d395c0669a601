"""Share the recognition of names among processes of their own: this one never loads the model.

What is to be read goes to a process and comes back as spans, in the order in which it was given. However this process
ends, those that it started end too.
"""

import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pickle import HIGHEST_PROTOCOL, UnpicklingError, dump, load
from queue import SimpleQueue
from typing import Self

from archive_search.entities.spans import RecognisedSpan
from archive_search.errors import ModelError

Spans = list[tuple[RecognisedSpan, ...]]
"""What was seen in each text of a batch."""

BATCHES_AHEAD = 2
"""Batches given out for each process: the one that it reads, and one so that it need not wait for the next."""

# The path first: in a current folder that somebody sent may lie a file called signal.py.
_WORKER = """
import sys
sys.path[:] = {path!r}
import os, signal
# An interruption from the keyboard reaches all processes: the one that started this one decides.
signal.signal(signal.SIGINT, signal.SIG_IGN)
# One thread each: the processes share the machine.
os.environ.update(dict.fromkeys({thread_settings!r}, "1"))
from archive_search.entities.worker import main
main()
"""
_THREAD_SETTINGS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")


class RecognitionCrew:
    """Recognise names in processes that are started as there is work for them; close it after use."""

    def __init__(self, processes: int) -> None:
        """Plan for a number of processes beside this one; there is at least one."""
        self._count = max(1, processes)
        self._workers: list[Worker] = []
        self._free: SimpleQueue[Worker] = SimpleQueue()
        self._threads = ThreadPoolExecutor(self._count)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def recognise_all(self, batches: Iterable[Sequence[str]]) -> Iterator[Spans]:
        """Recognise the names of batches of texts.

        Args:
            batches: Read one after another, by the thread that reads the answers, a few ahead of them.

        Yields:
            For each batch, in order, the spans of each of its texts.

        Raises:
            ModelError: The model cannot be used, or a process was lost.
        """
        waiting: deque[Future[Spans]] = deque()
        try:
            for batch in batches:
                waiting.append(self._give_out(list(batch)))
                if len(waiting) >= self._count * BATCHES_AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for answer in waiting:
                answer.cancel()

    def _give_out(self, batch: list[str]) -> "Future[Spans]":
        if len(self._workers) < self._count:
            worker = Worker()
            self._workers.append(worker)
            self._free.put(worker)
        return self._threads.submit(self._recognise, batch)

    def _recognise(self, batch: list[str]) -> Spans:
        """Have a free worker read a batch; there are as many as threads that may ask for one."""
        worker = self._free.get()
        try:
            return worker.recognise(batch)
        finally:
            self._free.put(worker)

    def close(self) -> None:
        """End the processes, at once; what was given out and not read is lost."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._workers:
            worker.kill()
        # Threads that waited for an answer have been told that none will come.
        self._threads.shutdown()
        for worker in self._workers:
            worker.close()


class Worker:
    """Drive one process that recognises names; it ends with this one, whatever ends it."""

    def __init__(self) -> None:
        """Start the process; it loads the model when it is given a first batch."""
        self._process = subprocess.Popen(worker_command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def recognise(self, batch: list[str]) -> Spans:
        """Have the process read a batch, and wait for what it saw.

        Raises:
            ModelError: The model cannot be used, or the process is gone.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            dump(batch, self._process.stdin, HIGHEST_PROTOCOL)
            self._process.stdin.flush()
            answer = load(self._process.stdout)
        except (EOFError, UnpicklingError, OSError) as error:
            raise _lost_worker() from error
        if isinstance(answer, ModelError):
            raise answer
        spans: Spans = answer
        return spans

    def kill(self) -> None:
        """End the process; who waits for its answer gets an error."""
        self._process.kill()
        self._process.wait()

    def close(self) -> None:
        """Give back what the process held; it must have been killed."""
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with suppress(BrokenPipeError):
                    stream.close()


def worker_command() -> list[str]:
    """Give the command that starts a worker; it looks for modules where this process does."""
    return [sys.executable, "-c", _WORKER.format(path=sys.path, thread_settings=_THREAD_SETTINGS)]


def _lost_worker() -> ModelError:
    return ModelError(
        "un processus de reconnaissance des noms s'est arrêté : libérez de la mémoire, puis relancez, au besoin avec "
        "« --workers 1 »"
    )
