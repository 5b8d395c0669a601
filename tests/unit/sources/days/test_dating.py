from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_search.sources.days.dates import find_dates
from archive_search.sources.days.dating import DATELINE, PUBLICATION_LINE, UPDATE_LINE, settle_date

MONTHS = ["janvier", "février", "mars", "avril", "mai", "juin"]
MONTHS += ["juillet", "août", "septembre", "octobre", "novembre", "décembre"]


def settle(*printed, text="", not_after=None, name=None):
    dates = [(place, next(find_dates(line))) for place, line in printed]
    return settle_date(dates, text=text, not_after=not_after, name=name)


def test_a_complete_date_is_stated():
    assert settle((DATELINE, "3 mars"), (PUBLICATION_LINE, "4 mars 2015")) == (date(2015, 3, 4), None)


def test_nothing_gives_nothing():
    assert settle(not_after=date(2015, 3, 4)) == (None, None)


def test_a_day_of_publication_goes_before_that_of_an_update():
    assert settle((UPDATE_LINE, "4 mars 2015"), (DATELINE, "2 mars 2015")) == (date(2015, 3, 2), None)


def test_a_day_of_update_stands_in_and_says_so():
    assert settle((UPDATE_LINE, "4 mars 2015")) == (date(2015, 3, 4), "date de mise à jour (4 mars 2015)")


def test_a_day_of_update_gives_the_year_of_the_dateline():
    settled, reason = settle((DATELINE, "30 décembre"), (UPDATE_LINE, "2 janvier 2015"))
    assert settled == date(2014, 12, 30)
    assert reason == "jour et mois de la dateline (30 décembre), date de mise à jour (2 janvier 2015)"


def test_the_name_of_the_file_stands_in_and_says_so():
    assert settle(name="2015-03-04.txt") == (date(2015, 3, 4), "date lue dans le nom du fichier (2015-03-04)")


def test_the_name_of_the_file_gives_the_year_of_a_day_just_before():
    assert settle((DATELINE, "3 mars"), name="2015-03-04.txt")[0] == date(2015, 3, 3)


@pytest.mark.parametrize("line", ["3 février", "jeudi 3 mars"], ids=["another month", "another weekday"])
def test_a_printed_day_that_contradicts_the_name_of_the_file_is_not_dated_by_it(line):
    assert settle((DATELINE, line), name="2015-03-04.txt") == (None, None)


def test_a_name_later_than_the_file_is_no_day():
    assert settle(name="2015-03-04.txt", not_after=date(2015, 3, 2)) == (None, None)


def test_a_file_written_days_after_confirms_the_weekday():
    settled, reason = settle((DATELINE, "3 mars"), text="Il a parlé mardi.", not_after=date(2015, 3, 5))
    assert settled == date(2015, 3, 3)
    assert reason == "jour et mois de la dateline (3 mars), mardi cité, fichier du 05/03/2015"


@pytest.mark.parametrize(
    ("text", "modified"),
    [
        ("Il a parlé.", date(2015, 3, 5)),
        ("Il a parlé lundi.", date(2015, 3, 5)),
        ("Il a parlé mardi.", date(2015, 4, 5)),
    ],
    ids=["no weekday", "another weekday", "a month later"],
)
def test_a_file_alone_settles_no_year(text, modified):
    assert settle((DATELINE, "3 mars"), text=text, not_after=modified) == (None, None)


def test_the_years_of_the_text_go_before_the_day_of_the_file():
    settled, _ = settle((DATELINE, "3 mars"), text="Il a parlé mardi, comme en 2008.", not_after=date(2015, 3, 5))
    assert settled == date(2009, 3, 3)


@given(st.dates(date(1990, 1, 1), date(2030, 12, 31)), st.integers(0, 7))
def test_a_day_named_within_a_week_is_found_across_the_turn_of_a_year(day, wait):
    name = f"{day + timedelta(days=wait)}.txt"
    assert settle((DATELINE, f"{day.day} {MONTHS[day.month - 1]}"), name=name)[0] == day
