"""Shapes of the JSON of names."""

from datetime import date, datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict

from archive_search.records import EntityType


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid")


class EntityShape(_Shape):
    """A person, place or organisation; signatures count for none of the figures but ``signed``."""

    id: str
    type: EntityType
    name: str
    mentions: int
    paragraphs: int
    articles: int
    signed: int
    first_date: date | None
    last_date: date | None


class EntitiesAnswer(_Shape):
    """Some of the names asked for, those in the most articles first."""

    version: Literal[1]
    total: int
    offset: int
    entities: list[EntityShape]


class VariantShape(_Shape):
    """A spelling, and how often it is printed outside signatures."""

    surface: str
    mentions: int


class NamedEntityShape(EntityShape):
    """A person, place or organisation with its spellings, the most frequent first."""

    variants: list[VariantShape]


class YearShape(_Shape):
    """A year of publication, and the number of articles."""

    year: int
    articles: int


class NeighbourShape(_Shape):
    """A name in the same paragraphs: in how many, and how much the two belong together (logDice, at most 14)."""

    id: str
    type: EntityType
    name: str
    paragraphs: int
    association: float


class PortraitAnswer(_Shape):
    """What the archive knows of a name."""

    version: Literal[1]
    entity: NamedEntityShape
    years: list[YearShape]
    neighbours: list[NeighbourShape]


class CorrectionShape(_Shape):
    """A correction that was made."""

    id: str
    made: datetime
    entity: str | None
    action: Literal["merge", "split", "hide", "unhide", "retype"]
    type: EntityType | None
    name: str
    variants: list[str]
    shown: str | None
    wanted: EntityType | None
    can_be_undone: bool


class CorrectionsAnswer(_Shape):
    """The last corrections that were made here and not undone, the newest first."""

    version: Literal[1]
    corrections: list[CorrectionShape]
