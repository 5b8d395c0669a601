"""What every engine can do, whatever it is built on.

Promise between engines: the same sets of articles and the same marks for the same tree; not the same scores.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from archive_search.query.tree import Node
from archive_search.records import Article, Span
from archive_search.search.facets import Facet, FacetCount
from archive_search.search.requests import ExplainRequest, SearchRequest
from archive_search.search.results import Hit, Ranking

# Few queries are explained or completed, few families read, and all would pay for the imports.
if TYPE_CHECKING:
    from archive_search.engines.families.reading import FamilyList
    from archive_search.family_records import Comparison, Family
    from archive_search.search.completion import Completion
    from archive_search.search.explanation import Explanation


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """Hold what an engine answers to a search.

    Attributes:
        tree: The tree that was evaluated, without the words that ask for nothing.
        total: Number of articles found, exactly.
        hits_total: Number of hits; less than that of articles where families are folded.
        hits: Hits of the page asked for.
        facets: Counts of the whole answer.
        warnings: What the reader should know, one French sentence each.
    """

    tree: Node
    total: int
    hits_total: int
    hits: tuple[Hit, ...]
    facets: dict[str, tuple[FacetCount, ...]] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Statistics:
    """Hold the totals of an archive.

    Attributes:
        articles: Number of articles.
        paragraphs: Number of paragraphs, titles included.
        words: Length of all texts in words.
        characters: Length of all texts in characters.
        files: Number of files read.
        forms: Number of distinct word forms.
        entities: Number of persons, places and organisations known; an engine that recognises no names knows none.
        sources: Articles by source, the largest first.
        first_date: First day of publication, in ISO 8601; None when no article is dated.
        last_date: Last day of publication.
        undated: Number of articles without a date.
        bytes: Size of the archive on disk.
        segments: Number of segments of the index.
    """

    articles: int
    paragraphs: int
    words: int
    characters: int
    files: int
    forms: int
    entities: int
    sources: tuple[tuple[str, int], ...]
    first_date: str | None
    last_date: str | None
    undated: int
    bytes: int
    segments: int

    def to_dict(self) -> dict[str, Any]:
        """Give the totals as JSON version 1 has them."""
        sources = [{"name": name, "count": count} for name, count in self.sources]
        return {"version": 1, **asdict(self), "sources": sources}


class Engine(Protocol):
    """Store articles and search them."""

    def add(self, articles: Iterable[Article]) -> None:
        """Add articles, each replacing the one of the same id; nothing is seen before `commit`."""

    def remove(self, article_ids: Sequence[str]) -> int:
        """Take articles out and count those that were there; nothing is seen before `commit`."""

    def commit(self) -> None:
        """Make all that was added and removed durable and seen, at once."""

    def search(self, request: SearchRequest) -> Answer:
        """Answer a search."""

    def rank(self, request: SearchRequest) -> Ranking:
        """Answer a search by ids and scores alone."""

    def find(self, tree: Node) -> tuple[str, ...]:
        """Give the ids of all articles that satisfy a tree, in the order in which they are stored."""

    def mark(self, article_id: str, tree: Node) -> dict[int, tuple[Span, ...]]:
        """Find what to mark in the whole of an article: spans of characters by number of paragraph.

        Where the article does not satisfy the tree, its words are marked wherever they stand.

        Raises:
            UnknownArticleError: There is no article of the id.
        """

    def more_like(self, article_id: str, *, limit: int) -> Answer | None:
        """Find the articles that resemble one and are not of its family; None where it shares no telling word.

        Raises:
            UnknownArticleError: There is no article of the id.
        """

    def explain(self, request: ExplainRequest) -> "Explanation":
        """Tell what a query matches, and what an article earns by it.

        Raises:
            UnknownArticleError: There is no article of the id asked for.
        """

    def complete(self, text: str, *, limit: int) -> "tuple[Completion, ...]":
        """List ways in which a query that is being typed may go on, those in the most articles first."""

    def fetch(self, article_id: str) -> Article:
        """Give an article.

        Raises:
            UnknownArticleError: There is none of that id.
        """

    def find_missing(self, article_ids: Sequence[str]) -> tuple[str, ...]:
        """Give those of some ids that no article has."""

    def list_families(self, *, limit: int, offset: int) -> "FamilyList":
        """List families, the largest first."""

    def read_family(self, article_id: str) -> "Family | None":
        """Give the family of an article, or None when it has none.

        Raises:
            UnknownArticleError: There is none of that id.
        """

    def compare(self, article_id: str, other_id: str) -> "Comparison":
        """Compare the words of two articles.

        Raises:
            UnknownArticleError: There is none of one of the ids.
        """

    def count_facets(self, tree: Node | None, facets: Sequence[Facet]) -> dict[str, tuple[FacetCount, ...]]:
        """Count the articles that satisfy a tree, or all when it is None, by some properties."""

    def statistics(self) -> Statistics:
        """Count what the archive holds."""

    def is_current(self) -> bool:
        """Tell whether what is read is the last commit; it is where nothing has been read yet.

        Raises:
            ArchiveMissingError: There is no archive any more.
        """

    def close(self) -> None:
        """Give back files and locks; what was not committed is lost."""
