"""A word has one number wherever it stands and however it is spelt, and other words have others."""

import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.analysis.folding import fold_form
from archive_search.families import words
from archive_search.families.words import hash_words

french = st.text("abeEéÉèêàÀçœŒæÆß09²_'’ -.,«»\n\u00a0", max_size=30)


def numbers_of(text: str) -> list[int]:
    return hash_words([text]).hashes.tolist()


def words_of(text: str) -> list[str]:
    """Give the words of a text, folded, one by one."""
    return [fold_form(word.lower()) for word in re.findall(r"[^\W_]+", text)]


@given(french, french)
@settings(max_examples=150)
def test_words_have_the_same_number_where_they_are_the_same_and_only_there(one: str, other: str) -> None:
    ours, theirs = (list(zip(words_of(text), numbers_of(text), strict=True)) for text in (one, other))
    pairs = {*ours, *theirs}
    assert len(pairs) == len({word for word, _number in pairs}) == len({number for _word, number in pairs})


@given(french)
@settings(max_examples=60)
def test_capitals_and_signs_make_no_difference(text: str) -> None:
    assert numbers_of(re.sub(r"[-.,«»\n]", " … ", text.upper())) == numbers_of(text)


@given(st.lists(st.text(max_size=20), max_size=6))
@settings(max_examples=100)
def test_words_are_runs_of_letters_and_digits_in_any_writing(texts: list[str]) -> None:
    assert hash_words(texts).counts.tolist() == [len(re.findall(r"[^\W_]+", text)) for text in texts]


@given(st.lists(st.text(max_size=20), max_size=6))
@settings(max_examples=60)
def test_texts_together_give_what_they_give_alone(texts: list[str]) -> None:
    assert hash_words(texts).hashes.tolist() == [number for text in texts for number in numbers_of(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("cœur", "COEUR", id="ligature"),
        pytest.param("Møller", "moller", id="letter of a neighbour"),
        pytest.param("İstanbul", "istanbul", id="capital of two signs"),
        pytest.param("ﬁn", "fin", id="ligature of print"),
        pytest.param("ПУТИН", "путин", id="other alphabet"),
        pytest.param("ΛΟΓΟΣ", "λόγος".replace("ό", "ο"), id="two small letters of one capital"),
        pytest.param("𐐀", "𐐨", id="capital of two units"),
        pytest.param("Bravo 😀", "Bravo", id="picture"),
        pytest.param("le\uffffpont", "le pont", id="the sign between texts"),
        pytest.param("a_b", "a b", id="underscore"),
    ],
)
def test_spellings_of_the_same_words_give_the_same_numbers(one: str, other: str) -> None:
    assert numbers_of(one) == numbers_of(other)


def test_the_end_of_a_text_ends_a_word() -> None:
    assert hash_words(["le po", "nt"]).counts.tolist() == [2, 1]


def test_a_lone_surrogate_is_a_letter_like_any_other() -> None:
    assert hash_words(["a\ud800"]).counts.tolist() == [1]


def test_texts_are_hashed_some_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["Le pont de Doriac", "", "rouvre", "lundi matin"]
    whole = hash_words(texts)
    monkeypatch.setattr(words, "_BLOCK", 8)
    parts = hash_words(texts)
    assert [column.tolist() for column in parts] == [column.tolist() for column in whole]


def test_a_long_text_needs_no_other_powers_than_a_short_one() -> None:
    long = hash_words([f"{'pont ' * 100_000}Doriac"]).hashes
    assert np.array_equal(long[-2:], hash_words(["pont Doriac"]).hashes)


def test_no_texts_have_no_words() -> None:
    assert [column.tolist() for column in hash_words([])] == [[], []]
