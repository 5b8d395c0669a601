"""Run one job of indexing at a time, in a process of its own, and know how far it is."""

import threading
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from archive_search.processes import WorkerProcess
from archive_search.web.intake.job import Job, Phase, advance, end
from archive_search.web.intake.orders import Order, Told
from archive_search.web.intake.process_group import end_group

SECONDS_TO_STOP = 10.0
"""Time that a process has to stop by itself; a commit that it is in takes seconds."""

_LOST = "le processus d'indexation s'est arrêté : libérez de la mémoire, puis recommencez"
_UNSTARTED = "processus d'indexation impossible à lancer ({reason}) : fermez des programmes, puis recommencez"


class Jobs:
    """Bring one archive up to date when asked; any thread may ask and look."""

    def __init__(self, archive: Path) -> None:
        """Take the folder of the archive, which need not exist yet."""
        self._archive = archive
        self._lock = threading.Lock()
        self._latest: Job | None = None
        self._worker: WorkerProcess | None = None
        self._follower: threading.Thread | None = None

    @property
    def latest(self) -> Job | None:
        """The job under way, or else the last one; None before the first."""
        return self._latest

    @property
    def is_busy(self) -> bool:
        """Whether a job is under way."""
        return self._latest is not None and not self._latest.is_over

    def start(self, order: Order) -> bool:
        """Start a job, and tell whether it was: while another is under way nothing is."""
        with self._lock:
            if self.is_busy:
                return False
            self._latest = Job(number=self._latest.number + 1 if self._latest else 1, order=order)
            try:
                self._worker = WorkerProcess("archive_search.web.intake.worker", str(self._archive))
            except OSError as error:
                fault = _UNSTARTED.format(reason=error.strerror or error)
                self._latest = end(replace(self._latest, error=fault), Phase.FAILED)
                return True
            with suppress(EOFError):  # it is gone already: whoever follows it will be told
                self._worker.send(order)
            self._follower = threading.Thread(target=self._follow, args=[self._worker], daemon=True)
            self._follower.start()
            return True

    def _follow(self, worker: WorkerProcess) -> None:
        """Take what a process tells, until its job is over; from then on another may be under way."""
        try:
            while not self._take(worker.receive()):
                pass
        except EOFError:
            with self._lock:
                self._latest = self._lost(self._known())
        finally:
            with self._lock:
                self._worker = None if self._worker is worker else self._worker
            if not worker.is_gone():
                end_group(worker.pid)
            worker.close()

    def _take(self, told: Told) -> bool:
        """Take what the process told, and tell whether the job is over."""
        with self._lock:
            self._latest = advance(self._known(), told)
            return self._latest.is_over

    def _known(self) -> Job:
        assert self._latest is not None
        return self._latest

    def _lost(self, job: Job) -> Job:
        return end(job, Phase.STOPPED) if job.is_stopping else end(replace(job, error=_LOST), Phase.FAILED)

    def stop(self) -> None:
        """Ask the job under way to stop, if there is one; what it has committed stays.

        It ends soon after, by force if it does not by itself.
        """
        with self._lock:
            worker = self._worker
            if worker is None or self._known().is_stopping:
                return
            self._latest = replace(self._known(), is_stopping=True)
            with suppress(EOFError):
                worker.send("stop")
        patience = threading.Timer(SECONDS_TO_STOP, self._kill, [worker])
        patience.daemon = True
        patience.start()

    def _kill(self, worker: WorkerProcess) -> None:
        with self._lock:
            if self._worker is worker:
                end_group(worker.pid)
                worker.kill()

    def close(self) -> None:
        """End the job under way at once, with its processes; what it has committed stays."""
        with self._lock:
            worker = self._worker
            if worker is not None:
                self._latest = replace(self._known(), is_stopping=True)
        if worker is not None:
            self._kill(worker)
        self.wait()

    def wait(self) -> None:
        """Wait until the job under way, if there is one, has ended."""
        if self._follower is not None:
            self._follower.join()
