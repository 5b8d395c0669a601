"""The whole archive as a corpus: postings and columns from the index, labels and forms from the store."""

import sqlite3
from collections.abc import Collection
from datetime import date as Date
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from archive_search.indexing.documents import Column
from archive_search.indexing.name_places import NamePairs
from archive_search.indexing.reading import IndexReader
from archive_search.query.tree import Field, Filter, Length, Matching, Published
from archive_search.search.conditions import value_contains, value_meets
from archive_search.search.corpus import words_before
from archive_search.search.occurrences import (
    Integers,
    Occurrences,
    documents_of,
    no_occurrences,
    places_of,
    positions_of,
)
from archive_search.search.unit_sets import drop_repeats
from archive_search.store.articles import numbers_with_value
from archive_search.store.labels import find_label, list_labels

_COLUMN_OF = {Field.SOURCE: Column.SOURCE, Field.AGENCY: Column.AGENCY, Field.SECTION: Column.SECTION}


class IndexCorpus:
    """Answer from one generation of the index and the records of the same commit."""

    def __init__(self, reader: IndexReader, connection: sqlite3.Connection) -> None:
        self._reader = reader
        self._connection = connection
        self.vocabulary = reader.vocabulary

    @property
    def article_count(self) -> int:
        """Number of articles, deleted ones included."""
        return self._reader.article_count

    @property
    def first_document(self) -> Integers:
        """Number of the first document of each article, and the number of documents at the end."""
        return self._reader.first_document

    @property
    def article_numbers(self) -> Integers:
        """Number of each article in the records."""
        return self._reader.column(Column.NUMBER)

    @property
    def alive(self) -> NDArray[np.bool_]:
        """Tell for each article whether it lives."""
        return self._reader.alive

    @property
    def article_words(self) -> Integers:
        """Length of each article in words."""
        return self._reader.article_words

    @property
    def paragraph_words(self) -> Integers:
        """Length of each document in words."""
        return self._reader.document_words

    @property
    def part_of(self) -> Integers:
        """Zones of each document, as a mask."""
        return self._reader.part_of

    @property
    def living_count(self) -> int:
        """Number of articles in the archive."""
        return self._reader.living_count

    @property
    def word_count(self) -> int:
        """Length of all living articles in words."""
        return self._reader.word_count

    @property
    def mean_paragraph(self) -> float:
        """Mean length of a paragraph in words, those of deleted articles included."""
        words = sum(segment.word_count for segment in self._reader.segments)
        return words / max(1, self._reader.document_count)

    @cached_property
    def sentence_starts(self) -> Integers:
        """Places where sentences begin, sorted."""
        starts = self._reader.read_sentence_starts()
        return places_of(starts.document, starts.position)

    def articles_of(self, documents: Integers) -> Integers:
        """Give the number of the article of each of some documents."""
        return self._reader.article_of[documents].astype(np.int64)

    def parts_of(self, documents: Integers) -> Integers:
        """Give the zones of each of some documents, as masks."""
        return self._reader.part_of[documents]

    @cached_property
    def _words_before(self) -> Integers:
        return words_before(self.paragraph_words, self.first_document)

    def ordinals_of(self, places: Integers) -> Integers:
        """Give the rank in its article, from 0, of the word at each of some places."""
        return self._words_before[documents_of(places)] + positions_of(places)

    def article_column(self, column: Column) -> Integers:
        """Give a property of the articles as numbers; shape (articles,)."""
        return self._reader.column(column).astype(np.int64)

    def find_forms(self, stem: str, forms: Collection[str] | None) -> Occurrences:
        """Find a family: all its forms, or only those named."""
        found = self._reader.read_term(stem)
        first = places_of(found.document, found.position)
        last = first if found.last is found.position else places_of(found.document, found.last)
        occurrences = Occurrences(first, last)
        if forms is None or all(form in forms for form in found.forms):
            return occurrences
        wanted = np.array([form in forms for form in found.forms], bool)
        if found.form is None or not wanted.any():
            return no_occurrences()
        return occurrences.where(wanted[found.form])

    def find_names(self, field: str, entity_id: str) -> Occurrences:
        """Find the places that name an entity, by a field of `archive_search.indexing.names_file` and its id."""
        found = self._reader.read_name(field, entity_id)
        return Occurrences(places_of(found.document, found.position), places_of(found.document, found.last))

    def name_pairs(self, field: str) -> NamePairs:
        """Give which entities of a field are named in which living articles."""
        return self._reader.name_pairs(field)

    def select_articles(self, condition: Filter) -> Integers:
        """Find the numbers of the articles that a filter keeps, sorted."""
        match condition:
            case Published():
                return self._published(condition)
            case Length():
                return self._of_length(condition)
            case Matching():
                return self._matching(condition)

    def _published(self, condition: Published) -> Integers:
        dates = self.article_column(Column.DATE)
        first = day_number(condition.first) if condition.first else 1
        last = day_number(condition.last) if condition.last else np.iinfo(np.int64).max
        return np.flatnonzero((dates >= first) & (dates <= last) & self.alive)

    def _of_length(self, condition: Length) -> Integers:
        chosen = self.alive.copy()
        if condition.least is not None:
            chosen &= self.article_words >= condition.least
        if condition.most is not None:
            chosen &= self.article_words <= condition.most
        return np.flatnonzero(chosen)

    def _matching(self, condition: Matching) -> Integers:
        column = _COLUMN_OF.get(condition.field)
        if column is None:
            return self._matching_records(condition)
        chosen = self._matching_labels(condition)
        return np.flatnonzero(np.isin(self.article_column(column), chosen) & self.alive)

    def _matching_labels(self, condition: Matching) -> list[int]:
        field = condition.field.name.lower()
        if condition.whole:
            # One of very many values is found at once, where reading them all each time would take too long.
            number = find_label(self._connection, field, condition.value)
            return [] if number is None else [number]
        labels = list_labels(self._connection, field)
        return [label.number for label in labels if value_contains(label.value, condition.value)]

    def _matching_records(self, condition: Matching) -> Integers:
        """Look authors and languages up in the records, which have no column in the index."""
        numbers = np.array(
            numbers_with_value(
                self._connection,
                condition.field.name.lower(),
                lambda value: value_meets(value, condition),
            ),
            np.int64,
        )
        return drop_repeats(np.flatnonzero(np.isin(self.article_numbers, numbers) & self.alive))


def day_number(day: Date) -> int:
    """Give a day as the number YYYYMMDD."""
    return day.year * 10000 + day.month * 100 + day.day
