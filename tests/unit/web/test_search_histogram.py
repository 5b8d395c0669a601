"""Tests of the histogram: what is drawn, in which units, and how it is read without a script."""

from datetime import date, timedelta
from itertools import pairwise
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from archive_search.web.search.histogram import HEIGHT, Unit, choose_unit, draw_histogram
from archive_search.web.search.periods import Period
from tests.unit.web.pages import read, words


def period(first: str, last: str) -> Period:
    return Period(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("first", "last", "unit"),
    [
        ("2015-03-01", "2015-03-01", Unit.DAY),
        ("2015-03-01", "2015-05-31", Unit.DAY),
        ("2015-03-01", "2015-06-30", Unit.MONTH),
        ("2004-01-01", "2015-12-31", Unit.MONTH),
        ("2003-12-31", "2015-12-31", Unit.YEAR),
        ("0001-01-01", "9999-12-31", Unit.YEAR),
    ],
    ids=["day", "three months", "four months", "twelve years", "a day more", "all of time"],
)
def test_a_bar_is_a_day_a_month_or_a_year_by_the_length_of_the_period(first: str, last: str, unit: Unit) -> None:
    assert choose_unit(period(first, last)) is unit


days = st.dates(min_value=date(1, 1, 1))


@settings(max_examples=60)
@given(days, st.integers(0, 60_000), st.lists(st.integers(0, 60_000), max_size=5))
def test_every_article_of_a_period_is_in_one_bar(first: date, length: int, offsets: list[int]) -> None:
    length = min(length, (date.max - first).days)
    counts = {(first + timedelta(days=min(offset, length))).isoformat(): 1 for offset in offsets}
    drawn = Period(first, first + timedelta(days=length))
    histogram = draw_histogram(counts, drawn, unit=choose_unit(drawn))
    assert sum(bar.count for bar in histogram.bars) == len(counts)
    assert len(histogram.bars) <= 145
    assert len(histogram.labels) <= 7
    assert all(0 <= bar.left <= bar.left + bar.width <= 100 and 0 <= bar.height <= HEIGHT for bar in histogram.bars)


def test_bars_join_without_gap_or_overlap() -> None:
    bars = draw_histogram({"1990": 1}, period("1600-05-01", "2024-05-01"), unit=Unit.YEAR).bars
    assert [bar.period for bar in bars[:2]] == ["1600..1604", "1605..1609"]
    assert all(int(left.last) + 1 == int(right.first) for left, right in pairwise(bars))


def test_one_article_among_thousands_is_seen() -> None:
    bars = draw_histogram({"2015-01": 5_000, "2015-03": 1}, period("2015-01-01", "2015-03-31"), unit=Unit.MONTH).bars
    assert [bar.height for bar in bars] == [HEIGHT, 0.0, 2.0]


def test_labels_name_years_where_months_are_many() -> None:
    labels = draw_histogram({"2015-01": 1}, period("2012-06-01", "2018-06-30"), unit=Unit.MONTH).labels
    assert [label.period for label in labels] == ["2013", "2014", "2015", "2016", "2017", "2018"]
    assert [label.is_minor for label in labels[:3]] == [False, True, False]


def test_an_answer_is_drawn_over_its_time(browser: TestClient) -> None:
    page = read(browser.get("/search?q=Lattaquié"))
    bars = page.get_element_by_id("bars").xpath(".//*[@class='bar']")
    assert (bars[0].get("data-first"), bars[-1].get("data-first"), len(bars)) == ("2015-10", "2019-02", 41)
    assert bars[0].findtext("title") == "octobre 2015\xa0: 2"


def test_a_period_is_drawn_whole(browser: TestClient) -> None:
    page = read(browser.get("/search?q=Lattaquié&date=2015"))
    assert len(page.get_element_by_id("bars").xpath(".//*[@class='bar']")) == 12
    page = read(browser.get("/search?q=Lattaquié&date=2015-10"))
    bars = page.get_element_by_id("bars").xpath(".//*[@class='bar']")
    assert [bar.get("data-first") for bar in bars if bar.get("height") != "0.0"] == ["2015-10-02", "2015-10-13"]


def test_days_are_drawn_where_an_answer_has_few_months(browser: TestClient) -> None:
    page = read(browser.get("/search?q=Une+bibliothèque+pour+Lattaquié"))
    assert len(page.get_element_by_id("bars").xpath(".//*[@class='bar']")) == 28


@pytest.mark.parametrize(
    ("asked", "wider"),
    [
        ("2015-10-02", "2015-10"),
        ("2015-10", "2015"),
        ("2015-10-01..2015-10-09", "2015-10"),
        ("2015-09..2015-11", "2015"),
    ],
    ids=["day", "month", "days", "months"],
)
def test_a_period_can_be_widened_by_one_level(browser: TestClient, asked: str, wider: str) -> None:
    page = read(browser.get("/search", params={"q": "Lattaquié", "date": asked}))
    (link,) = page.get_element_by_id("histogram").xpath("./figcaption/a")
    assert parse_qs(urlsplit(link.get("href")).query)["date"] == [wider]


@pytest.mark.parametrize("asked", ["2015", "2015..", "2014..2016"])
def test_whole_years_cannot_be_widened(browser: TestClient, asked: str) -> None:
    page = read(browser.get("/search", params={"q": "Lattaquié", "date": asked}))
    assert page.get_element_by_id("histogram").xpath("./figcaption/a") == []


def test_the_same_figures_are_in_a_table_of_buttons(browser: TestClient) -> None:
    page = read(browser.get("/search?q=Lattaquié"))
    rows = page.get_element_by_id("histogram").xpath(".//tbody/tr")
    assert [[words(cell) for cell in row] for row in rows] == [
        ["octobre 2015", "2"],
        ["septembre 2016", "1"],
        ["février 2019", "1"],
    ]
    assert [row.find(".//button").get("value") for row in rows] == ["2015-10", "2016-09", "2019-02"]
    assert {row.find(".//button").get("form") for row in rows} == {"search"}


def test_articles_without_a_date_have_no_histogram(browser: TestClient) -> None:
    page = read(browser.get("/search?q=titre:Alep"))
    assert page.get_element_by_id("hits") is not None
    assert page.xpath("//*[@id='histogram']") == []


def test_labels_near_an_edge_are_told_so_that_a_phone_does_not_cut_them() -> None:
    labels = draw_histogram({"2018-12": 1}, period("2018-11-01", "2019-02-28"), unit=Unit.MONTH).labels
    assert [label.edge for label in labels] == ["left", "", "", "right"]
