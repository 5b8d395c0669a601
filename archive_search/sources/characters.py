r"""Bring decoded text to the one form in which articles are kept.

>>> from archive_search.sources.characters import clean_characters
>>> clean_characters("la Syrie\r\net l'Irak\x07")
"la Syrie\net l'Irak"
"""

import re
import unicodedata
from functools import lru_cache

# What French text is made of: none of it is a mark, a control or an end of line, and all of it is in form NFC.
_USUAL = re.compile("[\t\n\x20-\x7e\xa0-\u02ff\u2010-\u2027\u202f-\u205e\u20a0-\u20bf\u2116\u2122]*+")

# Form feeds and vertical tabs end a line in files that come from word processors.
_OTHER_NEWLINES = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff]")

# Lone surrogates come from JSON escapes; no file and no database could store them again.
_SURROGATES = re.compile("[\ud800-\udfff]")

# Normalisation sorts the marks of one letter in quadratic time; no language piles up more than a few.
MAX_MARKS_IN_A_ROW = 30
_LAST_MARK = 0x1E94A


def is_usual(text: str) -> bool:
    """Tell whether a text has nothing that `clean_characters` would change, by a quick look that may err on no."""
    return _USUAL.fullmatch(text) is not None


def clean_characters(text: str) -> str:
    r"""Normalise a text to NFC and its newlines to ``\n``, and drop other control characters except tabs.

    Lone surrogates become U+FFFD. Marks beyond the thirtieth on one letter are dropped.
    """
    if is_usual(text):
        return text
    text = _OTHER_NEWLINES.sub("\n", text)
    text = _CONTROLS.sub("", text)
    text = _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", text)
    text = _pile_of_marks().sub(r"\1", text)
    return unicodedata.normalize("NFC", text)


@lru_cache(maxsize=1)
def _pile_of_marks() -> re.Pattern[str]:
    marks = "".join(chr(code) for code in range(0x300, _LAST_MARK + 1) if unicodedata.combining(chr(code)))
    return re.compile(f"([{marks}]{{{MAX_MARKS_IN_A_ROW}}})[{marks}]+")
