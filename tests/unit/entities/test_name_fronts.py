import pytest

from archive_search.entities.name_fronts import article_before, cut_article, cut_generic_head, take_article
from tests.unit.entities.marked_spans import read_marked, shown


def _left(function, marked):
    text, (span,) = read_marked(marked)
    return shown(text, [function(text, span)])[0]


@pytest.mark.parametrize(
    ("marked", "left"),
    [
        pytest.param("[LOC La France] attend", "LOC France", id="opens-a-sentence"),
        pytest.param("dans [LOC la France] rurale", "LOC France", id="small-article"),
        pytest.param("de [ORG l'Élysée]", "ORG Élysée", id="elision"),
        pytest.param("cité par [ORG Le Monde]", "ORG Le Monde", id="newspaper"),
        pytest.param("[ORG Le Monde] écrit", "ORG Le Monde", id="newspaper-opens-a-sentence"),
        pytest.param("à [LOC La Haye]", "LOC La Haye", id="city"),
        pytest.param("[LOC Le Havre] attend", "LOC Le Havre", id="city-opens-a-sentence"),
        pytest.param("dans [ORG La Gazette du port]", "ORG La Gazette du port", id="capital-inside-a-sentence"),
        pytest.param("[ORG La Gazette du port] écrit", "ORG Gazette du port", id="capital-of-the-sentence"),
        pytest.param("l'élu [LOC de la Sarthe]", "LOC Sarthe", id="preposition"),
    ],
)
def test_an_article_is_cut_unless_it_belongs_to_the_name(marked, left):
    assert _left(cut_article, marked) == left


@pytest.mark.parametrize(
    ("marked", "left"),
    [
        pytest.param("[ORG société Dufour]", "ORG Dufour", id="description"),
        pytest.param("[LOC port de Tunis]", "LOC Tunis", id="division"),
        pytest.param("[LOC la mer Noire]", "LOC mer Noire", id="sea"),
        pytest.param("[ORG université de Nantes]", "ORG université de Nantes", id="university"),
        pytest.param("[ORG administration Pasquier]", "PER Pasquier", id="people-of-a-person"),
        pytest.param("[LOC la Havane]", "LOC la Havane", id="city-with-small-article"),
        pytest.param("[ORG Société Dufour]", "ORG Société Dufour", id="capital"),
    ],
)
def test_small_words_are_cut_unless_they_are_the_head_of_a_name(marked, left):
    assert _left(cut_generic_head, marked) == left


@pytest.mark.parametrize(
    ("marked", "left"),
    [
        pytest.param("selon le [LOC Parisien]", "ORG le Parisien", id="newspaper"),
        pytest.param("lu au [LOC Parisien]", "LOC Parisien", id="contracted"),
        pytest.param("selon la [LOC Sarthe]", "LOC Sarthe", id="no-part-of-the-name"),
    ],
)
def test_an_article_that_a_name_needs_is_taken_in(marked, left):
    assert _left(take_article, marked) == left


@pytest.mark.parametrize(
    ("before", "article"),
    [("dans Le ", "Le "), ("du ", "Le "), ("de l'", "L'"), ("aux ", "Les "), ("Dédale ", ""), ("", "")],
)
def test_the_article_before_a_name_is_given_as_in_a_title(before, article):
    assert article_before(before + "Port", len(before)) == article
