"""Tell what stands around a node, on which it depends what a service can say there.

>>> from archive_search.query.translation.place import OPEN, place_within
>>> from archive_search.query.tree import SameParagraph, Word
>>> place_within(SameParagraph(children=(Word(text="Syrie"), Word(text="Irak"))), OPEN).is_open
False
"""

from enum import Enum
from typing import NamedTuple

from archive_search.query.tree import (
    FirstWords,
    InZone,
    Near,
    Node,
    NotNear,
    ParagraphWithout,
    SameParagraph,
    SameSentence,
    SentenceWithout,
)


class Unit(Enum):
    """Name the part of an article that an operator speaks of; WORDS is a paragraph in which places count."""

    ARTICLE = "article"
    PARAGRAPH = "paragraph"
    SENTENCE = "sentence"
    WORDS = "words"


class Place(NamedTuple):
    """Say where a node stands.

    Attributes:
        unit: What the nearest operator around it speaks of.
        in_field: Whether a field is around it.
        is_dropped: Whether it is taken away.
    """

    unit: Unit = Unit.ARTICLE
    in_field: bool = False
    is_dropped: bool = False

    @property
    def is_open(self) -> bool:
        """Tell whether a filter or a field may stand here."""
        return self.unit is Unit.ARTICLE and not self.in_field

    def turned(self) -> "Place":
        """Give the same place on the other side of a negation."""
        return self._replace(is_dropped=not self.is_dropped)


OPEN = Place()
"""Where the top of a tree stands."""


def place_within(node: Node, place: Place) -> Place:
    """Give the place of the children of a node."""
    match node:
        case SameParagraph() | ParagraphWithout():
            return place._replace(unit=Unit.PARAGRAPH)
        case SameSentence() | SentenceWithout():
            return place._replace(unit=Unit.SENTENCE)
        case Near() | NotNear():
            return place._replace(unit=Unit.WORDS)
        case InZone() | FirstWords():
            return place._replace(in_field=True)
        case _:
            return place
