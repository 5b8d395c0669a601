"""Find who is named in the same paragraphs as an entity, and how strongly the two are associated.

The measure is logDice (Rychlý, "A Lexicographer-Friendly Association Score", 2008):

    14 + log2(2 * both / (paragraphs of the one + paragraphs of the other))

It is 14 where the two are always named together and falls by 1 each time that the share is halved. What is named
everywhere, such as the country of the newspaper, has so many paragraphs of its own that it does not lead every list.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from archive_search.indexing.documents import Column
from archive_search.indexing.reading import IndexReader
from archive_search.records import Entity, EntityType

Integers = NDArray[np.int64]

HIGHEST = 14.0
FEWEST_PARAGRAPHS = 2
"""Paragraphs that must name both, in an archive where the entity has as many: one alone may be chance."""


class Near(NamedTuple):
    """Hold the id of an entity that is named beside another, the number of common paragraphs, and the measure."""

    id: str
    paragraphs: int
    association: float


def find_neighbours(index: IndexReader, entity: Entity, *, limit: int) -> list[Near]:
    """List the entities that are named in the same paragraphs, the most strongly associated first.

    Args:
        index: The index.
        entity: The entity.
        limit: Most neighbours wanted.
    """
    if not limit:
        return []
    own = np.unique(index.read_name(entity.type.value, entity.id).document)
    found = [near for entity_type in EntityType for near in _beside(index, entity_type, entity.id, own)]
    fewest = min(FEWEST_PARAGRAPHS, len(own), max((near.paragraphs for near in found), default=0))
    common = [near for near in found if near.paragraphs >= fewest]
    return sorted(common, key=lambda near: (-near.association, -near.paragraphs, near.id))[:limit]


def _beside(index: IndexReader, entity_type: EntityType, entity_id: str, own: Integers) -> list[Near]:
    pairs = index.name_paragraphs(entity_type.value)
    total = len(pairs.ids)
    is_own = np.zeros(index.document_count, bool)
    is_own[own] = True
    both = np.bincount(pairs.entity[is_own[pairs.document]], minlength=total)
    all_of = np.bincount(pairs.entity, minlength=total)
    near = np.flatnonzero(both)
    measure = HIGHEST + np.log2(2 * both[near] / (len(own) + all_of[near]))
    rows = zip(near.tolist(), both[near].tolist(), measure.tolist(), strict=True)
    return [Near(pairs.ids[rank], *numbers) for rank, *numbers in rows if pairs.ids[rank] != entity_id]


def count_years(index: IndexReader, entity: Entity) -> tuple[tuple[int, int], ...]:
    """Count the articles that name an entity by year of publication, in order; those without a date are left out."""
    documents = np.unique(index.read_name(entity.type.value, entity.id).document)
    articles = np.unique(index.article_of[documents])
    years = index.column(Column.DATE)[articles].astype(np.int64) // 10000
    values, counts = np.unique(years[years > 0], return_counts=True)
    return tuple(zip(values.tolist(), counts.tolist(), strict=True))
