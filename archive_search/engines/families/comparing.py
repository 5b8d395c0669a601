"""Compare the stored texts of pairs of articles, some at a time, so that memory stays bounded."""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from archive_search.families.links import Resemblance, is_worth_keeping
from archive_search.families.publications import Publication
from archive_search.families.resemblance import count_shared
from archive_search.families.shingles import shingle_articles
from archive_search.store.articles import fetch_articles
from archive_search.store.sketches import ResemblanceRow, iterate_publications

Pair: TypeAlias = tuple[int, int]

# Words of the articles that are compared at a time: some 50 bytes each are held.
_MOST_WORDS = 1_000_000


def compare_pairs(connection: sqlite3.Connection, pairs: Sequence[Pair]) -> Iterator[ResemblanceRow]:
    """Yield the pairs that share text worth keeping, with the words that they share.

    Args:
        connection: Writer's connection.
        pairs: Numbers of articles that have sketches, the pairs of an article one after the other.

    Raises:
        sqlite3.DataError: A record cannot be read.
    """
    numbers = sorted({number for pair in pairs for number in pair})
    known = {row.number: Publication(*row) for row in iterate_publications(connection, numbers)}
    for some in _portions(pairs, known):
        yield from _compare(connection, some, known)


def _portions(pairs: Sequence[Pair], known: dict[int, Publication]) -> Iterator[list[Pair]]:
    """Divide pairs into portions whose articles may be held together."""
    held: set[int] = set()
    portion: list[Pair] = []
    words = 0
    for pair in pairs:
        if portion and words > _MOST_WORDS:
            yield portion
            portion, held, words = [], set(), 0
        portion.append(pair)
        words += sum(known[number].words for number in set(pair) - held)
        held.update(pair)
    if portion:
        yield portion


def _compare(
    connection: sqlite3.Connection, pairs: list[Pair], known: dict[int, Publication]
) -> Iterator[ResemblanceRow]:
    numbers = sorted({number for pair in pairs for number in pair})
    shingles = dict(zip(numbers, shingle_articles(fetch_articles(connection, numbers)), strict=True))
    for one, other in pairs:
        shared = count_shared(shingles[one], shingles[other])
        if is_worth_keeping(Resemblance(one, other, *shared), known[one], known[other]):
            yield ResemblanceRow(one, other, *shared)
