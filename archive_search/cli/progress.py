"""The progress bar of `index`: how far, how fast, how long still."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from archive_search.cli.lines import one_line

if TYPE_CHECKING:
    from archive_search.archive.report import Progress


@contextmanager
def progress_bar() -> "Iterator[Callable[[Progress], None] | None]":
    """Show a progress bar on standard error where that is a terminal; elsewhere nothing.

    Yields:
        What to call with each report of progress, or None.
    """
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    # Imported here: only a terminal needs it.
    from rich import progress as bars
    from rich.console import Console

    columns = (
        bars.TextColumn("{task.fields[articles]} articles"),
        bars.BarColumn(),
        bars.TextColumn("{task.percentage:>3.0f} %  {task.fields[rate]:.0f} articles/s"),
        bars.TimeRemainingColumn(),
        bars.TextColumn("{task.description}", markup=False),
    )
    with bars.Progress(*columns, console=Console(stderr=True), transient=True) as display:
        task = display.add_task("", total=None, articles=0, rate=0.0)

        def show(progress: "Progress") -> None:
            seconds = display.tasks[0].elapsed or 1.0
            display.update(
                task,
                total=progress.total_bytes or 1,
                completed=progress.bytes,
                description=one_line(Path(progress.path).name),
                articles=progress.articles,
                rate=progress.articles / seconds,
            )

        yield show
