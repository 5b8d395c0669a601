"""What an archive holds: articles and their paragraphs, as plain immutable records.

Records compute nothing that needs an index; they can be built by hand, compared, and pickled.

>>> from archive_search.records import Article, Kind, Paragraph
>>> article = Article(id="a1", title=None, paragraphs=(
...     Paragraph(number=1, kind=Kind.BODY, text="Moscou construit une base aérienne près de la côte."),))
>>> article.heading
'Moscou construit une base aérienne près de la côte.'
"""

from dataclasses import dataclass
from datetime import date as Date
from enum import StrEnum
from typing import NamedTuple

HEADING_WIDTH = 90


class Kind(StrEnum):
    """Name the part that a paragraph plays in its article."""

    TITLE = "title"
    LEAD = "lead"
    HEADING = "heading"
    BODY = "body"
    CAPTION = "caption"
    BYLINE = "byline"


class Span(NamedTuple):
    """Mark a half-open range of characters in a text."""

    start: int
    end: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Paragraph:
    """Hold one paragraph exactly as it is stored and shown.

    Attributes:
        number: Place in the article, from 1, without gaps; the title, where there is one, is number 1.
        kind: Part that the paragraph plays.
        text: Unicode text in form NFC; never empty.
    """

    number: int
    kind: Kind
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class RemovedText:
    """Keep a passage that was taken out of an article as not belonging to it.

    Attributes:
        after: Number of the paragraph that it followed; 0 when it stood before the first.
        rule: Name of the rule that took it out.
        text: The passage, as it was.
    """

    after: int
    rule: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Article:
    """Hold one article: what is known about it and its paragraphs in order.

    Attributes:
        id: Name of the article in the archive: the id of its source record where there is one, otherwise a
            name derived from its file.
        id_derived: Whether the id was derived from the file; the archive may then complete it to keep it unique.
        title: Title as printed, or None when the source shows none.
        date: Day of publication, or None when unknown.
        date_reason: Why this date was deduced, for the reader; None when the source states it.
        time: Time of publication as stated, without its zone, written "18:36"; None when unknown.
        source: Publication or site that carried the article.
        agency: Press agency that wrote it.
        section: Section or heading under which it was published.
        authors: Names of the signatures, in order.
        language: Two-letter code of ISO 639-1.
        url: Address where it was published.
        page: Page on which it was printed, as stated, such as "A12" or "3-4".
        rights: Notice of rights, as stated.
        keywords: Subjects that the source gives it, in order.
        identifiers: Names that others give to this article, such as an agency's number, the most exact first.
        path: File that it was read from.
        paragraphs: Paragraphs in order, the title first.
        removed: Passages taken out while cleaning.
    """

    id: str
    paragraphs: tuple[Paragraph, ...]
    id_derived: bool = False
    title: str | None = None
    date: Date | None = None
    date_reason: str | None = None
    time: str | None = None
    source: str | None = None
    agency: str | None = None
    section: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    url: str | None = None
    page: str | None = None
    rights: str | None = None
    keywords: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    path: str | None = None
    removed: tuple[RemovedText, ...] = ()

    @property
    def heading(self) -> str:
        """Give the title, or else the first words of the text, cut between words with an ellipsis."""
        if self.title is not None or not self.paragraphs:
            return self.title or ""
        text = " ".join(self.paragraphs[0].text.split())
        if len(text) <= HEADING_WIDTH:
            return text
        return text[:HEADING_WIDTH].rsplit(" ", 1)[0] + " …"


class EntityType(StrEnum):
    """Name what kind of thing a name stands for; the value is also the field of the index that has its terms."""

    PERSON = "person"
    PLACE = "place"
    ORG = "org"


class Role(StrEnum):
    """Name what a mention does in its article.

    A search for a person does not return what that person only signed: `BYLINE` and `AGENCY` are kept apart.
    """

    TEXT = "text"
    DATELINE = "dateline"
    BYLINE = "byline"
    AGENCY = "agency"

    @property
    def is_signature(self) -> bool:
        """Whether the mention says who made the article, not what it is about."""
        return self in {Role.BYLINE, Role.AGENCY}


class Origin(StrEnum):
    """Name how a mention was found."""

    MODEL = "model"
    RULE = "rule"
    RESCAN = "rescan"
    ALIAS = "alias"


@dataclass(frozen=True, kw_only=True, slots=True)
class Mention:
    """Hold one place of an article that names an entity.

    Attributes:
        paragraph: Number of the paragraph.
        span: Characters of its text that name the entity.
        surface: These characters.
        entity: Id of the entity.
        name: Name under which the entity is shown.
        type: What kind of thing it is.
        role: What the mention does in the article.
        origin: How it was found.
    """

    paragraph: int
    span: Span
    surface: str
    entity: str
    name: str
    type: EntityType
    role: Role
    origin: Origin


@dataclass(frozen=True, kw_only=True, slots=True)
class Reference:
    """Hold a place of an article that refers to another dispatch by its number, such as "(voir ID:nL5N11O30C)".

    Attributes:
        paragraph: Number of the paragraph.
        span: Characters of its text that are the number.
        surface: The number.
        article: Id of the dispatch in the archive, or None when the archive does not have it.
    """

    paragraph: int
    span: Span
    surface: str
    article: str | None


class Variant(NamedTuple):
    """Hold one spelling under which an entity is named, and how often."""

    surface: str
    mentions: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Entity:
    """Hold one person, place or organisation of an archive; signatures count for none of the figures.

    Attributes:
        id: Name of the entity in the archive, such as "person:serguei-choigou".
        type: What kind of thing it is.
        name: Name under which it is shown.
        mentions: Number of times that it is named.
        paragraphs: Number of paragraphs that name it.
        articles: Number of articles that name it.
        signed: Number of mentions in signatures and agency marks.
        first_date: First day of publication of these articles, or None when none is dated.
        last_date: Last day.
        variants: Spellings in the text, the most frequent first.
    """

    id: str
    type: EntityType
    name: str
    mentions: int
    paragraphs: int
    articles: int
    signed: int = 0
    first_date: Date | None = None
    last_date: Date | None = None
    variants: tuple[Variant, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Failure:
    """Tell why a file, or one record of it, was not read.

    Attributes:
        path: File at fault, as the user would name it.
        reason: What is wrong and what to do, one line in French, lower case, without a final stop.
        line: Line or record number in the file, from 1, where that helps; otherwise None.
    """

    path: str
    reason: str
    line: int | None = None

    def __str__(self) -> str:
        place = self.path if self.line is None else f"{self.path}, ligne {self.line}"
        return f"{place} : {self.reason}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Skipped:
    """Tell why a file was left aside: nothing is wrong with it, but it holds no article to read.

    Attributes:
        path: The file, as the user would name it.
        reason: What it is, a few words in French, the same for all files of its kind.
    """

    path: str
    reason: str
