"""Remember which articles a saved search has shown, in eight bytes each.

What is kept are hashes of ids, sorted: a new version of an article has the id of the old one and is not news. They are
as random as hashes should be, so compressing them saves nothing.

>>> from archive_search.store.desk.seen import find_unseen, pack_seen, unpack_seen
>>> find_unseen(["bac-1", "bac-2"], unpack_seen(pack_seen(["bac-1"])))
('bac-2',)
"""

import sqlite3
from collections.abc import Sequence
from hashlib import blake2b
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

HASH_BYTES = 8
_STORED = np.dtype("<u8")

Hashes: TypeAlias = NDArray[np.uint64]


def pack_seen(article_ids: Sequence[str]) -> bytes:
    """Give what is stored for articles that were seen: their hashes in ascending order, eight bytes each."""
    return np.sort(_hash(article_ids)).astype(_STORED).tobytes()


def unpack_seen(data: object) -> Hashes:
    """Give the hashes of the articles that were seen.

    Raises:
        sqlite3.DataError: The data is not what `pack_seen` gave.
    """
    if not isinstance(data, bytes) or len(data) % HASH_BYTES:
        raise sqlite3.DataError("liste d'articles déjà vus illisible")
    return np.frombuffer(data, _STORED).astype(np.uint64)


def find_unseen(article_ids: Sequence[str], seen: Hashes) -> tuple[str, ...]:
    """Give the articles that are not among those seen, in the order in which they come."""
    is_new = np.isin(_hash(article_ids), seen, invert=True)
    return tuple(article_ids[place] for place in np.flatnonzero(is_new).tolist())


def _hash(article_ids: Sequence[str]) -> Hashes:
    # Eight bytes tell a million articles apart: that two of them share a hash has a chance of one in 37 million.
    hashed = b"".join(blake2b(article_id.encode(), digest_size=HASH_BYTES).digest() for article_id in article_ids)
    return np.frombuffer(hashed, _STORED).astype(np.uint64)
