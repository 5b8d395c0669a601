"""Bound what a page shows of two articles side by side.

>>> from archive_search.family_records import Comparison, ParagraphComparison, Segment, SegmentKind
>>> paragraph = ParagraphComparison(first=1, second=1, segments=(Segment(SegmentKind.SAME, "La digue cède."),))
>>> cut_comparison(Comparison(first="a", second="b", paragraphs=(paragraph,)), most=8)
((ComparedParagraph(first=1, second=1, segments=(Segment(kind=<SegmentKind.SAME: 'same'>, text='La digue'),)),), False)
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from archive_search.family_records import Comparison, Segment, SegmentKind

MOST_CHARACTERS = 200_000
"""Characters of a comparison that a page shows; its twins have all of it."""

MOST_PARAGRAPHS = 1_000
"""Paragraphs of it, however short."""


class ComparedParagraph(NamedTuple):
    """Hold what is shown of a paragraph of two articles.

    Attributes:
        first: Its number in the first article; None where the second adds it.
        second: Its number in the second article; None where that leaves it out.
        segments: Its words.
    """

    first: int | None
    second: int | None
    segments: tuple[Segment, ...]

    @property
    def is_changed(self) -> bool:
        """Whether anything in it was dropped or added."""
        return any(segment.kind is not SegmentKind.SAME for segment in self.segments)


def cut_comparison(
    comparison: Comparison, *, most: int = MOST_CHARACTERS
) -> tuple[tuple[ComparedParagraph, ...], bool]:
    """Give the beginning of a comparison, and whether that is all of it."""
    shown: list[ComparedParagraph] = []
    left = most
    for paragraph in comparison.paragraphs:
        if left <= 0 or len(shown) == MOST_PARAGRAPHS:
            return tuple(shown), False
        kept = tuple(_cut_segments(paragraph.segments, left))
        shown.append(ComparedParagraph(paragraph.first, paragraph.second, kept))
        left -= sum(len(segment.text) for segment in paragraph.segments)
    return tuple(shown), left >= 0


def _cut_segments(segments: Sequence[Segment], most: int) -> Iterator[Segment]:
    left = most
    for segment in segments:
        if left <= 0:
            return
        yield Segment(segment.kind, segment.text[:left])
        left -= len(segment.text)
