"""Find ministries and the departments of American administrations, with their nationality where it is given.

>>> from archive_search.entities.ministries import find_ministries
>>> text = "Le ministère de la Santé et des Sports norvégien attend ; le ministère russe des Affaires étrangères aussi."
>>> [text[start:end] for start, end in find_ministries(text)][1:]
['ministère russe des Affaires étrangères']
"""

import re
from collections.abc import Iterator

from archive_search.analysis.name_keys import fold_name
from archive_search.entities.gazetteer import demonyms
from archive_search.entities.portfolios import is_portfolio, is_portfolio_word
from archive_search.entities.word_shapes import has_any

MOST_WORDS = 14
"""Words of a ministry's title that are looked at."""

_HEAD = re.compile(r"\b(?P<ministry>[Mm]inistères?|MINISTÈRE)(?= )|\b[Dd]épartement(?= )")
_WORD = r"[^\W_]+(?:-[^\W_]+)*"
_FIRST = re.compile(
    rf"(?: (?:[a-zà-öø-ÿ-]+|US|UK)){{0,2}}? (?:chargé )?(?:de la |de l'|du |des |d'|DE LA |DE L'|DU |DES )({_WORD})"
)
_NEXT = re.compile(
    rf"(?:,| et)?(?: (?:de la|de l'|de|du|des|d'|à la|à l'|aux?|la|le|les|l'))?(?: |(?<='))(?P<word>{_WORD})"
)
# They tell an American department from a French one (département du Nord).
_DEPARTMENTS = frozenset(
    {"commerce", "defense", "energie", "etat", "interieur", "justice", "sante", "securite", "travail", "tresor"}
)


def find_ministries(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each ministry in a prepared text, from left to right."""
    if not has_any(text, ("inistère", "INISTÈRE", "épartement")):
        return
    for head in _HEAD.finditer(text):
        first = _FIRST.match(text, head.end())
        if first is not None and _is_charge(first[1], of_ministry=head["ministry"] is not None):
            yield head.start(), _end_of_title(text, first.end())


def _is_charge(word: str, *, of_ministry: bool) -> bool:
    return is_portfolio(word) if of_ministry else word[0].isupper() and fold_name(word) in _DEPARTMENTS


def _end_of_title(text: str, end: int) -> int:
    """Find the end of a title: further portfolios and their adjectives, last the nationality."""
    for _ in range(MOST_WORDS):
        following = _NEXT.match(text, end)
        if following is None:
            break
        word = following["word"]
        is_direct = len(following[0]) == len(word) + 1
        if is_direct and word[0].islower() and fold_name(word) in demonyms():
            return following.end()
        if not is_portfolio_word(word):
            break
        end = following.end()
    return end
