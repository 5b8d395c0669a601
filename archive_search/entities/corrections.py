"""What a librarian says about names, as records, and what in it cannot hold together.

>>> from archive_search.entities.corrections import Hide, Merge, find_contradictions
>>> from archive_search.records import EntityType
>>> both = [Merge(type=EntityType.ORG, name="Kremlin", variants=("Photo",)), Hide(type=EntityType.ORG, name="Photo")]
>>> [contradiction.reason for contradiction in find_contradictions(both)]
['« Photo » est masqué et réuni à « Kremlin » : gardez une seule des deux entrées']
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from archive_search.analysis.name_keys import fold_name
from archive_search.entities.disjoint_sets import DisjointSets
from archive_search.records import EntityType

NameKey: TypeAlias = tuple[EntityType, str]
"""Type and folded name: how a correction and the names of an archive are compared."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Merge:
    """Say that names are one entity.

    Attributes:
        type: What kind of thing it is.
        name: Name under which it is shown.
        variants: Its other names.
    """

    type: EntityType
    name: str
    variants: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Split:
    """Say that names are not the entity that the program takes them for, but one of their own.

    Attributes:
        type: What kind of thing they are.
        name: Name of the entity that they do not belong to.
        variants: The names.
        shown: Name under which they are shown; None for the most frequent of them.
    """

    type: EntityType
    name: str
    variants: tuple[str, ...]
    shown: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Hide:
    """Say that a name stands for nothing that anybody would look for.

    Attributes:
        type: What the program takes it for.
        name: The name; every name that the program groups with it is hidden too.
    """

    type: EntityType
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Retype:
    """Say that a name is of another type than the program thinks.

    Attributes:
        name: The name.
        source: Type that the program gives it.
        target: Its true type.
    """

    name: str
    source: EntityType
    target: EntityType


Correction: TypeAlias = Merge | Split | Hide | Retype


class Contradiction(NamedTuple):
    """Hold corrections that cannot all be followed, and the reason: one sentence in French."""

    reason: str
    corrections: tuple[Correction, ...]


def joined_keys(correction: Merge | Split) -> list[NameKey]:
    """Give the keys of the names that a correction makes one entity, the first of them first."""
    names = (correction.name, *correction.variants) if isinstance(correction, Merge) else correction.variants
    return [(correction.type, fold_name(name)) for name in names]


def join_names(corrections: Sequence[Correction]) -> DisjointSets[NameKey]:
    """Group the names that corrections make one entity."""
    sets = DisjointSets[NameKey]()
    for correction in corrections:
        if isinstance(correction, Merge | Split):
            first, *others = joined_keys(correction)
            for other in others:
                sets.join(first, other)
    return sets


def find_contradictions(corrections: Sequence[Correction]) -> list[Contradiction]:
    """Find the corrections that exclude each other.

    Names are compared folded. A merge of a merged name is none: all of it is then shown as the last name says.
    """
    merges = [correction for correction in corrections if isinstance(correction, Merge)]
    return [
        *_find_double_merges(merges),
        *_find_circles(merges),
        *_find_undone_splits(corrections),
        *_find_double_showings([correction for correction in corrections if isinstance(correction, Split)]),
        *_find_hidden_merges(corrections),
        *_find_double_types([correction for correction in corrections if isinstance(correction, Retype)]),
    ]


def merge_targets(merges: Sequence[Merge]) -> dict[NameKey, Merge]:
    """Map each name that is merged into another to the first merge that does it."""
    targets: dict[NameKey, Merge] = {}
    for merge in merges:
        name, *variants = joined_keys(merge)
        for variant in variants:
            if variant != name:
                targets.setdefault(variant, merge)
    return targets


