"""Compare two articles word by word, so that a reader sees what a reprint cut and what an update added.

Paragraphs that both have are set side by side first, then those that resemble each other most between them, in order;
only then are words compared. The work is bounded: pieces too long to be compared are shown as dropped and added.

>>> from archive_search.records import Article, Kind, Paragraph
>>> def article(text):
...     return Article(id="a", paragraphs=(Paragraph(number=1, kind=Kind.BODY, text=text),))
>>> compared = compare_articles(article("Le pont rouvre lundi."), article("Le pont rouvre mardi matin."))
>>> [(segment.kind.value, segment.text) for segment in compared.paragraphs[0].segments]
[('same', 'Le pont rouvre'), ('dropped', ' lundi'), ('added', ' mardi matin'), ('same', '.')]
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel

from archive_search.families.pairing import pair_paragraphs
from archive_search.family_records import Comparison, ParagraphComparison, Segment, SegmentKind
from archive_search.records import Article

# A word or a sign with the blanks before it; blanks at the end of a text stand alone.
_PIECE = re.compile(r"\s*(?:\w+|[^\w\s])|\s+")
# Pieces of one text times those of the other; rapidfuzz keeps a bit for each such pair.
_MOST_CELLS = 50_000_000
# What two texts share by chance between two changes: a sign, an article, a preposition.
_SMALL_LETTERS = 3


class _Stretch(NamedTuple):
    """Hold a stretch of one sequence and the one of another that stands in its place."""

    is_same: bool
    first: range
    second: range


def compare_articles(first: Article, second: Article) -> Comparison:
    """Compare the paragraphs of two articles, title and captions included."""
    rows = compare_texts([part.text for part in first.paragraphs], [part.text for part in second.paragraphs])
    return Comparison(first=first.id, second=second.id, paragraphs=tuple(rows))


def compare_texts(first: Sequence[str], second: Sequence[str]) -> Iterator[ParagraphComparison]:
    """Yield the paragraphs of two texts, in the order of both, each beside its counterpart."""
    for stretch in _align(first, second):
        if stretch.is_same:
            for one, other in zip(stretch.first, stretch.second, strict=True):
                yield _row(one, other, (Segment(SegmentKind.SAME, first[one]),))
        else:
            yield from _compare_stretch(first, second, stretch)


def _compare_stretch(first: Sequence[str], second: Sequence[str], stretch: _Stretch) -> Iterator[ParagraphComparison]:
    pieces = [_PIECE.findall(first[rank]) for rank in stretch.first]
    others = [_PIECE.findall(second[rank]) for rank in stretch.second]
    for one, other in pair_paragraphs(pieces, others):
        segments = _segments(pieces[one] if one is not None else [], others[other] if other is not None else [])
        yield _row(
            None if one is None else stretch.first[one], None if other is None else stretch.second[other], segments
        )


def _row(first: int | None, second: int | None, segments: tuple[Segment, ...]) -> ParagraphComparison:
    return ParagraphComparison(
        first=None if first is None else first + 1, second=None if second is None else second + 1, segments=segments
    )


def _segments(first: Sequence[str], second: Sequence[str]) -> tuple[Segment, ...]:
    """Tell what became of the pieces of a text; changes that only small words part are told as one."""
    found: list[Segment] = []
    dropped: list[str] = []
    added: list[str] = []
    stretches = list(_align(first, second))
    for rank, stretch in enumerate(stretches):
        ours, theirs = [first[place] for place in stretch.first], [second[place] for place in stretch.second]
        is_between = 0 < rank < len(stretches) - 1
        if stretch.is_same and not (is_between and _is_small(ours)):
            found += _changes(dropped, added)
            found.append(Segment(SegmentKind.SAME, "".join(ours)))
            dropped, added = [], []
        else:
            dropped += ours
            added += theirs
    return (*found, *_changes(dropped, added))


def _changes(dropped: list[str], added: list[str]) -> Iterator[Segment]:
    if dropped:
        yield Segment(SegmentKind.DROPPED, "".join(dropped))
    if added:
        yield Segment(SegmentKind.ADDED, "".join(added))


def _is_small(pieces: list[str]) -> bool:
    return len(pieces) == 1 and len(pieces[0].strip()) <= _SMALL_LETTERS


def _align(first: Sequence[str], second: Sequence[str]) -> Iterator[_Stretch]:
    """Yield the stretches in which two sequences are the same and those in which they differ, by turns, in order."""
    numbers: dict[str, int] = {}
    ours = [numbers.setdefault(piece, len(numbers)) for piece in first]
    theirs = [numbers.setdefault(piece, len(numbers)) for piece in second]
    begin = _common_start(ours, theirs)
    end = _common_start(ours[begin:][::-1], theirs[begin:][::-1])
    blocks = [(0, 0, begin), *_blocks(ours, theirs, begin, end), (len(ours) - end, len(theirs) - end, end)]
    one, other = 0, 0
    for start, other_start, length in blocks:
        if start > one or other_start > other:
            yield _Stretch(False, range(one, start), range(other, other_start))
        one, other = start + length, other_start + length
        if length:
            yield _Stretch(True, range(start, one), range(other_start, other))


def _common_start(first: list[int], second: list[int]) -> int:
    for rank, (one, other) in enumerate(zip(first, second, strict=False)):
        if one != other:
            return rank
    return min(len(first), len(second))


def _blocks(first: list[int], second: list[int], begin: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Yield the runs that both have between their common start and end: where in each, and how long."""
    ours, theirs = first[begin : len(first) - end], second[begin : len(second) - end]
    if len(ours) * len(theirs) > _MOST_CELLS:
        return
    for step in Indel.opcodes(ours, theirs):
        if step.tag == "equal":
            yield begin + step.src_start, begin + step.dest_start, step.src_end - step.src_start
