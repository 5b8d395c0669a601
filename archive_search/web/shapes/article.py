"""Shapes of what the desktop gives of one article: itself, its family, a comparison, articles like it."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from archive_search.family_records import Relation, SegmentKind
from archive_search.records import EntityType, Kind, Origin, Role
from archive_search.web.shapes.search import SearchShape


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid")


class ParagraphShape(_Shape):
    """A paragraph as stored."""

    number: int
    kind: Kind
    text: str


class RemovedShape(_Shape):
    """A passage that cleaning took out."""

    after: int
    rule: str
    text: str


class FamilySummaryShape(_Shape):
    """Which family an article is of."""

    id: str
    members: int


class MentionShape(_Shape):
    """A place that names a person, place or organisation."""

    paragraph: int
    span: tuple[int, int]
    surface: str
    entity: str
    name: str
    type: EntityType
    role: Role
    origin: Origin


class ReferenceShape(_Shape):
    """A place that refers to another dispatch by its number."""

    paragraph: int
    span: tuple[int, int]
    surface: str
    role: Literal["reference"]
    article: str | None


class ArticleShape(_Shape):
    """An article, as ``show --format json`` prints it, and what a search marks in it by number of paragraph."""

    version: Literal[1]
    article: str
    title: str | None
    date: str | None
    date_deduced: bool
    date_reason: str | None
    time: str | None
    source: str | None
    agency: str | None
    section: str | None
    authors: list[str]
    language: str | None
    url: str | None
    page: str | None
    rights: str | None
    keywords: list[str]
    identifiers: list[str]
    path: str | None
    paragraphs: list[ParagraphShape]
    removed: list[RemovedShape]
    family: FamilySummaryShape | None
    names_known: bool
    mentions: list[MentionShape]
    references: list[ReferenceShape]
    marks: dict[str, list[tuple[int, int]]]


class MemberShape(_Shape):
    """An article of a family."""

    article: str
    title: str
    date: str | None
    time: str | None
    source: str | None
    agency: str | None
    relation: Relation
    nearest: str | None
    shared: float
    added: int
    dropped: int


class FamilyMembersShape(_Shape):
    """A family with its members."""

    id: str
    members: int
    articles: list[MemberShape]


class FamilyOfArticleShape(_Shape):
    """The family of an article; null where no other article gives its text."""

    version: Literal[1]
    article: str
    family: FamilyMembersShape | None


class SegmentShape(_Shape):
    """Words that two articles share, or that one of them alone has."""

    kind: SegmentKind
    text: str


class ComparedParagraphShape(_Shape):
    """A paragraph of one article beside its counterpart in another."""

    first: int | None
    second: int | None
    segments: list[SegmentShape]


class ComparisonShape(_Shape):
    """What one article changed in another."""

    first: str
    second: str
    paragraphs: list[ComparedParagraphShape]


class ComparedShape(_Shape):
    """A comparison, as ``show --family`` prints it."""

    version: Literal[1]
    comparison: ComparisonShape


class SimilarShape(SearchShape):
    """Articles that speak of what one speaks of, as ``more-like`` prints them."""

    article: str
