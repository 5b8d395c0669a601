import pytest

from archive_search.entities.offices import skip_offices
from tests.unit.entities.marked_spans import read_marked, shown


def _left(marked):
    text, (span,) = read_marked(marked)
    left = skip_offices(text, span)
    return shown(text, [left])[0] if left else None


@pytest.mark.parametrize(
    ("marked", "left"),
    [
        pytest.param("[PER président Odile Pasquier]", "PER Odile Pasquier", id="office"),
        pytest.param("[PER président norvégien Odile Pasquier]", "PER Odile Pasquier", id="adjective"),
        pytest.param("[PER M. Roy]", "PER Roy", id="address"),
        pytest.param("[PER M. de La Tour]", "PER de La Tour", id="address-then-particle"),
        pytest.param("[ORG ministre des Migrations Odile Pasquier]", "PER Odile Pasquier", id="portfolio"),
        pytest.param(
            "[ORG ministre de l'Éducation nationale Odile Pasquier]", "PER Odile Pasquier", id="portfolio-of-two-words"
        ),
        pytest.param("[PER maire de New York Odile Pasquier]", "PER Odile Pasquier", id="complement"),
        pytest.param("[PER président de la République]", None, id="office-alone"),
        pytest.param("[LOC procureur de la République de Metz]", "LOC Metz", id="prosecutor"),
        pytest.param("la procureure de la [LOC République d'Aix]", "LOC Aix", id="prosecutor-before-the-span"),
        pytest.param("le procureur adjoint de la [PER République à Metz]", "LOC Metz", id="deputy-prosecutor"),
        pytest.param("la [LOC République de Metz]", "LOC République de Metz", id="a-republic"),
        pytest.param("[ORG ministre de la Santé]", None, id="minister-alone"),
        pytest.param("[ORG patron de Dufour Énergie]", "ORG Dufour Énergie", id="organisation-behind"),
        pytest.param("[ORG Maires de France]", "ORG Maires de France", id="organisation-of-office-holders"),
        pytest.param("[PER Lady Odile]", "PER Lady Odile", id="name-of-an-artist"),
        pytest.param("[PER Pasteur]", "PER Pasteur", id="a-surname"),
        pytest.param("[PER Odile Pasquier]", "PER Odile Pasquier", id="nothing-to-skip"),
    ],
)
def test_offices_are_taken_off_the_front_of_a_name(marked, left):
    assert _left(marked) == left
