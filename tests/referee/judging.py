"""Judge whether a tree holds in an article, a paragraph or a sentence, and by which words.

ET, OU, SAUF, AUMOINS and PARMI speak of the unit around them; PARA and PHRASE, and what excludes like them, name
their own. Where places count, inside PRES, ADJ and what excludes like them, everything speaks of the paragraph.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from archive_search.query.tree import (
    Among,
    And,
    AtLeast,
    FirstWords,
    InZone,
    Length,
    Matching,
    Near,
    Node,
    NotNear,
    Or,
    ParagraphWithout,
    Published,
    SameParagraph,
    SameSentence,
    SentenceWithout,
    Without,
)
from archive_search.records import Article, Mention
from referee.conditions import meets
from referee.finding import LeafFinder, Place
from referee.reading import read_article
from referee.simplifying import simplify
from referee.units import EVERYWHERE, Scope, Unit

InOnePart: TypeAlias = SameParagraph | SameSentence | ParagraphWithout | SentenceWithout


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
        remembered = [*self.articles, *(read_article(article) for article in gone)]
        self._finder = LeafFinder(
            (word.form for each in remembered for paragraph in each.paragraphs for word in paragraph.words),
            (mention for some in mentions.values() for mention in some),
        )

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
            for number, place in self._marked(asked, Unit(each), EVERYWHERE):
                marks.setdefault((each.article.id, number), set()).update(place.words)
        return marks

    def holds(self, node: Node, unit: Unit, scope: Scope = EVERYWHERE) -> bool:
        """Tell whether a tree holds in a unit, its words confined to a scope."""
        match node:
            case And(children=children):
                return all(self.holds(child, unit, scope) for child in children)
            case Or(children=children):
                return any(self.holds(child, unit, scope) for child in children)
            case Among(count=count, children=children):
                return sum(self.holds(child, unit, scope) for child in children) >= count
            case Without(keep=keep, drop=drop):
                return self.holds(keep, unit, scope) and not self.holds(drop, unit, scope)
            case AtLeast(count=count, child=child):
                return self._count(child, unit, scope) >= count
            case SameParagraph() | SameSentence() | ParagraphWithout() | SentenceWithout():
                return any(True for _part in self._parts(node, unit, scope))
            case InZone(zone=zone, child=child):
                return self.holds(child, unit, scope.in_zone(zone))
            case FirstWords(count=count, child=child):
                return self.holds(child, unit, scope.in_first(count))
            case Matching() | Published() | Length():
                return meets(unit.article, node)
            case _:
                return any(True for _place in self._places_in(node, unit, scope))

    def _parts(self, node: InOnePart, unit: Unit, scope: Scope) -> Iterator[Unit]:
        """Yield the paragraphs or sentences that have what a tree asks of one of them."""
        parts = unit.paragraphs() if isinstance(node, SameParagraph | ParagraphWithout) else unit.sentences()
        return (part for part in parts if self._suits(node, part, scope))

    def _suits(self, node: InOnePart, part: Unit, scope: Scope) -> bool:
        if isinstance(node, SameParagraph | SameSentence):
            return all(self.holds(child, part, scope) for child in node.children)
        return self.holds(node.keep, part, scope) and not self.holds(node.drop, part, scope)

    def _count(self, node: Node, unit: Unit, scope: Scope) -> int:
        """Count the different stretches of a unit where a tree stands, or the parts of it in which it holds."""
        if isinstance(node, SameParagraph | SameSentence | ParagraphWithout | SentenceWithout):
            return sum(True for _part in self._parts(node, unit, scope))
        return len({(number, place.first, place.last) for number, place in self._places_in(node, unit, scope)})

    def _places_in(self, node: Node, unit: Unit, scope: Scope) -> Iterator[tuple[int, Place]]:
        """Yield the places of a tree that lie whole in a unit, with the number of their paragraph."""
        for part in unit.paragraphs():
            assert part.paragraph
            for place in self._places(node, part, scope):
                if unit.sentence is None or place.sentences == {unit.sentence}:
                    yield part.paragraph.number, place

    def _places(self, node: Node, part: Unit, scope: Scope) -> set[Place]:
        """Find the places of a tree in one paragraph; inside it, every operator speaks of this paragraph."""
        match node:
            case Near(left=left, right=right):
                befores, afters = self._places(left, part, scope), self._places(right, part, scope)
                found = _spanned(befores, afters, node.distance)
                return found if node.ordered else found | _spanned(afters, befores, node.distance)
            case NotNear(keep=keep, drop=drop):
                dropped = self._places(drop, part, scope)
                return {place for place in self._places(keep, part, scope) if not _is_near(place, dropped, node)}
            case InZone(zone=zone, child=child):
                return self._places(child, part, scope.in_zone(zone))
            case FirstWords(count=count, child=child):
                return self._places(child, part, scope.in_first(count))
            case SameSentence() | SentenceWithout():
                sentences = list(self._parts(node, part, scope))
                return {
                    place
                    for child in _asked(node)
                    for sentence in sentences
                    for _number, place in self._places_in(child, sentence, scope)
                }
            case And() | Or() | Among() | SameParagraph() | Without() | ParagraphWithout() | AtLeast():
                if not self.holds(node, part, scope):
                    return set()
                return {place for child in _asked(node) for place in self._places(child, part, scope)}
            case Matching() | Published() | Length():
                return set()
            case _:
                assert part.paragraph
                places = self._finder.find(node, part.paragraph)
                return {place for place in places if scope.has_word(part, place.last)}

    def _marked(self, node: Node, unit: Unit, scope: Scope) -> Iterator[tuple[int, Place]]:
        """Yield the places by which a tree holds in a unit, nothing where it does not hold."""
        if not self.holds(node, unit, scope):
            return
        match node:
            case And() | Or() | Among() | Without() | AtLeast():
                for child in _asked(node):
                    yield from self._marked(child, unit, scope)
            case SameParagraph() | SameSentence() | ParagraphWithout() | SentenceWithout():
                for part in self._parts(node, unit, scope):
                    for child in _asked(node):
                        yield from self._marked(child, part, scope)
            case InZone(zone=zone, child=child):
                yield from self._marked(child, unit, scope.in_zone(zone))
            case FirstWords(count=count, child=child):
                yield from self._marked(child, unit, scope.in_first(count))
            case Matching() | Published() | Length():
                return
            case _:
                yield from self._places_in(node, unit, scope)


def _asked(node: And | Or | Among | Without | AtLeast | InOnePart) -> tuple[Node, ...]:
    """List the children whose words a reader asks to see."""
    match node:
        case Without(keep=keep) | ParagraphWithout(keep=keep) | SentenceWithout(keep=keep):
            return (keep,)
        case AtLeast(child=child):
            return (child,)
        case _:
            return node.children


def _spanned(befores: set[Place], afters: set[Place], distance: int) -> set[Place]:
    return {
        Place(before.first, after.last, before.words | after.words, before.sentences | after.sentences)
        for before in befores
        for after in afters
        if 1 <= after.first - before.last <= distance
    }


def _is_near(place: Place, others: set[Place], bound: NotNear) -> bool:
    return any(
        1 <= other.first - place.last <= bound.distance
        or (not bound.ordered and 1 <= place.first - other.last <= bound.distance)
        for other in others
    )
