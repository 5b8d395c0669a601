import pytest

from archive_search.entities.offices import skip_offices, skip_portfolio
from tests.unit.entities.marked_spans import read_marked, shown


def _left(function, marked):
    text, (span,) = read_marked(marked)
    left = function(text, span)
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
        pytest.param("[ORG ministre de la Santé]", None, id="minister-alone"),
        pytest.param("[ORG patron de Dufour Énergie]", "ORG Dufour Énergie", id="organisation-behind"),
        pytest.param("[ORG Maires de France]", "ORG Maires de France", id="organisation-of-office-holders"),
        pytest.param("[PER Lady Odile]", "PER Lady Odile", id="name-of-an-artist"),
        pytest.param("[PER Pasteur]", "PER Pasteur", id="a-surname"),
        pytest.param("[PER Odile Pasquier]", "PER Odile Pasquier", id="nothing-to-skip"),
    ],
)
def test_offices_are_taken_off_the_front_of_a_name(marked, left):
    assert _left(skip_offices, marked) == left


@pytest.mark.parametrize(
    ("marked", "left"),
    [
        pytest.param("le ministre des [ORG Transports Odile Pasquier]", "PER Odile Pasquier", id="person-behind"),
        pytest.param("la ministre norvégienne de la [LOC Défense]", None, id="portfolio-alone"),
        pytest.param("le secrétaire d'État aux [ORG Sports]", None, id="secretary-of-state"),
        pytest.param("la secrétaire à [LOC la Défense]", None, id="article-in-the-span"),
        pytest.param("une tour de [LOC La Défense]", "LOC La Défense", id="no-minister"),
        pytest.param("le ministre de la [ORG Banque du port]", "ORG Banque du port", id="no-portfolio"),
    ],
)
def test_the_portfolio_of_a_minister_is_no_name(marked, left):
    assert _left(skip_portfolio, marked) == left
