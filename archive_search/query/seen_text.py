r"""Clean the text of a query of what no reader sees, and find a place of the clean text in what was typed.

>>> from archive_search.query.seen_text import clean_text, find_typed_place
>>> clean_text("Sy\u00adrie\x00(")
'Syrie ('
>>> find_typed_place("Sy\u00adrie\x00(", 6)
7
"""

import re

from archive_search.analysis.characters import INVISIBLE

_UNSEEN = re.compile(f"[{INVISIBLE}\u200e\u200f\u202a-\u202e\u2061-\u2064\u2066-\u2069]")
# Control characters end a word; half a surrogate pair could not even be printed.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x9f\ud800-\udfff]")


def clean_text(text: str) -> str:
    """Take out what has no width, and put a space for each control character."""
    return _CONTROLS.sub(" ", text if text.isascii() else _UNSEEN.sub("", text))


def find_typed_place(text: str, position: int) -> int:
    """Give the offset in a text of the character at an offset of the clean text."""
    seen = 0
    for offset, character in enumerate(text):
        if _UNSEEN.match(character):
            continue
        if seen == position:
            return offset
        seen += 1
    return len(text)
