import re
from datetime import date as Date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.exports.citations.keys import KeyMaker
from archive_search.records import Article
from exports.making_articles import make_article, make_unknown
from exports.strategies import articles


@pytest.mark.parametrize(
    ("properties", "start"),
    [
        ({}, "dupont2017-"),
        ({"authors": ("Hugues de Brévan",)}, "brevan2017-"),
        ({"authors": ()}, "phare2017-"),
        ({"authors": ("王小明",), "source": "L'Écho"}, "echo2017-"),
        ({"authors": (), "source": None}, "afp2017-"),
        ({"authors": (), "source": None, "agency": None, "date": None}, "articlesd-"),
        ({"source": "x" * 1000, "authors": ()}, "x" * 20 + "2017-"),
    ],
    ids=str,
)
def test_a_key_begins_with_who_and_when(properties: dict[str, object], start: str) -> None:
    assert re.fullmatch(re.escape(start) + "[0-9a-f]{8}", KeyMaker().make(make_article(**properties)))


def test_the_key_of_an_article_is_the_same_in_every_file() -> None:
    one, other = KeyMaker(), KeyMaker()
    other.make(make_unknown())
    assert one.make(make_article()) == other.make(make_article())


@settings(max_examples=50)
@given(some=st.lists(articles(), max_size=10))
def test_the_keys_of_a_file_differ_and_are_plain(some: list[Article]) -> None:
    maker = KeyMaker()
    keys = [maker.make(article) for article in [*some, *some]]
    assert len(set(keys)) == len(keys)
    assert all(re.fullmatch("[a-z0-9-]+", key) for key in keys)


def test_two_articles_of_one_day_have_keys_of_their_own() -> None:
    maker = KeyMaker()
    assert len({maker.make(make_article(id=f"a{number}", date=Date(2017, 3, 2))) for number in range(1000)}) == 1000
