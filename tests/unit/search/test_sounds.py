"""Spellings that a French reader reads alike share a key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_search.search.sounds import sound_of

ALIKE = {
    "doubled letter, qu": ("latakie", "lattaquie"),
    "ph": ("farmacie", "pharmacie"),
    "silent h": ("otage", "hotage"),
    "th": ("ritme", "rythme"),
    "c before e": ("fasile", "facile"),
    "sc": ("sience", "science"),
    "x": ("axident", "accident"),
    "tch, sch, sh": ("tchad", "shad"),
    "ou": ("moskou", "moscoo"),
    "z between vowels": ("tunizie", "tunisie"),
    "au": ("chateau", "chato"),
    "ai": ("helicoptaire", "helicoptere"),
    "gu before e": ("gerre", "jerre"),
    "en, an, am": ("parlemant", "parlement"),
    "on, om": ("macrom", "macron"),
    "in, ein": ("peinture", "pinture"),
    "w": ("wagner", "vagner"),
    "silent end": ("damases", "damase"),
}
APART = {
    "vowels": ("marin", "marine"),
    "hard g": ("guerre", "gerre"),
    "hard c": ("canot", "sanot"),
    "m before a vowel": ("came", "canne"),
    "short words are kept": ("et", "es"),
}


@pytest.mark.parametrize(("one", "other"), ALIKE.values(), ids=list(ALIKE))
def test_spellings_of_one_sound_share_a_key(one: str, other: str) -> None:
    assert sound_of(one) == sound_of(other)


@pytest.mark.parametrize(("one", "other"), APART.values(), ids=list(APART))
def test_other_sounds_have_other_keys(one: str, other: str) -> None:
    assert sound_of(one) != sound_of(other)


@given(letters=st.text(st.sampled_from("acehimnoqstuxyz'9é\x00"), max_size=20))
def test_any_letters_have_a_key(letters: str) -> None:
    assert isinstance(sound_of(letters), str)
