"""Set the paragraphs of two texts side by side: each with the one that says most of the same, in order.

>>> pair_paragraphs([["a", "b", "c"], ["d"]], [["x", "y"], ["a", "b", "z"]])
[(None, 0), (0, 1), (1, None)]
"""

from collections.abc import Iterable, Sequence

Pair = tuple[int | None, int | None]
"""Ranks of two paragraphs that stand for each other; None where one has no counterpart."""

# Paragraphs of one text times those of the other that are set against each other.
_MOST_CELLS = 40_000
# Words of a paragraph that are looked at; those of the other are chosen alike.
_MOST_WORDS = 64
# Two paragraphs on the same subject share a third of their words, most of them grammar.
_LEAST_SHARE = 0.5


def pair_paragraphs(first: Sequence[Sequence[str]], second: Sequence[Sequence[str]]) -> list[Pair]:
    """Pair the paragraphs of two texts so that pairs share as many words as may be, and none cross.

    Args:
        first: Words of each paragraph of one text.
        second: Words of each paragraph of the other.

    Returns:
        Every paragraph once, those of each text in order; without counterparts where there are too many to compare.
    """
    if len(first) * len(second) > _MOST_CELLS:
        return _filled([], len(first), len(second))
    return _filled(_chosen(_shares(first, second)), len(first), len(second))


def _shares(first: Sequence[Sequence[str]], second: Sequence[Sequence[str]]) -> list[list[int]]:
    """Count the words that each two paragraphs share; 0 where they are too few."""
    numbers: dict[str, int] = {}
    ours, theirs = _samples(first, numbers), _samples(second, numbers)
    return [[_share(one, other) for other in theirs] for one in ours]


def _samples(paragraphs: Iterable[Sequence[str]], numbers: dict[str, int]) -> list[frozenset[int]]:
    """Give the words of each paragraph, as numbers; of a long one the words that were met first in either text."""
    known = [{numbers.setdefault(word.strip(), len(numbers)) for word in words} for words in paragraphs]
    return [frozenset(sorted(words)[:_MOST_WORDS]) for words in known]


def _share(one: frozenset[int], other: frozenset[int]) -> int:
    shared = len(one & other)
    return shared if shared >= _LEAST_SHARE * min(len(one), len(other)) else 0


def _chosen(shares: list[list[int]]) -> list[tuple[int, int]]:
    """Choose pairs that do not cross, for the greatest sum of shares."""
    best = [[0] * (len(row) + 1) for row in [*shares, shares[0] if shares else []]]
    for one in range(len(shares) - 1, -1, -1):
        for other in range(len(shares[one]) - 1, -1, -1):
            together = shares[one][other] + best[one + 1][other + 1] if shares[one][other] else 0
            best[one][other] = max(together, best[one + 1][other], best[one][other + 1])
    pairs, one, other = [], 0, 0
    while one < len(shares) and other < len(shares[one]):
        if best[one][other] == best[one + 1][other]:
            one += 1
        elif best[one][other] == best[one][other + 1]:
            other += 1
        else:
            pairs.append((one, other))
            one, other = one + 1, other + 1
    return pairs


def _filled(pairs: Iterable[tuple[int, int]], first: int, second: int) -> list[Pair]:
    """Put the paragraphs without counterpart where they belong, those of the first text before."""
    found: list[Pair] = []
    one, other = 0, 0
    for place, other_place in [*pairs, (first, second)]:
        found += [(rank, None) for rank in range(one, place)]
        found += [(None, rank) for rank in range(other, other_place)]
        if (place, other_place) != (first, second):
            found.append((place, other_place))
        one, other = place + 1, other_place + 1
    return found
