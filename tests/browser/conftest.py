"""Desktops over archives of invented articles, and readers who look at them."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TypeAlias

import pytest
from playwright.sync_api import Browser, Page

from .chromium import NAMES, find_chromium, start_chromium
from .desktops import make_sample, run_desktop
from .readers import Reader

Open: TypeAlias = Callable[..., Page]


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the sample archive with its names; for reading only."""
    return make_sample(tmp_path_factory.mktemp("browser") / "archive")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start the browser of this machine, once for all tests."""
    path = find_chromium()
    if path is None:
        pytest.skip(f"no browser: install one of {', '.join(NAMES)}, or set ARCHIVE_SEARCH_BROWSER")
    with start_chromium(path) as browser:
        yield browser


@pytest.fixture(scope="session")
def desktop(chromium: Browser, sample: Path) -> Iterator[str]:
    """Give the address of the desktop of the sample archive; for reading only."""
    with run_desktop(sample) as address:
        yield address


@pytest.fixture
def own_desktop(chromium: Browser, sample: Path, tmp_path: Path) -> Iterator[str]:
    """Give the address of a desktop over a copy of the sample archive, to change as one likes."""
    with run_desktop(Path(shutil.copytree(sample, tmp_path / "archive"))) as address:
        yield address


@pytest.fixture
def read(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Open pages of a desktop as a reader; none may break a rule of its own, nor speak to another machine."""
    with ExitStack() as stack:
        readers: list[Reader] = []

        def open_page(address: str, path: str = "/", **settings: object) -> Page:
            readers.append(stack.enter_context(Reader(chromium, address, **settings)))
            page = readers[-1].page
            page.goto(path)
            return page

        yield open_page
        faults = [fault for reader in readers for fault in reader.faults]
    assert faults == []
