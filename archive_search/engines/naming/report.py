"""What a run that looks for names is asked, tells on the way and reports at the end."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any


class Stage(StrEnum):
    """Name what a run is doing; the value is shown to the reader."""

    RECOGNISING = "noms relevés"
    SETTLING = "noms rattachés"


@dataclass(frozen=True, kw_only=True, slots=True)
class NamingProgress:
    """Tell how far a run is.

    Attributes:
        stage: What it is doing.
        done: Characters read, or articles settled, so far.
        total: How many there are.
    """

    stage: Stage
    done: int
    total: int


@dataclass(frozen=True, kw_only=True, slots=True)
class NamingOptions:
    """Hold how names are to be looked for.

    Attributes:
        recognise: Whether the model reads what it has not read yet; without that, only what is known already is
            brought up to date with corrections and with articles that are gone.
        afresh: Whether everything that follows from what the model saw is worked out anew.
        on_progress: Called now and then.
    """

    recognise: bool = True
    afresh: bool = False
    on_progress: Callable[[NamingProgress], None] | None = None


@dataclass(kw_only=True, slots=True)
class NamingReport:
    """Tell what a run did.

    Attributes:
        recognised: Paragraphs that the model read.
        words: Words in them.
        settled: Articles whose mentions were settled.
        waiting: Articles whose names are not known yet.
        entities: Persons, places and organisations of the archive.
        faults: What is wrong with the librarian's corrections, one French sentence each.
        recognising_seconds: Time that the model took.
        seconds: Time of the whole run.
        interrupted: Whether the keyboard ended it; what the model had read stays.
        correction: Id of the correction that was made (see `Archive.corrections`); None where none was asked for, or
            it was there already.
    """

    recognised: int = 0
    words: int = 0
    settled: int = 0
    waiting: int = 0
    entities: int = 0
    faults: list[str] = field(default_factory=list)
    recognising_seconds: float = 0.0
    seconds: float = 0.0
    interrupted: bool = False
    correction: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Give the report for JSON, without the correction; seconds are rounded to milliseconds."""
        values = asdict(self)
        del values["correction"]
        return values | {name: round(values[name], 3) for name in ("recognising_seconds", "seconds")}
