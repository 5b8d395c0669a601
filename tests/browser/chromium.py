"""The Chromium of this machine: none is ever downloaded."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")


def find_chromium() -> str | None:
    """Give the path of a browser: that of $ARCHIVE_SEARCH_BROWSER, or else the first one that PATH has."""
    wanted = os.environ.get("ARCHIVE_SEARCH_BROWSER")
    return wanted or next(filter(None, map(shutil.which, NAMES)), None)


@contextmanager
def start_chromium(path: str) -> Iterator[Browser]:
    """Run a browser without a screen."""
    # Chromium refuses its own sandbox to root, as whom machines that test run.
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        yield browser
        browser.close()
