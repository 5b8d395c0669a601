"""The schema that an archive shows to Whoosh: which fields a paragraph has in the index.

``article`` and ``paragraph`` are the keys; ``text`` holds the stems with their positions; ``sentence`` marks where
sentences begin; ``person``, ``place`` and ``org`` hold the ids of the entities that the paragraph names; the others are
the properties of the article, repeated on each of its paragraphs. Keys and properties can be sorted and grouped by, and
are shown with each hit.
"""

from typing import Any

from whoosh import fields

from archive_search.indexing.whoosh_face.analyzer import FrenchAnalyzer
from archive_search.indexing.whoosh_face.posting_format import WordPositions
from archive_search.records import EntityType

KEYS = ("article", "paragraph", "kind", "date", "source", "agency", "section")


class StemmedText(fields.FieldType):
    """Hold the text of a paragraph as stems, with the place of every occurrence."""

    def __init__(self, *, scorable: bool) -> None:
        """Make the field; ``scorable`` says whether lengths in words are known."""
        super().__init__(WordPositions(), FrenchAnalyzer(), scorable=scorable)

    def index(self, value: object, **kwargs: object) -> None:
        """Refuse to analyse: the forms are known to the archive's own writer only."""
        raise TypeError("an archive is written by archive_search.Archive, not by a Whoosh writer")


class ArchiveSchema(fields.Schema):
    """Refuse every writer of Whoosh: it would delete the segments that the records need."""

    def __reduce__(self) -> tuple[Any, ...]:
        # The table of contents names this one function, whatever the distribution of Whoosh keeps in a schema.
        return make_schema, ()

    def clean(self) -> None:
        """Stop a writer, which calls this before it writes a table of contents and deletes other files."""
        raise TypeError("an archive is written by archive_search.Archive, not by a Whoosh writer")


def make_schema() -> ArchiveSchema:
    """Build the schema; it is the same for every archive of one format version."""
    keys = {name: fields.ID(stored=True, sortable=True) for name in KEYS}
    names = {entity_type.value: fields.ID() for entity_type in EntityType}
    return ArchiveSchema(sentence=StemmedText(scorable=False), text=StemmedText(scorable=True), **keys, **names)
