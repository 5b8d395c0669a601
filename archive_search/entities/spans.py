"""What passes from one stage of naming to the next: spans of an article, from the model's to those that have a name."""

from typing import NamedTuple

from archive_search.records import EntityType, Origin, Role


class RecognisedSpan(NamedTuple):
    """Hold what the model takes for a name: half-open offsets of characters in a paragraph, and the kind of thing."""

    start: int
    end: int
    type: EntityType


class Candidate(NamedTuple):
    """Hold a span of an article that may be a name, before the archive as a whole has been heard.

    Attributes:
        paragraph: Number of the paragraph, from 1.
        start: Offset of its first character in the text of the paragraph.
        end: Offset after its last character.
        surface: These characters.
        type: What the model or a rule takes it for.
        role: What it does in the article.
        origin: `Origin.MODEL` or `Origin.RULE`.
    """

    paragraph: int
    start: int
    end: int
    surface: str
    type: EntityType
    role: Role
    origin: Origin


class Settled(NamedTuple):
    """Hold a span of an article that is a name; as `Candidate`, with its final type and the name that it stands for.

    Attributes:
        name: The fullest name that the article gives for it (Carter: Ash Carter), or the usual name of an
            institution or territory (AP: Associated Press). What is alike in the whole archive is grouped later.
    """

    paragraph: int
    start: int
    end: int
    surface: str
    type: EntityType
    role: Role
    origin: Origin
    name: str
