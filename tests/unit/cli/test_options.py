import pytest

from archive_search.cli.options import TypedText


@pytest.mark.parametrize(
    ("typed", "taken"),
    [("été", "été"), ("a\udcffb", "a\ufffdb"), ("\ud83d", "\ufffd"), ("Иван 🗞", "Иван 🗞"), ("", "")],
    ids=["accents", "broken byte", "half a pair", "other letters", "nothing"],
)
def test_text_that_cannot_be_encoded_is_replaced(typed: str, taken: str) -> None:
    assert TypedText().convert(typed, None, None) == taken
