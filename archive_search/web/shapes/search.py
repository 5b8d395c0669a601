"""Shapes of the JSON of searches: answers, completions, explanations, lists of families."""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict

from archive_search.records import EntityType
from archive_search.search.completion import CompletionKind
from archive_search.search.explanation import FormOrigin, LeafKind
from archive_search.search.facets import Facet


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid")


class SnippetShape(_Shape):
    """A passage of an article, and the half-open spans of its characters that matched."""

    paragraph: int
    text: str
    marks: list[tuple[int, int]]


class FamilyOfHitShape(_Shape):
    """Which family a hit is of, and how many others of it are found."""

    id: str
    members: int
    others: int


class HitShape(_Shape):
    """An article of an answer."""

    rank: int
    score: float
    article: str
    title: str
    date: date | None
    date_deduced: bool
    source: str | None
    agency: str | None
    path: str | None
    family: FamilyOfHitShape | None
    snippets: list[SnippetShape]


class FacetCountShape(_Shape):
    """A value of a facet, and the number of articles that have it."""

    id: str
    name: str
    count: int


class SearchShape(_Shape):
    """A page of an answer, as ``query --format json`` prints it."""

    version: Literal[1]
    query: str
    interpreted: str
    total: int
    hits_total: int
    folded: bool
    offset: int
    took_ms: float
    warnings: list[str]
    hits: list[HitShape]
    facets: dict[Facet, list[FacetCountShape]]


class CompletionShape(_Shape):
    """A way in which a query may go on."""

    text: str
    completed: str
    kind: CompletionKind
    articles: int | None


class CompletionsShape(_Shape):
    """Ways in which a query that is being typed may go on, those in the most articles first, fields last."""

    version: Literal[1]
    text: str
    completions: list[CompletionShape]


class QueryPartShape(_Shape):
    """A part of a query, itself a query."""

    depth: int
    text: str
    operator: str | None
    articles: int


class FormShape(_Shape):
    """A form of the archive that a word matched."""

    form: str
    origin: FormOrigin
    occurrences: int
    articles: int


class NamedVariantShape(_Shape):
    """A spelling of a name."""

    surface: str
    mentions: int


class NamedShape(_Shape):
    """An entity that a name of a query means."""

    id: str
    type: EntityType
    name: str
    articles: int
    signed: int
    variants: list[NamedVariantShape]


class WordShape(_Shape):
    """A word, phrase or name of a query, and what it matched."""

    text: str
    kind: LeafKind
    articles: int
    occurrences: int
    forms: list[FormShape]
    forms_left_out: int
    only_exact: str | None
    only_exact_query: str | None
    entities: list[NamedShape]
    entities_left_out: int


class TermScoreShape(_Shape):
    """What an article earns by a word."""

    frequency: float
    articles: int
    idf: float
    score: float


class WordScoreShape(_Shape):
    """What an article earns by a word as its whole family, and by its exact forms besides."""

    text: str
    family: TermScoreShape
    exact: TermScoreShape
    score: float


class PairScoreShape(_Shape):
    """What an article earns because two words stand close together in it."""

    first: str
    second: str
    score: float


class ParagraphScoreShape(_Shape):
    """What an article earns by its best paragraph."""

    number: int
    worth: float
    score: float


class ExplainedArticleShape(_Shape):
    """Why an article has its score, or why it is not found."""

    id: str
    title: str
    length: int
    score: float | None
    words: list[WordScoreShape]
    pairs: list[PairScoreShape]
    paragraph: ParagraphScoreShape | None
    missing: list[str]
    excluded: list[str]


class ExplanationShape(_Shape):
    """What a query matches, as ``explain --format json`` prints it."""

    version: Literal[1]
    query: str
    interpreted: str
    warnings: list[str]
    total: int
    tree: list[QueryPartShape]
    words: list[WordShape]
    article: ExplainedArticleShape | None


class FamilyShape(_Shape):
    """A family without its members: the figures, and its first publication."""

    id: str
    members: int
    reprints: int
    updates: int
    extracts: int
    title: str
    date: date | None
    source: str | None
    agency: str | None


class FamiliesShape(_Shape):
    """Some of the families of an archive, the largest first."""

    version: Literal[1]
    total: int
    offset: int
    families: list[FamilyShape]
