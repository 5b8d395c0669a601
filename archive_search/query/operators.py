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
    NOT_NEAR = "SAUF PRES"
    NOT_FOLLOWED = "SAUF ADJ"
    NOT_PARAGRAPH = "SAUF/P"
    NOT_SENTENCE = "SAUF/S"


MEASURED = frozenset({Kind.NEAR, Kind.FOLLOWED, Kind.NOT_NEAR, Kind.NOT_FOLLOWED})
"""Operators that have a distance."""

NEGATIONS = {
    Kind.NEAR: Kind.NOT_NEAR,
    Kind.FOLLOWED: Kind.NOT_FOLLOWED,
    Kind.PARAGRAPH: Kind.NOT_PARAGRAPH,
    Kind.SENTENCE: Kind.NOT_SENTENCE,
}
_DEFAULT_DISTANCES = {Kind.NEAR: DEFAULT_NEAR, Kind.FOLLOWED: DEFAULT_FOLLOWED}
_NAMES = {
    name: kind
    for kind, names in {
        Kind.OR: "OU OR",
        Kind.AND: "ET AND",
        Kind.WITHOUT: "SAUF SANS NON NOT WITHOUT ANDNOT BUTNOT",
        Kind.NEAR: "PRES PRÈS NEAR",
        Kind.FOLLOWED: "ADJ ONEAR",
        Kind.PARAGRAPH: "PARA SAME MEME/P MÊME/P W/P /P W/PARA",
        Kind.SENTENCE: "PHRASE W/S /S W/SENT",
        Kind.NOT_PARAGRAPH: "SAUF/P SAUF/PARA SANS/P NON/P NOT/P",
        Kind.NOT_SENTENCE: "SAUF/S SAUF/PHRASE SANS/S NON/S NOT/S",
    }.items()
    for name in names.split()
}
_ENGLISH_WORDS = frozenset({"AND", "OR", "NOT", "ANDNOT", "BUTNOT", "SAME", "NEAR", "ADJ", "ONEAR"})
_WITH_DISTANCE = re.compile(
    r"(?:(?P<within>W/)|(?P<near>(?:PR[EÈ]S|NEAR)/?|N/|/N)|(?P<followed>(?:ADJ|ONEAR|PRE)/?)|(?P<apart>(?:SAUF|NOT)/))"
    r"(?P<distance>[0-9]+)"
)


def read_operator(chunk: str, *, within: Kind = Kind.NEAR) -> tuple[Kind, int] | None:
    """Read one chunk of text as an operator.

    Args:
        chunk: Text between two spaces, without the punctuation at its end.
        within: What "W/3" means.

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
    kinds = {"within": within, "near": Kind.NEAR, "followed": Kind.FOLLOWED, "apart": Kind.NOT_NEAR}
    return next(kinds[group] for group in kinds if found[group]), int(found["distance"])


def capitalise_operator(chunk: str) -> str:
    """Write an English operator in capitals, as services have it in any case; anything else stays as it is."""
    capitals = chunk.upper()
    is_operator = capitals in _ENGLISH_WORDS or (not chunk.isalpha() and read_operator(capitals) is not None)
    return capitals if is_operator else chunk


def tame_operator(word: str) -> str:
    """Write a word in lower case where it would read back as an operator, as the "ET" of "ET*" does."""
    # "PAS" is a word, but the "ET" that is printed before it would make it an operator.
    return word.lower() if word == "PAS" or read_operator(word) else word
