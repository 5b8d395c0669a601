import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.entities.casing import count_cases


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        pytest.param("Un petit port.", "petit", (1, 0), id="small"),
        pytest.param("Chez Petit, rien.", "petit", (0, 1), id="capitalised"),
        pytest.param("Reste à voir.", "reste", (0, 0), id="first of the text"),
        pytest.param("Il part. Reste à voir.", "reste", (0, 0), id="first of a sentence"),
        pytest.param("Il dit : «Reste à voir.»", "reste", (0, 0), id="first of a quotation"),
        pytest.param("Avec M. Petit.", "petit", (0, 1), id="after a title"),
        pytest.param("Avec J. Petit.", "petit", (0, 1), id="after an initial"),
        pytest.param("Avec la CGT.", "cgt", (0, 1), id="all in capitals"),
        pytest.param("LE PORT RESTE LIBRE", "port", (0, 0), id="in a text all in capitals"),
        pytest.param("Le vice-président.", "président", (0, 0), id="inside a compound"),
        pytest.param("Vive l'État !", "état", (0, 1), id="after an elision, accents kept"),
    ],
)
def test_words_are_counted_by_their_case(text: str, word: str, expected: tuple[int, int]) -> None:
    lower, capitalised = count_cases([text])
    assert (lower[word], capitalised[word]) == expected


def test_texts_add_up() -> None:
    lower, capitalised = count_cases(["Vers le nord.", "Vers le Nord."])
    assert (lower["nord"], capitalised["nord"]) == (1, 1)


@given(st.lists(st.text(alphabet="abÉé. M«-\n'")))
@settings(max_examples=50)
def test_texts_in_lower_case_have_no_capitals(texts: list[str]) -> None:
    _, capitalised = count_cases(text.lower() for text in texts)
    assert not capitalised
