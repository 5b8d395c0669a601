"""What holds of every page, however it is looked at."""

import pytest

from .accessibility import find_faults
from .conftest import Open
from .tour import SIZES, STOPS, looks

# Links within a sentence are free of this rule (WCAG 2.2, 2.5.8).
SMALL_CONTROLS = """
() => [...document.querySelectorAll("button, select, summary, input, .chip, .pager a, nav a")]
  .filter((each) => each.type !== "hidden" && each.checkVisibility())
  .map((each) => [each.outerHTML.slice(0, 120), (each.closest("label") ?? each).getBoundingClientRect()])
  .filter(([, box]) => box.width && (box.width < 24 || box.height < 24))
  .map(([markup]) => markup)
"""

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("stop", STOPS)
def test_a_page_shuts_nobody_out(desktop: str, read: Open, stop: str) -> None:
    page = read(desktop, "/help")
    STOPS[stop].visit(page)
    assert [(look, fault) for look in looks(page) for fault in find_faults(page)] == []


# 640 wide: a window of 1280 at 200 %; 320 wide: at 400 % (WCAG 2.2, 1.4.10).
@pytest.mark.parametrize("stop", STOPS)
def test_a_page_needs_no_scrolling_sideways(desktop: str, read: Open, stop: str) -> None:
    page = read(desktop, "/help")
    STOPS[stop].visit(page)
    for width in (1280, 640, 390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("stop", STOPS)
def test_controls_are_large_enough_to_hit(desktop: str, read: Open, stop: str) -> None:
    page = read(desktop, "/help", viewport=SIZES["phone"])
    STOPS[stop].visit(page)
    assert page.evaluate(SMALL_CONTROLS) == []


@pytest.mark.parametrize("stop", STOPS)
def test_a_page_is_whole_without_scripts(desktop: str, read: Open, stop: str) -> None:
    page = read(desktop, "/help", java_script_enabled=False)
    STOPS[stop].visit(page)
    assert page.locator("main h1").count() == 1
