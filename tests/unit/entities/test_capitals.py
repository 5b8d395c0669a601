import pytest

from archive_search.entities.capitals import is_shouted, spell_usually


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("ALEP", True, id="a word"),
        pytest.param("ONU", False, id="an acronym"),
        pytest.param("Alep", False, id="small letters"),
        pytest.param("S-300", False, id="hardly a letter"),
    ],
)
def test_names_in_capitals_are_told_from_acronyms(name: str, *, expected: bool) -> None:
    assert is_shouted(name) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("AIX-EN-PROVENCE", "Aix-en-Provence", id="small words"),
        pytest.param("LE HAVRE", "Le Havre", id="article in front"),
        pytest.param("L'ÎLE-D'ELLE", "L'Île-d'Elle", id="elision"),
        pytest.param("Aix-en-Provence", "Aix-en-Provence", id="spelled as usual"),
        pytest.param("RDC", "RDC", id="acronym"),
        pytest.param("MEDEF Rhône", "MEDEF Rhône", id="acronym beside a word"),
    ],
)
def test_places_get_their_small_letters(name: str, expected: str) -> None:
    assert spell_usually(name, is_person=False) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("MARGAUX TILLIER", "Margaux Tillier", id="all in capitals"),
        pytest.param("Margaux TILLIER", "Margaux Tillier", id="surname in capitals"),
        pytest.param("MARINE LE PEN", "Marine Le Pen", id="article of a surname"),
        pytest.param("CHARLES DE GAULLE", "Charles de Gaulle", id="particle"),
        pytest.param("Louis XVIII", "Louis XVIII", id="number of a king"),
        pytest.param("JEAN XXIII", "Jean XXIII", id="number of a pope in capitals"),
        pytest.param("DSK", "DSK", id="initials"),
    ],
)
def test_persons_get_their_small_letters(name: str, expected: str) -> None:
    assert spell_usually(name, is_person=True) == expected
