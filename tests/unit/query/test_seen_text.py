"""The text of a query without what no reader sees."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_search.query.seen_text import clean_text, find_typed_place


@pytest.mark.parametrize(
    ("typed", "clean"),
    [("ra\u00adde", "rade"), ("\ufeffrade\u200e", "rade"), ("rade\x00port", "rade port"), ("\ud800", " ")],
    ids=["soft hyphen", "marks", "control character", "half a pair"],
)
def test_what_has_no_width_goes_and_a_control_character_parts_words(typed: str, clean: str) -> None:
    assert clean_text(typed) == clean


@given(typed=st.text(st.sampled_from("ab é\u00ad\u200b\x00\ud800"), max_size=20))
def test_each_character_of_the_clean_text_is_found_where_it_was_typed(typed: str) -> None:
    clean = clean_text(typed)
    places = [find_typed_place(typed, position) for position in range(len(clean))]
    assert "".join(clean_text(typed[place]) for place in places) == clean
    assert find_typed_place(typed, len(clean)) <= len(typed)
