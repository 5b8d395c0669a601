"""Searching, narrowing, choosing a period."""

import re

import pytest
from playwright.sync_api import Page, expect

from .conftest import Open

pytestmark = pytest.mark.browser


def total(page: Page) -> int:
    found = re.match(r"\s*(\d+) article", page.locator("#total").inner_text())
    assert found
    return int(found[1])


def tick_first(page: Page, facet: str) -> int:
    """Tick the first value of a facet, and give the count that it announced."""
    choice = page.locator(f"#facet-{facet} li").first
    announced = int(choice.locator(".count").inner_text())
    choice.get_by_role("checkbox").check()
    page.wait_for_url(re.compile("[?&]" + facet + "="))
    return announced


def test_a_search_shows_articles_with_what_matched(desktop: str, read: Open) -> None:
    page = read(desktop, "/search")
    page.locator("#q").fill("base aérienne")
    page.keyboard.press("Enter")
    expect(page.locator("#interpreted")).to_contain_text("base ET aérienne")
    expect(page.locator(".hit mark").first).to_be_visible()


def test_a_facet_leads_to_as_many_articles_as_it_announces(desktop: str, read: Open) -> None:
    page = read(desktop, "/search?q=base")
    announced = tick_first(page, "person")
    assert total(page) == announced
    expect(page.locator("#facet-person").get_by_role("checkbox").first).to_be_checked()


def test_facets_combine_and_their_chips_take_them_off(desktop: str, read: Open) -> None:
    page = read(desktop, "/search?q=base")
    whole = total(page)
    tick_first(page, "person")
    tick_first(page, "place")
    expect(page.locator("#filters .filter")).to_have_count(2)
    page.locator("#filters .filter").first.click()
    expect(page.locator("#filters .filter")).to_have_count(1)
    page.locator("#filters .filter").first.click()
    expect(page.locator("#filters")).to_have_count(0)
    assert total(page) == whole


def test_going_back_shows_the_search_as_it_was(desktop: str, read: Open) -> None:
    page = read(desktop, "/search?q=base")
    whole = total(page)
    tick_first(page, "person")
    page.go_back()
    assert total(page) == whole
    expect(page.locator("#facet-person").get_by_role("checkbox").first).not_to_be_checked()


def test_dragging_over_the_histogram_keeps_a_period(desktop: str, read: Open) -> None:
    page = read(desktop, "/search?q=base")
    whole = total(page)
    box = page.locator("#bars").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] * 0.55, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 5, box["y"] + 20, steps=4)
    expect(page.locator("#selected")).not_to_be_empty()
    page.mouse.up()
    page.wait_for_url(re.compile("date="))
    assert 0 < total(page) < whole
    expect(page.locator("#filters .filter.date")).to_have_count(1)


def test_the_box_offers_ways_to_go_on_and_takes_the_one_chosen(desktop: str, read: Open) -> None:
    page = read(desktop, "/search")
    page.locator("#q").press_sequentially("Lattaq")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("#q")).to_have_value(re.compile("Lattaquié"))


def test_an_operator_is_put_around_what_is_selected(desktop: str, read: Open) -> None:
    page = read(desktop, "/search")
    page.locator("#operators summary").click()
    page.locator("#q").fill("base aérienne")
    # The list of ways to go on lies over the operators until it is sent away.
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Escape")
    page.locator("#q").select_text()
    page.locator("#operators a[data-before]").first.click()
    expect(page.locator("#q")).to_have_value('"base aérienne"')


def test_an_operator_goes_behind_the_words_of_a_search(desktop: str, read: Open) -> None:
    page = read(desktop, "/search?q=base")
    page.locator("#operators summary").click()
    page.locator("#operators a[data-before=' OU ']").click()
    expect(page.locator("#q")).to_have_value("base OU ")


def test_a_fault_of_the_query_is_shown_in_its_place(desktop: str, read: Open) -> None:
    page = read(desktop, "/search?q=SAUF+base")
    expect(page.locator("#failure")).to_be_visible()
    expect(page.locator("#q")).to_have_value("SAUF base")


def test_without_scripts_a_facet_is_applied_by_a_button(desktop: str, read: Open) -> None:
    page = read(desktop, "/search?q=base", java_script_enabled=False)
    choice = page.locator("#facet-person li").first
    announced = int(choice.locator(".count").inner_text())
    choice.get_by_role("checkbox").check()
    page.locator("#facets").get_by_role("button", name="Appliquer").click()
    assert total(page) == announced


def test_without_scripts_a_period_is_written_in_two_fields(desktop: str, read: Open) -> None:
    page = read(desktop, "/search?q=base", java_script_enabled=False)
    page.locator("#histogram summary").click()
    page.locator("#first").fill("2015-01-01")
    page.locator("#last").fill("2015-12-31")
    page.get_by_role("button", name="Garder cette période").click()
    expect(page.locator("#filters .filter.date")).to_contain_text("2015")
