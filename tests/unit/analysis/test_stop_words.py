from importlib import resources

import pytest

from archive_search.analysis.stop_words import is_stop_word

FUNCTION_WORDS = """
    le la les l un une des du de d à au en dans sur sous par pour et ou où mais donc ni que qu qui je il elle
    on nous ce cette ces son leur quel tout ne pas plus très est sont était a ont avait sera
"""
CONTENT_WORDS = """
    été avions sommes or car maïs sûr dû entré base aérienne syrie président ministre deux ouest nord jamais
    guerre premier nouveau faire dire pouvoir
"""


def listed_words():
    text = (resources.files("archive_search.analysis") / "data" / "stop_words.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


@pytest.mark.parametrize("form", FUNCTION_WORDS.split())
def test_function_words_are_stop_words(form):
    assert is_stop_word(form)


@pytest.mark.parametrize("form", ["a", "tres", "etait", "deja", "meme"])
def test_function_words_typed_without_accents_are_stop_words(form):
    assert is_stop_word(form)


@pytest.mark.parametrize("form", CONTENT_WORDS.split())
def test_content_words_are_kept(form):
    assert not is_stop_word(form)


@pytest.mark.parametrize("form", ["", "'", "s300", "путин", "\u200b", "x" * 10_000])
def test_what_is_no_word_is_no_stop_word(form):
    assert not is_stop_word(form)


def test_the_list_is_sorted_without_duplicates():
    assert listed_words() == sorted(set(listed_words()))


def test_the_list_is_lower_case_single_words():
    assert all(word.isalpha() and word == word.lower() for word in listed_words())
