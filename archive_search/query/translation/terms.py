"""Clean the words of a tree so that no service takes a part of them for a sign.

>>> from archive_search.query.translation.terms import clean, split_into_parts, take_off_elision
>>> clean('AT&T "(50 %)"'), split_into_parts("vice-prés*"), take_off_elision("l'armée")
('AT&T 50', ['vice', 'prés*'], 'armée')
"""

from archive_search.analysis.elision import split_at_apostrophes
from archive_search.query.words import is_solid

_KEPT_IN_QUOTES = frozenset("-'’.,:&/")
_SIGNS_OF_PATTERNS = frozenset("*?")


def clean(text: str) -> str:
    """Keep letters, digits and what may stand between guillemets in every service; words are parted by one space."""
    kept = (character if is_solid(character) or character in _KEPT_IN_QUOTES else " " for character in text)
    words = "".join(kept).split()
    return " ".join(word for word in words if any(map(is_solid, word)))


def is_plain(text: str) -> bool:
    """Tell whether a text is made of letters and digits alone, so that it is one word to every service."""
    return bool(text) and all(map(is_solid, text))


def split_into_parts(pattern: str) -> list[str]:
    """Split a pattern into the words that services see in it, with their signs."""
    kept = (character if is_solid(character) or character in _SIGNS_OF_PATTERNS else " " for character in pattern)
    return "".join(kept).split()


def take_off_elision(text: str) -> str:
    """Take off what is elided before a word, for the services would look for it too."""
    parts = split_at_apostrophes(text)
    return text if len(parts) != 1 else text[slice(*parts[0])]
