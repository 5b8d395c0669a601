"""Keep of each article a sample of its shingles, small enough to hold those of a whole archive in memory.

A hash is kept or not by its own digits, so that a shingle of two articles is in the samples of both or of neither: the
share that two samples have in common is that of the texts (FracMinHash), even where one text is a small part of the
other. Of a short text all hashes are kept. What is found so is counted exactly before it is believed.

>>> import numpy as np
>>> make_sketch(np.array([1 << 40, 7 << 40, 1 << 40], np.uint64)).tolist()
[256, 1792]
"""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from archive_search.families.words import Hashes, Integers, is_among

SAMPLED = 4
"""One hash in so many is kept."""

SHORT = 64
"""Most shingles of a text of which all are kept."""

Sketch = NDArray[np.uint32]

_HALF = np.uint64(32)


class Sketches(NamedTuple):
    """Hold the sketches of many articles.

    Attributes:
        articles: Number of each article, shape (articles,), in ascending order.
        sizes: Number of hashes in the sketch of each, shape (articles,).
        sampled: Number of these that would be kept of a long text, shape (articles,).
        hashes: The hashes, shape (hashes,).
        owners: Rank of the article that each belongs to, shape (hashes,), in ascending order.
    """

    articles: Integers
    sizes: Integers
    sampled: Integers
    hashes: Sketch
    owners: Integers


def make_sketch(hashes: Hashes) -> Sketch:
    """Sample the hashes of an article: the upper half of each, once, in ascending order."""
    [sketch] = make_sketches(hashes, bounds=np.array([0, len(hashes)]))
    return sketch


def make_sketches(hashes: Hashes, *, bounds: Integers) -> list[Sketch]:
    """Sample the hashes of several articles, as `make_sketch` does those of one.

    Args:
        hashes: Hashes of all articles, one after the other.
        bounds: Where those of each begin, and last the number of all, shape (articles + 1,).
    """
    halves = hashes >> _HALF
    sizes = np.diff(bounds)
    kept = np.flatnonzero((halves % np.uint64(SAMPLED) == 0) | np.repeat(sizes <= SHORT, sizes))
    entries = (np.repeat(np.arange(len(sizes), dtype=np.uint64), sizes)[kept] << _HALF) | halves[kept]
    entries.sort()
    is_first = np.ones(len(entries), bool)
    is_first[1:] = entries[1:] != entries[:-1]
    distinct = entries[is_first]
    ends = np.searchsorted(distinct, np.arange(1, len(sizes), dtype=np.uint64) << _HALF)
    return np.split(distinct.astype(np.uint32), ends)[: len(sizes)]


def join_sketches(rows: Iterable[tuple[int, Sketch]], *, wanted: Sketch | None = None) -> Sketches:
    """Put the sketches of some articles into one table.

    Args:
        rows: Number of each article, in ascending order, and its sketch.
        wanted: Hashes to keep, in ascending order; None keeps all. Sizes count those left out too.
    """
    numbers, sketches = zip(*rows, strict=True)
    sizes = np.fromiter(map(len, sketches), np.int64, len(sketches))
    hashes = np.concatenate(sketches)
    owners = np.repeat(np.arange(len(sizes)), sizes)
    sampled = np.bincount(owners[hashes % SAMPLED == 0], minlength=len(sizes))
    if wanted is not None:
        kept = is_among(hashes, wanted)
        hashes, owners = hashes[kept], owners[kept]
    return Sketches(np.array(numbers, np.int64), sizes, sampled, hashes, owners)


def concatenate_sketches(tables: Iterable[Sketches]) -> Sketches:
    """Put tables of articles one after the other."""
    parts = list(tables)
    offsets = np.cumsum([0, *(len(part.articles) for part in parts[:-1])])
    shifted = [part._replace(owners=part.owners + offset) for part, offset in zip(parts, offsets, strict=True)]
    return Sketches(*map(np.concatenate, zip(*shifted, strict=True)))
