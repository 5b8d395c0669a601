"""The desktop as a process: it says where it is, and ends well with all that it started."""

import json
import os
import shlex
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from http.client import HTTPResponse
from pathlib import Path
from typing import Any, TypeAlias, cast
from urllib.parse import urlencode

import lxml.html
import pytest
from process_endings import is_gone, wait_until

from archive_search.cli.serving import USUAL_PORT
from cli.conftest import SEEDS, Run
from cli.test_processes import heed_interruptions

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
Start: TypeAlias = Callable[..., "Desktop"]


class Desktop:
    """A desktop that runs, and what it has said."""

    def __init__(self, args: list[str], environment: dict[str, str]) -> None:
        options: Any = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        self.process = subprocess.Popen(
            args, **options, encoding="utf-8", env=environment, preexec_fn=heed_interruptions
        )
        assert self.process.stderr is not None
        self.said = [self.process.stderr.readline()]
        self.address = self.said[0].split()[-1]

    def hear(self) -> str:
        """Wait for the next line on standard error."""
        assert self.process.stderr is not None
        line: str = self.process.stderr.readline()
        self.said.append(line)
        return line

    def ask(self, page: str, **form: str) -> HTTPResponse:
        """Ask for a page, or send it a form."""
        data = urlencode({**form, "token": self.token()}).encode() if form else None
        return cast("HTTPResponse", urllib.request.urlopen(self.address + page, data, timeout=60))

    def token(self) -> str:
        page = lxml.html.fromstring(self.ask("welcome").read())
        return str(page.xpath("//input[@name='token']/@value")[0])

    def end(self, number: int) -> str:
        """Send a signal, and give all that was said."""
        self.process.send_signal(number)
        assert self.process.stderr is not None
        assert self.process.stdout is not None
        said: str = "".join(self.said) + self.process.stderr.read() + self.process.stdout.read()
        self.process.wait(timeout=60)
        return said


@pytest.fixture
def start(command: str, environment: dict[str, str], tmp_path: Path) -> Iterator[Start]:
    """Start the command; whatever is left of it is ended."""
    started: list[Desktop] = []

    def begin(*args: str, index: Path = tmp_path / "archive", env: dict[str, str] | None = None) -> Desktop:
        line = [command, *args, "--index", str(index)]
        started.append(Desktop(line, {**environment, "BROWSER": "true", **(env or {})}))
        return started[-1]

    yield begin
    for desktop in started:
        desktop.process.kill()
        desktop.process.communicate()


