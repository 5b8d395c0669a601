"""Hold what a rule finds in a paragraph, and keep the best of those that overlap."""

from collections.abc import Iterable
from typing import NamedTuple

from archive_search.records import EntityType, Role


class RuleSpan(NamedTuple):
    """Hold a name found by a rule: half-open offsets of characters, kind of thing, and what it does in the article."""

    start: int
    end: int
    type: EntityType
    role: Role = Role.TEXT


def overlaps(first: tuple[int, int], second: tuple[int, int]) -> bool:
    """Tell whether two half-open ranges have a character in common."""
    return first[0] < second[1] and second[0] < first[1]


def keep_longest(spans: Iterable[RuleSpan]) -> list[RuleSpan]:
    """Keep of overlapping spans those that have a role in the making of the article, then the longest.

    Returns:
        Spans in order of their start, not overlapping.
    """
    # The end of what is kept so far suffices to compare with when the best come first in each cluster of overlaps.
    kept: list[RuleSpan] = []
    for span in sorted(spans):
        while kept and overlaps(kept[-1][:2], span[:2]) and _rank(span) > _rank(kept[-1]):
            kept.pop()
        if not kept or not overlaps(kept[-1][:2], span[:2]):
            kept.append(span)
    return kept


def _rank(span: RuleSpan) -> tuple[bool, int]:
    return span.role is not Role.TEXT, span.end - span.start
