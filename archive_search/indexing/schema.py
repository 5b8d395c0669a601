"""The Whoosh schema: which fields a paragraph has in the index.

``article`` and ``paragraph`` are the keys; ``text`` holds the stems with their positions; ``sentence`` marks where
sentences begin; the others are the properties of the article, repeated on each of its paragraphs.
"""

from enum import StrEnum

from whoosh import fields

from archive_search.indexing.format import FormPositions
from archive_search.indexing.whoosh_analyzer import FrenchAnalyzer

INDEX_NAME = "MAIN"
SENTENCE_TERM = b"start"


class Column(StrEnum):
    """Name the numeric columns of a segment."""

    ARTICLE = "article_number"
    PARAGRAPH = "paragraph_number"
    PART = "part"
    WORDS = "words"
    DATE = "date_number"
    SOURCE = "source_number"
    AGENCY = "agency_number"
    SECTION = "section_number"


class StemmedText(fields.FieldType):
    """Hold the text of a paragraph as stems, with the place and the exact form of every occurrence."""

    def __init__(self) -> None:
        self.format = FormPositions()
        self.analyzer = FrenchAnalyzer()
        self.scorable = True
        self.stored = False
        self.unique = False
        self.vector = None
        self.queryor = False
        self.multitoken_query = "default"
        self.spelling = False
        self.column_type = None

    def index(self, value: object, **kwargs: object) -> None:
        """Refuse to analyse: forms are numbered by the archive's own writer."""
        raise TypeError("an archive is written by archive_search.Archive, not by a Whoosh writer")


def make_schema() -> fields.Schema:
    """Build the schema; it is the same for every archive of one format version."""
    return fields.Schema(
        article=fields.ID(),
        paragraph=fields.ID(),
        kind=fields.ID(),
        date=fields.ID(),
        source=fields.ID(),
        agency=fields.ID(),
        section=fields.ID(),
        sentence=StemmedText(),
        text=StemmedText(),
    )
