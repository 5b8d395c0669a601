"""Where the sentences of a paragraph begin."""

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.texts import texts
from analysis.timing import check_linear
from archive_search.analysis.sentences import (
    begins_sentence,
    ends_sentence,
    find_sentence_starts,
    is_mark,
    tell_first_words,
)
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
    "quotation mark opens": ('Il part. "Bonjour", dit-il.', ["Il part. ", '"Bonjour", dit-il.']),
    "quotation mark closes": ('Il dit : "Rien." Paris attend.', ['Il dit : "Rien." ', "Paris attend."]),
    "guillemet apart closes": ("« Rien. » Paris attend.", ["« Rien. » ", "Paris attend."]),
    "guillemet apart opens": ("Il parle. « Rien », dit-il.", ["Il parle. ", "« Rien », dit-il."]),
    "marks apart close and open": ("Rien. ) « Oui.", ["Rien. ) ", "« Oui."]),
    "initial before a line break": ("Plan B\n. Fin.", ["Plan B\n. ", "Fin."]),
    "lower case between": ("Fin. et Paris.", ["Fin. et Paris."]),
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


@given(text=texts() | st.text(alphabet="aAÉ1.!M«»\"'([)—- \n\u00a0", max_size=40))
def test_a_sentence_begins_after_a_chunk_that_ends_one(text: str) -> None:
    begun = []
    is_over = False
    for chunk in re.finditer(r"\S+", text):
        if is_mark(chunk[0]):
            continue
        if is_over and begins_sentence(chunk[0]):
            begun.append(chunk.start())
        is_over = ends_sentence(chunk[0])
    starts = list(find_sentence_starts(text))[1:]
    # A sentence starts at the opening marks that stand apart before it.
    assert len(starts) == len(begun)
    assert all(map(is_mark, "".join(text[a:b] for a, b in zip(starts, begun, strict=True)).split()))


@given(text=texts())
def test_every_text_with_words_has_a_first_word(text: str) -> None:
    told = list(tell_first_words(text, tokenize(text)))
    assert [token for token, _is_first in told] == list(tokenize(text))
    assert not told or told[0][1]


@pytest.mark.parametrize(
    "unit", [". ", ".", "? ", ".»", " ", "A. ", "Oui. ", ".\u00a0", "!\n", '."', '" ', ". » "], ids=ascii
)
def test_hostile_text_is_cut_in_linear_time(unit: str) -> None:
    check_linear(lambda text: list(find_sentence_starts(text)), unit)


def test_first_words_of_very_many_sentences_are_told_in_linear_time() -> None:
    check_linear(lambda text: list(tell_first_words(text, tokenize(text))), "Oui. ")
