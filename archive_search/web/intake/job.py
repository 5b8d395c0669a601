"""How far a run of indexing is, as pages show it.

>>> job = Job(number=1, order=Order(names=False))
>>> job.phase.value, job.is_over
('reading', False)
>>> advance(job, Fault(message="disque plein")).phase.value
'failed'
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from archive_search.archive.report import Progress
from archive_search.engines.naming.report import NamingProgress, NamingReport
from archive_search.sources.files import path_text
from archive_search.web.intake.orders import Added, Fault, Order, Told

# Before so much was done, how long the rest will take is a guess that nobody should be shown.
_SECONDS_TO_JUDGE = 3.0
_PART_TO_JUDGE = 0.02


class Phase(StrEnum):
    """Name what a run is doing, or how it ended."""

    READING = "reading"
    NAMING = "naming"
    DONE = "done"
    FAILED = "failed"
    STOPPED = "stopped"


_ENDS = frozenset({Phase.DONE, Phase.FAILED, Phase.STOPPED})


@dataclass(frozen=True, kw_only=True, slots=True)
class Job:
    """Hold what is known of one run.

    Attributes:
        number: Its rank among the runs of this desktop, from 1.
        order: What it was asked.
        phase: What it is doing.
        started: When it began.
        ended: When it ended.
        since: When the stage that it is in began, on the clock of `time.monotonic`.
        reading: How far files are read; None before the first.
        naming: How far names are found; None before they are looked for.
        report: What reading did, as `summarize` gives it.
        names: What looking for names did.
        error: Why it failed, a French sentence.
        is_stopping: Whether the reader asked it to stop.
    """

    number: int
    order: Order
    phase: Phase = Phase.READING
    started: datetime = field(default_factory=lambda: datetime.now(UTC))
    ended: datetime | None = None
    since: float = field(default_factory=time.monotonic)
    reading: Progress | None = None
    naming: NamingProgress | None = None
    report: Mapping[str, Any] | None = None
    names: NamingReport | None = None
    error: str | None = None
    is_stopping: bool = False

    @property
    def is_over(self) -> bool:
        """Whether it has ended."""
        return self.phase in _ENDS

    @property
    def done(self) -> int:
        """How much of the present stage is done: bytes read, characters or articles looked through for names."""
        if self.naming is not None:
            return self.naming.done
        return self.reading.bytes if self.reading is not None else 0

    @property
    def total(self) -> int:
        """How much there is to do in the present stage; 0 where that is not known yet."""
        if self.naming is not None:
            return self.naming.total
        return self.reading.total_bytes if self.reading is not None and self.phase is Phase.READING else 0

    @property
    def folders(self) -> list[str]:
        """The folders that it was asked to bring in, to be shown."""
        return [path_text(path) for path in self.order.paths]

    @property
    def file(self) -> str | None:
        """The file being read, to be shown."""
        if self.reading is None or self.phase is not Phase.READING:
            return None
        return path_text(Path(self.reading.path))

    def seconds(self) -> float:
        """Give how long it has taken."""
        return ((self.ended or datetime.now(UTC)) - self.started).total_seconds()

    def seconds_left(self) -> float | None:
        """Give how long its present stage will still take; None while that cannot be told."""
        elapsed = time.monotonic() - self.since
        if self.is_over or elapsed < _SECONDS_TO_JUDGE or not self.total or self.done < self.total * _PART_TO_JUDGE:
            return None
        return elapsed * max(0, self.total - self.done) / self.done

    def to_dict(self) -> dict[str, Any]:
        """Give the run as plain values for JSON."""
        left = self.seconds_left()
        reading = self.reading
        return {
            "number": self.number,
            "phase": self.phase.value,
            "folders": self.folders,
            "started": self.started.isoformat(timespec="seconds"),
            "seconds": round(self.seconds(), 1),
            "seconds_left": None if left is None else round(left, 1),
            "stopping": self.is_stopping,
            "file": self.file,
            "files": 0 if reading is None else reading.files,
            "files_total": 0 if reading is None else reading.total_files,
            "articles": 0 if reading is None else reading.articles,
            "stage": None if self.naming is None or self.is_over else self.naming.stage.value,
            "done": self.done,
            "total": self.total,
            "report": self.report,
            "entities": None if self.names is None else self.names.to_dict(),
            "error": self.error,
        }


def advance(job: Job, told: Told) -> Job:
    """Give what is known of a run once it has told something more."""
    match told:
        case Progress():
            return replace(job, reading=told)
        case NamingProgress():
            is_same = job.naming is not None and job.naming.stage is told.stage
            return replace(job, naming=told, since=job.since if is_same else time.monotonic())
        case Added():
            after = replace(job, report=told.report)
            if told.interrupted:
                return end(after, Phase.STOPPED)
            return replace(after, phase=Phase.NAMING) if job.order.names else end(after, Phase.DONE)
        case NamingReport():
            return end(replace(job, names=told), Phase.STOPPED if told.interrupted else Phase.DONE)
        case Fault():
            return end(replace(job, error=told.message), Phase.FAILED)


def end(job: Job, phase: Phase) -> Job:
    """Give what is known of a run once it has ended in some way."""
    return replace(job, phase=phase, ended=datetime.now(UTC))
