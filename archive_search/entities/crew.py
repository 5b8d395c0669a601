"""Share the recognition of names among processes of their own: this one never loads the model.

What is to be read goes to a process and comes back as spans, in the order in which it was given.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from typing import Self

from archive_search.entities.spans import RecognisedSpan
from archive_search.errors import ModelError
from archive_search.processes import WorkerProcess

Spans = list[tuple[RecognisedSpan, ...]]
"""What was seen in each text of a batch."""

BATCHES_AHEAD = 2
"""Batches given out for each process: the one that it reads, and one so that it need not wait for the next."""

# The processes share the machine.
_ONE_THREAD_EACH = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"), "1"
)


class RecognitionCrew:
    """Recognise names in processes that are started as there is work for them; close it after use."""

    def __init__(self, processes: int) -> None:
        """Plan for a number of processes beside this one; there is at least one."""
        self._count = max(1, processes)
        self._workers: list[WorkerProcess] = []
        self._free: SimpleQueue[WorkerProcess] = SimpleQueue()
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
            worker = WorkerProcess("archive_search.entities.worker", environment=_ONE_THREAD_EACH)
            self._workers.append(worker)
            self._free.put(worker)
        return self._threads.submit(self._recognise, batch)

    def _recognise(self, batch: list[str]) -> Spans:
        """Have a free worker read a batch; there are as many as threads that may ask for one."""
        worker = self._free.get()
        try:
            worker.send(batch)
            spans: Spans = worker.receive()
        except EOFError as error:
            raise _lost_worker() from error
        finally:
            self._free.put(worker)
        return spans

    def close(self) -> None:
        """End the processes, at once; what was given out and not read is lost."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._workers:
            worker.kill()
        # Threads that waited for an answer have been told that none will come.
        self._threads.shutdown()
        for worker in self._workers:
            worker.close()


def _lost_worker() -> ModelError:
    return ModelError(
        "un processus de reconnaissance des noms s'est arrêté : libérez de la mémoire, puis relancez, au besoin avec "
        "« --workers 1 »"
    )
