import pytest

from archive_search.sources.days.times import find_time, iterate_times


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("18:36", "18:36"),
        ("18 : 36", "18:36"),
        ("à 18h36", "18:36"),
        ("à 18 h 36", "18:36"),
        ("18H", "18:00"),
        ("à 7 heures", "07:00"),
        ("9:05:12.345", "09:05"),
        ("2015-09-18T18:36:00+02:00", "18:36"),
        ("6:36 PM", "18:36"),
        ("12:05 a.m.", "00:05"),
        ("6pm", "18:00"),
        ("+02:00", None),
        ("25:10", None),
        ("3 hommes", None),
        ("le 18", None),
        ("1:2:3:4", None),
    ],
)
def test_a_printed_time_is_given_in_one_form(text, expected):
    assert find_time(text) == expected


def test_times_come_in_order():
    assert list(iterate_times("à 17h02, puis à 18:36")) == ["17:02", "18:36"]
