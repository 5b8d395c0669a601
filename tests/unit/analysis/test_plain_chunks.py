"""The quick way to the words of a chunk agrees with the tokenizer wherever it gives an answer."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_search.analysis.elision import ELIDED
from archive_search.analysis.plain_chunks import split_plain
from archive_search.analysis.tokenizing import tokenize

PLAIN = {
    "word": ("Armées", ["armées"]),
    "in marks": ("(«Armées»),", ["armées"]),
    "elided": ("L’armée.", ["armée"]),
    "compound": ("vice-président", ["vice", "président"]),
    "elided compound": ("d'avant-hier…", ["avant", "hier"]),
    "initial": ("M.", ["m"]),
}
AWKWARD = ["", "S-300", "10", "O.N.U.", "aujourd'hui", "l'", "cœur", "æquo", "a\u0301", "l'ſ", "a--b", "-a", "a" * 101]


@pytest.mark.parametrize(("chunk", "forms"), PLAIN.values(), ids=list(PLAIN))
def test_a_chunk_of_a_usual_shape_has_these_forms(chunk: str, forms: list[str]) -> None:
    assert split_plain(chunk) == forms


@pytest.mark.parametrize("chunk", AWKWARD, ids=ascii)
def test_a_chunk_of_another_shape_is_left_to_the_tokenizer(chunk: str) -> None:
    assert split_plain(chunk) is None


def check_same(chunk: str) -> None:
    forms = split_plain(chunk)
    if forms is not None:
        tokens = [(token.form, token.position, token.last) for token in tokenize(chunk)]
        assert tokens == [(form, place, place) for place, form in enumerate(forms)]


def test_every_character_of_the_first_alphabets_is_read_alike() -> None:
    for letter in map(chr, range(0x0530)):
        for chunk in (letter, f"a{letter}", f"{letter}a", f"l'{letter}", f"{letter}'a", f"a-{letter}", f"a.{letter}"):
            check_same(chunk)


@pytest.mark.parametrize("elided", sorted(ELIDED))
def test_every_elision_is_read_alike(elided: str) -> None:
    for start, apostrophe, word in itertools.product(
        (elided, elided.upper(), elided.capitalize()), "'’", ("Île", "s", "homme", "entr", "a.", "Au-delà")
    ):
        check_same(start + apostrophe + word)


@given(chunk=st.text(alphabet="aAéÉsSlLqQuUoO'’-.,«»\"()…!1æœ\u0301\u00ad", max_size=12))
def test_any_chunk_is_read_alike(chunk: str) -> None:
    check_same(chunk)
