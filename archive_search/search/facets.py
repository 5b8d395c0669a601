"""Count the articles of an answer by source, agency, section and year."""

import sqlite3
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from archive_search.indexing.documents import Column
from archive_search.search.index_corpus import IndexCorpus
from archive_search.search.occurrences import Integers
from archive_search.store.labels import list_labels


class Facet(StrEnum):
    """Name a property by which an answer can be counted."""

    SOURCE = "source"
    AGENCY = "agency"
    SECTION = "section"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class FacetCount:
    """Hold one value of a facet and the number of articles that have it."""

    id: str
    name: str
    count: int


_COLUMN_OF = {Facet.SOURCE: Column.SOURCE, Facet.AGENCY: Column.AGENCY, Facet.SECTION: Column.SECTION}


def count_facet(
    corpus: IndexCorpus, connection: sqlite3.Connection, facet: Facet, articles: Integers
) -> tuple[FacetCount, ...]:
    """Count articles by one property, exactly.

    Args:
        corpus: The archive.
        connection: Reader's connection of the same commit.
        facet: The property.
        articles: Numbers of the articles of the answer.

    Returns:
        The values that occur: years in order, others by count, the largest first.
    """
    if facet is Facet.YEAR:
        years = corpus.article_column(Column.DATE)[articles] // 10000
        values, counts = np.unique(years[years > 0], return_counts=True)
        return tuple(
            FacetCount(str(year), str(year), count)
            for year, count in zip(values.tolist(), counts.tolist(), strict=True)
        )
    counts = np.bincount(corpus.article_column(_COLUMN_OF[facet])[articles])
    found = [
        FacetCount(label.value, label.value, int(counts[label.number]))
        for label in list_labels(connection, facet.value)
        if label.number < len(counts) and counts[label.number]
    ]
    return tuple(sorted(found, key=lambda value: (-value.count, value.name)))
