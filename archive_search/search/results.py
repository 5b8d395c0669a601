"""What a search gives back."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import date as Date
from typing import Any, NamedTuple, overload

from archive_search.records import Article, Span
from archive_search.search.facets import FacetCount
from archive_search.search.snippets import Snippet

JSON_VERSION = 1


class FamilyOfHit(NamedTuple):
    """Tell which family of reprints and versions a hit is of.

    Attributes:
        id: Id of the family, that of its first publication.
        members: Number of its members in the archive.
        others: Number of the other members that the query finds.
    """

    id: str
    members: int
    others: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Hit:
    """Hold one article of an answer.

    Attributes:
        rank: Place in the answer, from 1.
        score: How well it answers; scores of different queries cannot be compared.
        article: The article as stored.
        title_marks: What matched in its title, as half-open spans of characters.
        snippets: Its best passages, the best first.
        family: The family that it is of; None where no other article gives its text.
    """

    rank: int
    score: float
    article: Article
    title_marks: tuple[Span, ...] = ()
    snippets: tuple[Snippet, ...] = ()
    family: FamilyOfHit | None = None

    @property
    def title(self) -> str:
        """Give the title, or else the first words of the article."""
        return self.article.heading

    @property
    def date(self) -> Date | None:
        """Give the day of publication, stated or deduced."""
        return self.article.date

    def to_dict(self) -> dict[str, Any]:
        """Give the hit as JSON version 1 has it."""
        article = self.article
        return {
            "rank": self.rank,
            "score": round(self.score, 4),
            "article": article.id,
            "title": article.heading,
            "date": article.date.isoformat() if article.date else None,
            "date_deduced": article.date_reason is not None,
            "source": article.source,
            "agency": article.agency,
            "path": article.path,
            "family": self.family._asdict() if self.family else None,
            "snippets": [
                {"paragraph": each.paragraph, "text": each.text, "marks": [list(mark) for mark in each.marks]}
                for each in self.snippets
            ],
        }


class RankedArticle(NamedTuple):
    """Name one article of an answer by its id, with its score."""

    article: str
    score: float


class Ranking(NamedTuple):
    """Hold which articles answer best, without their texts.

    Attributes:
        total: Number of articles that satisfy the query, exactly.
        hits: The articles asked for, in order.
    """

    total: int
    hits: tuple[RankedArticle, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Page(Sequence[Hit]):
    """Hold one page of an answer; it is a sequence of its hits.

    Attributes:
        query: The query as typed.
        interpreted: The query as understood, in canonical form.
        total: Number of articles that satisfy it, exactly.
        hits_total: Number of hits, which the pages of the answer share out: that of articles, or less where folded.
        folded: Whether of each family of reprints and versions one article is a hit.
        offset: Number of hits before this page.
        took_ms: Time the search took, in milliseconds.
        hits: Hits of this page.
        facets: Counts of the whole answer by property.
        warnings: What was repaired or should be known, one French sentence each.
    """

    query: str
    interpreted: str
    total: int
    hits_total: int
    folded: bool
    offset: int
    took_ms: float
    hits: tuple[Hit, ...]
    facets: dict[str, tuple[FacetCount, ...]] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()

    @overload
    def __getitem__(self, index: int) -> Hit: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Hit, ...]: ...

    def __getitem__(self, index: int | slice) -> Hit | tuple[Hit, ...]:
        return self.hits[index]

    def __len__(self) -> int:
        return len(self.hits)

    def to_dict(self) -> dict[str, Any]:
        """Give the page as JSON version 1 has it."""
        return {
            "version": JSON_VERSION,
            "query": self.query,
            "interpreted": self.interpreted,
            "total": self.total,
            "hits_total": self.hits_total,
            "folded": self.folded,
            "offset": self.offset,
            "took_ms": round(self.took_ms, 2),
            "warnings": list(self.warnings),
            "hits": [hit.to_dict() for hit in self.hits],
            "facets": {name: [asdict(value) for value in values] for name, values in self.facets.items()},
        }
