"""What a tree is judged in, and what its words are confined to.

A unit is an article (all its paragraphs), a paragraph, or a sentence.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import inf

from archive_search.query.tree import Zone
from referee.reading import ReadArticle, ReadParagraph


@dataclass(frozen=True)
class Unit:
    """Hold what a tree must hold in; with a paragraph or a sentence it is that part of the article."""

    article: ReadArticle
    paragraph: ReadParagraph | None = None
    sentence: int | None = None

    def paragraphs(self) -> Iterator["Unit"]:
        """Yield the paragraphs in this unit, or the one around it."""
        chosen = self.article.paragraphs if self.paragraph is None else (self.paragraph,)
        return (Unit(self.article, paragraph) for paragraph in chosen)

    def sentences(self) -> Iterator["Unit"]:
        """Yield the sentences in this unit."""
        if self.sentence is not None:
            yield self
            return
        for unit in self.paragraphs():
            assert unit.paragraph
            yield from (Unit(self.article, unit.paragraph, n + 1) for n in range(unit.paragraph.sentences))


@dataclass(frozen=True)
class Scope:
    """Hold the zones, all at once, and the number of words from the beginning that a tree is confined to."""

    zones: frozenset[Zone] = frozenset()
    first_words: float = inf

    def in_zone(self, zone: Zone) -> "Scope":
        """Confine to a zone too."""
        return replace(self, zones=self.zones | {zone})

    def in_first(self, count: int) -> "Scope":
        """Confine to the first words too."""
        return replace(self, first_words=min(self.first_words, count))

    def has_word(self, part: Unit, word: int) -> bool:
        """Tell whether a paragraph is in the zones and its word of a number is early enough."""
        assert part.paragraph
        before = part.article.words_before(part.paragraph.number)
        return self.zones <= part.paragraph.zones and before + word < self.first_words


EVERYWHERE = Scope()
