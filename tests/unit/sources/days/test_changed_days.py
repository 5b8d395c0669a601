from datetime import date

import pytest

from archive_search.sources.days.changed_days import believable_day, day_of_timestamp


@pytest.mark.parametrize("timestamp", [0.0, 315_532_800.0, 631_151_999.0, -1e30, 1e30, float("nan"), float("inf")])
def test_the_beginnings_of_calendars_are_no_days(timestamp):
    assert day_of_timestamp(timestamp) is None


def test_a_day_is_that_of_universal_time():
    assert day_of_timestamp(631_152_000.0) == date(1990, 1, 1)


@pytest.mark.parametrize("numbers", [(1980, 1, 1), (2015, 2, 30), (2015, 0, 0)])
def test_a_day_without_a_calendar_is_none(numbers):
    assert believable_day(*numbers) is None
