"""Tests of periods in addresses."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.web.search.periods import Period, between, read_period, read_periods, widen_period


@st.composite
def periods(draw: st.DrawFn) -> Period:
    first = draw(st.dates())
    return Period(first, first + timedelta(days=draw(st.integers(0, min(4_000, (date.max - first).days)))))


@settings(max_examples=100)
@given(periods())
def test_a_period_reads_back_as_it_is_written(period: Period) -> None:
    assert read_period(period.written) == period


@settings(max_examples=100)
@given(periods())
def test_a_wider_period_holds_the_narrower_one(period: Period) -> None:
    wider = widen_period(period)
    assert wider is None or (wider.first <= period.first and period.last <= wider.last and wider != period)


@settings(max_examples=100)
@given(st.text(max_size=100))
def test_any_text_is_read_or_not(text: str) -> None:
    read_period(text)


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("2015-01-01..2015-12-31", "2015"),
        ("2014..2016", "2014..2016"),
        ("2016-02-01..2016-02-29", "2016-02"),
        ("du 2 au 13 octobre 2015", "2015-10-02..2015-10-13"),
    ],
)
def test_a_period_is_written_by_the_largest_units(written: str, canonical: str) -> None:
    period = read_period(written)
    assert period is not None
    assert period.written == canonical


@pytest.mark.parametrize("text", ["2015..", "..2015", "hier", "", "2015-13", "2015\x00"])
def test_what_has_no_two_ends_is_no_period(text: str) -> None:
    assert read_period(text) is None


def test_several_periods_are_covered_from_the_first_to_the_last() -> None:
    assert read_periods(["2017-03", "2015"]) == Period(date(2015, 1, 1), date(2017, 3, 31))
    assert read_periods(["2017-03", "2015.."]) is None
    assert read_periods([]) is None


@pytest.mark.parametrize(
    ("first", "last", "written"),
    [("2015", "2015", "2015"), ("2015", "2016", "2015..2016"), ("2015", "", "2015.."), ("", "", "")],
)
def test_a_period_without_an_end_is_open(first: str, last: str, written: str) -> None:
    assert between(first, last) == written
