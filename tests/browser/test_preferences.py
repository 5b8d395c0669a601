"""Readers have a language and eyes of their own."""

import pytest
from playwright.sync_api import expect

from .conftest import Open

pytestmark = pytest.mark.browser


def test_a_french_reader_is_spoken_to_in_french(desktop: str, read: Open) -> None:
    expect(read(desktop, "/help").get_by_role("heading", level=1)).to_have_text("Aide")


def test_an_english_reader_is_spoken_to_in_english(desktop: str, read: Open) -> None:
    expect(read(desktop, "/help", locale="en-GB").get_by_role("heading", level=1)).to_have_text("Help")


def test_the_switch_of_language_keeps_the_page_and_lasts(desktop: str, read: Open) -> None:
    page = read(desktop, "/search?q=Syrie")
    page.get_by_role("link", name="English").click()
    assert "q=Syrie" in page.url
    page.get_by_role("link", name="Help").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Help")
    page.get_by_role("link", name="Français").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Aide")


@pytest.mark.parametrize(("scheme", "is_dark"), [("light", False), ("dark", True)])
def test_a_page_is_as_dark_as_its_reader_likes(desktop: str, read: Open, scheme: str, is_dark: bool) -> None:
    page = read(desktop, "/help", color_scheme=scheme)
    red, green, blue = page.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)")
    assert (red + green + blue < 3 * 128) is is_dark


def test_a_printed_page_has_no_menu(desktop: str, read: Open) -> None:
    page = read(desktop, "/help")
    page.emulate_media(media="print")
    expect(page.locator("#pages")).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_the_menu_of_a_phone_opens_without_scripts(desktop: str, read: Open) -> None:
    page = read(desktop, "/help", viewport={"width": 390, "height": 844}, java_script_enabled=False)
    expect(page.locator("#to-archive")).to_be_hidden()
    page.get_by_role("button", name="Menu").click()
    expect(page.locator("#to-archive")).to_be_visible()
