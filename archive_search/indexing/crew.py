"""Who builds the segments of a run: this process alone, or further processes beside it."""

import sys
import threading
from contextlib import suppress
from pathlib import Path
from queue import Queue
from typing import Protocol

from archive_search.errors import StorageError
from archive_search.indexing.building import IndexedArticle, SegmentBuilder
from archive_search.indexing.segment_files import new_segment_name
from archive_search.processes import WorkerProcess

SENT_CHARACTERS = 1_000_000
"""Characters of text that are sent to a worker at a time; less than that is not worth starting one."""

SEGMENT_WORDS = 13_000_000
"""Words that all processes of a crew together hold in memory before they write them as segments. It bounds the memory
taken: about 45 bytes a word, beside some 250 MB a process for what is known of words met before."""


class Crew(Protocol):
    """Build segments out of articles, in a folder."""

    def add(self, article: IndexedArticle) -> None:
        """Take an article; when much was taken, some of it is written as a segment."""

    def finish_segments(self) -> list[str]:
        """Write all that was taken since the last time, and give the names of its segments."""

    def drop(self) -> None:
        """Forget what was taken since `finish_segments`; segments written meanwhile are left to whoever cleans."""

    def close(self) -> None:
        """End the processes of the crew; they are started again when there is work."""


class SingleHand:
    """Build segments in this process."""

    def __init__(self, folder: Path, *, words: int = SEGMENT_WORDS) -> None:
        """Begin.

        Args:
            folder: Where segments go.
            words: Words after which one is written.
        """
        self._folder = folder
        self._most_words = words
        self._builder = SegmentBuilder()
        self._written: list[str] = []

    def add(self, article: IndexedArticle) -> None:
        """Take an article.

        Raises:
            OSError: A segment cannot be written.
        """
        self._builder.add(article)
        if self._builder.words >= self._most_words:
            self._write()

    def _write(self) -> None:
        name = new_segment_name()
        if self._builder.write(self._folder / name):
            self._written.append(name)

    def finish_segments(self) -> list[str]:
        """Write all that was taken since the last time, and give the names of its segments.

        Raises:
            OSError: A segment cannot be written.
        """
        self._write()
        written, self._written = self._written, []
        return written

    def drop(self) -> None:
        """Forget what was taken since `finish_segments`."""
        self._builder.drop()
        self._written = []

    def close(self) -> None:
        """Do nothing: no process was started."""


class SharedWork:
    """Build segments in this process and in others beside it, which are started once there is work for them."""

    def __init__(self, folder: Path, workers: int) -> None:
        """Plan for a number of processes beside this one, at least 1."""
        self._folder = folder
        self._count = workers
        self._words = SEGMENT_WORDS // (workers + 1)
        self._own = SingleHand(folder, words=self._words)
        self._workers: list[Worker] = []
        self._waiting: list[IndexedArticle] = []
        self._characters = 0

    def add(self, article: IndexedArticle) -> None:
        """Take an article.

        Raises:
            StorageError: A worker is gone.
            OSError: A segment cannot be written.
        """
        self._waiting.append(article)
        self._characters += count_characters(article)
        if self._characters >= SENT_CHARACTERS:
            self._workers = self._workers or [Worker(self._folder, words=self._words) for _ in range(self._count)]
            self._share_out()

    def _share_out(self) -> None:
        """Give what waits to a worker that is free, or do it here when none is."""
        waiting, self._waiting, self._characters = self._waiting, [], 0
        if not any(worker.offer(waiting) for worker in self._workers):
            for article in waiting:
                self._own.add(article)

    def finish_segments(self) -> list[str]:
        """Have all that was taken since the last time written, and give the names of its segments.

        Raises:
            StorageError: A worker is gone.
            OSError: A segment cannot be written.
        """
        self._share_out()
        for worker in self._workers:
            worker.ask_for_segments()
        names = self._own.finish_segments()
        return names + [name for worker in self._workers for name in worker.receive()]

    def drop(self) -> None:
        """Forget what was taken since `finish_segments`; workers end, for they may be in the midst of it."""
        self._own.drop()
        self._waiting, self._characters = [], 0
        self.close()

    def close(self) -> None:
        """End the processes of the crew."""
        workers, self._workers = self._workers, []
        for worker in workers:
            worker.close()


class Worker:
    """Drive one process that builds segments.

    A thread of its own sends what the worker is to do, so that this process goes on meanwhile.
    """

    def __init__(self, folder: Path, *, words: int) -> None:
        """Start the process, which is to write segments to a folder after so many words."""
        self._process = WorkerProcess("archive_search.indexing.worker", str(folder), words)
        self._tasks: Queue[tuple[str, list[IndexedArticle]] | None] = Queue()
        self._sender = threading.Thread(target=self._send_tasks, daemon=True)
        self._sender.start()

    def _send_tasks(self) -> None:
        while (task := self._tasks.get()) is not None:
            # A worker that is gone is noticed by whoever waits for its answer.
            with suppress(EOFError):
                self._process.send(task)

    def offer(self, articles: list[IndexedArticle]) -> bool:
        """Give articles to the worker unless others wait before it, and say whether it took them.

        Raises:
            StorageError: The worker is gone.
        """
        if self._process.is_gone():
            raise _lost_worker()
        if not self._tasks.empty():
            return False
        self._tasks.put(("add", articles))
        return True

    def ask_for_segments(self) -> None:
        """Have the worker write what it was given; `receive` gives the answer."""
        self._tasks.put(("finish", []))

    def receive(self) -> list[str]:
        """Wait for the names of the segments that were asked for.

        Raises:
            StorageError: The worker is gone.
            OSError: A segment cannot be written.
        """
        try:
            names: list[str] = self._process.receive()
        except EOFError as error:
            raise _lost_worker() from error
        return names

    def close(self) -> None:
        """End the process, at once."""
        self._process.kill()
        # The sender can no longer be held up: what it writes to a process that is gone fails.
        self._tasks.put(None)
        self._sender.join()
        self._process.close()


def count_characters(article: IndexedArticle) -> int:
    """Give the length of the texts of an article."""
    return sum(map(len, article.texts))


def make_crew(folder: Path, *, processes: int) -> Crew:
    """Make a crew of a number of processes, this one included, that builds segments in a folder."""
    return SingleHand(folder, words=SEGMENT_WORDS) if processes <= 1 else SharedWork(folder, processes - 1)


def _lost_worker() -> StorageError:
    message = "un processus d'indexation s'est arrêté : relancez, au besoin avec « --workers 1 »"
    return StorageError(message, path=Path(sys.executable))
