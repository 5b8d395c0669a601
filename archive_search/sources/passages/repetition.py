"""Take out of an article what its source prints in many others: invitations, notices, mottoes.

What may be taken out is a whole paragraph of the body, or the sentences that open its first paragraph or end its last
one. It is kept as removed, under the rule "repetition". `repeatable` lists such passages, `passage_counts` finds out
which ones are repeated.

>>> from archive_search.records import Article, Kind, Paragraph
>>> from archive_search.sources.passages.repeatable import Place, digest_passage
>>> from archive_search.sources.passages.repetition import take_out_repeated
>>> texts = ["Le pont rouvre lundi.", "Recevez chaque matin nos articles par courriel."]
>>> paragraphs = tuple(Paragraph(number=n, kind=Kind.BODY, text=text) for n, text in enumerate(texts, 1))
>>> article = Article(id="a1", paragraphs=paragraphs)
>>> take_out_repeated(article, {digest_passage(texts[1], Place.PARAGRAPH)}).removed
(RemovedText(after=1, rule='repetition', text='Recevez chaque matin nos articles par courriel.'),)
"""

from collections import deque
from collections.abc import Container, Sequence
from dataclasses import replace

from archive_search.records import Article, Kind, Paragraph, RemovedText
from archive_search.sources.passages.repeatable import (
    LONGEST_PARAGRAPH,
    LONGEST_SENTENCES,
    Place,
    digest_passage,
    ends_of_opening,
    starts_of_ending,
)

REPETITION_RULE = "repetition"


def take_out_repeated(article: Article, repeated: Container[int]) -> Article:
    """Take the repeated passages out of an article, unless that would leave it without a text.

    Args:
        article: The article; what was taken out of it before stays so, at its place.
        repeated: Digests of the passages to take out.

    Returns:
        The article without them, or the same object when it has none.
    """
    pieces = [_Piece(paragraph, repeated) for paragraph in article.paragraphs]
    # What is left of a paragraph without its last sentence may be repeated as well.
    while _take_out_paragraphs(pieces) or _take_out_sentences(pieces):
        pass
    return _assemble(article, pieces) if any(piece.is_changed for piece in pieces) else article


class _Piece:
    """A paragraph of which sentences, or all, may go: what stays is its text from `start` to `end`."""

    def __init__(self, paragraph: Paragraph, repeated: Container[int]) -> None:
        self.paragraph = paragraph
        self.start, self.end = 0, len(paragraph.text)
        self.is_out = False
        self._repeated = repeated
        self.is_repeated = self.is_body and self._is_repeated()

    @property
    def text(self) -> str:
        return self.paragraph.text[self.start : self.end]

    @property
    def is_body(self) -> bool:
        return not self.is_out and self.paragraph.kind is Kind.BODY

    @property
    def is_text(self) -> bool:
        return not self.is_out and self.paragraph.kind in (Kind.BODY, Kind.LEAD)

    @property
    def is_changed(self) -> bool:
        return self.is_out or self.start > 0 or self.end < len(self.paragraph.text)

    def shorten_opening(self) -> bool:
        """Take out the repeated sentences that open what stays; tell whether there were any."""
        text = self.paragraph.text[self.start : min(self.end, self.start + LONGEST_SENTENCES)]
        ends = [end for end in ends_of_opening(text) if digest_passage(text[:end], Place.OPENING) in self._repeated]
        return self._keep(self.start + max(ends, default=0), self.end)

    def shorten_ending(self) -> bool:
        """Take out the repeated sentences that end what stays; tell whether there were any."""
        offset = max(self.start, self.end - LONGEST_SENTENCES)
        text = self.paragraph.text[offset : self.end]
        starts = [
            start for start in starts_of_ending(text) if digest_passage(text[start:], Place.ENDING) in self._repeated
        ]
        return self._keep(self.start, offset + len(text[: min(starts)].rstrip()) if starts else self.end)

    def _keep(self, start: int, end: int) -> bool:
        is_shorter = end - start < self.end - self.start
        self.start, self.end = start, end
        self.is_repeated = self._is_repeated()
        return is_shorter

    def _is_repeated(self) -> bool:
        return (
            self.end - self.start <= LONGEST_PARAGRAPH and digest_passage(self.text, Place.PARAGRAPH) in self._repeated
        )


def _take_out_paragraphs(pieces: Sequence[_Piece]) -> bool:
    found = [piece for piece in pieces if piece.is_body and piece.is_repeated]
    if not found or len(found) == sum(piece.is_text for piece in pieces):
        return False
    for piece in found:
        piece.is_out = True
    return True


def _take_out_sentences(pieces: Sequence[_Piece]) -> bool:
    bodies = deque(piece for piece in pieces if piece.is_body)
    has_lead = any(piece.is_text and not piece.is_body for piece in pieces)
    is_shorter = False
    while bodies and (bodies[0].shorten_opening() or bodies[-1].shorten_ending()):
        is_shorter = True
        _take_out_edges(bodies, has_lead=has_lead)
    return is_shorter


def _take_out_edges(bodies: deque[_Piece], *, has_lead: bool) -> None:
    """Take out the first and the last paragraph where what is left of them is repeated, unless nothing else stays."""
    edges = (bodies[0], bodies[-1])
    if has_lead or not all(edge.is_repeated for edge in edges):
        for edge in edges:
            edge.is_out = edge.is_repeated
    while bodies and bodies[0].is_out:
        bodies.popleft()
    while bodies and bodies[-1].is_out:
        bodies.pop()


def _assemble(article: Article, pieces: Sequence[_Piece]) -> Article:
    earlier: dict[int, list[RemovedText]] = {}
    for each in article.removed:
        earlier.setdefault(each.after, []).append(each)
    paragraphs: list[Paragraph] = []
    removed = list(earlier.get(0, ()))
    for piece in pieces:
        text, number = piece.paragraph.text, len(paragraphs) + 1
        if piece.is_out:
            removed.append(_removed(text, after=number - 1))
        else:
            removed += [_removed(text[: piece.start], after=number - 1)] if piece.start else []
            paragraphs.append(replace(piece.paragraph, number=number, text=piece.text))
            removed += [_removed(text[piece.end :], after=number)] if piece.end < len(text) else []
        removed += [replace(each, after=len(paragraphs)) for each in earlier.get(piece.paragraph.number, ())]
    return replace(article, paragraphs=tuple(paragraphs), removed=tuple(removed))


def _removed(text: str, *, after: int) -> RemovedText:
    return RemovedText(after=after, rule=REPETITION_RULE, text=text.strip())
