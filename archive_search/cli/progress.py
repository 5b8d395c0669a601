"""The progress bars of `index`, `entities update` and `export`: how far, how fast, how long still."""

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from archive_search.cli.lines import one_line

if TYPE_CHECKING:
    from rich.progress import Progress as Display

    from archive_search.archive.exporting import ExportProgress
    from archive_search.archive.report import Progress
    from archive_search.engines.naming.report import NamingProgress

Told = TypeVar("Told")
Bar: TypeAlias = "AbstractContextManager[Callable[[Told], None] | None]"
"""Gives what to call with each report of progress, or None where there is no terminal to show it on."""


def adding_bar() -> "Bar[Progress]":
    """Show how far files are read, on standard error where that is a terminal; elsewhere nothing."""
    return _bar(_show_adding, description="0 articles", pace="  0 articles/s")


def _show_adding(display: "Display", progress: "Progress") -> None:
    (task,) = display.tasks
    rate = progress.articles / (task.elapsed or 1.0)
    display.update(
        task.id,
        total=progress.total_bytes or 1,
        completed=progress.bytes,
        description=f"{progress.articles} articles",
        pace=f"  {rate:.0f} articles/s",
        file=one_line(Path(progress.path).name),
    )


def naming_bar() -> "Bar[NamingProgress]":
    """Show how far names are found, on standard error where that is a terminal; elsewhere nothing."""
    return _bar(_show_naming, description="noms")


def _show_naming(display: "Display", progress: "NamingProgress") -> None:
    (task,) = display.tasks
    # The stages are counted in different things: the pace of one says nothing of the next.
    if task.description != progress.stage.value:
        display.reset(task.id, description=progress.stage.value)
    display.update(task.id, total=progress.total, completed=progress.done)


def exporting_bar() -> "Bar[ExportProgress]":
    """Show how many articles are written, on standard error where that is a terminal; elsewhere nothing."""
    return _bar(_show_exporting, description="0 article")


def _show_exporting(display: "Display", progress: "ExportProgress") -> None:
    (task,) = display.tasks
    display.update(task.id, total=progress.total, completed=progress.done, description=f"{progress.done} articles")


@contextmanager
def _bar(
    show: "Callable[[Display, Told], None]", *, description: str, pace: str = ""
) -> "Iterator[Callable[[Told], None] | None]":
    """Draw a bar of one task, whose description, pace and file are texts that `show` brings up to date."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    # Imported here: only a terminal needs it.
    from rich import progress as bars
    from rich.console import Console

    columns = (
        bars.TextColumn("{task.description}", markup=False),
        bars.BarColumn(),
        bars.TextColumn("{task.percentage:>3.0f} %{task.fields[pace]}", markup=False),
        bars.TimeRemainingColumn(),
        bars.TextColumn("{task.fields[file]}", markup=False),
    )
    with bars.Progress(*columns, console=Console(stderr=True), transient=True) as display:
        display.add_task(description, total=None, pace=pace, file="")
        yield partial(show, display)