@pytest.fixture
def taken() -> Iterator[int]:
    """Give a port that another program has."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


@pytest.mark.parametrize("command_name", ["desktop", "serve"])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl+C", "a service manager"])
def test_the_desktop_says_where_it_is_and_ends_well(start: Start, command_name: str, number: int) -> None:
    desktop = start(command_name, "--port", "0")
    assert desktop.ask("").url == f"{desktop.address}welcome"
    said = desktop.end(number)
    assert desktop.process.returncode == 0
    assert said.splitlines() == [
        f"archive-search est ouvert à l'adresse {desktop.address}",
        "pour l'arrêter : Ctrl+C dans cette fenêtre",
        "arrêté",
    ]


def test_it_is_found_on_the_loopback_interface_only(start: Start) -> None:
    desktop = start("serve", "--port", "0")
    assert desktop.address.startswith("http://127.0.0.1:")
    port = desktop.address.rsplit(":", 1)[1].strip("/")
    other = ("127.0.0.2", int(port))
    if sys.platform == "linux":
        with socket.socket() as client:
            assert client.connect_ex(other) != 0


def test_an_archive_that_is_there_is_searched(start: Start, archive: Path) -> None:
    desktop = start("serve", "--port", "0", index=archive)
    assert json.load(desktop.ask("search.json?q=digue"))["total"] > 0


def test_answers_do_not_say_what_serves_them(start: Start) -> None:
    assert start("serve", "--port", "0").ask("welcome").getheader("server") is None


def test_a_port_that_is_taken_gets_one_line(run: Run, taken: int) -> None:
    result = run("serve", "--port", str(taken))
    assert result.exit_code == 2
    assert result.stderr == (
        f"archive-search : port {taken} déjà pris par un autre programme : choisissez-en un autre par --port\n"
    )


@pytest.mark.parametrize("port", ["65536", "-1", "http"])
def test_what_is_no_port_is_refused(run: Run, port: str) -> None:
    result = run("desktop", "--port", port)
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "--port : donnez un nombre entier de 0 à 65535" in result.stderr


def test_the_desktop_takes_its_usual_port_or_else_another(start: Start) -> None:
    addresses = {start("desktop").address, start("desktop").address}
    assert len(addresses) == 2
    try:
        socket.create_server(("127.0.0.1", USUAL_PORT)).close()
    except OSError:
        return  # the first one, or another program of this machine, has it
    pytest.fail("no desktop took the usual port, and it is free")


def test_the_help_says_which_port_is_taken(run: Run) -> None:
    for name, port in (("desktop", f"{USUAL_PORT}, ou un port libre s'il est pris"), ("serve", USUAL_PORT)):
        assert f"[par défaut : {port} ; de 0 à 65535]" in " ".join(run(name, "--help").stdout.split())


@pytest.mark.parametrize("command_name", ["desktop", "serve"])
def test_there_is_no_way_to_serve_other_machines(run: Run, command_name: str) -> None:
    assert "option --host inconnue" in run(command_name, "--host", "0.0.0.0").stderr


def test_the_browser_is_opened_on_a_desktop_that_answers(start: Start, tmp_path: Path) -> None:
    told, browser = tmp_path / "ouvert", tmp_path / "navigateur.py"
    lines = (
        "import pathlib, sys, urllib.request",
        "answer = urllib.request.urlopen(sys.argv[1])",
        f"pathlib.Path({f'{told}.part'!r}).write_text(answer.url)",
        f"pathlib.Path({f'{told}.part'!r}).rename({str(told)!r})",
    )
    browser.write_text("\n".join(lines), encoding="utf-8")
    desktop = start("desktop", env={"BROWSER": f"{shlex.join([sys.executable, str(browser)])} %s &"})
    wait_until(told.exists)
    assert told.read_text(encoding="utf-8") == f"{desktop.address}welcome"


@pytest.mark.skipif(sys.platform != "linux", reason="systems whose browser is always there")
def test_where_no_browser_is_found_the_address_is_to_be_opened(start: Start, tmp_path: Path) -> None:
    desktop = start("desktop", env={"BROWSER": "", "PATH": str(tmp_path), "DISPLAY": "", "WAYLAND_DISPLAY": ""})
    desktop.hear()
    assert desktop.hear() == f"aucun navigateur trouvé : ouvrez vous-même {desktop.address}\n"


def phases_until(events: HTTPResponse, last: str) -> Iterator[str]:
    """Yield the phases that are told, up to one of them, which must come."""
    job: dict[str, Any] = {}
    for line in events:
        if line.startswith(b"data: "):
            job = json.loads(line.removeprefix(b"data: "))["job"]
            yield job["phase"]
            if job["phase"] == last:
                return
    pytest.fail(f"{last} is never told: {job}")


@pytest.fixture
def indexing(start: Start) -> Desktop:
    """Give a desktop that brings the sample in, with its names."""
    desktop = start("serve", "--port", "0")
    answer = desktop.ask("archive/index", folder=str(SEEDS), names="1")
    assert answer.url == f"{desktop.address}archive"
    return desktop


def test_several_windows_hear_how_far_a_run_is_and_one_may_go(indexing: Desktop) -> None:
    gone, *heard = [indexing.ask("archive/events") for _ in range(3)]
    assert gone.readline() == b"event: progress\n"
    gone.close()
    for events in heard:
        phases = list(phases_until(events, "done"))
        assert phases[-1] == "done"
        assert set(phases) <= {"reading", "naming", "done"}
        assert not events.read().strip()


def test_text_is_searched_while_names_are_looked_for(indexing: Desktop) -> None:
    events = indexing.ask("archive/events")
    list(phases_until(events, "naming"))
    assert json.load(indexing.ask("search.json?q=Lattaqui%C3%A9"))["total"] > 0
    assert json.load(indexing.ask("archive.json"))["job"]["phase"] == "naming"


def children_of(pid: int) -> list[int]:
    """List the processes that a process has started, and those that these have."""
    lists = Path(f"/proc/{pid}/task").glob("*/children")
    children = [int(each) for path in lists for each in path.read_text(encoding="ascii").split()]
    return [*children, *(each for child in children for each in children_of(child))]


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="no list of the children of a process")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=lambda number: number.name)
def test_whatever_ends_the_desktop_ends_what_it_started(indexing: Desktop, number: signal.Signals) -> None:
    events = indexing.ask("archive/events")
    list(phases_until(events, "naming"))
    # The process that brings files in, and one that it has read names.
    assert wait_until(lambda: len(children_of(indexing.process.pid)) > 1)
    children = children_of(indexing.process.pid)
    said = indexing.end(number)
    assert wait_until(lambda: all(map(is_gone, children)))
    if number is not signal.SIGKILL:
        assert indexing.process.returncode == 0
        assert said.splitlines()[2:] == ["arrêté"]
