"""French text is never taken for another language for a few words; text in another language is told from it."""

import pytest

from archive_search.entities.foreign import is_foreign, is_full_name


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The council said on Friday that the ferry to Cork was late and would not sail.", id="English"),
        pytest.param("Der Stadtrat hat am Freitag die neue Brücke und den Tunnel nicht genehmigt.", id="German"),
        pytest.param("Los vecinos del barrio protestaron por el ruido y no para hablar con una empresa.", id="Spanish"),
        pytest.param("Il sindaco della città ha visitato gli operai che lavorano nella miniera.", id="Italian"),
        pytest.param("Het college van de stad heeft een plan voor de haven met de buren besproken.", id="Dutch"),
    ],
)
def test_another_language_is_told(text: str) -> None:
    assert is_foreign(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Le conseil a voté vendredi la construction du pont.", id="plain"),
        pytest.param(
            "« The show must go on », chante-t-il dans le film de Los Angeles, et les fans aiment.", id="quote"
        ),
        pytest.param("Robert De Niro et Oscar de la Renta à Las Vegas pour El Gran Final", id="names"),
        pytest.param("To be or not", id="too short to tell"),
        pytest.param("", id="nothing"),
        pytest.param("1 - 0 ; 3 / 4", id="numbers"),
    ],
)
def test_french_stays_french(text: str) -> None:
    assert not is_foreign(text)


@pytest.mark.parametrize(
    ("surface", "expected"),
    [
        ("Nora Feldmann", True),
        ("Jan Piet Van Dael", False),
        ("Feldmann", False),
        ("mayor Feldmann", False),
        ("Die Gespräche", False),
        ("Anna Maria Luisa Rosa Feldmann", False),
        ("", False),
    ],
)
def test_the_shape_of_a_full_name(surface: str, *, expected: bool) -> None:
    assert is_full_name(surface) is expected
