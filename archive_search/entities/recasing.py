"""Give text that is printed in capitals the spelling that it would usually have, letter for letter.

In "LE MAIRE DE LYON" the model sees one name or none; in "le maire de Lyon" it sees Lyon.

>>> from archive_search.entities.recasing import recase
>>> ranks = {"de": 1, "le": 2, "maire": 300, "Lyon": 400, "Maire": 500, "lyon": 600}
>>> recase("LE MAIRE DE LYON répond à Paul.", lambda spelling: ranks.get(spelling, 1000))
'le maire de Lyon répond à Paul.'
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

LEAST_WORDS = 4
"""Words of two letters and more, in capitals, one after another, from which they may be a phrase."""

_FUNCTION_WORDS = 50
"""The most frequent words of French, nearly all of which are function words."""

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*+")


def recase(text: str, rank_of: Callable[[str], int]) -> str:
    """Spell words in capitals as they are most often spelled, where a whole text or a run of words is in capitals.

    Args:
        text: Prepared text.
        rank_of: Ranks a spelling among all spellings, 0 for the most frequent; all unknown ones share the last rank.

    Returns:
        Text of the same length; each letter stands where it stood.
    """
    letters = list(text)
    for run in _shouted_runs(text, rank_of):
        for word in run:
            letters[word.start() : word.end()] = _usual_spelling(word, rank_of)
    return "".join(letters)


def _shouted_runs(text: str, rank_of: Callable[[str], int]) -> Iterator[Sequence[re.Match[str]]]:
    words = list(_WORD.finditer(text))
    for is_upper, matches in groupby(words, key=lambda word: word[0].isupper()):
        run = list(matches)
        if is_upper and (len(run) == len(words) or _is_phrase(run, rank_of)):
            yield run


def _is_phrase(run: Sequence[re.Match[str]], rank_of: Callable[[str], int]) -> bool:
    """Tell a run of words that say something from a list of acronyms: it has function words."""
    words = [word[0] for word in run if len(word[0]) > 1]
    return len(words) >= LEAST_WORDS and any(rank_of(word.lower()) < _FUNCTION_WORDS for word in words)


def _usual_spelling(word: re.Match[str], rank_of: Callable[[str], int]) -> str:
    # "J. CHIRAC", "M. CHIRAC"
    if len(word[0]) == 1 and word.string.startswith(".", word.end()):
        return word[0]
    spelling = _most_frequent(word[0], rank_of)
    return spelling if len(spelling) == len(word[0]) else word[0]


def _most_frequent(word: str, rank_of: Callable[[str], int]) -> str:
    """Give the most frequent spelling; a word that is unknown has a capital, as names have."""
    parts = word.split("-")
    capitalised = word.title()
    first_choice = "-".join(_most_frequent(part, rank_of) for part in parts) if len(parts) > 1 else capitalised
    return min((first_choice, capitalised, word.lower(), word), key=rank_of)
