"""Count the articles of an answer by source, agency, section, year, month, day, and by whom and what they name."""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

import numpy as np

from archive_search.indexing.documents import Column
from archive_search.query.tree import Field
from archive_search.records import EntityType
from archive_search.search.index_corpus import IndexCorpus
from archive_search.search.occurrences import Integers
from archive_search.store.labels import list_labels

NAMES_COUNTED = 100
"""Persons, places or organisations that are counted, the most frequent ones: an archive names 100,000."""

DisplayNames: TypeAlias = Callable[[Sequence[str]], Mapping[str, str]]
"""Gives the names under which entities are shown, by their ids."""


class Facet(StrEnum):
    """Name a property by which an answer can be counted."""

    SOURCE = "source"
    AGENCY = "agency"
    SECTION = "section"
    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    PERSON = "person"
    PLACE = "place"
    ORG = "org"


@dataclass(frozen=True, slots=True)
class FacetCount:
    """Hold one value of a facet and the number of articles that have it."""

    id: str
    name: str
    count: int


USUAL_FACETS = tuple(facet for facet in Facet if facet not in (Facet.MONTH, Facet.DAY))
"""Properties that are counted where none is named: months and days, which are many, are for who asks for them."""

FACET_OF_FIELD = {Field.SOURCE: Facet.SOURCE, Field.AGENCY: Facet.AGENCY, Field.SECTION: Facet.SECTION}
"""Properties that a query can filter on, too."""

_COLUMN_OF = {Facet.SOURCE: Column.SOURCE, Facet.AGENCY: Column.AGENCY, Facet.SECTION: Column.SECTION}
_DIGITS_OF_DAY = 8
# How much of a day, YYYYMMDD, tells the value.
_DIGITS_OF = {Facet.YEAR: 4, Facet.MONTH: 6, Facet.DAY: _DIGITS_OF_DAY}
_TYPE_OF = {Facet.PERSON: EntityType.PERSON, Facet.PLACE: EntityType.PLACE, Facet.ORG: EntityType.ORG}


def count_facet(
    corpus: IndexCorpus,
    connection: sqlite3.Connection,
    facet: Facet,
    articles: Integers,
    *,
    display_names: DisplayNames | None = None,
) -> tuple[FacetCount, ...]:
    """Count articles by one property, exactly.

    Args:
        corpus: The archive.
        connection: Reader's connection of the same commit.
        facet: The property.
        articles: Numbers of the articles of the answer.
        display_names: Gives the names of entities; None when the archive has none.

    Returns:
        The values that occur: years, months and days in order, others by count, the largest first; of persons, places
        and organisations the first `NAMES_COUNTED`.
    """
    if facet in _DIGITS_OF:
        return _count_dates(corpus, articles, digits=_DIGITS_OF[facet])
    if facet in _TYPE_OF:
        return _count_names(corpus, _TYPE_OF[facet], articles, display_names) if display_names else ()
    counts = np.bincount(corpus.article_column(_COLUMN_OF[facet])[articles])
    found = [
        FacetCount(label.value, label.value, int(counts[label.number]))
        for label in list_labels(connection, facet.value)
        if label.number < len(counts) and counts[label.number]
    ]
    return _sorted(found)


def _count_dates(corpus: IndexCorpus, articles: Integers, *, digits: int) -> tuple[FacetCount, ...]:
    days = corpus.article_column(Column.DATE)[articles]
    values, counts = np.unique(days[days > 0] // 10 ** (_DIGITS_OF_DAY - digits), return_counts=True)
    written = [_write_date(f"{value:0{digits}}") for value in values.tolist()]
    return tuple(FacetCount(date, date, count) for date, count in zip(written, counts.tolist(), strict=True))


def _write_date(digits: str) -> str:
    """Write the digits of a year, a month or a day as ISO 8601 does."""
    return "-".join(part for part in (digits[:4], digits[4:6], digits[6:]) if part)


def _count_names(
    corpus: IndexCorpus, entity_type: EntityType, articles: Integers, display_names: DisplayNames
) -> tuple[FacetCount, ...]:
    pairs = corpus.name_pairs(entity_type.value)
    is_asked = np.zeros(corpus.article_count, bool)
    is_asked[articles] = True
    counts = np.bincount(pairs.entity[is_asked[pairs.article]])
    named = np.flatnonzero(counts)
    # Among equals the first ids are kept, which are in the order of the names.
    ranks = named[np.argsort(-counts[named], kind="stable")[:NAMES_COUNTED]]
    count_of = {pairs.ids[rank]: int(counts[rank]) for rank in ranks.tolist()}
    names = display_names(list(count_of))
    return _sorted([FacetCount(each, names.get(each, each), count) for each, count in count_of.items()])


def _sorted(found: list[FacetCount]) -> tuple[FacetCount, ...]:
    return tuple(sorted(found, key=lambda value: (-value.count, value.name)))
