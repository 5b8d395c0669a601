"""Know the portfolios of ministers, which stand between an office and its holder: ministre de la Santé, Odile Pasquier.

>>> from archive_search.entities.portfolios import is_portfolio
>>> is_portfolio("Intérieur"), is_portfolio("Pasquier")
(True, False)
"""

from archive_search.analysis.name_keys import fold_name
from archive_search.entities.word_lists import read_words


def is_portfolio(word: str) -> bool:
    """Tell whether a word names what a minister is in charge of."""
    return fold_name(word) in read_words("portfolios.txt")


def is_portfolio_word(word: str) -> bool:
    """Tell whether a word may be part of the title of a ministry: its portfolios and their adjectives."""
    # A compound (outre-mer) folds to several words.
    words = read_words("portfolios.txt") | read_words("portfolio_adjectives.txt")
    return all(part in words for part in fold_name(word).split() or [""])
