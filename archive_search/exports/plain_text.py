r"""Bring any text to one line without characters that are not seen.

>>> from archive_search.exports.plain_text import flatten
>>> flatten(" La digue\n  de Brévan\x07 ")
'La digue de Brévan'
"""

import re

from archive_search.analysis.characters import drop_hidden

# No-break spaces are part of French text: they stay.
_BLANKS = re.compile("[ \t\n\r\f\v\x85\u2028\u2029]+")

# What no XML document may hold (https://www.w3.org/TR/xml/#charsets); an article may hold U+FFFE and U+FFFF.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def flatten(text: str) -> str:
    """Put a text on one line: blanks and line ends become one space, control and format characters go."""
    return drop_hidden(_BLANKS.sub(" ", text)).strip(" ")


def keep_xml(text: str) -> str:
    """Replace the characters that XML cannot hold by U+FFFD."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
