import pytest

from archive_search.entities.portfolios import is_portfolio, is_portfolio_word


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
