"""What is asked of a search, in one record made at the edge and passed whole."""

from dataclasses import dataclass
from enum import StrEnum

from archive_search.query.tree import Node
from archive_search.records import EntityType
from archive_search.search.facets import Facet


class Sort(StrEnum):
    """Name the order of the articles of an answer; articles without a date come last in orders by date."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


@dataclass(frozen=True, kw_only=True, slots=True)
class SearchRequest:
    """Hold a search.

    Attributes:
        tree: What is asked.
        limit: Most hits wanted, from 0.
        offset: Hits to skip, from 0.
        sort: Order of the hits.
        facets: Properties to count the answer by.
        snippets: Most snippets a hit, from 0.
        fold: Whether of each family of reprints and versions one article is a hit; ``limit`` and ``offset`` then
            count hits of the folded answer.
    """

    tree: Node
    limit: int = 10
    offset: int = 0
    sort: Sort = Sort.RELEVANCE
    facets: tuple[Facet, ...] = ()
    snippets: int = 3
    fold: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class ExplainRequest:
    """Hold a wish to know what a query matches.

    Attributes:
        tree: What is asked.
        article: Id of an article whose score is to be explained; None for none.
    """

    tree: Node
    article: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class EntityRequest:
    """Hold a search for entities.

    Attributes:
        text: Name, or part of a spelling; None means all.
        type: What kind of thing they are; None means any.
        limit: Most entities wanted, from 0.
        offset: Entities to skip, from 0.
    """

    text: str | None = None
    type: EntityType | None = None
    limit: int = 20
    offset: int = 0
