"""Everything can be reached by keys alone."""

import pytest
from playwright.sync_api import expect

from .conftest import Open

pytestmark = pytest.mark.browser


def test_the_slash_goes_to_the_search_box(desktop: str, read: Open) -> None:
    page = read(desktop, "/help")
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    expect(page.locator("#q")).to_have_value("")


def test_j_and_k_go_from_hit_to_hit_and_enter_opens_it(desktop: str, read: Open) -> None:
    page = read(desktop, "/search?q=base")
    titles = page.locator(".hit h3 a")
    for key, hit in (("j", 0), ("j", 1), ("j", 2), ("k", 1)):
        page.keyboard.press(key)
        expect(titles.nth(hit)).to_be_focused()
    heading = titles.nth(1).inner_text()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)


def test_u_goes_back_to_the_results_in_their_order_and_at_their_page(desktop: str, read: Open) -> None:
    address = "/search?q=Syrie&sort=oldest&size=2&page=2"
    page = read(desktop, address)
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.keyboard.press("u")
    expect(page).to_have_url(desktop + address)
    page.get_by_role("link", name="Pourquoi").first.click()
    expect(page).not_to_have_url(desktop + address)
    page.keyboard.press("u")
    expect(page).to_have_url(desktop + address)


def test_j_stays_on_the_last_hit(desktop: str, read: Open) -> None:
    page = read(desktop, "/search?q=trêve")
    for _ in range(12):
        page.keyboard.press("j")
    expect(page.locator(".hit h3 a").last).to_be_focused()


def test_keys_with_a_modifier_are_the_browsers(desktop: str, read: Open) -> None:
    page = read(desktop, "/search?q=base")
    page.keyboard.press("Alt+j")
    expect(page.locator(".hit h3 a").first).not_to_be_focused()


def test_keys_write_in_a_field(desktop: str, read: Open) -> None:
    page = read(desktop, "/help")
    page.locator("#q").press_sequentially("j/k?")
    expect(page.locator("#q")).to_have_value("j/k?")


def test_the_question_mark_shows_the_keys_and_escape_closes_them(desktop: str, read: Open) -> None:
    page = read(desktop, "/search?q=Syrie")
    page.keyboard.press("j")
    page.keyboard.press("?")
    expect(page.locator("#key-sheet")).to_be_visible()
    expect(page.locator("#key-sheet")).to_contain_text("résultat suivant")
    page.keyboard.press("Escape")
    expect(page.locator("#key-sheet")).to_be_hidden()
    expect(page.locator(".hit a").first).to_be_focused()


def test_on_the_page_of_help_the_question_mark_goes_to_the_keys(desktop: str, read: Open) -> None:
    page = read(desktop, "/help")
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_in_viewport()
    expect(page.locator("#key-sheet")).to_have_count(0)


def test_what_has_the_focus_is_outlined(desktop: str, read: Open) -> None:
    page = read(desktop, "/help")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_css("outline-style", "solid")
    expect(page.locator(":focus")).to_have_css("outline-width", "3px")
