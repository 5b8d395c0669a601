"""What a query matches in an archive, and why an article stands where it does, as records.

A reader sees each part of the query with the number of articles that it finds, each word with the forms that it
matched, and the score of an article as a sum.

>>> from archive_search.search.explanation import FormCount, FormOrigin
>>> FormCount(form="marchés", origin=FormOrigin.FAMILY, occurrences=4, articles=3).to_dict()
{'form': 'marchés', 'origin': 'family', 'occurrences': 4, 'articles': 3}
"""

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from archive_search.records import Entity
from archive_search.search.results import JSON_VERSION
from archive_search.search.score_parts import ScoreParts


class FormOrigin(StrEnum):
    """Name the way by which a word of a query came to a form of the archive."""

    EXACT = "exact"
    FAMILY = "family"
    TRUNCATION = "truncation"
    TOLERANCE = "tolerance"


class LeafKind(StrEnum):
    """Name the kinds of leaves of a query."""

    WORD = "word"
    EXACT_FORM = "exact"
    TRUNCATION = "truncation"
    TOLERANCE = "tolerance"
    PHRASE = "phrase"
    NAME = "name"


@dataclass(frozen=True, kw_only=True, slots=True)
class QueryPart:
    """Hold one part of a query, itself a query.

    Attributes:
        depth: Number of parts around it.
        text: The part, as it is written.
        operator: What joins the parts inside it, as it is written; None where there are none.
        articles: Number of articles that it finds by itself, in the zone or the first words to which it is confined.
    """

    depth: int
    text: str
    operator: str | None
    articles: int

    def to_dict(self) -> dict[str, Any]:
        """Give the part as JSON version 1 has it."""
        return asdict(self)


@dataclass(frozen=True, kw_only=True, slots=True)
class FormCount:
    """Hold a form that a word of a query matched.

    Attributes:
        form: Its spelling in the archive, in lower case.
        origin: How the word came to it; EXACT is the spelling that was typed, accents apart.
        occurrences: Number of times that it stands in the articles.
        articles: Number of articles that have it.
    """

    form: str
    origin: FormOrigin
    occurrences: int
    articles: int

    def to_dict(self) -> dict[str, Any]:
        """Give the form as JSON version 1 has it."""
        return {**asdict(self), "origin": self.origin.value}


@dataclass(frozen=True, kw_only=True, slots=True)
class ExplainedWord:
    """Hold what a leaf of a query matches, wherever it stands in the articles.

    Attributes:
        text: The leaf, as it is written.
        kind: What kind of leaf it is.
        articles: Number of articles that have it.
        occurrences: Number of its occurrences.
        forms: Forms that it matched, the exact ones first, then the most frequent; none for a name, nor where the
            leaf is several words.
        forms_left_out: Number of further forms.
        only_exact: What to write in its place so that nothing but its exact forms is found; None where there is
            nothing to leave out, or nothing to keep.
        only_exact_query: The whole query with that.
        entities: Entities that a name means, with their variants, those in the most articles first.
        entities_left_out: Number of further entities.
    """

    text: str
    kind: LeafKind
    articles: int
    occurrences: int
    forms: tuple[FormCount, ...] = ()
    forms_left_out: int = 0
    only_exact: str | None = None
    only_exact_query: str | None = None
    entities: tuple[Entity, ...] = ()
    entities_left_out: int = 0

    def to_dict(self) -> dict[str, Any]:
        """Give the word as JSON version 1 has it."""
        return {
            "text": self.text,
            "kind": self.kind.value,
            "articles": self.articles,
            "occurrences": self.occurrences,
            "forms": [form.to_dict() for form in self.forms],
            "forms_left_out": self.forms_left_out,
            "only_exact": self.only_exact,
            "only_exact_query": self.only_exact_query,
            "entities": [_entity_to_dict(entity) for entity in self.entities],
            "entities_left_out": self.entities_left_out,
        }


def _entity_to_dict(entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "type": entity.type.value,
        "name": entity.name,
        "articles": entity.articles,
        "signed": entity.signed,
        "variants": [variant._asdict() for variant in entity.variants],
    }


@dataclass(frozen=True, kw_only=True, slots=True)
class ExplainedArticle:
    """Hold why an article has its score, or why it is not found.

    Attributes:
        id: Id of the article.
        title: Its title, or else its first words.
        length: Its length in words.
        parts: The terms of its score; None where it does not satisfy the query.
        missing: Parts of the query that it does not satisfy, as they are written.
        excluded: Parts that the query excludes and that it satisfies.
    """

    id: str
    title: str
    length: int
    parts: ScoreParts | None
    missing: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()

    @property
    def score(self) -> float | None:
        """Give the score, that of the same query's answer; None where the article is not found."""
        return self.parts.total if self.parts else None

    def to_dict(self) -> dict[str, Any]:
        """Give the article as JSON version 1 has it."""
        parts = self.parts or ScoreParts(words=(), pairs=(), paragraph=None)
        scored = {**parts.to_dict(), **({} if self.parts else {"score": None})}
        return {
            "id": self.id,
            "title": self.title,
            "length": self.length,
            **scored,
            "missing": list(self.missing),
            "excluded": list(self.excluded),
        }


@dataclass(frozen=True, kw_only=True, slots=True)
class Explanation:
    """Hold what a query matches in an archive.

    Attributes:
        query: The query as typed.
        interpreted: The query as understood, in canonical form.
        total: Number of articles that satisfy it, exactly.
        tree: Its parts, each before those inside it.
        words: Its leaves, each once, in the order of the query.
        warnings: What was repaired or should be known, one French sentence each.
        article: The article asked for; None when none was.
    """

    query: str
    interpreted: str
    total: int
    tree: tuple[QueryPart, ...]
    words: tuple[ExplainedWord, ...]
    warnings: tuple[str, ...] = ()
    article: ExplainedArticle | None = None

    def to_dict(self) -> dict[str, Any]:
        """Give the explanation as JSON version 1 has it."""
        return {
            "version": JSON_VERSION,
            "query": self.query,
            "interpreted": self.interpreted,
            "warnings": list(self.warnings),
            "total": self.total,
            "tree": [part.to_dict() for part in self.tree],
            "words": [word.to_dict() for word in self.words],
            "article": self.article.to_dict() if self.article else None,
        }
