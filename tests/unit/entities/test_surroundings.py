"""What stands around a name is read without crossing the bounds of its sentence."""

import pytest
from analysis.texts import texts
from hypothesis import given
from hypothesis import strategies as st

from archive_search.entities.surroundings import begins_sentence, is_in_parentheses, words_before

WORDS_BEFORE = {
    "two words": ("le grand quotidien ", ["grand", "quotidien"]),
    "nothing": ("", []),
    "elision": ("selon l’", ["selon", "l'"]),
    "opening quotation mark": ("le quotidien « ", ["le", "quotidien"]),
    "title": ("hier M. ", ["hier", "M"]),
    "end of a sentence": ("le quotidien. ", []),
    "comma": ("le quotidien, ", []),
    "behind a parenthesis": ("hier (quotidien ", ["quotidien"]),
    "number": ("les 20 ", []),
}


@pytest.mark.parametrize(("before", "words"), WORDS_BEFORE.values(), ids=list(WORDS_BEFORE))
def test_the_words_before_a_name_are_given(before: str, words: list[str]) -> None:
    assert words_before(before + "Otan", len(before)) == words


@pytest.mark.parametrize(
    ("before", "begins"),
    [
        ("", True),
        ("Oui. ", True),
        ("« ", True),
        ("dit : ", True),
        ("dans ", False),
        ("hier, ", False),
        ("en 2015 ", False),
    ],
)
def test_a_capital_may_be_due_to_the_start_of_a_sentence(before: str, begins: bool) -> None:
    assert begins_sentence(before + "Le Monde", len(before)) is begins


@pytest.mark.parametrize(("text", "is_in"), [("(AP)", True), ("(AP", False), (" AP)", False), ("(AP,)", False)])
def test_a_name_fills_a_pair_of_parentheses(text: str, is_in: bool) -> None:
    assert is_in_parentheses(text, 1, 3) is is_in


@given(text=texts(), data=st.data())
def test_any_text_may_stand_before(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    assert len(words_before(text, start)) <= 2
    assert isinstance(begins_sentence(text, start), bool)
