import pytest

from archive_search.sources.days.months import month_number, weekday_number


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Janv", 1), ("FÉVRIER", 2), ("fe\u0301vrier", 2), ("mar", 3), ("May", 5), ("juil", 7), ("aout", 8), ("Dec", 12)],
)
def test_a_month_is_known_under_all_its_names(name, expected):
    assert month_number(name) == expected


@pytest.mark.parametrize(("name", "expected"), [("Lundi", 0), ("mar", 1), ("Wed", 2), ("THURSDAY", 3), ("dim", 6)])
def test_a_weekday_is_known_under_all_its_names(name, expected):
    assert weekday_number(name) == expected
