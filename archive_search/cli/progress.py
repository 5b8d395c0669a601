"""The progress bars of `index` and `entities update`: how far, how fast, how long still."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from archive_search.cli.lines import one_line

if TYPE_CHECKING:
    from archive_search.archive.report import Progress
    from archive_search.engines.naming.report import NamingProgress


def _on_terminal() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()


@contextmanager
def adding_bar() -> "Iterator[Callable[[Progress], None] | None]":
    """Show how far files are read, on standard error where that is a terminal; elsewhere nothing.

    Yields:
        What to call with each report of progress, or None.
    """
    if not _on_terminal():
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


@contextmanager
def naming_bar() -> "Iterator[Callable[[NamingProgress], None] | None]":
    """Show how far names are found, on standard error where that is a terminal; elsewhere nothing.

    Yields:
        What to call with each report of progress, or None.
    """
    if not _on_terminal():
        yield None
        return
    # Imported here: only a terminal needs it.
    from rich import progress as bars
    from rich.console import Console

    columns = (
        bars.TextColumn("{task.description}"),
        bars.BarColumn(),
        bars.TextColumn("{task.percentage:>3.0f} %"),
        bars.TimeRemainingColumn(),
    )
    with bars.Progress(*columns, console=Console(stderr=True), transient=True) as display:
        task = display.add_task("noms", total=None)

        def show(progress: "NamingProgress") -> None:
            # The stages are counted in different things: the pace of one says nothing of the next.
            if display.tasks[0].description != progress.stage.value:
                display.reset(task, description=progress.stage.value)
            display.update(task, total=progress.total, completed=progress.done)

        yield show
