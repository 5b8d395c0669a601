"""Tell which words a French reader may have heard and written otherwise.

A reader who asks for a name by ear is offered the one that the archive has.

>>> from archive_search.search.sounds import sound_of
>>> sound_of("latakie") == sound_of("lattaquie"), sound_of("chirak") == sound_of("chirac")
(True, True)
>>> sound_of("lahaie") == sound_of("lattaquie")
False
"""

import re

# The first that fits is taken. Capitals are sounds that no letter has: "ch", and the nasal vowels.
_SOUNDS = (
    (r"[st]?ch|sh", "S"),
    (r"ph", "f"),
    (r"qu?|ck?(?![eiy])|kh?", "k"),
    (r"sc(?=[eiy])|c|z", "s"),
    (r"x(?!$)", "ks"),
    (r"gu(?=[eiy])|gh", "g"),
    (r"dj|g(?=[eiy])", "j"),
    (r"w", "v"),
    (r"(?:[aeo]?i|y)[mn](?![aeiouymn])", "I"),
    (r"[ae][mn](?![aeiouymn])", "A"),
    (r"o[mn](?![aeiouymn])", "O"),
    (r"e?au", "o"),
    (r"ou|oo", "u"),
    (r"[ae][iy]|oe", "e"),
    (r"y", "i"),
    (r"h", ""),
)
_SOUND = re.compile("|".join(f"({letters})" for letters, _sound in _SOUNDS))
_SOUND_OF = tuple(sound for _letters, sound in _SOUNDS)
_SILENT_END = re.compile(r"(?<=..)(?:es?|[dt]s?|[sx])$")
_DOUBLED = re.compile(r"(.)\1+")


def sound_of(folded: str) -> str:
    """Give the key that spellings share which a French reader reads alike, or nearly.

    Args:
        folded: A folded form.
    """
    heard = _SOUND.sub(lambda found: _SOUND_OF[(found.lastindex or 1) - 1], folded)
    return _DOUBLED.sub(r"\1", _SILENT_END.sub("", heard))
