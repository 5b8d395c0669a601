"""Write a picture of each page of the desktop, at the width of a desk and of a phone, light and dark.

Run by `make screenshots`; without an archive it makes that of seeds/.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from browser.chromium import NAMES, find_chromium, start_chromium
from browser.desktops import make_sample, run_desktop
from browser.readers import Reader
from browser.tour import STOPS, looks
from playwright.sync_api import Browser, FloatRect, Page
from playwright.sync_api import TimeoutError as PageTimeoutError

LONGEST = 4_000
"""Height of a picture, in pixels; a page that is longer is cut."""


def main() -> None:
    """Read the arguments, and write the pictures."""
    parser = argparse.ArgumentParser(description="Write a picture of each page of the desktop.")
    parser.add_argument("--to", type=Path, required=True, help="folder of the pictures")
    parser.add_argument("--index", type=Path, help="folder of an archive; without it the seeds are indexed")
    asked = parser.parse_args()
    path = find_chromium()
    if path is None:
        sys.exit(f"no browser: install one of {', '.join(NAMES)}, or set ARCHIVE_SEARCH_BROWSER")
    asked.to.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        run_desktop(asked.index or make_sample(Path(folder) / "archive")) as address,
        start_chromium(path) as browser,
    ):
        write_pictures(browser, address, to=asked.to)


def write_pictures(browser: Browser, address: str, *, to: Path) -> None:
    """Visit each page, and look at it in each way."""
    with Reader(browser, address) as reader:
        for name, stop in STOPS.items():
            try:
                stop.visit(reader.page)
            except PageTimeoutError:
                sys.stderr.write(f"no picture of {name}: this archive has none\n")
                continue
            for look in looks(reader.page):
                reader.page.screenshot(path=to / f"{name}-{look}.png", full_page=True, clip=whole(reader.page))


def whole(page: Page) -> FloatRect:
    """Give the part of a page that its picture shows."""
    size = page.evaluate("({width: innerWidth, height: document.documentElement.scrollHeight})")
    return {"x": 0, "y": 0, "width": size["width"], "height": min(size["height"], LONGEST)}


if __name__ == "__main__":
    main()
