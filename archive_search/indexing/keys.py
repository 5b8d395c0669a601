"""The key fields of a segment: which documents belong to which article, day, source, agency, section or kind."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from archive_search.indexing.postings import without_positions
from archive_search.indexing.segment_writing import FieldTerms

Integers = NDArray[np.int64]


def key_field(name: str, values: Sequence[str | None], repeats: Integers) -> FieldTerms:
    """Make a field whose terms are values, each found in the documents that have it.

    Args:
        name: Name of the field.
        values: One value for each run of documents; None or nothing where they have none.
        repeats: Number of documents of each run; shape (values,).
    """
    encoded = [value.encode("utf-8", "replace") if value else None for value in values]
    terms = sorted({value for value in encoded if value is not None})
    rank_of: dict[bytes | None, int] = {term: rank for rank, term in enumerate(terms)}
    rank_of[None] = -1
    ranks = np.repeat(np.fromiter(map(rank_of.__getitem__, encoded), np.int64, len(encoded)), repeats)
    order = np.argsort(ranks, kind="stable")
    # Documents without a value sort first and are left out.
    documents = order[np.searchsorted(ranks[order], 0) :]
    entries = without_positions(np.bincount(ranks[documents], minlength=len(terms)), documents)
    return FieldTerms(name, terms, False, [entries] if terms else [])


def rank_field(name: str, paragraphs: Integers) -> FieldTerms:
    """Make a field of the rank of each document in its article, from 1.

    Args:
        name: Name of the field.
        paragraphs: Number of documents of each article; shape (articles,).
    """
    longest = int(paragraphs.max()) if len(paragraphs) else 0
    firsts = np.cumsum(paragraphs) - paragraphs
    ranks = np.arange(int(paragraphs.sum())) - np.repeat(firsts, paragraphs)
    values = [str(rank) for rank in range(1, longest + 1)]
    sorted_ranks = np.array(sorted(range(longest), key=values.__getitem__), np.int64)
    place_of = np.empty(longest, np.int64)
    place_of[sorted_ranks] = np.arange(longest)
    places = place_of[ranks]
    documents = np.argsort(places, kind="stable")
    entries = without_positions(np.bincount(places, minlength=longest), documents)
    return FieldTerms(name, [value.encode() for value in sorted(values)], False, [entries] if longest else [])
