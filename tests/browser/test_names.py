"""Looking at a name, and correcting it."""

import pytest
from playwright.sync_api import Page, expect

from .conftest import Open

pytestmark = pytest.mark.browser


def open_first_name(page: Page) -> str:
    """Follow the first link of the list, and give the name."""
    link = page.locator("main table a.name").first
    name = link.inner_text()
    link.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    return name


def test_a_name_leads_to_its_articles(desktop: str, read: Open) -> None:
    page = read(desktop, "/entities")
    open_first_name(page)
    page.locator("#all-articles").click()
    expect(page.locator(".hit").first).to_be_visible()


def test_a_name_that_is_hidden_comes_back_when_that_is_undone(own_desktop: str, read: Open) -> None:
    page = read(own_desktop, "/entities")
    name = open_first_name(page)
    address = page.url
    page.get_by_text("Écarter : ce n’est pas un nom").click()
    page.locator("#hide").get_by_role("button", name="Écarter").click()
    expect(page.locator("#done")).to_contain_text(name)
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).not_to_have_text(name)
    page.goto("/corrections")
    page.get_by_role("button", name="Défaire").click()
    expect(page.locator("#undone")).to_be_visible()
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_have_text(name)


def test_two_names_are_made_one_by_typing_the_other(own_desktop: str, read: Open) -> None:
    page = read(own_desktop, "/entities?type=person")
    other = page.locator("main table a.name").nth(1).inner_text()
    name = open_first_name(page)
    page.get_by_text("Réunir avec un autre nom").click()
    page.locator("#other").fill(other)
    page.get_by_role("button", name="Réunir").click()
    expect(page.locator("#done")).to_contain_text(other)
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    expect(page.locator("#variants")).to_contain_text(other)
