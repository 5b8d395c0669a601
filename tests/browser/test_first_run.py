"""A reader who has no archive yet."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import Open
from .desktops import SEEDS, run_desktop

pytestmark = pytest.mark.browser


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Give a folder with some articles."""
    return Path(shutil.copytree(SEEDS, tmp_path / "Mes articles"))


@pytest.fixture
def empty_desktop(chromium: Browser, tmp_path: Path) -> Iterator[str]:
    """Give the address of a desktop that has no archive."""
    with run_desktop(tmp_path / "archive") as address:
        yield address


def choose(page: Page, folder: Path) -> None:
    """Paste the path of a folder, and begin to index it without its names, which takes seconds."""
    page.locator("#typed").fill(str(folder))
    page.get_by_role("button", name="Ouvrir").click()
    expect(page.locator("#here")).to_have_text(folder.name)
    page.locator("#index").get_by_role("checkbox", name="Relever aussi les noms").uncheck()
    page.get_by_role("button", name="Indexer ce dossier").click()


def test_a_reader_chooses_a_folder_sees_it_read_and_searches(empty_desktop: str, read: Open, articles: Path) -> None:
    page = read(empty_desktop)
    expect(page.get_by_role("heading", level=1)).to_have_text("Bienvenue")
    choose(page, articles)
    expect(page.get_by_text("Terminé")).to_be_visible(timeout=60_000)
    page.locator("#q").fill("Lattaquié")
    page.keyboard.press("Enter")
    expect(page.locator(".hit").first).to_be_visible()


def test_without_scripts_a_first_run_comes_to_its_end_too(empty_desktop: str, read: Open, articles: Path) -> None:
    page = read(empty_desktop, java_script_enabled=False)
    choose(page, articles)
    # The page loads itself again meanwhile.
    expect(page.get_by_text("Terminé")).to_be_visible(timeout=60_000)


def test_folders_are_walked_by_clicks(empty_desktop: str, read: Open, articles: Path) -> None:
    page = read(empty_desktop)
    page.locator("#typed").fill(str(articles.parent))
    page.get_by_role("button", name="Ouvrir").click()
    page.get_by_role("button", name=articles.name).click()
    expect(page.locator("#here")).to_have_text(articles.name)
    assert articles.name not in page.url
