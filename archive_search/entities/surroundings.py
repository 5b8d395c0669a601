"""What stands directly before and after a name in a text.

>>> from archive_search.entities.surroundings import is_in_parentheses, words_before
>>> text = "le quotidien français « Libération » (AP)"
>>> words_before(text, text.index("Libération")), is_in_parentheses(text, 38, 40)
(['quotidien', 'français'], True)
"""

import re

from archive_search.analysis.characters import APOSTROPHES, HYPHENS

NEAR = 40
"""Characters looked at before a name, enough for two words."""

LONGEST_ABBREVIATION = 3
"""Longest title that ends with a full stop, counted with it (MM.); a longer word ends a sentence with it."""

_BLANKS = " \u00a0\u202f"
_OPENING_QUOTES = '«“"'
_OPENING_MARKS = _OPENING_QUOTES + "(["
_APART_AFTER_ELISION = str.maketrans(dict.fromkeys(APOSTROPHES, "' "))
_NOT_ENDING_A_SENTENCE = ",;()"
_HYPHEN_BEFORE = re.compile(rf"\w[{HYPHENS}]")


def words_before(text: str, start: int) -> list[str]:
    """Give the last two words, at most, between which and the name there are but blanks and an opening quotation mark.

    Elided words keep their apostrophe; titles and initials are words too, without their full stop ("M.", "J.").
    """
    near = text[max(0, start - NEAR) : start].rstrip(_BLANKS + _OPENING_QUOTES)
    words: list[str] = []
    for chunk in reversed(near.translate(_APART_AFTER_ELISION).split()[-2:]):
        word = chunk.lstrip(_OPENING_MARKS)
        if len(word) <= LONGEST_ABBREVIATION:
            word = word.removesuffix(".")
        if not word.removesuffix("'").replace("-", "").isalpha():
            break
        words.insert(0, word)
        if word != chunk.removesuffix("."):
            break
    return words


def begins_sentence(text: str, start: int) -> bool:
    """Tell whether a word may owe its capital to its place: no word, comma or joining hyphen stands before it."""
    if _HYPHEN_BEFORE.match(text, max(0, start - 2), start):
        return False
    near = text[max(0, start - NEAR) : start].rstrip(_BLANKS)
    return not near or not (near[-1].isalnum() or near[-1] in _NOT_ENDING_A_SENTENCE)


def is_in_parentheses(text: str, start: int, end: int) -> bool:
    """Tell whether a name fills a pair of parentheses: (AP)."""
    return text[max(0, start - 1) : start] == "(" and text[end : end + 1] == ")"
