import pytest

from archive_search.sources.passages.headings import is_heading_like, is_title_like


@pytest.mark.parametrize(
    "text", ["Le port rouvre", "Le port rouvre ?", "Le port rouvre...", "« Le port rouvre »", "1. Le port"]
)
def test_a_short_line_without_final_stop_is_like_a_title(text):
    assert is_title_like(text)


@pytest.mark.parametrize("text", ["Le port rouvre.", "le port", "- Le port", "12", "Le port :", "Le port " * 40])
def test_a_sentence_a_list_and_a_number_are_not(text):
    assert not is_title_like(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Une longue attente", True),
        ("« Une longue attente »", True),
        ("Il parle d'une « attente »", False),
        ("Où ?", False),
    ],
)
def test_a_heading_ends_neither_as_a_question_nor_as_a_quotation_begun_inside(text, expected):
    assert is_heading_like(text) is expected
