"""What a run of indexing did, and how far it is."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from archive_search.engines.local_writing import Change
from archive_search.records import Article, Failure, Skipped


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
        doubles: Articles that another file has too, under the same id and word for word; the archive has them once.
        removed: Articles taken out because their file no longer has them, or is gone.
        revised: Articles of earlier runs, out of which was taken what is now known to be repeated by their source.
        committed: Articles added or replaced that are on disk; less than their sum only after an interruption.
        missing: Files known before that are no longer there; their articles stay unless asked otherwise.
        failures: What could not be read, and why.
        skipped: Files that hold no article, and what they are.
        sources: Articles added or replaced by source; None is for those that state none.
        years: The same by year of publication.
        languages: The same by language.
        rules: Passages taken out of them, by rule.
        families: Families of two articles or more in the whole archive, after the run.
        members: Articles in these families.
        interrupted: Whether the run was stopped before its end.
        seconds: Time it took.
    """

    files_read: int = 0
    files_unchanged: int = 0
    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    doubles: int = 0
    removed: int = 0
    revised: int = 0
    committed: int = 0
    missing: list[str] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    sources: Counter[str | None] = field(default_factory=Counter)
    years: Counter[int | None] = field(default_factory=Counter)
    languages: Counter[str | None] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)
    families: int = 0
    members: int = 0
    interrupted: bool = False
    seconds: float = 0.0

    @property
    def articles(self) -> int:
        """Count the articles met, whatever became of them."""
        return self.added + self.replaced + self.unchanged

    def count(self, change: Change, article: Article) -> None:
        """Count what became of one article."""
        if change is Change.UNCHANGED:
            self.unchanged += 1
            return
        if change is Change.ADDED:
            self.added += 1
        elif change is Change.REPLACED:
            self.replaced += 1
        self.sources[article.source] += 1
        self.years[article.date.year if article.date else None] += 1
        self.languages[article.language] += 1
        self.rules.update(passage.rule for passage in article.removed)

    def to_dict(self) -> dict[str, Any]:
        """Give the report as plain values for JSON."""
        return {
            "version": 1,
            "files_read": self.files_read,
            "files_unchanged": self.files_unchanged,
            "added": self.added,
            "replaced": self.replaced,
            "unchanged": self.unchanged,
            "doubles": self.doubles,
            "removed": self.removed,
            "revised": self.revised,
            "committed": self.committed,
            "missing": list(self.missing),
            "failures": [
                {"path": failure.path, "line": failure.line, "reason": failure.reason} for failure in self.failures
            ],
            "skipped": [{"path": skipped.path, "reason": skipped.reason} for skipped in self.skipped],
            "sources": _by_count(self.sources),
            "years": _by_count(self.years),
            "languages": _by_count(self.languages),
            "removed_by_rule": _by_count(self.rules),
            "families": self.families,
            "members": self.members,
            "interrupted": self.interrupted,
            "seconds": round(self.seconds, 2),
        }


def _by_count(counted: Mapping[Any, int]) -> list[dict[str, Any]]:
    """List what was counted, the most frequent first, then by name."""
    ordered = sorted(counted.items(), key=lambda item: (-item[1], str(item[0])))
    return [{"name": name, "count": count} for name, count in ordered]
