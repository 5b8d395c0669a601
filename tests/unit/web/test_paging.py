"""Ways to the other pages of a list."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from archive_search.web.paging import choose_pages
from tests.unit.web.archives import make_archive, make_article
from tests.unit.web.conftest import Browse
from tests.unit.web.pages import page_of, texts, words


@settings(max_examples=200)
@given(st.integers(1, 10**9), st.integers(0, 10**6), st.integers(1, 100))
def test_the_ways_lead_to_pages_that_exist(page: int, total: int, size: int) -> None:
    pager = choose_pages(page, total=total, size=size)
    numbers = [number for number in pager.numbers if number is not None]
    assert numbers == sorted(set(numbers))
    assert (numbers[0], numbers[-1]) == (1, pager.last)
    assert (pager.last - 1) * size < max(total, 1) <= pager.last * size
    assert {pager.previous, pager.next} - {None} <= set(numbers)


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        (1, ["1", "Page 2", "Page 3", "…", "Page 9", "Suivante"]),
        (5, ["Précédente", "Page 1", "…", "Page 3", "Page 4", "5", "Page 6", "Page 7", "…", "Page 9", "Suivante"]),
        (9, ["Précédente", "Page 1", "…", "Page 7", "Page 8", "9"]),
    ],
    ids=["first", "middle", "last"],
)
def test_pages_left_out_are_an_ellipsis(browser: TestClient, page: int, shown: list[str]) -> None:
    assert texts(page_of(browser, f"/entities?size=8&page={page}"), "#pager li") == shown


def test_a_list_of_one_page_has_no_ways(browser: TestClient) -> None:
    assert texts(page_of(browser, "/families"), "#pager") == []


def test_a_page_beyond_the_last_leads_to_the_last(browser: TestClient) -> None:
    page = page_of(browser, "/entities?size=8&page=50")
    assert texts(page, "#beyond")[0].startswith("La page 50 n’existe pas : la dernière est la page 9.")
    assert page.xpath("//*[@id='beyond']/a/@href") == ["/entities?page=9&size=8"]


def test_the_parts_of_a_long_article_have_the_same_ways(browse: Browse, tmp_path: Path) -> None:
    long = make_article("a", *(["La crue monte. " * 1_000] * 40))
    page = page_of(browse(make_archive(tmp_path / "archive", long)), "/article/a?part=5")
    ways = page.xpath("//nav[@id='parts-before']//li")
    assert [words(way) for way in ways][:4] == ["Précédente", "Partie 1", "…", "Partie 3"]
    assert ways[0].xpath("./a[@rel='prev']/@href") == ["/article/a?part=4"]
