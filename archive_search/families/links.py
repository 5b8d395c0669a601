"""Judge two articles by the words that both have: whether they give one text, and what the later is to the earlier.

The bounds are explained, with figures, in decision 13. They come from reading pairs of dispatches and of articles of
newspapers at every level of resemblance.
"""

from typing import NamedTuple

from archive_search.families.publications import (
    Publication,
    days_between,
    hours_between,
    is_known_later,
    is_revision,
    is_same_hand,
)
from archive_search.family_records import Relation

NEAR_DAYS = 3
"""Most days between an article and one that holds nearly all of it; later, that is background."""

VERSION_HOURS = 12
"""Most hours between versions of a dispatch rewritten in part; a form filled in anew each day shares as much."""

VERSION_DAYS = 1
"""The same where the time of one is unknown: a paper prints a dispatch on the next day."""

WORTH_KEEPING = 0.3
"""Share of the shorter text from which a resemblance is kept: a member has as much of its first publication."""

FEWEST_WORDS = 30
"""Words that two texts share at least; shorter texts must be the same, on the same day or the next."""

_SAME = 0.8
_MOSTLY = 0.6
_LARGE_PART = 0.3
_SMALL_PART = 0.1
_HALF = 0.5
_SHORT_SAME = 0.9
_SHORT_WORDS = 8
_SHORT_DAYS = 1
_FEWEST_NEW_WORDS = 8
_NEW_SHARE = 0.05


class Resemblance(NamedTuple):
    """Hold how many words of one article, by number, stand in another, and of the other in the one."""

    article: int
    other: int
    words: int
    other_words: int

    def reversed(self) -> "Resemblance":
        """Give the same pair seen from the other side."""
        return Resemblance(self.other, self.article, self.other_words, self.words)

    def closeness(self, one: Publication, other: Publication) -> float:
        """Give the share of the words of both articles that both have, from 0 to 1."""
        return (self.words + self.other_words) / max(1, one.words + other.words)


def is_worth_keeping(resemblance: Resemblance, one: Publication, other: Publication) -> bool:
    """Tell whether two articles share enough to be taken into account at all."""
    least, most = sorted(_shares(resemblance, one, other))
    if max(resemblance.words, resemblance.other_words) >= FEWEST_WORDS:
        return most >= WORTH_KEEPING
    days = days_between(one, other)
    is_short_same = least >= _SHORT_SAME and resemblance.words >= _SHORT_WORDS
    return is_short_same and days is not None and days <= _SHORT_DAYS


def is_one_text(resemblance: Resemblance, one: Publication, other: Publication) -> bool:
    """Tell whether two articles, whose resemblance is worth keeping, give one text, whole or in part."""
    if gives_same_text(resemblance, one, other) or is_revision(one, other) or is_revision(other, one):
        return True
    least, most = sorted(_shares(resemblance, one, other))
    if most >= _SAME and least >= _SMALL_PART:
        return is_near_in_time(one, other)
    return most >= _MOSTLY and least >= _LARGE_PART and _may_be_versions(one, other)


def gives_same_text(resemblance: Resemblance, one: Publication, other: Publication) -> bool:
    """Tell whether most of each article stands in the other."""
    return min(_shares(resemblance, one, other)) >= _SAME


def is_near_in_time(one: Publication, other: Publication) -> bool:
    """Tell whether two articles were published within some days of each other, as far as is known."""
    days = days_between(one, other)
    return days is None or days <= NEAR_DAYS


def _may_be_versions(one: Publication, other: Publication) -> bool:
    hours = hours_between(one, other)
    if hours is not None:
        return hours <= VERSION_HOURS
    days = days_between(one, other)
    return days is None or days <= VERSION_DAYS


def relation_to(resemblance: Resemblance, later: Publication, earlier: Publication) -> Relation:
    """Tell what an article is to an earlier one that gives the same text.

    Args:
        resemblance: What they share, seen from the later article.
        later: The later article.
        earlier: The earlier one.
    """
    if is_revision(later, earlier):
        return Relation.UPDATE
    _share, earlier_share = _shares(resemblance, later, earlier)
    # Of two texts of one day, or undated, only one that holds nearly all of the other is surely the later version.
    least_kept = _HALF if is_known_later(later, earlier) else _SAME
    new_words = later.words - resemblance.words
    says_more = new_words >= max(_FEWEST_NEW_WORDS, _NEW_SHARE * later.words)
    if is_same_hand(later, earlier) and says_more and earlier_share >= least_kept:
        return Relation.UPDATE
    if earlier_share < _HALF and later.words <= _HALF * earlier.words:
        return Relation.EXTRACT
    return Relation.REPRINT


def _shares(resemblance: Resemblance, one: Publication, other: Publication) -> tuple[float, float]:
    """Give the share of the words of each article that stand in the other."""
    return resemblance.words / max(1, one.words), resemblance.other_words / max(1, other.words)
