"""Cut the passages that are shown of an article: the best of its best paragraphs, whole words, never across two."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from math import fsum

from archive_search.query.tree import Leaf
from archive_search.records import Article, Kind, Paragraph, Span
from archive_search.search.marking import ArticleMarks

SNIPPET_WIDTH = 300
"""Wanted length of a snippet in characters; a paragraph a little longer is shown whole."""

LONGEST_MARK = 4 * SNIPPET_WIDTH
"""Characters of a mark that are shown; a phrase is shorter."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Snippet:
    """Hold a passage of one paragraph.

    Attributes:
        paragraph: Number of the paragraph in the article, from 1.
        text: The passage, exactly as it stands in the paragraph.
        marks: Half-open spans of characters of ``text`` that matched, in order, apart.
        starts_inside: Whether the paragraph has text before the passage.
        ends_inside: Whether it has text after it.
    """

    paragraph: int
    text: str
    marks: tuple[Span, ...]
    starts_inside: bool = False
    ends_inside: bool = False


def cut_snippets(
    article: Article, marks: ArticleMarks, weights: Mapping[Leaf, float], *, limit: int
) -> tuple[Snippet, ...]:
    """Cut the best passages of an article.

    Args:
        article: The article as stored.
        marks: What matched in it.
        weights: How telling each leaf of the query is; rare words weigh more.
        limit: Most passages wanted.

    Returns:
        Snippets of different paragraphs, the best first; the beginning of the article when nothing is marked.
    """
    marked = [paragraph for paragraph in article.paragraphs if paragraph.number in marks.paragraphs]
    # The title is shown above the snippets anyway: it is one only when nothing else matched.
    paragraphs = [paragraph for paragraph in marked if paragraph.kind is not Kind.TITLE]
    ranked = sorted(paragraphs or marked, key=lambda paragraph: _worth(paragraph, marks, weights), reverse=True)
    # What matches in the far end of a paragraph without end is not marked.
    shown = ((paragraph, spans) for paragraph in ranked if (spans := marks.cut_spans(paragraph)))
    snippets = tuple(cut_passage(paragraph, spans) for paragraph, spans in islice(shown, limit))
    return snippets or _opening(article)[:limit]


def _worth(paragraph: Paragraph, marks: ArticleMarks, weights: Mapping[Leaf, float]) -> tuple[float, int]:
    """Rank a paragraph by the words it matches, and among equals the one that comes first."""
    matched = fsum([weights.get(leaf, 0.0) for leaf in marks.leaves_of(paragraph.number)])
    return matched, -paragraph.number


def _opening(article: Article) -> tuple[Snippet, ...]:
    body = [paragraph for paragraph in article.paragraphs if paragraph.kind is not Kind.TITLE]
    return tuple(cut_passage(paragraph, ()) for paragraph in (body or list(article.paragraphs))[:1])


def cut_passage(paragraph: Paragraph, spans: Sequence[Span]) -> Snippet:
    """Cut the passage of a paragraph that shows the most marks.

    Args:
        paragraph: The paragraph as stored.
        spans: Its marks, in order, apart; without any the passage is its beginning.
    """
    # A word that an article repeats without end is one mark, and would be a snippet without end.
    spans = [Span(span.start, min(span.end, span.start + LONGEST_MARK)) for span in spans]
    start, end = choose_window(paragraph.text, spans, width=SNIPPET_WIDTH)
    return Snippet(
        paragraph=paragraph.number,
        text=paragraph.text[start:end],
        marks=tuple(
            Span(span.start - start, span.end - start) for span in spans if start <= span.start and span.end <= end
        ),
        starts_inside=start > 0,
        ends_inside=end < len(paragraph.text),
    )


def choose_window(text: str, spans: Sequence[Span], *, width: int) -> Span:
    """Choose the passage of about ``width`` characters that shows the most distinct marks, cut between words."""
    if len(text) <= width * 5 // 4:
        return Span(0, len(text))
    if not spans:
        return Span(0, _word_end(text, width))
    first, last = _densest(text, spans, width)
    room = max(0, width - (last.end - first.start))
    start = max(0, min(first.start - room // 2, len(text) - width))
    end = max(last.end, min(len(text), start + width))
    return Span(min(first.start, _word_start(text, start)), max(last.end, _word_end(text, end)))


def _densest(text: str, spans: Sequence[Span], width: int) -> tuple[Span, Span]:
    best = spans[0], spans[0]
    most = 0
    left = 0
    for right, span in enumerate(spans):
        while span.end - spans[left].start > width and left < right:
            left += 1
        distinct = len({text[each.start : each.end].lower() for each in spans[left : right + 1][-_COMPARED:]})
        if distinct > most:
            most, best = distinct, (spans[left], span)
    return best


_COMPARED = 12
_BLANKS = " \n\t\u00a0\u202f"


def _word_start(text: str, offset: int) -> int:
    """Move an offset forward to the beginning of a word, unless it is one or no blank is near."""
    if offset == 0:
        return 0
    for place in range(offset, min(offset + 40, len(text))):
        if text[place - 1] in _BLANKS:
            return place
    return offset


def _word_end(text: str, offset: int) -> int:
    """Move an offset back to the end of a word, unless it is one or no blank is near."""
    if offset >= len(text):
        return len(text)
    for place in range(offset, max(offset - 40, 0), -1):
        if text[place] in _BLANKS:
            return place
    return offset
