import pytest

from archive_search.entities.surnames import Bearers, alone


def bearers(*names: str) -> Bearers:
    """Persons named in the first characters of paragraphs 1, 2, 3 and so on."""
    return Bearers(((number, 0), name) for number, name in enumerate(names, 1))


@pytest.mark.parametrize(
    ("names", "short", "expected"),
    [
        pytest.param(["Odile Marchand"], "Marchand", "Odile Marchand", id="surname"),
        pytest.param(["Odile Marchand"], "MARCHAND", "Odile Marchand", id="surname in capitals"),
        pytest.param(["Odile Marchand"], "Odile", "Odile Marchand", id="first name"),
        pytest.param(["Odile Marchand", "Odile Petit"], "Odile", None, id="first name of two"),
        pytest.param(["Odile Marchand"], "O. Marchand", "Odile Marchand", id="initial"),
        pytest.param(["Jean-Luc Marchand"], "J.-L. Marchand", "Jean-Luc Marchand", id="two initials"),
        pytest.param(["Odile Marchand"], "P. Marchand", None, id="another initial"),
        pytest.param(["Odile Marchand"], "Paul Marchand", None, id="another full name"),
        pytest.param(["Luis Perez Orvia"], "Perez Orvia", "Luis Perez Orvia", id="two surnames"),
        pytest.param(["Luis Perez Orvia"], "Orvia", "Luis Perez Orvia", id="the last of two surnames"),
        pytest.param(["Jean-Pierre Marchand"], "Pierre Marchand", None, id="part of a compound first name"),
        pytest.param(["Bachar al-Assad"], "Assad", "Bachar al-Assad", id="without its article"),
        pytest.param(["Bachar al-Assad"], "al-Assad", "Bachar al-Assad", id="with its article"),
        pytest.param(["Marine Le Pen"], "Le Pen", "Marine Le Pen", id="with its particle"),
        pytest.param(["Xi Jinping"], "Xi", "Xi Jinping", id="surname first"),
        pytest.param(["Odile Marchand"], "Petit", None, id="unknown"),
    ],
)
def test_a_shorter_name_stands_for_a_full_one_named_before(names: list[str], short: str, expected: str | None) -> None:
    assert bearers(*names).bearer_of(short, (9, 0)) == expected


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        pytest.param((1, 5), "Bill Clinton", id="between the two"),
        pytest.param((2, 5), "Hillary Clinton", id="after both"),
        pytest.param((0, 0), "Bill Clinton", id="before both"),
    ],
)
def test_of_two_bearers_the_last_named_is_meant(place: tuple[int, int], expected: str) -> None:
    assert bearers("Bill Clinton", "Hillary Clinton").bearer_of("Clinton", place) == expected


def test_a_first_name_does_not_stand_for_a_person_named_later() -> None:
    assert bearers("Odile Marchand").bearer_of("Odile", (0, 0)) is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("Odile Marchand", ["Marchand"], id="plain"),
        pytest.param("Dominique de Villepin", ["Villepin"], id="particle that may be left out"),
        pytest.param("Marine Le Pen", ["Le Pen"], id="particle that belongs to it"),
        pytest.param("Bachar al-Assad", ["al-Assad", "Assad"], id="article"),
        pytest.param("Ursula von der Leyen", ["von der Leyen", "der Leyen", "Leyen"], id="foreign particles"),
        pytest.param("Charles d'Orvia", [], id="hardly a surname alone"),
        pytest.param("Anne Roc-Petit", ["Roc-Petit"], id="double"),
        pytest.param("Xi Jinping", ["Xi"], id="surname first"),
    ],
)
def test_a_surname_stands_alone_in_these_spellings(name: str, expected: list[str]) -> None:
    assert list(alone(name)) == expected
