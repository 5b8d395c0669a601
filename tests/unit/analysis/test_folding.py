"""Every spelling of a word folds to the same plain letters."""

import pytest
from hypothesis import given

from analysis.texts import texts
from archive_search.analysis.folding import fold_form
from archive_search.analysis.tokenizing import tokenize

FOLDED = {
    "accents": ("élève", "eleve"),
    "cedilla": ("garçon", "garcon"),
    "diaeresis": ("noël", "noel"),
    "ligature": ("œuvre", "oeuvre"),
    "combining accent": ("lattaquie\u0301", "lattaquie"),
    "sharp s": ("straße", "strasse"),
    "Cyrillic": ("путин", "putin"),
    "Chinese": ("北京", "beijing"),
    "Arabic digit": ("٣", "3"),
    "apostrophe": ("aujourd'hui", "aujourd'hui"),
    "decimal": ("3,5", "3,5"),
    "plain": ("base", "base"),
    "private use": ("\ue000", ""),
}


@pytest.mark.parametrize(("form", "folded"), FOLDED.values(), ids=list(FOLDED))
def test_a_form_folds_to_these_letters(form: str, folded: str) -> None:
    assert fold_form(form) == folded


@given(text=texts())
def test_folding_twice_is_folding_once(text: str) -> None:
    for token in tokenize(text):
        assert fold_form(fold_form(token.form)) == fold_form(token.form)


@given(text=texts())
def test_a_folded_form_is_plain_lower_case(text: str) -> None:
    for token in tokenize(text):
        folded = fold_form(token.form)
        assert folded.isascii()
        assert folded == folded.lower()
        assert " " not in folded
