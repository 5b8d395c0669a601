"""Tell what stands around a sign, on which it depends whether the sign says anything.

>>> from archive_search.query.surroundings import begins_word, stands_before_operand
>>> begins_word("Syrie -Irak", 6), begins_word("vice-président", 4)
(True, False)
>>> stands_before_operand("Syrie -Irak", 6), stands_before_operand("Syrie - Irak", 6)
(True, False)
"""

import re

from archive_search.query.enclosing import QUOTES

_SPACES = re.compile(r"\s+")


def begins_word(text: str, start: int, *, signs: str = "(") -> bool:
    """Tell whether the start of the query, a space or one of some signs stands before an offset."""
    return start == 0 or text[start - 1].isspace() or text[start - 1] in signs


def stands_before_operand(text: str, start: int) -> bool:
    """Tell whether a word, guillemets or a parenthesis begins right after the sign at an offset."""
    return _begins_operand(text, start + 1)


def stands_apart_before_operand(text: str, start: int) -> bool:
    """Tell an operator from the exclamation mark that ends a sentence, before which French leaves a space."""
    blank = _SPACES.match(text, start + 1)
    return blank is not None and begins_word(text, start, signs=")") and _begins_operand(text, blank.end())


def _begins_operand(text: str, start: int) -> bool:
    following = text[start : start + 1]
    return bool(following) and (following.isalnum() or following in "(=" or following in QUOTES)
