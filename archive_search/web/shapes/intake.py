"""Shape of ``/archive.json``."""

from typing import Literal

from pydantic import BaseModel


class Counted(BaseModel):
    """A value and how many articles have it; null is for those that state none."""

    name: str | int | None
    count: int


class FailureShape(BaseModel):
    """A file, or a line of one, that could not be read."""

    path: str
    line: int | None
    reason: str


class ReportShape(BaseModel):
    """What reading files did; lists hold the first 200, the totals count all."""

    version: Literal[1]
    files_read: int
    files_unchanged: int
    added: int
    replaced: int
    unchanged: int
    doubles: int
    removed: int
    revised: int
    committed: int
    missing: list[str]
    missing_total: int
    failures: list[FailureShape]
    failures_total: int
    skipped_total: int
    skipped_by_reason: list[Counted]
    sources: list[Counted]
    years: list[Counted]
    languages: list[Counted]
    removed_by_rule: list[Counted]
    families: int
    members: int
    interrupted: bool
    seconds: float


class NamesShape(BaseModel):
    """What looking for names did."""

    recognised: int
    words: int
    settled: int
    waiting: int
    entities: int
    faults: list[str]
    recognising_seconds: float
    seconds: float
    interrupted: bool


class JobShape(BaseModel):
    """The run of indexing under way, or the last one of this desktop.

    ``done`` and ``total`` count bytes while files are read, and characters or articles while names are looked for;
    ``total`` is 0 while it is not known. ``folders`` is empty where all that the archive was made from is read.
    """

    number: int
    phase: Literal["reading", "naming", "done", "failed", "stopped"]
    folders: list[str]
    started: str
    seconds: float
    seconds_left: float | None
    stopping: bool
    file: str | None
    files: int
    files_total: int
    articles: int
    stage: str | None
    done: int
    total: int
    report: ReportShape | None
    entities: NamesShape | None
    error: str | None


class OriginShape(BaseModel):
    """A folder that the archive has articles from; ``whole`` where files that come into it later belong to it."""

    path: str
    files: int
    whole: bool
    gone: bool


class ArchiveShape(BaseModel):
    """What the archive holds, what it was made from, and how far indexing is."""

    version: Literal[1]
    articles: int
    paragraphs: int
    words: int
    characters: int
    files: int
    forms: int
    entities: int
    sources: list[Counted]
    first_date: str | None
    last_date: str | None
    undated: int
    bytes: int
    segments: int
    origins: list[OriginShape]
    job: JobShape | None
