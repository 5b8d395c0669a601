"""Where the sentences of a paragraph begin."""

import itertools

import pytest
from hypothesis import given

from analysis.texts import texts
from analysis.timing import check_linear
from archive_search.analysis.sentences import find_sentence_starts, tell_first_words
from archive_search.analysis.tokenizing import tokenize

SENTENCES = {
    "full stops": ("Paris vote. Lyon attend.", ["Paris vote. ", "Lyon attend."]),
    "question": ("Viendra-t-il ? On en doute.", ["Viendra-t-il ? ", "On en doute."]),
    "exclamation": ("Assez ! Le maire part.", ["Assez ! ", "Le maire part."]),
    "ellipsis": ("Il hésite… Puis il part.", ["Il hésite… ", "Puis il part."]),
    "three dots": ("Il hésite... Puis il part.", ["Il hésite... ", "Puis il part."]),
    "title of a man": ("M. Bréval part. Fin.", ["M. Bréval part. ", "Fin."]),
    "initial": ("J. Dupont part.", ["J. Dupont part."]),
    "page": ("Voir p. 12 du rapport.", ["Voir p. 12 du rapport."]),
    "number at the head": ("Il en reste 15. 300 sont partis.", ["Il en reste 15. ", "300 sont partis."]),
    "decimal": ("Soit 3.5 millions.", ["Soit 3.5 millions."]),
    "lower case follows": ("La société X. et fils.", ["La société X. et fils."]),
    "guillemet opens": ("Il parle. «Rien», dit-il.", ["Il parle. ", "«Rien», dit-il."]),
    "guillemet closes": ("Il dit : «Rien.» Paris attend.", ["Il dit : «Rien.» ", "Paris attend."]),
    "dash opens": ("Fin. — Et puis ?", ["Fin. ", "— Et puis ?"]),
    "line break": ("Fin.\nParis vote.", ["Fin.\n", "Paris vote."]),
    "accented capital": ("Fin. École fermée.", ["Fin. ", "École fermée."]),
    "no end": ("Sans point", ["Sans point"]),
    "nothing": ("", [""]),
}


@pytest.mark.parametrize(("text", "sentences"), SENTENCES.values(), ids=list(SENTENCES))
def test_a_paragraph_has_these_sentences(text: str, sentences: list[str]) -> None:
    starts = [*find_sentence_starts(text), len(text)]
    assert [text[start:end] for start, end in itertools.pairwise(starts)] == sentences


def test_the_first_word_of_each_sentence_is_told() -> None:
    text = "L'armée part. «S-300 !», dit-il. M. Bréval rit."
    first = [token.form for token, is_first in tell_first_words(text, tokenize(text)) if is_first]
    assert first == ["armée", "s", "m"]


@given(text=texts())
def test_sentences_begin_in_order_inside_the_text(text: str) -> None:
    starts = list(find_sentence_starts(text))
    assert starts[0] == 0
    assert starts == sorted(set(starts))
    assert all(start <= len(text) for start in starts)


@given(text=texts())
def test_every_text_with_words_has_a_first_word(text: str) -> None:
    told = list(tell_first_words(text, tokenize(text)))
    assert [token for token, _is_first in told] == list(tokenize(text))
    assert not told or told[0][1]


@pytest.mark.parametrize("unit", [". ", ".", "? ", ".»", " ", "A. ", "Oui. ", ".\u00a0", "!\n", '."'], ids=ascii)
def test_hostile_text_is_cut_in_linear_time(unit: str) -> None:
    check_linear(lambda text: list(find_sentence_starts(text)), unit)


def test_first_words_of_very_many_sentences_are_told_in_linear_time() -> None:
    check_linear(lambda text: list(tell_first_words(text, tokenize(text))), "Oui. ")
