"""Text to tokens: which forms, at which places in words and in characters."""

import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.texts import PIECES, texts
from analysis.timing import check_linear
from archive_search.analysis.folding import fold_form
from archive_search.analysis.stemming import stem_form
from archive_search.analysis.tokenizing import MAX_FORM, tokenize

FORMS = {
    "lower case": ("Les ARMÉES", ["les", "armées"]),
    "elided article": ("L'armée d’Alep", ["armée", "alep"]),
    "elided conjunction": ("lorsqu'Ankara dit qu'Alep", ["ankara", "dit", "alep"]),
    "elided article cut off by a guillemet": ("l'« État »", ["état"]),
    "letter on its own": ("plan L", ["plan", "l"]),
    "whole word with an apostrophe": ("aujourd'hui", ["aujourd'hui"]),
    "curly apostrophe inside a word": ("prud’homme", ["prud'homme"]),
    "Irish name": ("d'O'Brien", ["o'brien"]),
    "English possessive": ("Trump's", ["trump"]),
    "compound": ("vice-président", ["vice", "président"]),
    "unbreakable hyphen": ("Moyen\u2011Orient", ["moyen", "orient"]),
    "inversion": ("va-t-il", ["va", "t", "il"]),
    "compound with an elision": ("c'est-à-dire", ["est", "à", "dire"]),
    "compound with a digit": ("S-300", ["s", "300", "s300"]),
    "compound with a digit inside": ("A-1-B", ["a", "1", "b", "a1b"]),
    "range of years": ("2015-2016", ["2015", "2016"]),
    "letters and digits together": ("G7 20h30 1er", ["g7", "20h30", "1er"]),
    "thousands with a space": ("10 000", ["10000"]),
    "thousands with a narrow space": ("1\u202f234\u202f567", ["1234567"]),
    "thousands with a stop": ("5.000", ["5000"]),
    "decimals": ("3,5 %", ["3,5"]),
    "year and the number after it": ("2015. 300", ["2015", "300"]),
    "date": ("18/09/2015", ["18", "09", "2015"]),
    "dotted acronym": ("L'O.N.U. vote", ["onu", "vote"]),
    "dotted acronym without its last stop": ("la S.N.C.F", ["la", "sncf"]),
    "initial": ("M. Orlov", ["m", "orlov"]),
    "soft hyphens": ("gou\u00adver\u00adne\u00adment", ["gouvernement"]),
    "zero-width space": ("Lat\u200btaquié", ["lattaquié"]),
    "ligatures": ("CŒUR ex æquo ﬁn", ["coeur", "ex", "aequo", "fin"]),
    "superscript": ("x²", ["x2"]),
    "underscore": ("nom_propre", ["nom", "propre"]),
    "address": ("redaction@journal.example", ["redaction", "journal", "example"]),
    "other scripts": ("Путин 北京", ["путин", "北京"]),
    "punctuation alone": ("— … !? « » ' ’ -", []),
    "nothing": ("", []),
    "control characters": ("a\x00b\x1b[31mc", ["a", "b", "31mc"]),
}


@pytest.mark.parametrize(("text", "forms"), FORMS.values(), ids=list(FORMS))
def test_a_text_has_these_forms(text: str, forms: list[str]) -> None:
    assert [token.form for token in tokenize(text)] == forms


def test_an_elided_article_takes_no_position() -> None:
    assert [(token.form, token.position) for token in tokenize("de l'Intérieur")] == [("de", 0), ("intérieur", 1)]


def test_the_joined_form_of_a_compound_lies_over_the_positions_of_its_parts() -> None:
    tokens = [(token.form, token.position, token.last) for token in tokenize("les S-300 russes")]
    assert tokens == [("les", 0, 0), ("s", 1, 1), ("300", 2, 2), ("s300", 1, 2), ("russes", 3, 3)]


def test_the_offsets_of_a_joined_form_take_in_its_hyphen() -> None:
    text = "un S-300."
    assert [text[token.start : token.end] for token in tokenize(text)] == ["un", "S", "300", "S-300"]


def test_the_offsets_of_an_elided_word_leave_its_article_out() -> None:
    text = "Vers l’Élysée"
    assert [text[token.start : token.end] for token in tokenize(text)] == ["Vers", "Élysée"]


@pytest.mark.parametrize("letter", ["a", "é", "1", "北"])
def test_an_endless_word_is_cut(letter: str) -> None:
    (token,) = tokenize(letter * 10_000)
    assert len(token.form) == MAX_FORM
    assert (token.start, token.end) == (0, 10_000)


@pytest.mark.parametrize("apostrophe", "'\u2019\u2018\u02bc\uff07`´ʹ′", ids=ascii)
def test_every_shape_of_apostrophe_gives_one_form(apostrophe: str) -> None:
    assert [token.form for token in tokenize(f"aujourd{apostrophe}hui")] == ["aujourd'hui"]


@given(text=texts())
def test_tokenising_twice_gives_the_same(text: str) -> None:
    assert list(tokenize(text)) == list(tokenize(text))


@given(text=texts())
def test_words_fill_consecutive_positions_in_the_order_of_the_text(text: str) -> None:
    words = [token for token in tokenize(text) if token.position == token.last]
    assert [word.position for word in words] == list(range(len(words)))
    assert all(before.end <= after.start for before, after in itertools.pairwise(words))


@given(text=texts())
def test_a_joined_form_follows_the_parts_that_it_joins(text: str) -> None:
    tokens = list(tokenize(text))
    for place, token in enumerate(tokens):
        parts = tokens[place - (token.last - token.position + 1) : place] if token.last > token.position else [token]
        assert [part.position for part in parts] == list(range(token.position, token.last + 1))
        assert (token.start, token.end) == (parts[0].start, parts[-1].end)
        assert token.form == "".join(part.form for part in parts)[:MAX_FORM]


@given(text=texts())
def test_the_characters_of_a_word_are_its_letters(text: str) -> None:
    for token in (token for token in tokenize(text) if token.position == token.last):
        assert letters(text[token.start : token.end])[:MAX_FORM] == letters(token.form)[:MAX_FORM]


def letters(text: str) -> str:
    """Fold a passage and keep what makes words; numbers and acronyms lose their signs."""
    plain = unicodedata.normalize("NFKC", text).lower()
    return "".join(character for character in fold_form(plain) if character.isalnum())


@given(text=texts())
def test_a_form_is_lower_case_short_and_without_blanks(text: str) -> None:
    for form in (token.form for token in tokenize(text)):
        assert form == form.lower()
        assert len(form) <= MAX_FORM
        assert not any(character.isspace() for character in form)


# Set apart by blanks: an accent of its own right behind a dotted acronym ("O.N.U.é") is taken for its last letter.
@given(text=st.lists(st.sampled_from(PIECES)).map(" ".join))
def test_a_decomposed_text_has_the_forms_of_the_composed_one(text: str) -> None:
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert [token[0] for token in tokenize(composed)] == [token[0] for token in tokenize(decomposed)]


def test_a_number_that_folds_to_nothing_is_dropped() -> None:
    assert not [token for token in tokenize("\U0001e950 \u07c1") if not stem_form(token.form)]


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "é",
        "1",
        "1 ",
        "10 000 ",
        "a-",
        "a'",
        "l'",
        "'",
        "A.",
        "a.b",
        "-",
        ".",
        "\u00ad",
        "e\u0301",
        "1-a-",
        "\u0301",
    ],
    ids=ascii,
)
def test_hostile_text_is_tokenised_in_linear_time(unit: str) -> None:
    check_linear(lambda text: list(tokenize(text)), unit)
