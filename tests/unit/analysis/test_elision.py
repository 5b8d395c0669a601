"""Which parts of a word with apostrophes count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_search.analysis.elision import ELIDED, split_at_apostrophes

PARTS = {
    "article": ("l'armée", ["armée"]),
    "curly apostrophe": ("d’Alep", ["Alep"]),
    "conjunction": ("puisqu'elle", ["elle"]),
    "two elisions": ("qu'l'eau", ["eau"]),
    "capital": ("L'ÉCOLE", ["ÉCOLE"]),
    "word of its own": ("aujourd'hui", ["aujourd'hui"]),
    "word of its own behind an elision": ("d'aujourd'hui", ["aujourd'hui"]),
    "feminine": ("quelqu'une", ["quelqu'une"]),
    "old compound": ("grand'mère", ["grand'mère"]),
    "Irish name": ("O’Brien", ["O’Brien"]),
    "possessive": ("Obama's", ["Obama"]),
    "elided article and nothing else": ("l'", []),
    "two words": ("don't", ["don", "t"]),
    "no apostrophe": ("armée", ["armée"]),
    "apostrophes alone": ("''", []),
    "nothing": ("", []),
}


@pytest.mark.parametrize(("word", "parts"), PARTS.values(), ids=list(PARTS))
def test_a_word_has_these_parts(word: str, parts: list[str]) -> None:
    assert [word[start:end] for start, end in split_at_apostrophes(word)] == parts


@pytest.mark.parametrize("elided", sorted(ELIDED))
def test_whatever_is_elided_leaves_the_word(elided: str) -> None:
    assert split_at_apostrophes(f"{elided}eau") == [(0, len(elided) + 3)]
    assert split_at_apostrophes(f"{elided}'eau") == [(len(elided) + 1, len(elided) + 4)]


@given(word=st.text(alphabet="aldquo'’éÉ", max_size=20))
def test_parts_follow_each_other_inside_the_word(word: str) -> None:
    bounds = [offset for part in split_at_apostrophes(word) for offset in part]
    assert bounds == sorted(bounds)
    assert all(0 <= offset <= len(word) for offset in bounds)
    assert all(start < end for start, end in split_at_apostrophes(word))
