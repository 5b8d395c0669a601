"""Cut a long article into parts, each of which is shown as a page of its own.

>>> from archive_search.records import Article, Kind, Paragraph
>>> long = Article(id="a", paragraphs=(Paragraph(number=1, kind=Kind.BODY, text="La digue " * 10_000),))
>>> parts = cut_parts(long)
>>> [[piece.end - piece.start for piece in part] for part in parts]
[[59997], [30003]]
>>> PartFinder(parts).find(1, 70_000)
2
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from archive_search.records import Article, Paragraph, RemovedText

PART_CHARACTERS = 60_000
"""Most characters of a part; a page of print has some 3,000."""

PART_PIECES = 500
"""Most paragraphs of a part."""


class Piece(NamedTuple):
    """Hold a paragraph, a passage that was taken out, or a stretch of either that is not longer than a part.

    Attributes:
        source: The paragraph or passage.
        start: First of its characters.
        end: End of the stretch.
    """

    source: Paragraph | RemovedText
    start: int
    end: int


Part: TypeAlias = tuple[Piece, ...]


def cut_parts(article: Article) -> tuple[Part, ...]:
    """Cut an article, removed passages in their places; there is one part at least, the only one of most articles."""
    parts: list[list[Piece]] = [[]]
    size = 0
    for piece in _pieces(article):
        length = piece.end - piece.start
        if parts[-1] and (size + length > PART_CHARACTERS or len(parts[-1]) == PART_PIECES):
            parts.append([])
            size = 0
        parts[-1].append(piece)
        size += length
    return tuple(map(tuple, parts))


def _pieces(article: Article) -> Iterator[Piece]:
    for source in _sources(article):
        start = 0
        while len(source.text) - start > PART_CHARACTERS:
            end = _end_of_word(source.text, start + PART_CHARACTERS)
            yield Piece(source, start, end)
            start = end
        yield Piece(source, start, len(source.text))


def _sources(article: Article) -> Iterator[Paragraph | RemovedText]:
    removed: dict[int, list[RemovedText]] = {}
    for passage in article.removed:
        removed.setdefault(passage.after, []).append(passage)
    yield from removed.get(0, ())
    for paragraph in article.paragraphs:
        yield paragraph
        yield from removed.get(paragraph.number, ())


def _end_of_word(text: str, end: int) -> int:
    """Give the last place before an end where a word begins, unless a word is as long as half a part."""
    blank = text.rfind(" ", end - PART_CHARACTERS // 2, end)
    return end if blank < 0 else blank + 1


class PartFinder:
    """Tell which part of an article shows a place of its text."""

    def __init__(self, parts: Sequence[Part]) -> None:
        """Take all its parts."""
        self._beginnings: list[tuple[int, int]] = []
        for part in parts:
            before = self._beginnings[-1] if self._beginnings else (0, 0)
            self._beginnings.append(next(map(_place_of, filter(_is_paragraph, part)), before))

    def find(self, paragraph: int, character: int = 0) -> int:
        """Give the number, from 1, of the part that shows a character of a paragraph."""
        return max(bisect_right(self._beginnings, (paragraph, character)), 1)

    @property
    def first_paragraphs(self) -> list[int]:
        """Number of the first paragraph of each part."""
        return [number for number, _start in self._beginnings]


def _is_paragraph(piece: Piece) -> bool:
    return isinstance(piece.source, Paragraph)


def _place_of(piece: Piece) -> tuple[int, int]:
    return (piece.source.number if isinstance(piece.source, Paragraph) else 0), piece.start
