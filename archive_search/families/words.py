"""Give each word of a text as one number, the same on every machine: case, accents and ligatures make no difference.

>>> hashes, counts = hash_words(["Le cœur du débat", "LE COEUR"])
>>> counts.tolist(), (hashes[:2] == hashes[4:]).tolist()
([4, 2], [True, True])

All words of many texts are hashed at once, by arrays over their letters: a word is the sum of its letters, each times
a power of one odd number. Sums are made over the whole text, so those of a word are the difference of two of them, and
what its place added to the powers is taken away by the power of the inverse.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from archive_search.analysis.folding import fold_form

Hash = TypeVar("Hash", np.uint32, np.uint64)
Hashes = NDArray[np.uint64]
Integers = NDArray[np.int64]

# Letters that are hashed together: the arrays over them stay in the caches of a processor.
_BLOCK = 1 << 16
# Stands behind each text; no letter, and Unicode keeps it out of texts.
_END = "\uffff"
_END_UNIT = 0xFFFF
_UNITS = 1 << 16
_SURROGATES = slice(0xD800, 0xE000)
# Latin letters beyond ASCII, of which the analysis knows the plain ones.
_LATIN = frozenset(map(chr, (*range(0x80, 0x250), *range(0x1E00, 0x1F00))))
_LIGATURES = {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss", "ﬁ": "fi", "ﬂ": "fl"}
_BEYOND_UNITS = re.compile("[\U00010000-\U0010ffff]")

_FACTOR = 0x9E3779B97F4A7C15
_INVERSE = pow(_FACTOR, -1, 1 << 64)
_MIX = (np.uint64(0xFF51AFD7ED558CCD), np.uint64(0xC4CEB9FE1A85EC53))
_SHIFT = np.uint64(33)


class WordHashes(NamedTuple):
    """Hold the words of some texts.

    Attributes:
        hashes: One number a word, in order of the texts, shape (words,).
        counts: Number of words of each text, shape (texts,).
    """

    hashes: Hashes
    counts: Integers


def hash_words(texts: Sequence[str]) -> WordHashes:
    """Hash the words of texts, runs of letters and digits; memory goes with the longest text and the words of all."""
    parts = [_hash_block(block) for block in _blocks(texts)]
    if not parts:
        return WordHashes(np.empty(0, np.uint64), np.empty(0, np.int64))
    return WordHashes(*map(np.concatenate, zip(*parts, strict=True)))


def mix(hashes: Hashes) -> Hashes:
    """Spread what tells numbers apart over all their bits (the last step of MurmurHash3)."""
    for factor in _MIX:
        hashes = (hashes ^ (hashes >> _SHIFT)) * factor
    return hashes ^ (hashes >> _SHIFT)


def is_among(hashes: NDArray[Hash], known: NDArray[Hash]) -> NDArray[np.bool_]:
    """Tell of each hash whether it is one of those known, which are in ascending order; faster than `np.isin`."""
    if not len(known):
        return np.zeros(len(hashes), bool)
    places = np.minimum(np.searchsorted(known, hashes), len(known) - 1)
    return np.equal(known[places], hashes)


def _blocks(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    start, room = 0, _BLOCK
    for rank, text in enumerate(texts):
        room -= len(text) + 1
        if room <= 0:
            yield texts[start : rank + 1]
            start, room = rank + 1, _BLOCK
    if start < len(texts):
        yield texts[start:]


def _hash_block(texts: Sequence[str]) -> WordHashes:
    units = _encode(texts)
    letters = _letters()[units]
    is_letter = letters != 0
    # Each text has an end behind it and the first one before it too, so beginnings and ends of words take turns.
    edges = np.flatnonzero(is_letter[1:] != is_letter[:-1]) + 1
    starts, ends = edges[::2], edges[1::2]
    powers, inverses = _powers(len(letters).bit_length())
    sums = np.cumsum(letters * powers[: len(letters)])
    hashes = mix((sums[ends - 1] - sums[starts - 1]) * inverses[starts])
    counts = np.diff(np.searchsorted(starts, np.flatnonzero(units == _END_UNIT)))
    return WordHashes(hashes, counts)


def _encode(texts: Sequence[str]) -> NDArray[np.uint16]:
    """Give the UTF-16 units of texts, with an end before and behind each."""
    joined = _END.join(["", *texts, ""])
    if joined.count(_END) > len(texts) + 1:
        joined = _END.join(["", *(text.replace(_END, " ") for text in texts), ""])
    for ligature, letters in _LIGATURES.items():
        joined = joined.replace(ligature, letters)
    units = _units(joined)
    # Signs beyond the first 65,536 take two units, in which letters and pictures cannot be told apart.
    return units if len(units) == len(joined) else _units(_BEYOND_UNITS.sub(_letter_or_blank, joined))


def _units(text: str) -> NDArray[np.uint16]:
    return np.frombuffer(text.encode("utf-16-le", "surrogatepass"), "<u2").astype(np.uint16, copy=False)


def _letter_or_blank(found: re.Match[str]) -> str:
    return found[0].casefold() if found[0].isalnum() else " "


@cache
def _letters() -> NDArray[np.uint16]:
    """Give for each UTF-16 unit the letter or digit that it counts as, 0 where it is none."""
    characters = [chr(unit) for unit in range(_UNITS)]
    letters = np.array([ord(_plain(each)) if each.isalnum() else 0 for each in characters], np.uint16)
    letters[_SURROGATES] = np.arange(_UNITS)[_SURROGATES]
    return letters


def _plain(character: str) -> str:
    lowered = character.casefold()
    folded = fold_form(lowered) if character in _LATIN else lowered
    return next((each for each in (folded, lowered) if len(each) == 1), character)


@lru_cache(maxsize=2)
def _powers(bits: int) -> tuple[Hashes, Hashes]:
    """Give the powers of the factor and of its inverse that may be needed for a number of letters of so many bits."""
    return _powers_of(_FACTOR, 1 << bits), _powers_of(_INVERSE, 1 << bits)


def _powers_of(factor: int, count: int) -> Hashes:
    factors = np.full(count, factor, np.uint64)
    factors[0] = 1
    return np.multiply.accumulate(factors)
