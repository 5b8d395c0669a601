r"""Reduce a text to its letters and digits, to compare it with one that is set, cut or accented otherwise.

>>> from archive_search.sources.letters import fold_name, letters_of, plain_letters_of
>>> letters_of("« L'été »"), plain_letters_of("L'été"), fold_name("Sous-Titre\N{BYTE ORDER MARK}")
('lété', 'lete', 'sous titre')
"""

import re
import unicodedata

_NO_LETTER = re.compile(r"[\W_]+")
_BETWEEN_WORDS = re.compile(r"[\s_\N{BYTE ORDER MARK}-]+")


def letters_of(text: str) -> str:
    """Give the letters and digits of a text alone, without difference of capitals."""
    return _NO_LETTER.sub("", text).casefold()


def plain_letters_of(text: str) -> str:
    """Give the letters and digits of a text alone, without difference of capitals or accents."""
    return _NO_LETTER.sub("", without_accents(text)).casefold()


def fold_name(name: str) -> str:
    """Reduce the name of a column, a style or a label to small letters without accents, one space between words."""
    return _BETWEEN_WORDS.sub(" ", without_accents(name)).strip().casefold()


def without_accents(text: str) -> str:
    """Take the accents, and all other marks, off the letters of a text."""
    if text.isascii():
        return text
    letters = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
