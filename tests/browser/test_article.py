"""Reading an article that a search found."""

import re

import pytest
from playwright.sync_api import Page, expect

from .conftest import Open

pytestmark = pytest.mark.browser

FOUND = "/search?q=base+aérienne"


@pytest.fixture
def article(desktop: str, read: Open) -> Page:
    """Open the first article that a search finds."""
    page = read(desktop, FOUND)
    with page.expect_navigation():
        page.locator(".hit h3 a").first.click()
    return page


def test_what_matched_is_marked(article: Page) -> None:
    expect(article.locator("article mark").first).to_be_visible()
    expect(article.locator("#match-count")).to_contain_text("passages marqués")


def test_the_keys_n_and_p_go_from_match_to_match(article: Page) -> None:
    article.keyboard.press("n")
    expect(article.locator("#match-status")).to_contain_text("Passage 1 sur")
    article.keyboard.press("n")
    expect(article.locator("#match-status")).to_contain_text("Passage 2 sur")
    expect(article.locator("mark[aria-current]").first).to_be_in_viewport()
    article.keyboard.press("p")
    expect(article.locator("#match-status")).to_contain_text("Passage 1 sur")


def test_the_key_u_goes_back_to_the_results(article: Page) -> None:
    article.keyboard.press("u")
    article.wait_for_url(re.compile(r"/search\?q=base"))


def test_a_name_has_a_card_that_escape_takes_away(article: Page) -> None:
    article.locator("article a.name").first.focus()
    expect(article.locator("#name-popup")).to_be_visible()
    article.keyboard.press("Escape")
    expect(article.locator("#name-popup")).to_have_count(0)


def test_the_number_of_a_paragraph_is_its_permalink(article: Page, desktop: str, read: Open) -> None:
    last = article.locator("article .paragraph").last
    name = last.get_attribute("id")
    last.locator("a.number").click()
    assert article.url.endswith(f"#{name}")
    again = read(desktop, article.url)
    expect(again.locator(f"#{name}")).to_be_in_viewport()


def test_a_reference_is_copied_by_a_button(article: Page) -> None:
    article.context.grant_permissions(["clipboard-read", "clipboard-write"])
    article.locator("#cite summary").click()
    button = article.locator("#cite button[data-copy]").first
    button.click()
    expect(article.locator("#cite [role=status]").first).to_have_text("Copié")
    wanted = article.locator("#cite textarea").first.input_value()
    assert article.evaluate("navigator.clipboard.readText()") == wanted


def test_similar_articles_come_once_the_reader_is_near(article: Page) -> None:
    article.locator("#similar").scroll_into_view_if_needed()
    expect(article.locator("#similar-hits")).to_be_visible()


def test_without_scripts_the_text_its_marks_and_its_names_are_there(desktop: str, read: Open) -> None:
    page = read(desktop, FOUND, java_script_enabled=False)
    page.locator(".hit h3 a").first.click()
    expect(page.locator("article mark").first).to_be_visible()
    page.locator("article a.name").first.click()
    page.wait_for_url(re.compile("/entity/"))
