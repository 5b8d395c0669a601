import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.entities.common_acronyms import find_common_acronyms, is_common_acronym
from archive_search.entities.gazetteer import known_name
from archive_search.entities.word_lists import read_words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Un lanceur de balles de défense (LBD) a servi.", {"LBD"}, id="small words"),
        pytest.param('Le "droit de l\'eau" (DE) a changé.', {"DE"}, id="in quotation marks"),
        pytest.param("Le prix de l’énergie (PE), lui, monte.", {"PE"}, id="curly apostrophe"),
        pytest.param("La Ligue des ports (LP) rit.", set(), id="a name with its capital"),
        pytest.param("L'agence des ports (AP) rit.", set(), id="an institution written small"),
        pytest.param("Des agences des ports (AP) rient.", set(), id="institutions written small"),
        pytest.param("Les députés de la Mer bleue (LMB) rient.", set(), id="a capital behind an article"),
        pytest.param("Le port de Brévanne (LX) rit.", set(), id="other letters"),
        pytest.param("La fin. Un mot (FUM) rit.", set(), id="beyond the sentence"),
        pytest.param("(PE)", set(), id="nothing before"),
    ],
)
def test_acronyms_of_ordinary_words_are_found(text: str, expected: set[str]) -> None:
    assert find_common_acronyms([text]) == expected


@pytest.mark.parametrize(
    ("surface", "expected"),
    [
        pytest.param("LB", True, id="explained by the article"),
        pytest.param("TVA", True, id="usual"),
        pytest.param("Tva", False, id="not in capitals"),
        pytest.param("Ehpad", True, id="read and written like a word"),
        pytest.param("CGT", False, id="an organisation"),
    ],
)
def test_acronyms_of_ordinary_words_are_told_from_names(surface: str, *, expected: bool) -> None:
    assert is_common_acronym(surface, frozenset({"LB"})) is expected


def test_no_usual_acronym_is_what_every_newsroom_knows() -> None:
    assert [word for word in read_words("common_acronyms.txt") if known_name(word.upper()) is not None] == []


@given(st.lists(st.text(alphabet="abAB (),.'\u00a0\u0301", max_size=60)))
@settings(max_examples=100)
def test_what_is_found_stands_in_the_text(texts: list[str]) -> None:
    assert all(any(f"({acronym}" in text for text in texts) for acronym in find_common_acronyms(texts))
