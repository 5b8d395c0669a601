"""Know the operators by all the names that press databases give them.

Only capitals make an operator: "ou" and "sans" are words of a title.

>>> from archive_search.query.operators import read_operator
>>> read_operator("PRES/3")
(<Kind.NEAR: 'PRES'>, 3)
>>> read_operator("ou") is None
True
"""

import re
import unicodedata
from enum import Enum

DEFAULT_NEAR = 5
DEFAULT_FOLLOWED = 1
MAX_DISTANCE = 500
LONGEST_NAME = 12


class Kind(Enum):
    """Name what an operator does; the value is its canonical name."""

    OR = "OU"
    AND = "ET"
    WITHOUT = "SAUF"
    NEAR = "PRES"
    FOLLOWED = "ADJ"
    PARAGRAPH = "PARA"
    SENTENCE = "PHRASE"


STRENGTH = {
    Kind.OR: 1,
    Kind.AND: 2,
    Kind.WITHOUT: 3,
    Kind.NEAR: 4,
    Kind.FOLLOWED: 4,
    Kind.PARAGRAPH: 4,
    Kind.SENTENCE: 4,
}
_DEFAULT_DISTANCES = {Kind.NEAR: DEFAULT_NEAR, Kind.FOLLOWED: DEFAULT_FOLLOWED}
_NAMES = {
    name: kind
    for kind, names in {
        Kind.OR: "OU OR",
        Kind.AND: "ET AND",
        Kind.WITHOUT: "SAUF SANS NON NOT SAUF/P",
        Kind.NEAR: "PRES PRÈS NEAR",
        Kind.FOLLOWED: "ADJ ONEAR",
        Kind.PARAGRAPH: "PARA SAME MEME/P MÊME/P W/P /P W/PARA",
        Kind.SENTENCE: "PHRASE W/S /S W/SENT",
    }.items()
    for name in names.split()
}
_WITH_DISTANCE = re.compile(
    r"(?:(?P<near>(?:PR[EÈ]S|NEAR)/?|[NW]/|/N)|(?P<followed>(?:ADJ|ONEAR|PRE)/?))(?P<distance>[0-9]+)"
)
EXCLUSION = re.compile(
    r"(?:(?:(?:AND|BUT)\s+)?NOT|ET\s+PAS|SAUF|SANS|NON)(?P<paragraph>\s+(?:W/PARA|W/P|/P))?(?=[\s(\"«“=]|$)"
)
"""What starts an exclusion of one or several words, such as "AND NOT" or "NOT W/P"."""

EXCLUSION_STARTS = frozenset({"AND", "BUT", "ET", "NON", "NOT", "SANS", "SAUF"})


def read_operator(chunk: str) -> tuple[Kind, int] | None:
    """Read one chunk of text as an operator.

    Args:
        chunk: Text between two spaces, without the punctuation at its end.

    Returns:
        The kind and the distance as written (that of the operator where none is written, 0 where none is
        meant), or None when the chunk is a word.
    """
    if len(chunk) > LONGEST_NAME or not chunk.isupper():
        return None
    name = chunk if chunk.isascii() else unicodedata.normalize("NFC", chunk)
    if kind := _NAMES.get(name):
        return kind, _DEFAULT_DISTANCES.get(kind, 0)
    if not (found := _WITH_DISTANCE.fullmatch(name)):
        return None
    return Kind.NEAR if found["near"] else Kind.FOLLOWED, int(found["distance"])


def tame_operator(word: str) -> str:
    """Write a word in lower case where it would read back as an operator, as the "ET" of "ET*" does."""
    # "PAS" is a word, but the "ET" that is printed before it would make it an operator.
    return word.lower() if word == "PAS" or read_operator(word) else word