def _find_double_merges(merges: Sequence[Merge]) -> Iterator[Contradiction]:
    targets = merge_targets(merges)
    for merge in merges:
        name, *variants = joined_keys(merge)
        for key, variant in zip(variants, merge.variants, strict=True):
            other = targets.get(key)
            if other and name not in (key, joined_keys(other)[0]):
                names = f"« {other.name} » et à « {merge.name} »"
                reason = f"« {variant} » est réuni à {names} : gardez une seule des deux entrées"
                yield Contradiction(reason, (other, merge))


def _find_circles(merges: Sequence[Merge]) -> Iterator[Contradiction]:
    targets = merge_targets(merges)
    followed: set[NameKey] = set()
    for start in targets:
        chain: dict[NameKey, Merge] = {}
        key = start
        while key in targets and key not in chain and key not in followed:
            chain[key] = targets[key]
            key = joined_keys(chain[key])[0]
        if key in chain:
            circle = list(chain.values())[list(chain).index(key) :]
            names = " et ".join(f"« {merge.name} »" for merge in circle)
            yield Contradiction(f"{names} sont réunis en rond : gardez un seul nom et ses variantes", tuple(circle))
        followed.update(chain)


def _find_undone_splits(corrections: Sequence[Correction]) -> Iterator[Contradiction]:
    sets = join_names(corrections)
    mentions = _index_by_name(corrections)
    for split in corrections:
        if not isinstance(split, Split):
            continue
        name, variants = (split.type, fold_name(split.name)), joined_keys(split)
        if name in variants:
            yield Contradiction(f"« {split.name} » est séparé de lui-même : écrivez d'autres variantes", (split,))
        elif sets.find(name) == sets.find(variants[0]):
            shown = " et ".join(f"« {variant} »" for variant in split.variants)
            reason = f"{shown} et « {split.name} » sont séparés et réunis : gardez une seule des deux entrées"
            others = [other for key in variants for other in mentions[key] if other is not split]
            yield Contradiction(reason, (split, *others))


def _find_double_showings(splits: Sequence[Split]) -> Iterator[Contradiction]:
    shown: dict[NameKey, Split] = {}
    for split in splits:
        for key, variant in zip(joined_keys(split), split.variants, strict=True):
            other = shown.setdefault(key, split) if split.shown else split
            if other.shown != split.shown:
                reason = f"« {variant} » a deux noms, « {other.shown} » et « {split.shown} » : gardez-en un"
                yield Contradiction(reason, (other, split))


def _find_hidden_merges(corrections: Sequence[Correction]) -> Iterator[Contradiction]:
    mentions = _index_by_name(corrections)
    for hide in corrections:
        if not isinstance(hide, Hide):
            continue
        for merge in mentions.get((hide.type, fold_name(hide.name)), ()):
            if isinstance(merge, Merge):
                reason = f"« {hide.name} » est masqué et réuni à « {merge.name} » : gardez une seule des deux entrées"
                yield Contradiction(reason, (hide, merge))


def _find_double_types(retypes: Sequence[Retype]) -> Iterator[Contradiction]:
    first: dict[NameKey, Retype] = {}
    for retype in retypes:
        folded = fold_name(retype.name)
        same = first.setdefault((retype.source, folded), retype)
        if same.target != retype.target:
            reason = f"« {retype.name} » change de type de deux façons : gardez une seule des deux entrées"
            yield Contradiction(reason, (same, retype))
    for (source, folded), retype in first.items():
        chain = [retype]
        while len(chain) < len(EntityType) and chain[-1].target != source and (chain[-1].target, folded) in first:
            chain.append(first[chain[-1].target, folded])
        if chain[-1].target == source:
            reason = f"« {retype.name} » change de type puis revient au premier : gardez une seule de ces entrées"
            yield Contradiction(reason, tuple(chain))


def _index_by_name(corrections: Sequence[Correction]) -> defaultdict[NameKey, list[Correction]]:
    index = defaultdict[NameKey, list[Correction]](list)
    for correction in corrections:
        if isinstance(correction, Merge | Split):
            for key in joined_keys(correction):
                index[key].append(correction)
    return index
