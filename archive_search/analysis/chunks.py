"""Cut many texts at once into chunks, the stretches between blanks, by operations on arrays.

A blank is what `str.split` takes for one. No token reaches over a blank, groups of thousands apart, whose chunks
are glued together: ``10 000`` is one chunk. So the tokens of a text are those of its chunks, one after the other.

>>> from archive_search.analysis.chunks import encode_texts, find_chunks
>>> encoded, bounds = encode_texts(["La côte", "est calme"])
>>> [encoded[start:end].decode() for start, end in zip(*find_chunks(encoded))]
['La', 'côte', 'est', 'calme']
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from archive_search.analysis.characters import GROUP_BLANKS

Integers = NDArray[np.int64]

WIDE_BLANKS = (
    "\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
"""Blanks outside ASCII; those inside are the characters 9 to 13 and 28 to 32."""

PADDING = 16
"""Blank bytes after the last text, so that what looks ahead stays inside the data."""

_WIDE_CODES = [blank.encode() for blank in WIDE_BLANKS]
_TWO_BYTES = np.array([int.from_bytes(code) for code in _WIDE_CODES if len(code) == 2])
_THREE_BYTES = np.array([int.from_bytes(code) for code in _WIDE_CODES if len(code) == 3])
_GROUP_BLANKS = frozenset(blank.encode() for blank in GROUP_BLANKS)
_BREAK = b"\n"


def encode_texts(texts: Sequence[str]) -> tuple[bytes, Integers]:
    """Join texts, with blanks before, between and after them.

    Returns:
        The texts in UTF-8, halves of broken pairs kept, and the offset at which each text ends, shape (texts,).
    """
    encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
    lengths = np.fromiter(map(len, encoded), np.int64, len(encoded))
    return _BREAK + _BREAK.join(encoded) + _BREAK * PADDING, np.cumsum(lengths + len(_BREAK))


def find_chunks(encoded: bytes) -> tuple[Integers, Integers]:
    """Find where the chunks start and end, in bytes, of text that `encode_texts` gave."""
    blank = _find_blanks(np.frombuffer(encoded, np.uint8))
    changes = np.flatnonzero(blank[1:] != blank[:-1]) + 1
    return changes[0::2], changes[1::2]


def tell_group_blanks(encoded: bytes, ends: Integers, starts: Integers) -> NDArray[np.bool_]:
    """Tell which gaps between chunks are one blank that may stand inside a number.

    Args:
        encoded: Text that `encode_texts` gave.
        ends: Where the chunks before the gaps end, in bytes, shape (gaps,).
        starts: Where the chunks after the gaps start, in bytes, shape (gaps,).
    """
    gaps = map(slice, ends.tolist(), starts.tolist())
    return np.fromiter((encoded[gap] in _GROUP_BLANKS for gap in gaps), np.bool_, len(ends))


def _find_blanks(data: NDArray[np.uint8]) -> NDArray[np.bool_]:
    # Unsigned numbers: what is below the first of a range wraps round to a number far above its length.
    blank = (data - np.uint8(9) < 5) | (data - np.uint8(28) < 5)
    leads = np.flatnonzero((data == 0xC2) | (data - np.uint8(0xE1) < 3))
    following = np.stack([data[leads], data[leads + 1], data[leads + 2]]).astype(np.int64)
    pairs = following[0] << 8 | following[1]
    for codes, width, known in ((pairs, 2, _TWO_BYTES), (pairs << 8 | following[2], 3, _THREE_BYTES)):
        found = leads[np.isin(codes, known)]
        for byte in range(width):
            blank[found + byte] = True
    return blank
