"""Describe the shapes of words that names are made of, and where a capital says nothing because a sentence opens.

All texts are prepared ones (`preparing.prepare_text`). Every pattern matches in linear time.

>>> from archive_search.entities.word_shapes import PERSON_NAME
>>> [found[0] for found in PERSON_NAME.finditer("selon J. K. Rowling et Nicolas de La Tour, à Rome")]
['J. K. Rowling', 'Nicolas de La Tour', 'Rome']
"""

import re
from collections.abc import Iterable

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĖĘĚĞĢĪİĶŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŲŸŹŻŽȘȚ"
"""Inside of a character class: capitals of the languages that are written in Latin letters."""

CAPITALISED = rf"[{UPPER}]\w*+(?:[-'&]\w++)*+"
"""One word with a capital, compounds and elisions included: Jean-Marc, L'Oréal, Min-ji."""

# The small words inside a person's name.
_LINK = (
    r"(?:(?:de|du|des|la|le|les|van|von|der|den|ten|ter|zu|vom|al|el|as|ul|ben|bin|ibn|bint|abou|abu|da|di|do|dos|das|del|della|e|"
    r"y|af|av) |d'|(?:al|el|as|ad|ash|ar|an|at|ul)-)"
)
NAME_WORD = rf"(?:[{UPPER}]\.(?:-?[{UPPER}]\.)*+|{CAPITALISED})"
"""One word of a person's name: a capitalised word or initials."""

PERSON_NAME = re.compile(rf"(?<![\w-]){NAME_WORD}(?: (?:{_LINK}){{0,3}}{NAME_WORD}){{0,5}}")
"""A run of capitalised words with the particles between them, such as a signature is."""

ADDRESSED_NAME = re.compile(rf"(?:{_LINK}){{0,3}}{NAME_WORD}(?: (?:{_LINK}){{0,3}}{NAME_WORD}){{0,4}}")
"""What may follow a form of address: as `PERSON_NAME`, opening with a particle or not (M. de La Tour)."""

_SENTENCE_OPENING = re.compile(r"(?:^|[.!?…:;«\"“»(\[\n–—]|(?:^|(?<=\s))-)[\s'\"«“(]*\Z")
_LONGEST_OPENING = 8


def opens_sentence(text: str, start: int) -> bool:
    """Tell whether the word at an offset has its capital from its place: a sentence, quotation or parenthesis opens."""
    before = text[max(0, start - _LONGEST_OPENING) : start]
    return not before or _SENTENCE_OPENING.search(before) is not None


def has_any(text: str, parts: Iterable[str]) -> bool:
    """Tell whether one of a few strings is in a text: much faster than to learn that a pattern matches nowhere."""
    return any(map(text.__contains__, parts))


def has_capital(text: str) -> bool:
    """Tell whether a text has a capital letter of any alphabet."""
    return any(map(str.isupper, text))
