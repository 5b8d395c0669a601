"""Find the places of the leaves of a tree in a paragraph.

A place is a stretch of words that stands for a tree, together with the words that it was made from; PRES and ADJ
measure from place to place.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from archive_search.query.tree import Leaf, Named
from archive_search.records import Mention
from referee.leaves import Row, find_rows, rows_of
from referee.naming import Meaning, find_meaning
from referee.reading import ReadParagraph


@dataclass(frozen=True)
class Place:
    """Hold a stretch of a paragraph by its first and last word, and the numbers of the words that made it."""

    first: int
    last: int
    words: frozenset[int]
    sentences: frozenset[int]


class LeafFinder:
    """Find leaves in the paragraphs of one archive."""

    def __init__(self, forms: Iterable[str], mentions: Iterable[Mention]) -> None:
        """Take all forms of the archive, and all its mentions."""
        self._forms = frozenset(forms)
        self._mentions = list(mentions)
        self._rows: dict[Leaf, list[Row]] = {}
        self._meanings: dict[Named, Meaning] = {}

    def find(self, leaf: Leaf, paragraph: ReadParagraph) -> Iterator[Place]:
        """Yield the places of a leaf in a paragraph."""
        return self._find_names(leaf, paragraph) if isinstance(leaf, Named) else self._find_words(leaf, paragraph)

    def _find_words(self, leaf: Leaf, paragraph: ReadParagraph) -> Iterator[Place]:
        if leaf not in self._rows:
            self._rows[leaf] = rows_of(leaf, self._forms)
        for words in find_rows(self._rows[leaf], paragraph):
            yield _make_place(words[0].first, words[-1].last, frozenset({words[0].sentence, words[-1].sentence}))

    def _find_names(self, leaf: Named, paragraph: ReadParagraph) -> Iterator[Place]:
        if leaf not in self._meanings:
            self._meanings[leaf] = find_meaning(leaf, self._mentions)
        for name in paragraph.names:
            if self._meanings[leaf].covers(name.mention):
                yield _make_place(name.first, name.last, name.sentences)


def _make_place(first: int, last: int, sentences: frozenset[int]) -> Place:
    return Place(first, last, frozenset(range(first, last + 1)), sentences)
