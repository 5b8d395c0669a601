from datetime import date

import pytest

from archive_search.sources.formats.news.moments import Moment, first_moment

DAY = date(2019, 1, 21)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("20190121T104234Z", "10:42"),
        ("20190121T104234+0100", "10:42"),
        ("2019-01-21T10:42:34.120+01:00", "10:42"),
        ("2019.01.21 10:42:34", "10:42"),
        ("20190121", None),
        ("2019-01-21T00:00:00Z", None),
        ("21/01/2019", None),
        ("Paris, 21 jan 2019 (XYZ) -", None),
    ],
)
def test_a_moment_is_read_as_it_is_written(text, time):
    assert first_moment([text]) == Moment(date=DAY, time=time)


@pytest.mark.parametrize(
    "text", [None, "", "21 janvier", "20191321T104234Z", "hier", "1234567", "2019-01-211", "0001-01-01T00:00:00"]
)
def test_what_is_no_day_gives_no_moment(text):
    assert first_moment([text]) == Moment()


def test_a_time_is_taken_from_the_same_day_only():
    assert first_moment(["20190121", "20190122T1200", "20190121T104234Z"]) == Moment(date=DAY, time="10:42")
    assert first_moment(["", "20190121", "20190122T1200"]) == Moment(date=DAY)
    assert first_moment([None, "demain"]) == Moment()
