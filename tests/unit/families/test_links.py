"""Two articles give one text by what they share and by when they were published; the later has a relation."""

from datetime import date

import pytest

from archive_search.families.links import Resemblance, is_one_text, is_worth_keeping, relation_to
from archive_search.families.publications import Publication
from archive_search.family_records import Relation

REVISED = "urn:newsml:agence.example:20150918:N-12:"


def publication(words: int, day: int | None = 18, time: str | None = None, **properties: object) -> Publication:
    day_of_month = None if day is None else date(2015, 9, day)
    return Publication(number=1, id="a", words=words, date=day_of_month, time=time, **properties)  # type: ignore[arg-type]


def share(words: int, other_words: int | None = None) -> Resemblance:
    return Resemblance(1, 2, words, words if other_words is None else other_words)


@pytest.mark.parametrize(
    ("shared", "one", "other", "expected"),
    [
        pytest.param(90, publication(300), publication(300), True, id="a third"),
        pytest.param(89, publication(300), publication(300), False, id="less"),
        pytest.param(30, publication(100), publication(5000), True, id="a third of the shorter"),
        pytest.param(20, publication(20), publication(400), False, id="a few words"),
        pytest.param(20, publication(20), publication(21), True, id="a short text, the same day"),
        pytest.param(20, publication(20), publication(21, 20), False, id="a short text, days later"),
        pytest.param(20, publication(20), publication(21, None), False, id="a short text, undated"),
        pytest.param(5, publication(5), publication(5), False, id="a slogan"),
    ],
)
def test_a_resemblance_is_worth_keeping(shared: int, one: Publication, other: Publication, expected: bool) -> None:
    assert is_worth_keeping(share(shared), one, other) is expected


@pytest.mark.parametrize(
    ("shared", "one", "other", "expected"),
    [
        pytest.param(280, publication(300), publication(300, 30), True, id="the same, any day"),
        pytest.param(190, publication(300), publication(300), True, id="most, the same day"),
        pytest.param(190, publication(300), publication(300, 19), True, id="most, the next day"),
        pytest.param(190, publication(300), publication(300, 20), False, id="most, two days later"),
        pytest.param(190, publication(300, time="14:00"), publication(300, 19, "14:00"), False, id="a daily form"),
        pytest.param(190, publication(300, time="22:00"), publication(300, 19, "08:00"), True, id="over night"),
        pytest.param(190, publication(300), publication(700), False, id="most of the shorter, little of the longer"),
        pytest.param(90, publication(100), publication(800, 21), True, id="nearly all of the shorter, within days"),
        pytest.param(90, publication(100), publication(800, 22), False, id="nearly all of the shorter, later"),
        pytest.param(90, publication(100), publication(1000), False, id="a tiny part"),
        pytest.param(190, publication(300), publication(300, None), True, id="undated"),
        pytest.param(150, publication(300), publication(300), False, id="half"),
    ],
)
def test_two_articles_give_one_text(shared: int, one: Publication, other: Publication, expected: bool) -> None:
    assert is_one_text(share(shared), one, other) is expected
    assert is_one_text(share(shared).reversed(), other, one) is expected


def test_a_revision_gives_the_text_of_what_it_revises() -> None:
    one = publication(300, identifiers=(f"{REVISED}1",))
    other = publication(300, 25, identifiers=(f"{REVISED}2",))
    assert is_one_text(share(100), one, other)


@pytest.mark.parametrize(
    ("shared", "later", "earlier", "expected"),
    [
        pytest.param(300, publication(300, source="A"), publication(300, source="B"), Relation.REPRINT, id="whole"),
        pytest.param(200, publication(200, source="A"), publication(300, source="B"), Relation.REPRINT, id="cut"),
        pytest.param(
            290, publication(500, source="A"), publication(300, source="B"), Relation.REPRINT, id="filled out"
        ),
        pytest.param(290, publication(500, source="A"), publication(300, source="A"), Relation.UPDATE, id="fuller"),
        pytest.param(
            290, publication(500, agency="X"), publication(300, agency="X"), Relation.UPDATE, id="by its agency"
        ),
        pytest.param(
            295, publication(300, source="A"), publication(300, source="A"), Relation.REPRINT, id="a word or two"
        ),
        pytest.param(
            200,
            publication(300, 19, source="A"),
            publication(300, 18, source="A"),
            Relation.UPDATE,
            id="rewritten and later",
        ),
        pytest.param(
            200,
            publication(300, source="A"),
            publication(300, source="A"),
            Relation.REPRINT,
            id="rewritten and nobody knows which is later",
        ),
        pytest.param(
            290,
            publication(500, None, source="A"),
            publication(300, source="A"),
            Relation.UPDATE,
            id="undated and fuller",
        ),
        pytest.param(100, publication(110, source="A"), publication(400, source="A"), Relation.EXTRACT, id="a part"),
        pytest.param(
            300,
            publication(300, identifiers=(f"{REVISED}2",)),
            publication(300, identifiers=(f"{REVISED}1",)),
            Relation.UPDATE,
            id="a revision",
        ),
    ],
)
def test_the_later_article_has_a_relation(
    shared: int, later: Publication, earlier: Publication, expected: Relation
) -> None:
    assert relation_to(share(shared), later, earlier) is expected


def test_articles_without_words_resemble_nothing() -> None:
    assert not is_worth_keeping(share(0), publication(0), publication(0))
