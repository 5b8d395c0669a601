"""Name the characters that French press text uses for one purpose, and those that no terminal should be sent.

Every public constant is the inside of a regular-expression character class.
"""

import unicodedata

APOSTROPHES = "'\u2019\u2018\u02bc\u02b9\u2032\uff07`\u00b4"
HYPHENS = "\\-\u2010\u2011"
# Soft hyphens and zero-width characters stand inside words of pasted web text; combining accents stand after
# their letter in decomposed (NFD) text. All belong to the word around them.
GLUE = "\u00ad\u200b-\u200d\u2060\ufeff\u0300-\u036f"
INVISIBLE = "\u00ad\u200b-\u200d\u2060\ufeff"
LETTER = "[^\\W_]"
# What may stand between groups of thousands, besides a full stop: the only blanks inside a token.
GROUP_BLANKS = " \u00a0\u202f"

# Control and format characters, halves of broken pairs, private use.
_HIDDEN_CATEGORIES = ("Cc", "Cf", "Cs", "Co")


def drop_hidden(text: str) -> str:
    r"""Take out of a text what a terminal would not show but obey, line breaks and tabs apart.

    >>> drop_hidden("rouge : \x1b[31m")
    'rouge : [31m'
    """
    if text.isprintable():
        return text
    return "".join(
        letter for letter in text if letter in "\n\t" or unicodedata.category(letter) not in _HIDDEN_CATEGORIES
    )
