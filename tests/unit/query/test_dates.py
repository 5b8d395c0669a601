from datetime import date

import pytest

from archive_search.query.dates import read_filter, read_period
from archive_search.query.fields import DateFilter
from archive_search.query.remarks import Remarks

TODAY = date(2015, 3, 31)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2015", "2015-01-01", "2015-12-31"),
        ("09/2015", "2015-09-01", "2015-09-30"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("18/09/2015", "2015-09-18", "2015-09-18"),
        ("18.9.2015", "2015-09-18", "2015-09-18"),
        ("20150918", "2015-09-18", "2015-09-18"),
        ("1er septembre 2015", "2015-09-01", "2015-09-01"),
        ("Févr. 2015", "2015-02-01", "2015-02-28"),
        ("09/2015..12/2015", "2015-09-01", "2015-12-31"),
        ("2014 to 18/09/2015", "2014-01-01", "2015-09-18"),
        ("from 2014-01-02 to 2015-03", "2014-01-02", "2015-03-31"),
        ("du 1er au 18 septembre 2015", "2015-09-01", "2015-09-18"),
        ("du 30 septembre au 2 octobre 2015", "2015-09-30", "2015-10-02"),
        ("entre mars et juin 2015", "2015-03-01", "2015-06-30"),
        ("2014-2015", "2014-01-01", "2015-12-31"),
        ("2014–2015", "2014-01-01", "2015-12-31"),
        ("01/09/2015-18/09/2015", "2015-09-01", "2015-09-18"),
        ("09/2015-12/2015", "2015-09-01", "2015-12-31"),
        ("18/09/15", "2015-09-18", "2015-09-18"),
        ("1.2.49", "2049-02-01", "2049-02-01"),
        ("1-2-50", "1950-02-01", "1950-02-01"),
        ("2015..", "2015-01-01", None),
        ("* TO 2015", None, "2015-12-31"),
    ],
)
def test_a_period_holds_its_first_and_its_last_day(text: str, first: str | None, last: str | None) -> None:
    period = read_period(text, Remarks())
    assert period is not None
    assert [day and day.isoformat() for day in (period.first, period.last)] == [first, last]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "..",
        "hier",
        "31/02/2015",
        "13/2015",
        "2015-13",
        "31/02/15",
        "09/15",
        "2015..hier",
        "0000",
        "12 2015",
        "du 3 au 2015",
        "septembre",
        "9" * 5000,
    ],
)
def test_what_names_no_day_is_unreadable(text: str) -> None:
    assert read_filter(DateFilter.ON, text, Remarks(), today=TODAY) is None


@pytest.mark.parametrize(
    ("kind", "text", "first", "last"),
    [
        (DateFilter.SINCE, "7j", "2015-03-24", None),
        (DateFilter.SINCE, "2 semaines", "2015-03-17", None),
        (DateFilter.SINCE, "1m", "2015-02-28", None),
        (DateFilter.SINCE, "1 an", "2014-03-31", None),
        (DateFilter.SINCE, "999999a", "0001-01-01", None),
        (DateFilter.SINCE, "999999s", "0001-01-01", None),
        (DateFilter.SINCE, "09/2014", "2014-09-01", None),
        (DateFilter.BEFORE, "2016", None, "2015-12-31"),
        (DateFilter.AFTER, "2014", "2015-01-01", None),
        (DateFilter.AFTER, "18/09/2015", "2015-09-19", None),
    ],
)
def test_a_filter_keeps_one_side_of_its_date(kind: DateFilter, text: str, first: str | None, last: str | None) -> None:
    period = read_filter(kind, text, Remarks(), today=TODAY)
    assert period is not None
    assert [day and day.isoformat() for day in (period.first, period.last)] == [first, last]


def test_nothing_comes_before_the_first_day_nor_after_the_last() -> None:
    assert read_filter(DateFilter.BEFORE, "0001", Remarks(), today=TODAY) is None
    assert read_filter(DateFilter.AFTER, "9999", Remarks(), today=TODAY) is None


def test_a_range_written_backwards_is_turned_round_and_said() -> None:
    remarks = Remarks()
    assert read_period("2016..2014", remarks) == read_period("2014..2016", Remarks())
    assert remarks.sentences() == ("dates données à l'envers, remises dans l'ordre",)
