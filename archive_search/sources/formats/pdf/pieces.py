"""Put together the words of a page that follow each other in the file, on one row and without wide gaps.

>>> from archive_search.sources.formats.pdf.pieces import follow_file
>>> from archive_search.sources.formats.pdf.words import Word
>>> words = [Word("La", 50, 60, 100, 10), Word("paix", 63, 80, 100, 10), Word("Un", 300, 310, 100, 10)]
>>> [[word.text for word in piece.words] for piece in follow_file(words)]
[['La', 'paix'], ['Un']]
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from archive_search.sources.formats.pdf.words import ASCENT, DESCENT, Word

# Measures are in heights of the letters. A word space is a quarter of one, in a justified line up to one.
WORD_SPACE = 0.6
SAME_SPACE = 0.15
WIDEST_SPACE = 3.0
WIDEST_IN_RUN = 8.0

# The initial of a chapter is two lines high or more.
INITIAL_HEIGHT = 1.8


@dataclass(kw_only=True, slots=True)
class Piece:
    """Hold words side by side that may become a line, or part of one.

    Attributes:
        words: The words, from left to right.
        left: Left edge.
        right: Right edge.
        baseline: Height on which they stand, from the top of the page.
        size: Size of most of their letters.
        is_even: Whether the space before them is as wide as the one beside it, as in a justified line.
    """

    words: list[Word]
    left: float
    right: float
    baseline: float
    size: float
    is_even: bool = False

    @property
    def top(self) -> float:
        """Height of the capitals."""
        return self.baseline - ASCENT * self.size

    @property
    def bottom(self) -> float:
        """Depth of the descenders."""
        return self.baseline + DESCENT * self.size

    @property
    def letters(self) -> int:
        """Number of the letters."""
        return sum(len(word.text) for word in self.words)


def follow_file(words: Iterable[Word]) -> list[Piece]:
    """Put together the words that follow each other in the file and on a row of the page, without wide gaps."""
    rows: list[Piece] = []
    for word in words:
        if rows and _goes_on(rows[-1], word):
            rows[-1].words.append(word)
            rows[-1].right = max(rows[-1].right, word.right)
        else:
            rows.append(piece_of([word]))
    return [piece for row in rows for piece in _cut_at_gaps(row.words)]


def _goes_on(row: Piece, word: Word) -> bool:
    gap = word.left - row.right
    size = min(row.size, word.size) if is_initial_size(row, word.size) else max(row.size, word.size)
    widest = WIDEST_IN_RUN if _is_one_run(row.words[-1], word) else WIDEST_SPACE
    return -0.5 * size < gap <= widest * size and share_row(row, word)


def _is_one_run(before: Word, word: Word) -> bool:
    return 0 < word.run == before.run


def _cut_at_gaps(words: list[Word]) -> Iterator[Piece]:
    """Cut a row at its wide gaps, except those within one string."""
    gaps = [(word.left - before.right) / word.size for before, word in pairwise(words)]
    start, is_even = 0, False
    for place, gap in enumerate(gaps):
        if gap > WORD_SPACE and not _is_one_run(words[place], words[place + 1]):
            yield replace(piece_of(words[start : place + 1]), is_even=is_even)
            beside = gaps[max(0, place - 1) : place] + gaps[place + 1 : place + 2]
            start, is_even = place + 1, any(abs(gap - other) <= SAME_SPACE for other in beside)
    yield replace(piece_of(words[start:]), is_even=is_even)


def piece_of(words: list[Word]) -> Piece:
    """Make a piece of some words, from left to right."""
    # References of notes and the like are smaller than the line that they are in.
    size = median(word.size for word in words for _ in word.text)
    baselines = [word.baseline for word in words if word.size == size] or [words[0].baseline]
    return Piece(
        words=words,
        left=min(word.left for word in words),
        right=max(word.right for word in words),
        baseline=median(baselines),
        size=size,
    )


def share_row(one: Piece, other: Piece | Word) -> bool:
    """Tell whether two pieces, or a piece and a word, stand at one height; a large initial stands at several."""
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared >= 0.5 * min(one.size, other.size) and not is_initial_size(one, other.size)


def is_initial_size(piece: Piece, size: float) -> bool:
    """Tell whether a piece is a letter much larger than others, as begins a chapter."""
    return piece.size > INITIAL_HEIGHT * size and piece.letters <= 2
