"""Fields by their names, and by what is typed for them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.query.fields import WRITTEN_FIELDS, find_field, nearest_field

GUESSED = {
    "beginning": ("titr", "titre"),
    "beginning of three letters": ("rub", "rubrique"),
    "plural": ("sources", "source"),
    "letter changed": ("autour", "auteur"),
    "letter missing": ("agnce", "agence"),
    "letters swapped": ("soruce", "source"),
    "capitals": ("TITR", "titre"),
    "accents": ("Aprés1", "apres"),
    "name of another service": ("headlin", "headline"),
    "French before English": ("texto", "texte"),
}
NOT_GUESSED = ("sujet", "http", "mailto", "journal", "ti", "x", "", "titrologiquement", "é" * 9, "\ud800\ud800\ud800")


@pytest.mark.parametrize(("name", "field"), GUESSED.values(), ids=list(GUESSED))
def test_a_name_that_is_almost_a_field_is_guessed(name: str, field: str) -> None:
    assert nearest_field(name) == field


@pytest.mark.parametrize("name", NOT_GUESSED, ids=ascii)
def test_a_name_that_is_far_from_every_field_is_not(name: str) -> None:
    assert nearest_field(name) is None


@settings(max_examples=60)
@given(name=st.text("abeilnoprstu_é", max_size=16))
def test_what_is_guessed_is_a_field(name: str) -> None:
    guessed = nearest_field(name)
    assert guessed is None or find_field(guessed)


@pytest.mark.parametrize("name", WRITTEN_FIELDS)
def test_a_written_field_is_found_by_its_name(name: str) -> None:
    assert find_field(name)
    assert nearest_field(name[:-1]) == name
