"""Articles are put in order of publication; hands and revisions are recognised."""

from datetime import date

import pytest

from archive_search.families.publications import (
    Publication,
    days_between,
    hours_between,
    is_known_later,
    is_revision,
    is_same_hand,
    order_of,
)

DAY = date(2015, 9, 18)


def publication(**properties: object) -> Publication:
    return Publication(**{"number": 1, "id": "a", "words": 100} | properties)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param({"date": DAY}, {"date": date(2015, 9, 19)}, id="day"),
        pytest.param({"date": DAY, "time": "09:05"}, {"date": DAY, "time": "10:00"}, id="time"),
        pytest.param({"date": DAY, "time": "9h05"}, {"date": DAY, "time": "10.00"}, id="time in other forms"),
        pytest.param({"date": DAY, "time": "23:59"}, {"date": DAY}, id="a day without time last"),
        pytest.param({"date": DAY, "time": "midi", "id": "a"}, {"date": DAY, "id": "b"}, id="a time that is none"),
        pytest.param({"date": DAY, "id": "b"}, {"id": "a"}, id="undated last"),
        pytest.param({"id": "a", "number": 2}, {"id": "b", "number": 1}, id="by id, not by number"),
    ],
)
def test_articles_are_in_order_of_publication(first: dict[str, object], second: dict[str, object]) -> None:
    assert order_of(publication(**first)) < order_of(publication(**second))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param({"agency": "AFP"}, {"agency": "afp"}, True, id="agency"),
        pytest.param({"source": "Le Lien (AFP)"}, {"source": "Le Lien (avec AP)"}, True, id="publication"),
        pytest.param({"agency": "AFP", "source": "A"}, {"agency": "AP", "source": "B"}, False, id="others"),
        pytest.param({}, {}, False, id="unknown"),
        pytest.param({"source": "(AFP)"}, {"source": "(AP)"}, False, id="remarks alone"),
    ],
)
def test_a_hand_is_an_agency_or_a_publication(one: dict[str, object], other: dict[str, object], expected: bool) -> None:
    assert is_same_hand(publication(**one), publication(**other)) is expected


@pytest.mark.parametrize(
    ("later", "earlier", "expected"),
    [
        pytest.param("urn:newsml:x.example:20150918:N-12:3", "urn:newsml:x.example:20150918:N-12:2", True, id="higher"),
        pytest.param(
            "urn:newsml:x.example:20150918:N-12:10U", "URN:NewsML:x.example:20150918:N-12:9N", True, id="marks"
        ),
        pytest.param("urn:newsml:x.example:20150918:N-12:2", "urn:newsml:x.example:20150918:N-12:2", False, id="same"),
        pytest.param("urn:newsml:x.example:20150918:N-13:3", "urn:newsml:x.example:20150918:N-12:2", False, id="other"),
        pytest.param("depeche:3", "depeche:2", False, id="no such name"),
    ],
)
def test_a_revision_has_the_same_name_and_a_higher_number(later: str, earlier: str, expected: bool) -> None:
    assert is_revision(publication(identifiers=("x", later)), publication(identifiers=(earlier,))) is expected


@pytest.mark.parametrize(
    ("later", "earlier", "expected"),
    [
        pytest.param({"date": date(2015, 9, 19)}, {"date": DAY}, True, id="day"),
        pytest.param({"date": DAY, "time": "10:00"}, {"date": DAY, "time": "9h59"}, True, id="time"),
        pytest.param({"date": DAY, "time": "10:00"}, {"date": DAY, "time": "10h00"}, False, id="the same minute"),
        pytest.param({"date": DAY}, {"date": DAY, "time": "10:00"}, False, id="one time unknown"),
        pytest.param({}, {"date": DAY}, False, id="undated"),
    ],
)
def test_an_article_is_later_where_that_is_known(
    later: dict[str, object], earlier: dict[str, object], expected: bool
) -> None:
    assert is_known_later(publication(**later), publication(**earlier)) is expected


def test_an_undated_article_is_at_no_distance() -> None:
    assert days_between(publication(date=DAY), publication()) is None
    assert hours_between(publication(date=DAY, time="10:00"), publication(date=DAY)) is None


def test_hours_are_counted_over_midnight() -> None:
    evening, morning = publication(date=DAY, time="22:30"), publication(date=date(2015, 9, 19), time="00:15")
    assert hours_between(evening, morning) == hours_between(morning, evening) == 1.75
