import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.entities.spellings import LONGEST, MOST_WORDS, SpellingIndex


def find(spellings: list[str], text: str) -> list[str]:
    return [text[start:end] for start, end, _ in SpellingIndex(dict.fromkeys(spellings, 0)).find(text)]


@pytest.mark.parametrize(
    ("spellings", "text", "expected"),
    [
        pytest.param(["Orvia"], "Chez Orvia, rien.", ["Orvia"], id="a word"),
        pytest.param(["Orvia"], "Chez orvia, rien.", [], id="case counts"),
        pytest.param(["Orvia"], "Les Orvian.", [], id="not inside a word"),
        pytest.param(["Orvia"], "Le Paris-Orvia, l'Orvia-Nord.", [], id="not inside a compound"),
        pytest.param(["Orvia"], "Sur Orvia.fr, et @Orvia.", [], id="not inside an address"),
        pytest.param(["Orvia"], "L'Orvia. Orvia-", ["Orvia", "Orvia"], id="between marks"),
        pytest.param(["Paul Roc", "Paul", "Roc"], "Paul Roc et Roc", ["Paul Roc", "Roc"], id="the longest"),
        pytest.param(["Paul Roc Dur", "Paul"], "Paul Roc", ["Paul"], id="a shorter one after a false start"),
        pytest.param(["Roc du Nord"], "Le Roc\u00a0du Nord", ["Roc\u00a0du Nord"], id="no-break spaces"),
        pytest.param(["Roc d'Or"], "Le Roc d’Or", ["Roc d’Or"], id="curly apostrophes"),
        pytest.param(["Orvia.ru"], "Selon Orvia.ru.", ["Orvia.ru"], id="an inner full stop"),
        pytest.param(["", "…"], "Rien … du tout", [], id="no letter"),
        pytest.param([" ".join("a" * (MOST_WORDS + 1))], " ".join("a" * 30), [], id="too many words"),
        pytest.param(["a" * (LONGEST + 1)], "a" * (LONGEST + 1), [], id="too long"),
    ],
)
def test_spellings_are_found(spellings: list[str], text: str, expected: list[str]) -> None:
    assert find(spellings, text) == expected


def test_each_place_has_the_meaning_of_its_spelling() -> None:
    index = SpellingIndex({"Paul Roc": "person", "Roc": "place"})
    assert [meaning for _, _, meaning in index.find("Roc ou Paul Roc")] == ["place", "person"]


TEXTS = st.text(alphabet="aB '’-.\u00a0\u0301", max_size=40)


@given(st.lists(TEXTS, max_size=4), TEXTS)
@settings(max_examples=150)
def test_places_are_in_order_and_apart(spellings: list[str], text: str) -> None:
    edges = [edge for start, end, _ in SpellingIndex(dict.fromkeys(spellings, 0)).find(text) for edge in (start, end)]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(text) for edge in edges)
