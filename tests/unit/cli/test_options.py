import pytest

from archive_search.cli.options import SORTS, TypedText
from archive_search.search.requests import Sort


@pytest.mark.parametrize(
    ("typed", "taken"),
    [("été", "été"), ("a\udcffb", "a\ufffdb"), ("\ud83d", "\ufffd"), ("Иван 🗞", "Иван 🗞"), ("", "")],
    ids=["accents", "broken byte", "half a pair", "other letters", "nothing"],
)
def test_text_that_cannot_be_encoded_is_replaced(typed: str, taken: str) -> None:
    assert TypedText().convert(typed, None, None) == taken


def test_every_order_of_articles_can_be_asked_for() -> None:
    assert tuple(Sort) == SORTS
