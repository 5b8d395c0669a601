"""Put the words of a page together into lines that stay within their column.

Words that follow each other in the file and on the page are one piece; pieces side by side are one line unless what
lies between them is the gutter of two columns, clear above or below between texts on both sides.

>>> from archive_search.sources.formats.pdf.lines import gather_lines
>>> from archive_search.sources.formats.pdf.words import Word
>>> words = [Word("La", 50, 60, 100, 10), Word("paix", 63, 80, 100, 10), Word("Un", 300, 310, 100, 10)]
>>> [line.text for line in gather_lines(words)]
['La paix', 'Un']
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter
from statistics import median

from archive_search.sources.formats.pdf.initials import attach_initials
from archive_search.sources.formats.pdf.pieces import (
    WIDEST_SPACE,
    Piece,
    follow_file,
    is_initial_size,
    piece_of,
    share_row,
)
from archive_search.sources.formats.pdf.words import ASCENT, DESCENT, Word

# Measures are in heights of the letters.
SURELY_ONE_LINE = 0.35
NO_SPACE = 0.08
CLEAR_LINES, CLEAR_LINES_IF_EVEN = 2.4, 6.0
NARROWEST_GUTTER = 0.35

# Sizes that OCR gives to the lines of one text differ by less.
LEVELLED = 1.3

# On a page of many thousands of pieces, those of one height are no line of any text.
MOST_NEIGHBOURS = 150
_MARK_OF_ITEM = re.compile(r"[•■▪●►▶◆□◦*–—-]|\(?(?:\d{1,3}|[a-zA-Z])[.)]|\d{1,3}°")


@dataclass(kw_only=True, slots=True)
class Line:
    """Hold a line and its place on the page.

    Attributes:
        text: Its words, with a space where there is room for one.
        left: Left edge.
        right: Right edge.
        baseline: Height on which it stands, from the top of the page.
        size: Size of most of its letters.
        first_width: Width of its first word.
        is_bold: Whether all its words are bold.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    first_width: float = 0.0
    is_bold: bool = False

    @property
    def top(self) -> float:
        """Height of its capitals."""
        return self.baseline - ASCENT * self.size

    @property
    def bottom(self) -> float:
        """Depth of its descenders."""
        return self.baseline + DESCENT * self.size


def gather_lines(words: Iterable[Word]) -> list[Line]:
    """Give the lines of a page from top to bottom, none of which crosses a gutter.

    Args:
        words: Words that run from left to right, in the order of the file.
    """
    pieces = follow_file(words)
    pieces.sort(key=attrgetter("baseline", "left"))
    lines = [_finish(piece) for piece in attach_initials(_join_pieces(pieces))]
    return sorted(lines, key=attrgetter("baseline", "left"))


def level_sizes(lines: Sequence[Line]) -> None:
    """Give one size to the lines of a text whose letters OCR measured one line at a time, titles left out."""
    size = median(line.size for line in lines) if lines else 0.0
    for line in lines:
        if size / LEVELLED <= line.size <= size * LEVELLED:
            line.size = size


def _finish(piece: Piece) -> Line:
    words = piece.words
    parts = [words[0].text]
    for before, word in pairwise(words):
        parts += [word.text] if _touch(before, word) else [" ", word.text]
    return Line(
        text="".join(parts),
        left=piece.left,
        right=piece.right,
        baseline=piece.baseline,
        size=piece.size,
        first_width=words[0].right - words[0].left,
        is_bold=all(word.is_bold for word in words),
    )


def _touch(before: Word, word: Word) -> bool:
    return word.follows and word.left - before.right < NO_SPACE * word.size


def _join_pieces(pieces: Sequence[Piece]) -> list[Piece]:
    """Join the pieces that are side by side in one column; pieces and lines are sorted by height."""
    heights = [piece.baseline for piece in pieces]
    following: dict[int, int] = {}
    preceded: set[int] = set()
    for index, piece in enumerate(pieces):
        neighbour = _right_neighbour(index, pieces, heights)
        if (
            neighbour is not None
            and neighbour not in preceded
            and _are_one_line(piece, pieces[neighbour], pieces, heights)
        ):
            following[index] = neighbour
            preceded.add(neighbour)
    starts = (index for index in range(len(pieces)) if index not in preceded)
    return [piece_of(_chain(start, pieces, following)) for start in starts]


def _chain(start: int, pieces: Sequence[Piece], following: dict[int, int]) -> list[Word]:
    words = list(pieces[start].words)
    place = following.get(start)
    while place is not None:
        first, *others = pieces[place].words
        words += [first._replace(follows=True), *others]
        place = following.get(place)
    return words


def _near(low: float, high: float, heights: Sequence[float]) -> range:
    """Give the places of what stands between two heights, bounded."""
    start, end = bisect_left(heights, low), bisect_left(heights, high)
    return range(start, min(end, start + MOST_NEIGHBOURS))


def _right_neighbour(index: int, pieces: Sequence[Piece], heights: Sequence[float]) -> int | None:
    piece = pieces[index]
    around = _near(piece.baseline - piece.size, piece.baseline + piece.size, heights)
    beside = [
        place
        for place in around
        if place != index
        and pieces[place].left > piece.left
        and pieces[place].left >= piece.right - 0.3 * piece.size
        and share_row(piece, pieces[place])
    ]
    return min(beside, key=lambda place: pieces[place].left, default=None)


def _are_one_line(left: Piece, right: Piece, pieces: Sequence[Piece], heights: Sequence[float]) -> bool:
    size = max(left.size, right.size)
    gap = right.left - left.right
    if gap > WIDEST_SPACE * size or is_initial_size(left, right.size):
        return False
    # What marks an item of a list stands apart from it, one mark below the other.
    is_mark = _MARK_OF_ITEM.fullmatch(left.words[-1].text) is not None and len(left.words) == 1
    return gap <= SURELY_ONE_LINE * size or is_mark or not _is_gutter(left, right, pieces, heights)


def _is_gutter(left: Piece, right: Piece, pieces: Sequence[Piece], heights: Sequence[float]) -> bool:
    size = max(left.size, right.size)
    height, reach = left.baseline, size * (CLEAR_LINES_IF_EVEN if right.is_even else CLEAR_LINES)
    above = _near(height - reach, height - 0.6 * size, heights)
    below = _near(height + 0.6 * size, height + reach, heights)
    return any(_is_clear(left, right, [pieces[place] for place in rows]) for rows in (above, below))


def _is_clear(left: Piece, right: Piece, rows: Sequence[Piece]) -> bool:
    """Tell whether some rows leave free a part of the space between two pieces, with text on both of its sides.

    The lines of ragged columns reach further into that space than the piece on the left, and those of a paragraph
    whose first line is indented begin before the piece on the right.
    """
    start, end = left.right, right.left
    for line in rows:
        if line.right > start and line.left < end:
            is_on_left = line.left < left.right and line.right < end
            is_on_right = line.right > right.left and line.left > start
            if not (is_on_left or is_on_right):
                return False
            start, end = (max(start, line.right), end) if is_on_left else (start, min(end, line.left))
    if end - start < NARROWEST_GUTTER * max(left.size, right.size):
        return False
    has_left = any(left.left < line.right <= start for line in rows)
    return has_left and any(end <= line.left < right.right for line in rows)
