"""Know the portfolios of ministers, which stand between an office and its holder: ministre de la Santé, Odile Pasquier.

>>> from archive_search.entities.portfolios import skip_portfolio
>>> from archive_search.entities.spans import RecognisedSpan
>>> from archive_search.records import EntityType
>>> text = "les ministres russe et US de la Défense Odile Pasquier"
>>> person = skip_portfolio(text, RecognisedSpan(23, len(text), EntityType.ORG))
>>> text[person.start:person.end]
'Odile Pasquier'
"""

import re
from collections.abc import Sequence
from itertools import dropwhile, pairwise, takewhile

from archive_search.analysis.name_keys import fold_name
from archive_search.entities.gazetteer import demonyms
from archive_search.entities.spans import RecognisedSpan
from archive_search.entities.word_lists import read_words
from archive_search.records import EntityType

WORD = re.compile(r"(?:[dlDL]|[qQ]u)'|[^\s']+(?:'[^\s']+)*")
"""One word of a title; what is elided is a word of its own."""

LINKS = frozenset({"de", "du", "des", "d'", "aux", "au", "à", "chargé", "chargée", "délégué", "déléguée", "auprès"})
ARTICLES = frozenset({"la", "le", "les", "l'"})

_OFFICE = re.compile(
    r"\b(?:ministres?|(?:sous-)?secrétaires?|secretaires?|homologues?|titulaires?|chefs?|portefeuille|maroquin)\b",
    re.IGNORECASE,
)
_LONGEST_TITLE = 90
# What stands between an office and its portfolio, besides a nationality. Other words may do so before "de", but not
# before "à", for verbs do that too: "est venu à la Défense".
_ADJECTIVES = frozenset({"adjoint", "adjointe", "charge", "en", "et", "federal", "federale"})
_OF = frozenset({"de", "du", "des", "d'"})
_MOST_OTHERS = 2
# Acronyms that stand for an adjective of nationality: le secrétaire US à la Défense.
_NATIONALITIES = frozenset({"us", "usa", "uk", "ue"})


def is_portfolio(word: str) -> bool:
    """Tell whether a word names what a minister is in charge of."""
    return fold_name(word) in read_words("portfolios.txt")


def is_portfolio_word(word: str) -> bool:
    """Tell whether a word may be part of the title of a ministry: its portfolios and their adjectives."""
    # A compound (outre-mer) folds to several words.
    portfolios, adjectives = read_words("portfolios.txt"), read_words("portfolio_adjectives.txt")
    return all(part in portfolios or part in adjectives for part in fold_name(word).split() or [""])


def skip_portfolio(text: str, span: RecognisedSpan) -> RecognisedSpan | None:
    """Find the name behind a portfolio that opens a span, when the words before it speak of its minister.

    Returns:
        The span itself when it does not open so; None when the portfolio is all there is.
    """
    surface = text[span.start : span.end]
    if surface.isalpha() and not is_portfolio(surface):
        return span
    words = list(WORD.finditer(text, span.start, span.end))
    index = 1 if len(words) > 1 and _is_small(words[1][0]) and _is_nationality(words[0][0]) else 0
    while index < len(words) and _is_small(words[index][0]):
        index += 1
    if index == len(words) or not is_portfolio(words[index][0]) or not _follows_office(text, words[index].start()):
        return span
    return behind_portfolio(words, index, span)


def behind_portfolio(words: Sequence[re.Match[str]], index: int, span: RecognisedSpan) -> RecognisedSpan | None:
    """Find who or what stands behind the portfolio that begins with one of the words of a span; None for nothing."""
    # The first word is the portfolio.
    for previous, word in pairwise(words[index:]):
        bare = word[0].rstrip(",")
        if not (_is_small(bare) or bare[:1].islower() or _is_nationality(bare) or is_portfolio_word(bare)):
            # "ministre de la Santé du Bas-Rhin": of two names only a place is linked so.
            kind = EntityType.PLACE if _is_small(previous[0]) else EntityType.PERSON
            return RecognisedSpan(word.start(), span.end, kind)
    return None


def _follows_office(text: str, start: int) -> bool:
    """Tell whether a minister and nothing but adjectives, small words and other portfolios stand before an offset."""
    near = text[max(0, start - _LONGEST_TITLE) : start]
    offices = list(_OFFICE.finditer(near))
    words = WORD.findall(near, offices[-1].end()) if offices else []
    title = list(dropwhile(_is_adjective, words))
    others = len(list(takewhile(_is_other, title)))
    if 0 < others <= _MOST_OTHERS and _OF.intersection(title[others : others + 1]):
        title = title[others:]
    return bool(title) and _is_small(title[0]) and all(map(_is_of_title, title))


def _is_adjective(word: str) -> bool:
    return fold_name(word) in _ADJECTIVES or _is_nationality(word)


def _is_other(word: str) -> bool:
    return word.isalpha() and word.islower() and word not in LINKS and word not in ARTICLES


def _is_of_title(word: str) -> bool:
    bare = word.rstrip(",")
    return _is_small(bare) or _is_adjective(bare) or is_portfolio_word(bare)


def _is_small(word: str) -> bool:
    """Tell whether a word links a portfolio to what is before it, be it in capitals, which often lack accents."""
    return word in LINKS or word in ARTICLES or (word.isupper() and (word == "A" or word.lower() in LINKS | ARTICLES))


def _is_nationality(word: str) -> bool:
    folded = fold_name(word)
    return folded in _NATIONALITIES or folded in demonyms()
