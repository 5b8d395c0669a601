"""The process that indexes for the desktop: it is asked once, tells how far it is, and stops when told so."""

import os
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from typing import TypeAlias

from archive_search.archive.adding import AddOptions
from archive_search.archive.facade import Archive
from archive_search.archive.opening import open_or_create
from archive_search.archive.report import Progress
from archive_search.engines.naming.report import NamingOptions, NamingProgress
from archive_search.errors import ArchiveSearchError
from archive_search.processes import serve
from archive_search.sources.readers import Cleaning, ReadOptions
from archive_search.web.intake.orders import Added, Fault, Order, Told, summarize
from archive_search.web.intake.process_group import end_group, lead_group

_LESS_URGENT = 5
_SECONDS_BETWEEN = 0.2

# A few seconds of work: so much at most is waited for before it can be searched, and lost by who stops.
_COMMIT_CHARACTERS = 8_000_000

Tell: TypeAlias = Callable[[Told | None], None]


def main(archive: str) -> None:
    """Bring an archive up to date, as the process that started this one asks.

    Args:
        archive: Its folder; it is made where there is none.
    """
    lead_group()
    # Who searches meanwhile waits for the answer; nobody waits for this.
    if hasattr(os, "nice"):
        os.nice(_LESS_URGENT)
    serve(partial(_answer, Path(archive)))


def _answer(archive: Path, messages: Iterator[object]) -> Iterator[Told]:
    """Work in a thread, so that this one tells and another hears; all end when the process does."""
    order = next(messages, None)
    if not isinstance(order, Order):
        return
    told: SimpleQueue[Told | None] = SimpleQueue()
    stopped = threading.Event()
    worker = threading.Thread(target=_Work(archive, order, told.put, stopped).run, daemon=True)
    worker.start()
    threading.Thread(target=_listen, args=(messages, stopped), daemon=True).start()
    while (each := told.get()) is not None:
        yield each
    # What a fault of ours prints should be printed before the process ends.
    worker.join(timeout=1)


def _listen(messages: Iterator[object], stopped: threading.Event) -> None:
    """Stop once any message comes; end at once when none can come any more: nobody is left to hear of it."""
    for _ in messages:
        stopped.set()
    end_group(os.getpid())
    os._exit(1)


class _Work:
    def __init__(self, path: Path, order: Order, tell: Tell, stopped: threading.Event) -> None:
        self._path = path
        self._order = order
        self._tell = tell
        self._stopped = stopped
        self._told_at = 0.0
        self._untold: Progress | NamingProgress | None = None

    def run(self) -> None:
        try:
            with open_or_create(self._path) as archive:
                if self._add(archive) and self._order.names:
                    self._tell(archive.update_entities(options=NamingOptions(on_progress=self._on_progress)))
        except ArchiveSearchError as error:
            self._tell(Fault(message=str(error)))
        finally:
            self._tell(None)

    def _add(self, archive: Archive) -> bool:
        """Bring files in, and tell whether to go on."""
        order = self._order
        paths = order.paths or [path for origin in archive.origins() for path in origin.paths]
        options = AddOptions(
            reading=ReadOptions(cleaning=Cleaning(order.cleaning)),
            remove_missing=order.remove_missing,
            on_progress=self._on_progress,
            commit_characters=_COMMIT_CHARACTERS,
        )
        report = archive.add(paths, options=options)
        if self._untold is not None:
            self._tell(self._untold)
        self._tell(Added(report=summarize(report), interrupted=report.interrupted))
        return not report.interrupted

    def _on_progress(self, progress: Progress | NamingProgress) -> None:
        if self._stopped.is_set():
            # The archive takes it for an interruption from the keyboard: it keeps what is committed, and reports.
            raise KeyboardInterrupt
        now = time.monotonic()
        self._untold = progress
        if now - self._told_at >= _SECONDS_BETWEEN:
            self._told_at, self._untold = now, None
            self._tell(progress)
