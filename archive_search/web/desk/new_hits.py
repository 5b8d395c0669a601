"""Show new articles of a saved search as hits: the title, and the first passage that answers."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from archive_search.archive.facade import Archive
from archive_search.errors import QueryError, UnknownArticleError
from archive_search.records import Article, Kind, Span
from archive_search.search.snippets import Snippet, cut_passage
from archive_search.web.parameters import SearchParameters


class NewHit(NamedTuple):
    """Hold a new article.

    Attributes:
        article: The article.
        title_marks: What answers in its title.
        snippet: The first passage of its text that answers; None where only the title does.
    """

    article: Article
    title_marks: tuple[Span, ...]
    snippet: Snippet | None


def read_new_hits(archive: Archive, article_ids: Sequence[str], asked: SearchParameters) -> Iterator[NewHit]:
    """Read new articles; those that left the archive this instant are left out.

    Args:
        archive: The archive.
        article_ids: Ids of the articles.
        asked: The search that found them.
    """
    for article_id in article_ids:
        try:
            article, marks = archive.fetch(article_id), archive.mark(article_id, asked.q, **asked.narrowing())
        except UnknownArticleError:
            continue
        except QueryError:
            marks = {}
        yield _make_hit(article, marks)


def _make_hit(article: Article, marks: Mapping[int, tuple[Span, ...]]) -> NewHit:
    title_marks: tuple[Span, ...] = ()
    snippet = None
    for paragraph in article.paragraphs:
        spans = marks.get(paragraph.number, ())
        if paragraph.kind is Kind.TITLE and paragraph.text == article.heading:
            title_marks = spans
        elif spans and snippet is None:
            snippet = cut_passage(paragraph, spans)
    return NewHit(article, title_marks, snippet)
