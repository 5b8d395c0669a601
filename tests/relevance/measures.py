"""Measures of ranking: how high the right article stands among the first ten."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

DEPTH = 10


class Quality(NamedTuple):
    """Mean reciprocal rank at 10, and the share of queries whose right article is among the first 10."""

    mrr: float
    recall: float


def measure(
    queries: Mapping[str, str], judgements: Mapping[str, set[str]], rank: Callable[[str], Iterable[str]]
) -> Quality:
    reciprocal = [_reciprocal_rank(judgements[key], rank(text)) for key, text in queries.items()]
    return Quality(sum(reciprocal) / len(reciprocal), sum(value > 0 for value in reciprocal) / len(reciprocal))


def _reciprocal_rank(right: set[str], ranked: Iterable[str]) -> float:
    return next((1 / place for place, found in enumerate(ranked, 1) if found in right and place <= DEPTH), 0.0)
