"""The pages of a desktop, and the ways in which readers look at them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal
from urllib.parse import quote

from playwright.sync_api import Page, ViewportSize

QUERY = "base aérienne"
"""What is searched for; the sample archive and most archives of news have it."""


@dataclass(frozen=True)
class Stop:
    """Say how one page is reached.

    Attributes:
        address: Where it is, or where the link to it is.
        link: Selector of the link to follow, if any.
    """

    address: str
    link: str | None = None

    def visit(self, page: Page) -> None:
        """Go there, and wait until all is loaded that the page asks for."""
        page.goto(self.address)
        if self.link:
            with page.expect_navigation():
                page.locator(self.link).first.click()


_FOUND = f"/search?q={quote(QUERY)}"
_FIRST_HIT = ".hit h3 a"
_FIRST_NAME = "main table a.name"

STOPS: Mapping[str, Stop] = {
    "api": Stop("/api"),
    "archive": Stop("/archive"),
    "article": Stop(_FOUND, _FIRST_HIT),
    "corrections": Stop("/corrections"),
    "dossier": Stop("/dossiers", "#dossiers .hit a"),
    "dossiers": Stop("/dossiers"),
    "entities": Stop("/entities"),
    "entity": Stop("/entities?type=person", _FIRST_NAME),
    "explanation": Stop(_FOUND, '.hit a[href^="/explain"]'),
    "export": Stop(f"/export?q={quote(QUERY)}"),
    "failure": Stop("/nowhere"),
    "families": Stop("/families"),
    "family": Stop("/families", "#families .hit a"),
    "help": Stop("/help"),
    "search": Stop(_FOUND),
    "search-empty": Stop("/search"),
    "search-nothing": Stop("/search?q=xylophage+zibeline"),
    "search-refused": Stop("/search?q=SAUF+base"),
    "searches": Stop("/searches"),
    "welcome": Stop("/welcome"),
}

SIZES: Mapping[str, ViewportSize] = {
    "desktop": {"width": 1280, "height": 900},
    "phone": {"width": 390, "height": 844},
}
SCHEMES: Sequence[Literal["light", "dark"]] = ("light", "dark")


def looks(page: Page) -> Iterator[str]:
    """Look at a page in each way, one after the other, and give its name."""
    for size, scheme in product(SIZES, SCHEMES):
        page.set_viewport_size(SIZES[size])
        page.emulate_media(color_scheme=scheme)
        yield f"{size}-{scheme}"
