"""What articles say is shown, never obeyed."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from archive_search import Archive

from .conftest import Open
from .desktops import run_desktop

pytestmark = pytest.mark.browser

ID = "a/b?c#d%2Fe\"f g&amp;'h"
TITLE = "<script>alert(1)</script> déborde"
TEXT = "Le barrage <img src=x onerror=alert(2)> de Vaubrun \u202etios iuq ec\u202c cède “javascript:alert(3)”."
ARTICLE = {
    "id": ID,
    "title": TITLE,
    "text": f"{TEXT}\n\n{'x' * 400}",
    "source": "</title><svg onload=alert(4)>",
    "url": "javascript:alert(5)",
    "date": "2019-03-02",
}


@pytest.fixture
def hostile_desktop(chromium: Browser, tmp_path: Path) -> Iterator[str]:
    """Give the address of the desktop of an archive that somebody sent."""
    (tmp_path / "sent.json").write_text(json.dumps(ARTICLE), encoding="utf-8")
    with Archive.create(tmp_path / "archive", workers=1) as archive:
        archive.add([tmp_path / "sent.json"])
    with run_desktop(tmp_path / "archive") as address:
        yield address


def test_a_hostile_article_is_shown_as_written_on_every_page(hostile_desktop: str, read: Open) -> None:
    page = read(hostile_desktop, "/search")
    expect(page.locator(".hit")).to_contain_text(TITLE)
    page.locator("#q").fill("barrage")
    page.keyboard.press("Enter")
    expect(page.locator(".hit .facts")).to_contain_text(ARTICLE["source"])
    page.locator(".hit h3 a").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(page.locator("article")).to_contain_text("<img src=x onerror=alert(2)>")
    page.locator("article a.number").last.click()
    page.keyboard.press("u")
    page.get_by_role("link", name="Pourquoi ?").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ce que trouve la requête")
    assert page.locator("a[href^='javascript']").count() == 0


def test_a_word_without_end_does_not_widen_the_page(hostile_desktop: str, read: Open) -> None:
    page = read(hostile_desktop, "/search?q=barrage", viewport={"width": 390, "height": 844})
    page.locator(".hit h3 a").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
