from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_search.sources.days.dates import find_dates
from archive_search.sources.days.months import WEEKDAYS
from archive_search.sources.days.years import deduce_date, main_weekday

PLACE = "de la dateline"
MONTHS = ["janvier", "février", "mars", "avril", "mai", "juin"]
MONTHS += ["juillet", "août", "septembre", "octobre", "novembre", "décembre"]


@pytest.mark.parametrize(
    ("printed", "text", "expected"),
    [
        pytest.param("8 mai", "Il a parlé vendredi, comme en 2008.", date(2009, 5, 8), id="weekday of the text"),
        pytest.param(
            "vendredi 8 mai",
            "Il a parlé jeudi, comme en 2008.",
            date(2009, 5, 8),
            id="weekday printed with it",
        ),
        pytest.param(
            "8 mai",
            "Vendredi, d'ici à fin 2014, mieux qu'en 2008.",
            date(2009, 5, 8),
            id="future year left out",
        ),
        pytest.param("8 mai", "Vendredi, les 2014 soldats de 2008.", date(2009, 5, 8), id="number that is no year"),
        pytest.param("8 mai", "Il a parlé comme en 2008.", None, id="no weekday"),
        pytest.param("8 mai", "Il a parlé vendredi.", None, id="no year"),
        pytest.param("8 mai", "Vendredi, en 2008, puis lundi, lundi et lundi.", None, id="another weekday prevails"),
    ],
)
def test_a_year_is_deduced_only_when_the_text_settles_it(printed, text, expected):
    deduced = deduce_date(next(find_dates(printed)), place=PLACE, text=text, not_after=None)
    assert (deduced and deduced[0]) == expected


def test_the_reason_names_the_clues():
    deduced = deduce_date(next(find_dates("8 mai")), place=PLACE, text="Vendredi, depuis 2008.", not_after=None)
    assert deduced == (date(2009, 5, 8), "jour et mois de la dateline (8 mai), vendredi cité, après 2008")


def test_a_date_later_than_its_file_is_not_deduced():
    printed = next(find_dates("8 mai"))
    assert deduce_date(printed, place=PLACE, text="Vendredi, en 2008.", not_after=date(2009, 1, 1)) is None


@given(st.dates(date(1970, 1, 1), date(2029, 12, 31)), st.integers(0, 5))
def test_the_earliest_year_that_fits_is_deduced(day, years_before):
    text = f"Il a parlé {WEEKDAYS[day.weekday()]}, comme en {day.year - years_before}."
    printed = next(find_dates(f"{day.day} {MONTHS[day.month - 1]}"))
    deduced = deduce_date(printed, place=PLACE, text=text, not_after=None)
    assert deduced is not None
    assert (deduced[0].day, deduced[0].month, deduced[0].weekday()) == (day.day, day.month, day.weekday())
    assert day.year - years_before <= deduced[0].year <= day.year


def test_the_weekday_of_an_article_is_the_one_it_names_first():
    assert main_weekday("Il a parlé jeudi, puis vendredi.") == 3
    assert main_weekday("Il a parlé jeudi, puis vendredi, et encore vendredi.") is None
    assert main_weekday("Il a parlé.") is None
