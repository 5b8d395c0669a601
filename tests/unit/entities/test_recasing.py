"""Text in capitals gets its usual spelling, letter for letter; acronyms and the rest of the text stay."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.entities.model import UNKNOWN_RANK
from archive_search.entities.recasing import recase

# As in French at large: the earlier, the more frequent.
FUNCTION_WORDS = ["de", "la", "le", "l", "à", "et", "a"]
OTHERS = [
    "Lyon",
    "ministre",
    "SNCF",
    "al",
    "Assad",
    "Jean",
    "Ministre",
    "sncf",
    "sud",
    "rail",
    "Sud",
    "unis",
    "Etats-Unis",
]
RANKS = {word: rank for rank, word in enumerate(FUNCTION_WORDS)} | {word: 100 + i for i, word in enumerate(OTHERS)}


def rank_of(spelling: str) -> int:
    return RANKS.get(spelling, UNKNOWN_RANK)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("LE MINISTRE A LYON", "le ministre a Lyon", id="a headline"),
        pytest.param("LA SNCF", "la SNCF", id="an acronym in it"),
        pytest.param("SNCF", "SNCF", id="an acronym alone"),
        pytest.param("LYON", "Lyon", id="one word"),
        pytest.param("ODILE TRAVERSAC À L'OUEST", "Odile Traversac à l'Ouest", id="unknown words"),
        pytest.param("ETATS-UNIS", "Etats-Unis", id="a known compound"),
        pytest.param("JEAN AL-ASSAD", "Jean al-Assad", id="the parts of an unknown compound"),
        pytest.param("M. TRAVERSAC", "M. Traversac", id="an initial or a title"),
        pytest.param("LE MINISTRE DE LYON parle.", "le ministre de Lyon parle.", id="the beginning of a text"),
        pytest.param("Jean, LE MINISTRE DE LYON.", "Jean, le ministre de Lyon.", id="the end of a text"),
        pytest.param("Avec UDB, SNCF, GKR, LYON", "Avec UDB, SNCF, GKR, LYON", id="a list of acronyms"),
        pytest.param("Jean TRAVERSAC de LYON", "Jean TRAVERSAC de LYON", id="surnames in capitals"),
        pytest.param("A 4 et L 6 (A, L, À, DE)", "A 4 et L 6 (A, L, À, DE)", id="single letters"),
        pytest.param("2015 - 12/03", "2015 - 12/03", id="no words"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_what_is_spelled_anew(text: str, expected: str) -> None:
    assert recase(text, rank_of) == expected


@settings(max_examples=200)
@given(st.text(st.sampled_from("AÉßİŒǅàz -.'\n4") | st.characters(), max_size=60))
def test_no_letter_moves(text: str) -> None:
    recased = recase(text, rank_of)
    assert len(recased) == len(text)
    assert all(new in {old, old.lower(), old.title()} for old, new in zip(text, recased, strict=True))
