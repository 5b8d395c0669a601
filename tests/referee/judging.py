"""Judge whether a tree holds in an article, a paragraph or a sentence, and by which words.

A unit is an article (all its paragraphs), a paragraph, or a sentence. A place is a stretch of words that stands for
a tree, together with the words that it was made from; PRES and ADJ measure from place to place.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from archive_search.analysis.folding import fold_form
from archive_search.analysis.tokenizing import tokenize
from archive_search.query.tree import (
    And,
    Field,
    InZone,
    Leaf,
    Matching,
    Named,
    Near,
    Node,
    Or,
    Published,
    SameParagraph,
    SameSentence,
    Without,
    Zone,
)
from archive_search.records import Article, Mention
from referee.leaves import Row, find_rows, rows_of
from referee.naming import Meaning, find_meaning
from referee.reading import ReadArticle, ReadParagraph, read_article
from referee.simplifying import simplify

Zones = frozenset[Zone]
ALL_WORDS: Zones = frozenset()


@dataclass(frozen=True)
class Place:
    """Hold a stretch of a paragraph by its first and last word, and the numbers of the words that made it."""

    first: int
    last: int
    words: frozenset[int]
    sentences: frozenset[int]


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


class Referee:
    """Answer queries over some articles."""

    def __init__(
        self,
        articles: Iterable[Article],
        *,
        gone: Iterable[Article] = (),
        mentions: Mapping[str, Sequence[Mention]] | None = None,
    ) -> None:
        """Read articles.

        Args:
            articles: The articles.
            gone: Articles that were taken out: the archive remembers their forms until it is rebuilt.
            mentions: Whom and what each article names, by its id.
        """
        mentions = mentions or {}
        self.articles = [read_article(article, mentions.get(article.id, ())) for article in articles]
        self._mentions = [mention for some in mentions.values() for mention in some]
        self._meanings: dict[Named, Meaning] = {}
        remembered = [*self.articles, *(read_article(article) for article in gone)]
        self._forms = frozenset(
            word.form for each in remembered for paragraph in each.paragraphs for word in paragraph.words
        )
        self._rows: dict[Leaf, list[Row]] = {}

    def find(self, tree: Node) -> set[str]:
        """Find the ids of the articles that satisfy a tree."""
        asked = simplify(tree)
        assert asked is not None, "nothing is asked for"
        return {each.article.id for each in self.articles if self.holds(asked, Unit(each))}

    def mark(self, tree: Node) -> dict[tuple[str, int], set[int]]:
        """Find the words to mark in each paragraph, by article and number, of the articles that satisfy a tree."""
        asked = simplify(tree)
        assert asked is not None, "nothing is asked for"
        marks: dict[tuple[str, int], set[int]] = {}
        for each in self.articles:
            for number, place in self._marked(asked, Unit(each), ALL_WORDS):
                marks.setdefault((each.article.id, number), set()).update(place.words)
        return marks

    def holds(self, node: Node, unit: Unit, zones: Zones = ALL_WORDS) -> bool:
        """Tell whether a tree holds in a unit, its words confined to zones."""
        match node:
            case And(children=children):
                return all(self.holds(child, unit, zones) for child in children)
            case Or(children=children):
                return any(self.holds(child, unit, zones) for child in children)
            case Without(keep=keep, drop=drop):
                return self.holds(keep, unit, zones) and not self.holds(drop, unit, zones)
            case SameParagraph() | SameSentence():
                return any(True for _part in self._parts(node, unit, zones))
            case InZone(zone=zone, child=child):
                return self.holds(child, unit, zones | {zone})
            case Matching() | Published():
                return meets(unit.article.article, node)
            case _:
                return any(True for _place in self._places_in(node, unit, zones))

    def _parts(self, node: SameParagraph | SameSentence, unit: Unit, zones: Zones) -> Iterator[Unit]:
        """Yield the paragraphs or sentences in which all children hold."""
        parts = unit.paragraphs() if isinstance(node, SameParagraph) else unit.sentences()
        return (part for part in parts if all(self.holds(child, part, zones) for child in node.children))

    def _places_in(self, node: Node, unit: Unit, zones: Zones) -> Iterator[tuple[int, Place]]:
        """Yield the places of a tree that lie whole in a unit, with the number of their paragraph."""
        for part in unit.paragraphs():
            assert part.paragraph
            for place in self._places(node, part, zones):
                if unit.sentence is None or place.sentences == {unit.sentence}:
                    yield part.paragraph.number, place

    def _places(self, node: Node, part: Unit, zones: Zones) -> set[Place]:
        """Find the places of a tree in one paragraph; inside it, every operator speaks of this paragraph."""
        match node:
            case Near(left=left, right=right):
                befores, afters = self._places(left, part, zones), self._places(right, part, zones)
                found = _spanned(befores, afters, node.distance)
                return found if node.ordered else found | _spanned(afters, befores, node.distance)
            case InZone(zone=zone, child=child):
                return self._places(child, part, zones | {zone})
            case Or(children=children):
                return {place for child in children for place in self._places(child, part, zones)}
            case And(children=children) | SameParagraph(children=children):
                if not all(self.holds(child, part, zones) for child in children):
                    return set()
                return {place for child in children for place in self._places(child, part, zones)}
            case SameSentence(children=children):
                return {
                    place
                    for sentence in self._parts(node, part, zones)
                    for child in children
                    for _number, place in self._places_in(child, sentence, zones)
                }
            case Without(keep=keep):
                return self._places(keep, part, zones) if self.holds(node, part, zones) else set()
            case Matching() | Published():
                return set()
            case _:
                return self._leaf_places(node, part, zones)

    def _leaf_places(self, leaf: Leaf, part: Unit, zones: Zones) -> set[Place]:
        paragraph = part.paragraph
        assert paragraph
        if not zones <= paragraph.zones:
            return set()
        if isinstance(leaf, Named):
            return self._name_places(leaf, paragraph)
        if leaf not in self._rows:
            self._rows[leaf] = rows_of(leaf, self._forms)
        return {
            Place(
                words[0].first,
                words[-1].last,
                frozenset(range(words[0].first, words[-1].last + 1)),
                frozenset({words[0].sentence, words[-1].sentence}),
            )
            for words in find_rows(self._rows[leaf], paragraph)
        }

    def _name_places(self, leaf: Named, paragraph: ReadParagraph) -> set[Place]:
        if leaf not in self._meanings:
            self._meanings[leaf] = find_meaning(leaf, self._mentions)
        return {
            Place(name.first, name.last, frozenset(range(name.first, name.last + 1)), name.sentences)
            for name in paragraph.names
            if self._meanings[leaf].covers(name.mention)
        }

    def _marked(self, node: Node, unit: Unit, zones: Zones) -> Iterator[tuple[int, Place]]:
        """Yield the places by which a tree holds in a unit, nothing where it does not hold."""
        if not self.holds(node, unit, zones):
            return
        match node:
            case And(children=children) | Or(children=children):
                for child in children:
                    yield from self._marked(child, unit, zones)
            case SameParagraph(children=children) | SameSentence(children=children):
                for part in self._parts(node, unit, zones):
                    for child in children:
                        yield from self._marked(child, part, zones)
            case Without(keep=keep):
                yield from self._marked(keep, unit, zones)
            case InZone(zone=zone, child=child):
                yield from self._marked(child, unit, zones | {zone})
            case Matching() | Published():
                return
            case _:
                yield from self._places_in(node, unit, zones)


def _spanned(befores: set[Place], afters: set[Place], distance: int) -> set[Place]:
    return {
        Place(before.first, after.last, before.words | after.words, before.sentences | after.sentences)
        for before in befores
        for after in afters
        if 1 <= after.first - before.last <= distance
    }


def meets(article: Article, condition: Matching | Published) -> bool:
    """Tell whether an article has the property that a filter asks for."""
    if isinstance(condition, Published):
        first, last = condition.first or date.min, condition.last or date.max
        return article.date is not None and first <= article.date <= last
    values = {
        Field.AUTHOR: article.authors,
        Field.SOURCE: [article.source],
        Field.AGENCY: [article.agency],
        Field.SECTION: [article.section],
        Field.LANGUAGE: [article.language],
    }
    asked = _as_words(condition.value)
    return asked != "  " and any(asked in _as_words(value) for value in values[condition.field] if value)


def _as_words(value: str) -> str:
    """Write the words of a value with a blank around each."""
    words = [fold_form(token.form) for token in tokenize(value) if token.position == token.last]
    return f" {' '.join(words)} "
