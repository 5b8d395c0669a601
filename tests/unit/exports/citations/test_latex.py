import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_search.exports.citations.latex import escape_latex, protect_capitals


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("5 % & 6 $ # _", r"5 \% \& 6 \$ \# \_"),
        ("{a}", r"{\textbraceleft}a{\textbraceright}"),
        ("~ ^ \\", r"{\textasciitilde} {\textasciicircum} {\textbackslash}"),
        ("« Déjà » œuvre", "« Déjà » œuvre"),
    ],
)
def test_characters_of_latex_are_escaped_and_no_others(text: str, escaped: str) -> None:
    assert escape_latex(text) == escaped


@pytest.mark.parametrize(
    ("title", "protected"),
    [
        ("La digue cède", "La digue cède"),
        ("La digue de Brévan cède", "La digue de {Brévan} cède"),
        ("EDF et l'O.N.U. discutent", "{EDF} et {l'O.N.U}. discutent"),
        ("Le S-300 à Lattaquié", "Le {S-300} à {Lattaquié}"),
        ("R&D : le plan", r"{R\&D} : le plan"),
        ("« Jamais »", "« Jamais »"),
        ("", ""),
    ],
)
def test_capitals_that_must_stay_are_in_braces(title: str, protected: str) -> None:
    assert protect_capitals(title) == protected


@given(text=st.text())
def test_braces_always_come_in_pairs(text: str) -> None:
    depth = 0
    for character in protect_capitals(text):
        depth += {"{": 1, "}": -1}.get(character, 0)
        assert depth >= 0
    assert depth == 0
