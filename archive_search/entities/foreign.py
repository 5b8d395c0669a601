"""Tell text in another language, in which the French model sees names that are none.

>>> from archive_search.entities.foreign import is_foreign, is_full_name
>>> is_foreign("The mayor said that the bridge was closed."), is_foreign("Le maire lit le New York Times.")
(True, False)
>>> is_full_name("Angela Merkel"), is_full_name("The Mayor"), is_full_name("with German")
(True, False, False)
"""

import re

_LEAST_FOREIGN = 3
_MOST_WORDS = 4

_WORD = re.compile(r"[^\W\d_]+")
_FRENCH = frozenset(
    _WORD.findall(
        "au aux avec ce cette dans des du elle est et il le les leur mais nous ont par pas pour que qui sa ses son "
        "sont sur une vous à été"
    )
)
# Only what is no French word: English, German, Spanish and Portuguese, Italian, Dutch.
_FOREIGN = frozenset(
    _WORD.findall(
        "and by for from has have he his is it not of said that the they this to was we were will with you "
        "auf das dem den der die ein eine für hat ich im ist mit nach nicht sich sie und von wie zu zum "
        "como con del el em los las más não para pero por uma una "
        "alla che dei della di gli ha nel nella per sono è "
        "aan dat een het met niet op van voor zijn"
    )
)


def is_foreign(text: str) -> bool:
    """Tell whether function words of other languages outnumber those of French; few words tell nothing."""
    words = _WORD.findall(text.lower())
    foreign = sum(word in _FOREIGN for word in words)
    return foreign >= _LEAST_FOREIGN and foreign > sum(word in _FRENCH for word in words)


def is_full_name(surface: str) -> bool:
    """Tell whether a surface has two to four words, each with a capital and none a function word.

    Persons are named so in all languages; of what the model sees in foreign text, little else is right.
    """
    words = surface.split()
    return 2 <= len(words) <= _MOST_WORDS and all(word[0].isupper() and word.lower() not in _FOREIGN for word in words)
