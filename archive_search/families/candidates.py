"""Find the articles that may share text, by sorting the hashes of all sketches: no pair is looked at that shares none.

A hash that many articles have, of a sentence that a paper prints every day, must not make pairs of all of them. Each
article is paired with the `REACH` before it in order of publication and with the earliest; the others follow by these,
since those that give one text resemble the earliest too.

>>> import numpy as np
>>> from archive_search.families.sketches import join_sketches
>>> hashes = {3: [5, 7, 9], 4: [5, 7], 8: [1, 9]}
>>> sketches = join_sketches((number, np.array(some, np.uint32)) for number, some in hashes.items())
>>> find_candidates(sketches, ranks=np.array([0, 1, 2]), new=np.array([True, True, True]))
[(3, 4), (3, 8)]
"""

import numpy as np
from numpy.typing import NDArray

from archive_search.families.sketches import Sketches
from archive_search.families.words import Integers

REACH = 8
"""Number of earlier articles, of those that have a hash, that an article is paired with."""

LEAST_SHARE = 0.15
"""Share of the smaller of two sketches that must be in the other."""

_OWNER_BITS = np.uint64(32)
_OWNER_MASK = np.uint64((1 << 32) - 1)


def find_candidates(sketches: Sketches, *, ranks: Integers, new: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """List pairs of articles, by number, that may share text and of which one at least is new.

    Args:
        sketches: Sketches of all articles; of their hashes those that no new article has may be missing.
        ranks: Place of each article in order of publication, shape (articles,).
        new: For each article whether it is new, shape (articles,).

    Returns:
        Each pair once, the article of the lower number first, in order.
    """
    by_rank = np.argsort(ranks)
    first, second, shared = _count_pairs(_entries(sketches.hashes, ranks[sketches.owners]), new[by_rank])
    first, second = by_rank[first], by_rank[second]
    kept = _is_likely(sketches, first, second, shared)
    first, second = np.minimum(first, second)[kept], np.maximum(first, second)[kept]
    order = np.lexsort((second, first))
    numbers = sketches.articles
    return list(zip(numbers[first[order]].tolist(), numbers[second[order]].tolist(), strict=True))


def _entries(hashes: NDArray[np.uint32], ranks: Integers) -> NDArray[np.uint64]:
    """Sort hashes with the ranks of their articles, as one number each, and drop those that one article alone has."""
    entries = (hashes.astype(np.uint64) << _OWNER_BITS) | ranks.astype(np.uint64)
    entries.sort()
    same = (entries[1:] >> _OWNER_BITS) == (entries[:-1] >> _OWNER_BITS)
    kept = np.zeros(len(entries), bool)
    kept[1:] |= same
    kept[:-1] |= same
    return entries[kept]


def _count_pairs(entries: NDArray[np.uint64], new: NDArray[np.bool_]) -> tuple[Integers, Integers, Integers]:
    """Count the hashes that articles have in common: ranks of the earlier and the later, and the count."""
    hashes, owners = entries >> _OWNER_BITS, (entries & _OWNER_MASK).astype(np.int64)
    places = np.arange(len(entries))
    begins = np.concatenate([np.ones(min(1, len(hashes)), bool), hashes[1:] != hashes[:-1]])
    depths = places - np.maximum.accumulate(np.where(begins, places, 0))
    counted = [_count(owners, np.flatnonzero(depths >= lag), lag, new) for lag in range(1, REACH + 1)]
    far = np.flatnonzero(depths > REACH)
    counted.append(_count(owners, far, depths[far], new))
    keys, inverse = np.unique(np.concatenate([keys for keys, _counts in counted]), return_inverse=True)
    shared = np.bincount(inverse, np.concatenate([counts for _keys, counts in counted]), len(keys))
    return keys // len(new), keys % len(new), shared.astype(np.int64)


def _count(
    owners: Integers, places: Integers, lag: int | Integers, new: NDArray[np.bool_]
) -> tuple[Integers, Integers]:
    """Count the pairs of a place and the one so far before it, where one of the two articles is new."""
    first, second = owners[places - lag], owners[places]
    kept = new[first] | new[second]
    keys, counts = np.unique(first[kept] * len(new) + second[kept], return_counts=True)
    return keys, counts


def _is_likely(sketches: Sketches, first: Integers, second: Integers, shared: Integers) -> NDArray[np.bool_]:
    sizes, sampled = sketches.sizes, sketches.sampled
    # Two texts of which all hashes are kept may have any in common, others only those that are sampled.
    is_whole = sampled < sizes
    both = is_whole[first] & is_whole[second]
    comparable = np.where(both, np.minimum(sizes[first], sizes[second]), np.minimum(sampled[first], sampled[second]))
    return shared >= LEAST_SHARE * comparable
