"""What is told of articles that give one text: families, their members, and two members side by side.

They are apart from `records` because few commands ask for them, and a search must start at once.

>>> from archive_search.family_records import Segment, SegmentKind
>>> Segment(SegmentKind.ADDED, "sous surveillance").kind.value
'added'
"""

from dataclasses import dataclass
from datetime import date as Date
from enum import StrEnum
from typing import NamedTuple


class Relation(StrEnum):
    """Name what a member of a family is to the earlier member that its text is nearest to."""

    FIRST = "first"
    REPRINT = "reprint"
    UPDATE = "update"
    EXTRACT = "extract"


@dataclass(frozen=True, kw_only=True, slots=True)
class FamilyMember:
    """Hold one article of a family, and what it changed in the text of the first publication.

    Attributes:
        id: Id of the article.
        heading: Its title, or its first words.
        source: Publication or site that carried it.
        agency: Press agency that wrote it.
        date: Day of publication, or None when unknown.
        time: Time of publication as stated.
        relation: What it is to the earlier member that its text is nearest to.
        nearest: Id of that member; None for the first publication.
        shared: Share of its words, from 0 to 1, that stand in the first publication too.
        added: Number of its other words; captions and titles are not counted.
        dropped: Number of words of the first publication that do not stand in it.
    """

    id: str
    heading: str
    source: str | None = None
    agency: str | None = None
    date: Date | None = None
    time: str | None = None
    relation: Relation
    nearest: str | None = None
    shared: float = 1.0
    added: int = 0
    dropped: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Family:
    """Hold articles that give one text: versions of a dispatch, reprints and extracts.

    Attributes:
        id: Id of the first publication.
        members: At least two, in order of publication, the first publication first and the undated last.
    """

    id: str
    members: tuple[FamilyMember, ...]


class SegmentKind(StrEnum):
    """Name what became of some words from one article to another."""

    SAME = "same"
    DROPPED = "dropped"
    ADDED = "added"


class Segment(NamedTuple):
    """Hold words that two articles share, or that one of them alone has, blanks and punctuation included."""

    kind: SegmentKind
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ParagraphComparison:
    """Hold a paragraph of one article beside the one of another that takes its place, or one that has no counterpart.

    Attributes:
        first: Number of the paragraph in the first article; None where it is new in the second.
        second: Number of the paragraph in the second article; None where the second leaves it out.
        segments: Its words in order: those same and dropped give the first paragraph, those same and added the second.
    """

    first: int | None
    second: int | None
    segments: tuple[Segment, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Comparison:
    """Hold what one article changed in another, paragraph by paragraph, titles and captions included.

    Attributes:
        first: Id of the first article.
        second: Id of the second.
        paragraphs: Paragraphs of both; those of each are in order.
    """

    first: str
    second: str
    paragraphs: tuple[ParagraphComparison, ...]
