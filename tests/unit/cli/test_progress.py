"""What the progress bars show of the reports that they are given, on a terminal and elsewhere."""

import sys
from collections.abc import Callable
from io import StringIO
from typing import Any, TypeAlias

import pytest

from archive_search.archive.report import Progress
from archive_search.cli.progress import adding_bar, naming_bar
from archive_search.engines.naming.report import NamingProgress, Stage

Show: TypeAlias = Callable[..., str]
UNKNOWN_TIME = "-:--:--"


class Terminal(StringIO):
    """Keep what is written to it, as if somebody read it on a screen."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def show(monkeypatch: pytest.MonkeyPatch) -> Show:
    """Give a function that shows reports by a bar, and returns what the terminal was sent."""
    for name, value in {"TERM": "xterm", "COLUMNS": "120", "NO_COLOR": "1"}.items():
        monkeypatch.setenv(name, value)

    def show_all(bar: Callable[[], Any], *reports: object) -> str:
        terminal = Terminal()
        with monkeypatch.context() as patch:
            # Here, not in the fixture: pytest sets the stream anew before the test itself.
            patch.setattr(sys, "stderr", terminal)
            with bar() as show_report:
                for report in reports:
                    show_report(report)
        return terminal.getvalue()

    return show_all


def last_line(shown: str) -> str:
    return next(line for line in reversed(shown.splitlines()) if "%" in line)


def reading(path: str, *, done: int, total: int = 200) -> Progress:
    return Progress(path=path, files=0, total_files=1, bytes=done, total_bytes=total, articles=3)


def settling(done: int) -> NamingProgress:
    return NamingProgress(stage=Stage.SETTLING, done=done, total=50)


@pytest.mark.parametrize("bar", [adding_bar, naming_bar])
@pytest.mark.parametrize("stream", [None, StringIO()], ids=["closed", "file"])
def test_nothing_is_shown_where_there_is_no_terminal(
    monkeypatch: pytest.MonkeyPatch, bar: Callable[[], Any], stream: StringIO | None
) -> None:
    monkeypatch.setattr(sys, "stderr", stream)
    with bar() as show:
        assert show is None
    assert stream is None or stream.getvalue() == ""


@pytest.mark.parametrize("said", ["3 articles ", " 25 %", " articles/s", " port.txt"])
def test_the_bar_of_reading_tells_articles_share_pace_and_file(show: Show, said: str) -> None:
    assert said in last_line(show(adding_bar, reading("presse/port.txt", done=50)))


def test_a_file_name_is_shown_as_it_is_but_for_its_control_characters(show: Show) -> None:
    shown = show(adding_bar, reading("presse/[red]port\x1b[2J.txt", done=50))
    assert "[red]port[2J.txt" in shown
    assert "\x1b[2J" not in shown


def test_files_without_content_are_shown_too(show: Show) -> None:
    assert "vide.txt" in show(adding_bar, reading("vide.txt", done=0, total=0))


@pytest.mark.parametrize(("bar", "said"), [(adding_bar, "0 articles "), (naming_bar, "noms ")])
def test_a_bar_is_there_before_the_first_report(show: Show, bar: Callable[[], Any], said: str) -> None:
    assert said in last_line(show(bar))


@pytest.mark.parametrize("said", ["noms rattachés ", " 20 %"])
def test_the_bar_of_names_tells_stage_and_share(show: Show, said: str) -> None:
    assert said in last_line(show(naming_bar, settling(10)))


def test_the_time_that_remains_is_told_after_several_reports(show: Show) -> None:
    assert UNKNOWN_TIME in last_line(show(naming_bar, settling(10)))
    assert UNKNOWN_TIME not in last_line(show(naming_bar, settling(10), settling(20), settling(30)))


def test_the_pace_of_one_stage_says_nothing_of_the_next(show: Show) -> None:
    recognising = [NamingProgress(stage=Stage.RECOGNISING, done=done, total=900) for done in (100, 200, 300)]
    assert UNKNOWN_TIME in last_line(show(naming_bar, *recognising, settling(10)))


@pytest.mark.parametrize("bar", [adding_bar, naming_bar])
def test_a_bar_is_wiped_at_its_end(show: Show, bar: Callable[[], Any]) -> None:
    assert show(bar).endswith("\x1b[2K")
