from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_search.sources.days.printed_days import LONGEST_FIELD, PrintedDay, read_printed_day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("jeudi 5 octobre 2013 à 18 h 36", (date(2013, 10, 5), "18:36")),
        ("Le Courrier, jeudi 14 mars 2013, p. 5", (date(2013, 3, 14), None)),
        ("March 14, 2013 Thursday 10:12 AM EST", (date(2013, 3, 14), "10:12")),
        ("14 March 2013 Thursday", (date(2013, 3, 14), None)),
        ("Tue, 12 Mar 2013 11:14:45 -0500", (date(2013, 3, 12), "11:14")),
        ("Tue Mar 12 11:14:45 2013", (date(2013, 3, 12), "11:14")),
        ("2019-01-21T10:42:33+01:00", (date(2019, 1, 21), "10:42")),
        ("20190121T104233Z", (date(2019, 1, 21), "10:42")),
        ("20190121104233", (date(2019, 1, 21), "10:42")),
        ("20190121T1042", (date(2019, 1, 21), "10:42")),
        ("2019-01-21T1042+0100", (date(2019, 1, 21), "10:42")),
        ("2019.01.21 10:42:33 GMT", (date(2019, 1, 21), "10:42")),
        ("2019/01/21  10:42", (date(2019, 1, 21), "10:42")),
        ("20190121T9942", (date(2019, 1, 21), None)),
        ("14/03/2013 - 10:12", (date(2013, 3, 14), "10:12")),
        ("10:12, 14 mars 2013", (date(2013, 3, 14), "10:12")),
        ("6 DE\u0301CEMBRE 2013", (date(2013, 12, 6), None)),
        ("Publié le 3 mars 2015, mis à jour le 4 mars 2015 à 12:00", (date(2015, 3, 3), None)),
        ("31/02/2015 puis 1/3/2015", (date(2015, 3, 1), None)),
    ],
)
def test_a_field_gives_its_day_and_time(text, expected):
    assert read_printed_day(text) == PrintedDay(*expected)


@pytest.mark.parametrize("text", ["", "octobre 2013", "14 mars", "20191399", "18:36", "3 mars " * 100_000])
def test_a_field_without_a_complete_date_gives_none(text):
    assert read_printed_day(text) is None


@pytest.mark.parametrize("text", ["2013-03-12T00:00:00Z", "20130312T000000Z"])
def test_midnight_stands_for_a_day_without_a_time(text):
    assert read_printed_day(text) == PrintedDay(date(2013, 3, 12), None)


def test_what_stands_past_a_field_is_not_read():
    assert read_printed_day(" " * LONGEST_FIELD + "14/03/2013") is None


@given(st.text(max_size=400))
def test_any_text_is_read_without_an_error(text):
    found = read_printed_day(text)
    assert found is None or 1600 <= found.date.year < 2100
