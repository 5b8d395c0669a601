import pytest

from archive_search.entities.portfolios import is_portfolio, is_portfolio_word, skip_portfolio
from tests.unit.entities.marked_spans import read_marked, shown


@pytest.mark.parametrize("word", ["Défense", "intérieur", "ÉCONOMIE", "Affaires"])
def test_what_a_minister_is_in_charge_of_is_a_portfolio(word):
    assert is_portfolio(word)


@pytest.mark.parametrize("word", ["étrangères", "Nationale", "Outre-mer"])
def test_adjectives_and_compounds_belong_to_the_title_of_a_ministry(word):
    assert is_portfolio_word(word)


@pytest.mark.parametrize("word", ["Pasquier", "Odile", "", "-"])
def test_a_holder_is_no_portfolio(word):
    assert not is_portfolio(word)
    assert not is_portfolio_word(word)


def _left(marked):
    text, (span,) = read_marked(marked)
    left = skip_portfolio(text, span)
    return shown(text, [left])[0] if left else None


@pytest.mark.parametrize(
    ("marked", "left"),
    [
        pytest.param("le ministre des [ORG Transports Odile Pasquier]", "PER Odile Pasquier", id="person-behind"),
        pytest.param("la ministre norvégienne de la [LOC Défense]", None, id="portfolio-alone"),
        pytest.param("le secrétaire d'État aux [ORG Sports]", None, id="secretary-of-state"),
        pytest.param("la secrétaire à [LOC la Défense]", None, id="article-in-the-span"),
        pytest.param("Les ministres russe et [ORG US de la Défense] se parlent", None, id="two-nationalities"),
        pytest.param("le secrétaire US à [LOC la Défense]", None, id="acronym-of-a-nationality"),
        pytest.param("le secrétaire d'Etat adjoint à la [LOC Défense]", None, id="deputy"),
        pytest.param("secrétaire d'État en charge de l'[ORG Égalité femmes-hommes]", None, id="in-charge"),
        pytest.param("la ministre démissionnaire de la [LOC Défense]", None, id="other-adjective"),
        pytest.param("son homologue turc à la [LOC Défense]", None, id="homologue"),
        pytest.param("LE SECRETAIRE AMERICAIN A [LOC LA DEFENSE] PARLE", None, id="capitals"),
        pytest.param("ministre de l'Action et des [ORG Comptes publics]", None, id="second-portfolio"),
        pytest.param("ministre de la [LOC Santé du Bas-Rhin]", "LOC Bas-Rhin", id="place-behind"),
        pytest.param("le ministre est venu à [LOC la Défense]", "LOC la Défense", id="verb-between"),
        pytest.param("il voit le ministre. À [LOC la Défense], rien", "LOC la Défense", id="another-sentence"),
        pytest.param("au quartier de [LOC la Défense]", "LOC la Défense", id="district"),
        pytest.param("une tour de [LOC La Défense]", "LOC La Défense", id="no-minister"),
        pytest.param("le ministre de la [ORG Banque du port]", "ORG Banque du port", id="no-portfolio"),
    ],
)
def test_the_portfolio_of_a_minister_is_no_name(marked, left):
    assert _left(marked) == left
