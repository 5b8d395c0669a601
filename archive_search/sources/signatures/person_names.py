"""Recognise the names of people in signatures, where nearly every word is a name.

>>> from archive_search.sources.signatures.person_names import is_person_name
>>> is_person_name("Anne de La Tour"), is_person_name("le service français")
(True, False)
"""

from collections.abc import Sequence

_PARTICLES = "de du des la le d' van von der den al el ben bin da di y"
PARTICLES = frozenset(_PARTICLES.split())

# A newspaper or an institution begins with its article; a person does not.
_ARTICLES = frozenset({"Le", "La", "Les", "L'", "Un", "Une", "The"})
LONGEST_NAME = 6


def is_person_name(text: str) -> bool:
    """Tell whether a text can be a first name and a last name."""
    words = text.replace("’", "'").split()
    if not 2 <= len(words) <= LONGEST_NAME or words[0] in _ARTICLES:
        return False
    return words[0][0].isupper() and words[-1][0].isupper() and are_capitalised(words)


def are_capitalised(words: Sequence[str]) -> bool:
    """Tell whether words, particles apart, all begin with a capital and hold no digit."""
    return all(
        (word in PARTICLES or word[0].isupper() or word[:2].lower() in ("d'", "l'"))
        and not any(character.isdigit() for character in word)
        for word in words
    )
