"""Score names found against names annotated by hand.

The unit is the field of a paragraph: (article, paragraph, type, entity), whatever the number of mentions there.

One entity of ours may stand for one gold entity of its type, and the other way round: a person split in two is wrong
in the paragraphs of the smaller half, two persons merged in those of the one that is named less. Ours may stand for
a gold entity when its display name is, folded, the gold one's canonical name or one of its aliases; of several that
may, the one that shares most paragraphs does. What overlaps an optional gold mention counts neither way.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from archive_search.analysis.name_keys import fold_name, is_full_name
from archive_search.records import EntityType, Role

Field = tuple[str, int]
"""Article and number of the paragraph."""


class FoundName(NamedTuple):
    """A mention that the program found; `name` is its name in its article, `display` that of its entity."""

    article: str
    paragraph: int
    start: int
    end: int
    type: EntityType
    role: Role
    name: str
    entity: str
    display: str


class GoldName(NamedTuple):
    """A mention annotated by hand."""

    article: str
    paragraph: int
    start: int
    end: int
    type: EntityType
    canonical: str
    is_optional: bool
    role: Role | None = None


@dataclass(frozen=True)
class Gold:
    names: Sequence[GoldName]
    aliases: Mapping[tuple[EntityType, str], Sequence[str]] = field(default_factory=dict)

    def spellings(self, kind: EntityType, canonical: str) -> frozenset[str]:
        return frozenset(map(fold_name, (canonical, *self.aliases.get((kind, canonical), ()))))


class Score(NamedTuple):
    right: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else 1.0

    def __str__(self) -> str:
        return f"P {self.precision:.3f} R {self.recall:.3f} F1 {self.f1:.3f} ({self.right}/{self.found}/{self.wanted})"


class Errors(NamedTuple):
    """What was found and not wanted, and what was wanted and not found, as lines to read."""

    extra: list[str]
    missed: list[str]


def score_fields(found: Sequence[FoundName], gold: Gold, *, kind: EntityType | None = None) -> Score:
    """Score the fields of one type, or of all together."""
    right, ours, wanted = _compare(found, gold)
    return Score(*(sum(kind in (None, key[2]) for key in keys) for keys in (right, ours, wanted)))


def list_errors(found: Sequence[FoundName], gold: Gold) -> Errors:
    right, ours, wanted = _compare(found, gold)
    return Errors(
        extra=[f"{key[:2]} {key[2]} {key[3]}" for key in sorted(ours - right)],
        missed=[f"{key[:2]} {key[2]} {key[3]}" for key in sorted(wanted - right)],
    )


def score_queries(found: Sequence[FoundName], gold: Gold) -> float:
    """Give the mean F1, over the gold entities with a full name, of the paragraphs that a search for it finds.

    The search finds the entities of that type that have the canonical name for display name or in some article.
    """
    counted = _without_optional(found, gold)
    by_entity = defaultdict(set)
    for name in counted:
        by_entity[name.type, name.entity].add(_field_of(name))
    asked = defaultdict(set)
    for name in counted:
        for spelling in {fold_name(name.name), fold_name(name.display)}:
            asked[name.type, spelling] |= by_entity[name.type, name.entity]
    figures = []
    for (kind, canonical), fields in _gold_entities(gold).items():
        if kind is not EntityType.PERSON or (is_full_name(canonical) and "(" not in canonical):
            answer = asked[kind, fold_name(canonical)]
            figures.append(Score(len(answer & fields), len(answer), len(fields)).f1)
    return sum(figures) / len(figures)


def _field_of(name: FoundName | GoldName) -> Field:
    return name.article, name.paragraph


def _gold_entities(gold: Gold) -> dict[tuple[EntityType, str], set[Field]]:
    entities: dict[tuple[EntityType, str], set[Field]] = defaultdict(set)
    for name in gold.names:
        if not name.is_optional:
            entities[name.type, name.canonical].add(_field_of(name))
    return entities


def _without_optional(found: Sequence[FoundName], gold: Gold) -> list[FoundName]:
    optional: dict[Field, list[GoldName]] = defaultdict(list)
    for name in gold.names:
        if name.is_optional:
            optional[_field_of(name)].append(name)
    return [
        name
        for name in found
        if not any(name.start < other.end and other.start < name.end for other in optional[_field_of(name)])
    ]


Key = tuple[str, int, EntityType, str]


def _compare(found: Sequence[FoundName], gold: Gold) -> tuple[set[Key], set[Key], set[Key]]:
    """Give the fields that are right, those found and those wanted; ours under the gold name that they stand for."""
    wanted = _gold_entities(gold)
    ours: dict[tuple[EntityType, str], set[Field]] = defaultdict(set)
    displays: dict[tuple[EntityType, str], str] = {}
    for name in _without_optional(found, gold):
        ours[name.type, name.entity].add(_field_of(name))
        displays[name.type, name.entity] = name.display
    partners = _pair(ours, wanted, displays, gold)
    found_keys = {
        (*field, kind, partners.get((kind, entity), f"? {displays[kind, entity]}"))
        for (kind, entity), fields in ours.items()
        for field in fields
    }
    wanted_keys = {(*field, kind, canonical) for (kind, canonical), fields in wanted.items() for field in fields}
    return found_keys & wanted_keys, found_keys, wanted_keys


def _pair(
    ours: Mapping[tuple[EntityType, str], set[Field]],
    wanted: Mapping[tuple[EntityType, str], set[Field]],
    displays: Mapping[tuple[EntityType, str], str],
    gold: Gold,
) -> dict[tuple[EntityType, str], str]:
    """Pair our entities with gold ones, those first that share most paragraphs."""
    shared = [
        (-len(fields & wanted[kind, canonical]), entity, canonical, kind)
        for (kind, entity), fields in ours.items()
        for gold_type, canonical in wanted
        if gold_type is kind and fold_name(displays[kind, entity]) in gold.spellings(kind, canonical)
    ]
    partners: dict[tuple[EntityType, str], str] = {}
    taken: set[tuple[EntityType, str]] = set()
    for _, entity, canonical, kind in sorted(shared):
        if (kind, entity) not in partners and (kind, canonical) not in taken:
            partners[kind, entity] = canonical
            taken.add((kind, canonical))
    return partners
