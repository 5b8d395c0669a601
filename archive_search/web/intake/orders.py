"""What the process that indexes is asked to do, and what it tells on the way."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from archive_search.archive.report import AddReport, Progress
from archive_search.engines.naming.report import NamingProgress, NamingReport

MOST_LISTED = 200
"""Failures and the like that are kept of a run; of a hundred thousand nobody reads more."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Order:
    """Ask to bring an archive up to date.

    Attributes:
        paths: Folders and files; none means all that the archive was made from.
        names: Whether to look for names afterwards.
        cleaning: How much is taken out of articles: "all", "rules" or "none".
        remove_missing: Whether articles of files that are gone are taken out.
    """

    paths: tuple[Path, ...] = ()
    names: bool = True
    cleaning: str = "all"
    remove_missing: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Added:
    """Tell that all files were read, or that the reader had that stopped.

    Attributes:
        report: What was done, as `summarize` gives it.
        interrupted: Whether it was stopped.
    """

    report: Mapping[str, Any]
    interrupted: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault:
    """Tell that the run cannot go on.

    Attributes:
        message: French sentence: what happened and what to do.
    """

    message: str


Told: TypeAlias = Progress | NamingProgress | Added | NamingReport | Fault


def summarize(report: AddReport) -> dict[str, Any]:
    """Give the report of a run for JSON, its lists cut short, and what was left out counted by reason."""
    values = report.to_dict()
    reasons = Counter(each.reason for each in report.skipped)
    del values["skipped"]
    return values | {
        "failures": values["failures"][:MOST_LISTED],
        "failures_total": len(report.failures),
        "missing": values["missing"][:MOST_LISTED],
        "missing_total": len(report.missing),
        "skipped_total": len(report.skipped),
        "skipped_by_reason": [{"name": name, "count": count} for name, count in reasons.most_common(MOST_LISTED)],
    }
