"""What is given to be written: articles with what is to be marked in them, and what the document says of itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date as Date

from archive_search.records import Article, Span

USUAL_TITLE = "Revue de presse"


@dataclass(frozen=True, kw_only=True, slots=True)
class ExportedArticle:
    """Hold one article to write.

    Attributes:
        article: The article as stored.
        marks: Spans of characters to mark, by number of paragraph; only press reviews show them.
    """

    article: Article
    marks: Mapping[int, tuple[Span, ...]] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class Heading:
    """Hold what stands at the head of a press review.

    Attributes:
        title: Title of the document, on one line.
        subject: What the articles are, in one line, such as the query that found them; None where the title says it.
        made: Day on which the document is made.
    """

    title: str
    subject: str | None
    made: Date
