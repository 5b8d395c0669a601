from datetime import date

import pytest

from archive_search.sources.assembling import Origin
from archive_search.sources.formats.tables.structured import article_from_values

ORIGIN = Origin(path="a.csv", name="a.csv")


def read(**values):
    article = article_from_values({"text": "Le bac reprend lundi."} | values, number=1, origin=ORIGIN)
    assert article is not None
    return article


@pytest.mark.parametrize(
    ("stated", "time"),
    [
        ("2013-03-14", None),
        ("2013-03-14T10:12:33+01:00", "10:12"),
        ("14/03/2013 10:12", "10:12"),
        ("14/03/2013 00:00:00", None),
        ("20130314101233", "10:12"),
        ("jeudi 14 mars 2013 à 10h12", "10:12"),
    ],
    ids=["iso-day", "iso", "french-numbers", "midnight", "compact", "words"],
)
def test_a_column_of_dates_gives_the_day_and_the_time(stated, time):
    article = read(date=stated)
    assert (article.date, article.time) == (date(2013, 3, 14), time)


@pytest.mark.parametrize(
    ("stated", "time"),
    [("18h36", "18:36"), ("18:36:05", "18:36"), ("6:05 PM", "18:05"), ("00:00", "00:00"), ("matin", None)],
)
def test_a_time_is_written_in_one_way(stated, time):
    assert read(time=stated).time == time


def test_a_column_of_times_counts_before_the_time_of_the_date():
    assert read(date="14/03/2013 10:12", time="18h36").time == "18:36"
