"""Number the matches of a search in an article, and place them along it.

>>> from archive_search.records import Article, Kind, Paragraph, Span
>>> article = Article(id="a", paragraphs=(Paragraph(number=1, kind=Kind.BODY, text="La digue cède."),))
>>> matches = number_matches({1: (Span(3, 8),)})
>>> matches
(Match(number=1, paragraph=1, start=3, end=8),)
>>> [(tick.top, tick.match.number) for tick in place_ticks(article, matches)]
[(212, 1)]
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from archive_search.records import Article, Span

MAP_HEIGHT = 1_000
"""Units from the top of the map of matches to its foot."""

_TICK_HEIGHT = 4


class Match(NamedTuple):
    """Hold a marked span of an article.

    Attributes:
        number: Its rank in the article, from 1.
        paragraph: Number of its paragraph.
        start: First of its characters.
        end: End of it.
    """

    number: int
    paragraph: int
    start: int
    end: int


class Tick(NamedTuple):
    """Hold a line of the map: its distance from the top, and the first match that it stands for."""

    top: int
    match: Match


def number_matches(marks: Mapping[int, Sequence[Span]]) -> tuple[Match, ...]:
    """Number the spans of all paragraphs, in order."""
    places = [(paragraph, span) for paragraph in sorted(marks) for span in marks[paragraph]]
    return tuple(Match(number, paragraph, *span) for number, (paragraph, span) in enumerate(places, 1))


def place_ticks(article: Article, matches: Sequence[Match]) -> Iterator[Tick]:
    """Place matches by their distance from the beginning of the text; those too near to be told apart share a tick."""
    before = [0, *accumulate(len(paragraph.text) for paragraph in article.paragraphs)]
    last = -1
    for match in matches:
        rank = (before[match.paragraph - 1] + match.start) * MAP_HEIGHT // max(before[-1], 1) // _TICK_HEIGHT
        if rank != last:
            last = rank
            yield Tick(rank * _TICK_HEIGHT, match)
