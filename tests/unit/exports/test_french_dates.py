from datetime import date as Date

import pytest

from archive_search.exports.french_dates import spell_day, spell_period


@pytest.mark.parametrize(
    ("day", "spelled"),
    [
        (Date(2016, 8, 1), "1er août 2016"),
        (Date(1999, 12, 31), "31 décembre 1999"),
        (Date(2020, 2, 29), "29 février 2020"),
    ],
)
def test_a_day_is_spelled_in_french(day: Date, spelled: str) -> None:
    assert spell_day(day) == spelled


def test_a_period_of_one_day_is_that_day() -> None:
    assert spell_period(Date(2016, 8, 1), Date(2016, 8, 1)) == "le 1er août 2016"
