"""Make of a part of an article what its page shows: blocks of text with links and marks.

>>> from archive_search.records import Kind, Paragraph
>>> from archive_search.web.article.matches import Match
>>> from archive_search.web.article.parts import Piece
>>> piece = Piece(Paragraph(number=2, kind=Kind.BODY, text="La digue cède."), 0, 14)
>>> (block,) = make_blocks([piece], matches=[Match(1, 2, 3, 8)], links=[])
>>> [(chunk.text, chunk.match) for run in block.runs for chunk in run.chunks]
[('La ', None), ('digue', 1), (' cède.', None)]
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple, TypeAlias

from archive_search.records import Mention, Paragraph, Reference, RemovedText
from archive_search.web.article.matches import Match
from archive_search.web.article.parts import Piece
from archive_search.web.article.segments import Segment, cut_segments

Link: TypeAlias = Mention | Reference
"""What is a link in the text: a name, or the number of another dispatch."""

_Label: TypeAlias = Link | Match


class Chunk(NamedTuple):
    """Hold characters that are marked as a whole, or not at all.

    Attributes:
        text: The characters.
        match: Number of the match that they are of, if any.
        is_first: Whether that match begins here.
    """

    text: str
    match: int | None
    is_first: bool


class Run(NamedTuple):
    """Hold chunks that are one link, or lie between links."""

    link: Link | None
    chunks: tuple[Chunk, ...]

    @property
    def kind(self) -> str:
        """Where it leads: "name", "reference", or nowhere, ""."""
        match self.link:
            case Mention():
                return "name"
            case Reference():
                return "reference"
            case None:
                return ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """Hold a paragraph as it is shown, a stretch of one, or a passage that was taken out.

    Attributes:
        kind: Value of its `Kind`, or "removed".
        number: Number of the paragraph; None for what was taken out.
        rule: Name of the rule that took it out; None for a paragraph.
        goes_on: Whether its beginning is in the part before.
        runs: Its text.
    """

    kind: str
    number: int | None
    rule: str | None
    goes_on: bool
    runs: tuple[Run, ...]


def make_blocks(part: Iterable[Piece], *, matches: Iterable[Match], links: Iterable[Link]) -> tuple[Block, ...]:
    """Make the blocks of a part.

    Args:
        part: The part.
        matches: Matches of the article.
        links: Names and references of the article.
    """
    labels: dict[int, list[tuple[int, int, _Label]]] = {}
    for match in matches:
        labels.setdefault(match.paragraph, []).append((match.start, match.end, match))
    for link in links:
        labels.setdefault(link.paragraph, []).append((*link.span, link))
    return tuple(_make_block(piece, labels) for piece in part)


def _make_block(piece: Piece, labels: dict[int, list[tuple[int, int, _Label]]]) -> Block:
    text = piece.source.text[piece.start : piece.end]
    goes_on = piece.start > 0
    if isinstance(piece.source, RemovedText):
        whole = Run(None, (Chunk(text, None, is_first=False),))
        return Block(kind="removed", number=None, rule=piece.source.rule, goes_on=goes_on, runs=(whole,))
    paragraph: Paragraph = piece.source
    spans = [(start - piece.start, end - piece.start, label) for start, end, label in labels.get(paragraph.number, ())]
    runs = tuple(_make_runs(cut_segments(text, spans)))
    return Block(kind=paragraph.kind.value, number=paragraph.number, rule=None, goes_on=goes_on, runs=runs)


def _make_runs(segments: Iterable[Segment[_Label]]) -> Iterator[Run]:
    seen: set[int] = set()
    for link, some in groupby(segments, key=_link_of):
        yield Run(link, tuple(_make_chunk(segment, seen) for segment in some))


def _link_of(segment: Segment[_Label]) -> Link | None:
    """Give the innermost link around a segment: links cannot lie inside each other."""
    links = [label for label in segment.labels if not isinstance(label, Match)]
    return links[-1] if links else None


def _make_chunk(segment: Segment[_Label], seen: set[int]) -> Chunk:
    match = next((label.number for label in segment.labels if isinstance(label, Match)), None)
    is_first = match is not None and match not in seen
    if match is not None:
        seen.add(match)
    return Chunk(segment.text, match, is_first=is_first)
