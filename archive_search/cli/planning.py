"""Tell what `index --dry-run` would read."""

from collections import Counter
from typing import TYPE_CHECKING

from archive_search.cli.lines import one_line, print_answer, print_json, print_message
from archive_search.cli.reporting import list_counts
from archive_search.cli.wording import count_each

if TYPE_CHECKING:
    from archive_search.archive.planning import Plan, PlannedFile

_STATES = {
    "new": "nouveau",
    "changed": "changé",
    "unchanged": "inchangé",
    "skipped": "laissé",
    "refused": "refusé",
}


def print_plan(plan: "Plan", output_format: str) -> None:
    """Print each file with what would become of it, and the sum on standard error."""
    if output_format == "json":
        print_json(plan.to_dict())
    else:
        for file in plan.files:
            print_answer(_line_of(file))
    for path in plan.missing:
        print_message(f"disparu : {path}")
    formats = Counter(file.format.value for file in plan.files if file.format is not None)
    if formats:
        print_message(f"formats : {list_counts(formats)}")
    counted = [(count, f"fichier {_STATES[state.value]}") for state, count in plan.counts.items()]
    print_message(f"rien n'est écrit : {count_each(*counted) or 'aucun fichier'}")


def _line_of(file: "PlannedFile") -> str:
    reason = f" : {file.reason}" if file.reason else ""
    return one_line(f"{_STATES[file.state.value]:9}{file.format or '—':12}{file.path}{reason}")
