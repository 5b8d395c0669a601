import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_search.sources.characters import MAX_MARKS_IN_A_ROW, clean_characters


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        pytest.param("e\u0301te\u0301", "été", id="decomposed letters"),
        pytest.param("a\r\nb\rc\x0bd\u2028e", "a\nb\nc\nd\ne", id="newlines"),
        pytest.param("a\x00b\x1bc\ufeff", "abc", id="controls"),
        pytest.param("a\tb", "a\tb", id="tab"),
        pytest.param("a\ud800b", "a\ufffdb", id="lone surrogate"),
        pytest.param("« l’été »\u00a0– œ", "« l’été »\u00a0– œ", id="typography"),
    ],
)
def test_text_is_brought_to_its_stored_form(text, cleaned):
    assert clean_characters(text) == cleaned


@given(st.text(st.characters(codec=None)))
def test_cleaning_twice_is_cleaning_once_and_can_be_stored(text):
    cleaned = clean_characters(text)
    assert clean_characters(cleaned) == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    cleaned.encode()


def test_a_pile_of_marks_is_cut_before_it_takes_quadratic_time():
    assert len(clean_characters("x" + "\u0301\u0323" * 1_000_000)) <= 1 + MAX_MARKS_IN_A_ROW


@pytest.mark.parametrize("first", range(0, 0x3000, 0x100), ids=hex)
def test_a_character_is_kept_or_changed_whatever_stands_around_it(first):
    for character in map(chr, range(first, first + 0x100)):
        alone, beside_a_control = clean_characters(f"«{character}»"), clean_characters(f"\x07«{character}»")
        assert alone == beside_a_control
        assert unicodedata.is_normalized("NFC", alone)
