"""What a run of indexing did, and how far it is."""

from dataclasses import dataclass, field
from typing import Any

from archive_search.engines.local_writing import Change
from archive_search.records import Failure


@dataclass(frozen=True, kw_only=True, slots=True)
class Progress:
    """Tell how far a run of indexing is.

    Attributes:
        path: File being read.
        files: Files done.
        total_files: Files to read.
        bytes: Bytes read, of all files.
        total_bytes: Bytes to read.
        articles: Articles read.
    """

    path: str
    files: int
    total_files: int
    bytes: int
    total_bytes: int
    articles: int


@dataclass(kw_only=True, slots=True)
class AddReport:
    """Count what a run of indexing did.

    Attributes:
        files_read: Files read because they are new or have changed.
        files_unchanged: Files left alone.
        added: New articles.
        replaced: Articles of which a new version was stored.
        unchanged: Articles met again as they were.
        removed: Articles taken out because their file no longer has them, or is gone.
        committed: Articles added or replaced that are on disk; less than their sum only after an interruption.
        missing: Files known before that are no longer there; their articles stay unless asked otherwise.
        failures: What could not be read, and why.
        interrupted: Whether the run was stopped before its end.
        seconds: Time it took.
    """

    files_read: int = 0
    files_unchanged: int = 0
    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    removed: int = 0
    committed: int = 0
    missing: list[str] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    interrupted: bool = False
    seconds: float = 0.0

    @property
    def articles(self) -> int:
        """Count the articles met, whatever became of them."""
        return self.added + self.replaced + self.unchanged

    def count(self, change: Change) -> None:
        """Count what became of one article."""
        if change is Change.ADDED:
            self.added += 1
        elif change is Change.REPLACED:
            self.replaced += 1
        elif change is Change.UNCHANGED:
            self.unchanged += 1

    def to_dict(self) -> dict[str, Any]:
        """Give the report as plain values for JSON."""
        return {
            "version": 1,
            "files_read": self.files_read,
            "files_unchanged": self.files_unchanged,
            "added": self.added,
            "replaced": self.replaced,
            "unchanged": self.unchanged,
            "removed": self.removed,
            "committed": self.committed,
            "missing": list(self.missing),
            "failures": [
                {"path": failure.path, "line": failure.line, "reason": failure.reason} for failure in self.failures
            ],
            "interrupted": self.interrupted,
            "seconds": round(self.seconds, 2),
        }
