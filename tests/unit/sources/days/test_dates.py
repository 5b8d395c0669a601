from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_search.sources.days.dates import find_dates, read_date, read_moment

MONTHS = ["janvier", "février", "mars", "avril", "mai", "juin"]
MONTHS += ["juillet", "août", "septembre", "octobre", "novembre", "décembre"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2015-09-18", date(2015, 9, 18)),
        ("2015-9-8", date(2015, 9, 8)),
        ("2015-09-18T18:36:00+02:00", date(2015, 9, 18)),
        ("20150918", date(2015, 9, 18)),
        ("18/09/2015", date(2015, 9, 18)),
        ("18.9.2015", date(2015, 9, 18)),
        ("18 / 09 / 2015", date(2015, 9, 18)),
        ("03-03-2015", date(2015, 3, 3)),
        ("le 3/3/15", date(2015, 3, 3)),
        ("03.03.95", date(1995, 3, 3)),
        ("3 mars '49", date(2049, 3, 3)),
        ("1er mars 2014", date(2014, 3, 1)),
        ("1ᵉʳ mars 2014", date(2014, 3, 1)),
        ("1 er mars 2014", date(2014, 3, 1)),
        ("premier mars 2014", date(2014, 3, 1)),
        ("vendredi 18 septembre 2015", date(2015, 9, 18)),
        ("SAMEDI 5 MARS 2016", date(2016, 3, 5)),
        ("3 FEVRIER 2012", date(2012, 2, 3)),
        ("3 févr. 2012", date(2012, 2, 3)),
        ("18 sept. 2015", date(2015, 9, 18)),
        ("3\u00a0mars\u202f2015", date(2015, 3, 3)),
        ("5-mars-2016", date(2016, 3, 5)),
        ("5\u2011mars\u20112016", date(2016, 3, 5)),
        ("14-MAR-2013", date(2013, 3, 14)),
        ("March 14, 2013", date(2013, 3, 14)),
        ("14th of March 2013", date(2013, 3, 14)),
        ("mars 14, 2013", date(2013, 3, 14)),
        ("Tue Mar 12 11:14:45 EST 2013", date(2013, 3, 12)),
        ("12 Mar 98 11:14:45 EST", date(1998, 3, 12)),
        ("31/02/2015", None),
        ("09/18/2015", None),
        ("18 septembre", None),
        ("sept. 2015", None),
        ("en mars 14 personnes", None),
        ("1.2.15", None),
        ("1515-09-13", None),
        ("2015", None),
        ("hier", None),
    ],
)
def test_a_stated_date_is_read_whole_or_not_at_all(value, expected):
    assert read_date(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("du 3 au 5 mars 2016", date(2016, 3, 3)),
        ("3-5 mars 2016", date(2016, 3, 3)),
        ("samedi 5 et dimanche 6 mars 2016", date(2016, 3, 5)),
        ("Dimanche 5 - lundi 6 mars 2016", date(2016, 3, 5)),
        ("28 février au 6 mars 2016", date(2016, 2, 28)),
        ("29 décembre - 4 janvier 2016", date(2015, 12, 29)),
        ("31 décembre 2015 - 6 janvier 2016", date(2015, 12, 31)),
        ("page 12 et 5 mars 2016", date(2016, 3, 5)),
    ],
)
def test_an_issue_of_several_days_is_of_the_first(value, expected):
    assert read_date(value) == expected


def test_what_stands_far_behind_a_date_keeps_it_from_being_one_of_eight_digits():
    assert read_date("20150918" + " " * 40) == date(2015, 9, 18)
    assert read_date("20150918" + " " * 400 + "et la suite") is None


def test_a_day_that_no_calendar_has_is_no_date():
    assert list(find_dates("le 31 février et le 45 mars")) == []


def test_a_weekday_is_read_with_its_date_in_either_language():
    found = list(find_dates("mardi 3 mars, puis Tue. 3 March, puis jeu. 5 mars"))
    assert [printed.weekday for printed in found] == [1, 1, 3]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("20190121T104233Z", (date(2019, 1, 21), "10:42")),
        ("20190121T104233+0100", (date(2019, 1, 21), "10:42")),
        ("201901211042", (date(2019, 1, 21), "10:42")),
        ("20190121", (date(2019, 1, 21), None)),
        ("2019-01-21 10:42:33.5Z", (date(2019, 1, 21), "10:42")),
        ("20190121T2575", (date(2019, 1, 21), None)),
        ("20191321", (None, None)),
        ("2019012", None),
    ],
)
def test_a_moment_that_a_program_wrote_is_read(value, expected):
    assert read_moment(value) == expected


@given(st.dates(date(1600, 1, 1), date(2099, 12, 31)), st.sampled_from([" ", "\u00a0", "-"]))
def test_any_day_written_in_french_is_read_again(day, gap):
    assert read_date(f"{day.day}{gap}{MONTHS[day.month - 1]}{gap}{day.year}") == day


@given(st.text(alphabet="3 1marsil/.-0252er,jeudi'T:", max_size=200))
def test_any_text_gives_dates_of_the_calendar(text):
    for printed in find_dates(text):
        assert 1 <= printed.month <= 12
        assert printed.text in text


@pytest.mark.parametrize("piece", ["1 ", "3 mars ", "jeudi le ", "1-", "1/1", "Mar 1 ", "3 et "], ids=repr)
def test_endless_repetition_is_read_in_linear_time(piece):
    assert all(printed.year is None for printed in find_dates(piece * 50_000))
