"""Tell a text from what comes out of a file whose fonts do not say which letters their shapes are.

>>> from archive_search.sources.formats.pdf.unreadable_text import is_unreadable
>>> is_unreadable(["Le conseil municipal se réunit."] * 20), is_unreadable(["/H FRQVHLO PXQLFLSDO VH UpXQLW"] * 20)
(False, True)
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from itertools import islice

SAMPLE_LINES = 2000
FEWEST_LETTERS = 200
MOST_UNKNOWN = 0.2

# In French nearly half of the letters are vowels, in no language written with these letters less than a third.
FEWEST_VOWELS = 0.22
_VOWELS = frozenset("aeiouy")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")


def is_unreadable(lines: Iterable[str]) -> bool:
    """Tell whether many signs of some lines are no letters at all, or their letters can be no words."""
    signs = Counter("".join(islice(lines, SAMPLE_LINES)))
    del signs[" "]
    unknown = sum(count for sign, count in signs.items() if _is_unknown(sign))
    if unknown > MOST_UNKNOWN * signs.total():
        return True
    latin = {sign: count for sign, count in signs.items() if _LATIN.match(sign)}
    vowels = sum(count for sign, count in latin.items() if unicodedata.normalize("NFD", sign)[0].lower() in _VOWELS)
    return sum(latin.values()) >= FEWEST_LETTERS and vowels < FEWEST_VOWELS * sum(latin.values())


def _is_unknown(sign: str) -> bool:
    return sign == "\N{REPLACEMENT CHARACTER}" or unicodedata.category(sign) in ("Co", "Cn", "Cc")
