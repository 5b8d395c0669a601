import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_search.sources.letters import fold_name, letters_of, plain_letters_of


@pytest.mark.parametrize(
    ("text", "letters", "plain"),
    [
        ("« L'été, enfin ! »", "létéenfin", "leteenfin"),
        ("L’ÉTÉ_2015", "lété2015", "lete2015"),
        ("ﬁn", "fin", "fin"),
        ("— … —", "", ""),
    ],
    ids=["quoted", "capitals", "ligature", "no-letter"],
)
def test_signs_spaces_and_capitals_make_no_difference(text, letters, plain):
    assert letters_of(text) == letters
    assert plain_letters_of(text) == plain


@pytest.mark.parametrize(
    "name",
    ["Sous-titre", "sous_titre", "\ufeffSOUS TITRE ", "  Sous   titre"],
    ids=["hyphen", "low-line", "mark", "spaces"],
)
def test_one_name_is_folded_alike_however_it_is_written(name):
    assert fold_name(name) == "sous titre"


@given(st.text(max_size=50))
def test_folding_twice_is_folding_once(name):
    assert fold_name(fold_name(name)) == fold_name(name)
    assert plain_letters_of(plain_letters_of(name)) == plain_letters_of(name)
