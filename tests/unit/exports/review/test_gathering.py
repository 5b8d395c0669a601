from datetime import date as Date

import pytest

from archive_search.exports.exported import ExportedArticle
from archive_search.exports.review.gathering import gather
from exports.making_articles import make_article, make_unknown


def test_articles_are_given_back_as_they_were_written() -> None:
    exported = [ExportedArticle(article=make_article(id=str(number), title=f"n° {number}\r")) for number in range(3)]
    with gather(
        exported, write_article=lambda shown: f"<{shown.title[0].text}\r\n>", write_reference=lambda shown: "r"
    ) as gathered:
        assert "".join(gathered.read_body()) == "<n° 0\r\r\n><n° 1\r\r\n><n° 2\r\r\n>"
        assert [(entry.number, entry.heading, entry.reference) for entry in gathered.entries] == [
            *((1, "n° 0", "r"), (2, "n° 1", "r"), (3, "n° 2", "r")),
        ]


@pytest.mark.parametrize(
    ("days", "period"),
    [
        ([], ""),
        ([None], ""),
        ([Date(2017, 3, 2), None], "le 2 mars 2017"),
        ([Date(2017, 3, 2), Date(2016, 5, 1)], "du 1er mai 2016 au 2 mars 2017"),
    ],
    ids=str,
)
def test_the_period_is_that_of_the_articles_with_a_date(days: list[Date | None], period: str) -> None:
    exported = [ExportedArticle(article=make_unknown(date=day)) for day in days]
    with gather(exported, write_article=lambda _: "", write_reference=lambda _: "") as gathered:
        assert gathered.period == period
