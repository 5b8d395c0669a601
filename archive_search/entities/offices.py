"""Take offices and titles off the front of a name: "président de la République Odile Pasquier".

>>> from archive_search.entities.offices import skip_offices
>>> from archive_search.entities.spans import RecognisedSpan
>>> from archive_search.records import EntityType
>>> text = "ministre des Migrations Odile Pasquier"
>>> skip_offices(text, RecognisedSpan(0, len(text), EntityType.ORG))
RecognisedSpan(start=24, end=38, type=<EntityType.PERSON: 'person'>)
>>> skip_offices("ministre de la Santé", RecognisedSpan(0, 20, EntityType.PERSON)) is None
True
"""

import re
from collections.abc import Sequence
from functools import cache

from archive_search.analysis.name_keys import fold_name
from archive_search.entities.gazetteer import function_nouns, given_names, titles
from archive_search.entities.portfolios import ARTICLES, LINKS, WORD, behind_portfolio, is_portfolio
from archive_search.entities.spans import RecognisedSpan
from archive_search.entities.word_lists import read_words
from archive_search.records import EntityType

_ADJECTIVE = re.compile(r"[a-zà-öø-ÿœ-]+\Z")
_PROSECUTOR = re.compile(
    r"\bprocureure?s?(?:[ -][\w-]+)? de la r[ée]publique (?:de la |de l'|des |du |de |d'|à la |à l'|à |aux? )",
    re.IGNORECASE,
)
_LONGEST_OFFICE = 60
# Organisations begin with other offices (Maires de France), hardly with these.
_CAPITALISED_OFFICE = re.compile(r"Ministre|Président|Premier|Première|Secrétaire d'|Porte-parole")
_OF_ARTISTS = re.compile(r"Lady|Miss|Mister|Don|Dom|Dame|Sainte?|Mère|Père|Sœur")


def skip_offices(text: str, span: RecognisedSpan) -> RecognisedSpan | None:
    """Find the name behind the offices and titles at the front of a span.

    Args:
        text: Prepared text.
        span: What the model takes for one name.

    Returns:
        The span from the first word that is no office; a person when an office without a complement stands before it,
        or a portfolio. None when the office of a person is all there is.
    """
    surface = text[span.start : span.end]
    if surface.isalpha() and fold_name(surface) not in _offices():
        return span
    court = _behind_prosecutor(text, span)
    if court is not None:
        return court
    words = list(WORD.finditer(text, span.start, span.end))
    if not words or _is_part_of_name(words[0][0], span):
        return span
    index = 0
    while (length := _office_length(words, index)) > 0:
        is_address = length == 1 and _folded(words[index]) in read_words("addresses.txt")
        index += length
        while not is_address and index < len(words) - 1 and _is_plain_adjective(words[index]):
            index += 1
        if not is_address and index < len(words) and words[index][0] in LINKS:
            return _behind_complement(words, index, span)
    if index == 0:
        return span
    return RecognisedSpan(words[index].start(), span.end, EntityType.PERSON) if index < len(words) else None


def _behind_prosecutor(text: str, span: RecognisedSpan) -> RecognisedSpan | None:
    """Find the place of a "procureur de la République de Metz", of whom a span may have but the end."""
    if "publique" not in text[span.start : span.end].lower():
        return None
    prosecutor = _PROSECUTOR.search(text, max(0, span.start - _LONGEST_OFFICE), span.end)
    if prosecutor is None or not span.start < prosecutor.end() < span.end:
        return None
    return RecognisedSpan(prosecutor.end(), span.end, EntityType.PLACE)


def _is_part_of_name(first: str, span: RecognisedSpan) -> bool:
    """Tell whether a capital makes a title part of a name: Lady Gaga, Médecins sans frontières, Pasteur alone."""
    if first[0].islower() or fold_name(first) in read_words("addresses.txt"):
        return False
    if span.type is not EntityType.PERSON:
        return _CAPITALISED_OFFICE.match(first) is None
    is_alone = span.end - span.start == len(first) and fold_name(first) not in function_nouns()
    return is_alone or _OF_ARTISTS.fullmatch(first) is not None


def _office_length(words: Sequence[re.Match[str]], index: int) -> int:
    """Tell how many words from an index are one office or title; 0 when they are none."""
    for length in (3, 2, 1):
        found = words[index : index + length]
        if len(found) == length and " ".join(map(_folded, found)) in _offices():
            return length
    return 0


@cache
def _offices() -> frozenset[str]:
    return titles() | function_nouns()


def _folded(word: re.Match[str]) -> str:
    return fold_name(word[0])


def _is_plain_adjective(word: re.Match[str]) -> bool:
    return _ADJECTIVE.match(word[0]) is not None and word[0] not in LINKS | ARTICLES


def _behind_complement(words: Sequence[re.Match[str]], index: int, span: RecognisedSpan) -> RecognisedSpan | None:
    """Step over "de la République", "des Affaires étrangères et de l'Europe", to the name behind it."""
    while index < len(words) and words[index][0] in LINKS | ARTICLES:
        index += 1
    if index == len(words):
        return None
    if is_portfolio(words[index][0]):
        return behind_portfolio(words, index, span)
    # Of "maire de New York Odile Pasquier" the given name tells where the person begins.
    for word in words[index + 1 : -1]:
        if _folded(word) in given_names():
            return RecognisedSpan(word.start(), span.end, EntityType.PERSON)
    return None if span.type is EntityType.PERSON else RecognisedSpan(words[index].start(), span.end, span.type)
