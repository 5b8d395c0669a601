"""Count the entities of an archive and lay out their places for the index, as arrays over all mentions."""

import sqlite3
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from archive_search.indexing.names_file import BYLINE, FieldNames
from archive_search.records import EntityType
from archive_search.store.entities import EntityRow, VariantRow
from archive_search.store.named import ROLES, Mentions, NamedArticles

Integers = NDArray[np.int64]

FIELDS = (*(entity_type.value for entity_type in EntityType), BYLINE)

_SIGNATURES = np.array([role.is_signature for role in ROLES])
_NO_DAY = np.iinfo(np.int64).max


class Described(NamedTuple):
    """Hold what resolution says of an entity: its id, type and name."""

    id: str
    type: EntityType
    name: str


class AllMentions:
    """Hold every mention that belongs to an entity, in order of article and place.

    Attributes:
        entity: Rank of its entity among those given; shape (mentions,).
        article: Number of its article.
        columns: What the store knows of it, as int64.
        signed: Whether it stands in a signature.
    """

    entity: Integers
    article: Integers
    columns: Mentions
    signed: NDArray[np.bool_]

    def __init__(self, named: NamedArticles, owners: Mapping[int, int]) -> None:
        """Read the mentions; ``owners`` has the rank of the entity of each name that has one."""
        articles, rows = [], []
        for article, mentions in named.iterate_mentions():
            articles.append(np.full(len(mentions.paragraph), article, np.int64))
            rows.append(np.stack(mentions))
        columns = np.concatenate(rows, axis=1) if rows else np.empty((len(Mentions._fields), 0), np.uint32)
        numbers = np.concatenate(articles) if articles else np.empty(0, np.int64)
        owner_of = np.full(max(owners, default=0) + 1, -1, np.int64)
        owner_of[list(owners)] = list(owners.values())
        name = columns[Mentions._fields.index("name")]
        entity = np.where(name < len(owner_of), owner_of[np.minimum(name, len(owner_of) - 1)], -1)
        kept = entity >= 0
        self.entity = entity[kept]
        self.article = numbers[kept]
        self.columns = Mentions(*columns[:, kept].astype(np.int64))
        self.signed = _SIGNATURES[self.columns.role]

    def lay_out(self, entities: Sequence[Described]) -> dict[str, FieldNames]:
        """Arrange the places of entities by field of the index."""
        kinds = np.array([FIELDS.index(entity.type.value) for entity in entities], np.int64)
        field = np.where(self.signed, FIELDS.index(BYLINE), kinds[self.entity])
        ids = np.array([entity.id.encode() for entity in entities], object)
        rank_of = np.empty(len(ids), np.int64)
        order = np.array(sorted(range(len(ids)), key=ids.__getitem__), np.int64)
        rank_of[order] = np.arange(len(ids))
        sorted_ids = [entities[rank].id for rank in order.tolist()]
        return {
            name: self._field(np.flatnonzero(field == rank), rank_of, sorted_ids) for rank, name in enumerate(FIELDS)
        }

    def _field(self, rows: Integers, rank_of: Integers, sorted_ids: Sequence[str]) -> FieldNames:
        ranks = rank_of[self.entity[rows]]
        columns = self.columns
        places = (columns.extra[rows], columns.first[rows], columns.paragraph[rows], self.article[rows], ranks)
        order = np.lexsort(places)
        counts = np.bincount(ranks, minlength=len(sorted_ids))
        present = np.flatnonzero(counts)
        chosen = rows[order]
        return FieldNames(
            [sorted_ids[rank] for rank in present.tolist()],
            counts[present],
            *(
                each[chosen].astype(np.int64)
                for each in (self.article, columns.paragraph, columns.first, columns.extra)
            ),
        )

    def count(self, entities: Sequence[Described], days: Mapping[int, str | None]) -> list[EntityRow]:
        """Count mentions, paragraphs and articles of each entity, and find its first and last day.

        Args:
            entities: The entities, by rank.
            days: Day of publication of each article, in ISO 8601.
        """
        total = len(entities)
        text = np.flatnonzero(~self.signed)
        entity, article, paragraph = self.entity[text], self.article[text], self.columns.paragraph[text]
        paragraphs = _count_distinct(total, entity, article, paragraph)
        articles = _count_distinct(total, entity, article)
        first, last = _date_range(total, entity, article, days)
        rows = zip(
            entities,
            np.bincount(entity, minlength=total).tolist(),
            paragraphs.tolist(),
            articles.tolist(),
            np.bincount(self.entity[self.signed], minlength=total).tolist(),
            first,
            last,
            strict=True,
        )
        return [EntityRow(each.id, each.type.value, each.name, *numbers) for each, *numbers in rows]

    def count_variants(self, entities: Sequence[Described]) -> dict[tuple[str, int], int]:
        """Count how often each spelling, by its number, names each entity; one that only signs counts 0."""
        pairs, place = np.unique(np.stack([self.entity, self.columns.surface]), axis=1, return_inverse=True)
        counts = np.bincount(place.reshape(-1), ~self.signed, pairs.shape[1]).astype(np.int64)
        owners, surfaces = pairs.tolist()
        return {
            (entities[owner].id, surface): count
            for owner, surface, count in zip(owners, surfaces, counts.tolist(), strict=True)
        }


def _count_distinct(total: int, entity: Integers, *parts: Integers) -> Integers:
    """Count for each entity the distinct rows of some columns."""
    order = np.lexsort((*reversed(parts), entity))
    columns = np.stack([entity, *parts])[:, order]
    is_new = np.ones(columns.shape[1], bool)
    is_new[1:] = (columns[:, 1:] != columns[:, :-1]).any(axis=0)
    return np.bincount(columns[0][is_new], minlength=total)


def _date_range(
    total: int, entity: Integers, article: Integers, days: Mapping[int, str | None]
) -> tuple[list[str | None], list[str | None]]:
    """Find the first and last day of the articles of each entity."""
    known = sorted({day for day in days.values() if day})
    rank_of: dict[str | None, int] = {day: rank for rank, day in enumerate(known)}
    rank_of_article = np.full(max(days, default=0) + 1, -1, np.int64)
    rank_of_article[list(days)] = [rank_of.get(day, -1) for day in days.values()]
    ranks = rank_of_article[article]
    dated = ranks >= 0
    first, last = np.full(total, _NO_DAY), np.full(total, -1)
    np.minimum.at(first, entity[dated], ranks[dated])
    np.maximum.at(last, entity[dated], ranks[dated])
    return _days(first, known), _days(last, known)


def _days(ranks: Integers, known: Sequence[str]) -> list[str | None]:
    return [known[rank] if 0 <= rank < len(known) else None for rank in ranks.tolist()]


def variant_rows(counts: Mapping[tuple[str, int], int]) -> list[VariantRow]:
    """Give the rows of table ``variants``."""
    return [VariantRow(entity, surface, count) for (entity, surface), count in counts.items()]


def days_of_articles(connection: sqlite3.Connection) -> dict[int, str | None]:
    """Give the day of publication of every article, by its number."""
    return dict(connection.execute("select number, date from articles"))
