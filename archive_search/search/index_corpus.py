"""The whole archive as a corpus: postings and columns from the index, labels and forms from the store."""

import sqlite3
from collections.abc import Iterable
from datetime import date as Date
from functools import cached_property

import numpy as np

from archive_search.indexing.reading import IndexReader
from archive_search.indexing.schema import Column
from archive_search.query.tree import Field, Filter, Matching, Published
from archive_search.search.conditions import value_contains
from archive_search.search.occurrences import Integers, Occurrences, keys_of
from archive_search.search.unit_sets import drop_repeats
from archive_search.store.articles import numbers_with_value
from archive_search.store.forms import FormTable
from archive_search.store.labels import list_labels

_COLUMN_OF = {Field.SOURCE: Column.SOURCE, Field.AGENCY: Column.AGENCY, Field.SECTION: Column.SECTION}


class IndexCorpus:
    """Answer from one generation of the index and the records of the same commit."""

    def __init__(self, reader: IndexReader, connection: sqlite3.Connection) -> None:
        self._reader = reader
        self._connection = connection
        self.forms = FormTable(connection)
        numbers = reader.column(Column.ARTICLE)
        starts = np.ones(len(numbers), bool)
        # The paragraphs of an article are contiguous: an article begins wherever the number changes.
        starts[1:] = numbers[1:] != numbers[:-1]
        self.article_of: Integers = np.cumsum(starts) - 1
        self.first_document: Integers = np.append(np.flatnonzero(starts), len(numbers))
        self.part_of: Integers = reader.column(Column.PART)
        self.article_numbers: Integers = numbers[self.first_document[:-1]]
        self.alive: np.ndarray[tuple[int], np.dtype[np.bool_]] = reader.alive[self.first_document[:-1]]
        self._number_of_form: dict[str, int] = {}

    @cached_property
    def living_count(self) -> int:
        """Number of articles in the archive."""
        return int(self.alive.sum())

    @cached_property
    def paragraph_numbers(self) -> Integers:
        """Number of each document in its article, from 1."""
        return self._reader.column(Column.PARAGRAPH)

    @cached_property
    def paragraph_words(self) -> Integers:
        """Length of each document in words."""
        return self._reader.column(Column.WORDS)

    @cached_property
    def sentence_keys(self) -> Integers:
        """Sorted keys of the places where sentences begin."""
        starts = self._reader.read_sentence_starts()
        return keys_of(starts.document, starts.position)

    def article_column(self, column: Column) -> Integers:
        """Give a property of the articles as numbers; shape (articles,)."""
        return self._reader.column(column)[self.first_document[:-1]]

    def find_forms(self, stem: str, forms: Iterable[str] | None) -> Occurrences:
        """Find a family: all its forms, or only those named."""
        found = self._reader.read_term(stem)
        occurrences = Occurrences(found.document, found.position, found.last)
        if forms is None:
            return occurrences
        return occurrences.where(np.isin(found.form, self._numbers_of(stem, forms)))

    def _numbers_of(self, stem: str, forms: Iterable[str]) -> list[int]:
        wanted = frozenset(forms)
        if not wanted <= self._number_of_form.keys():
            self._number_of_form.update((row.form, row.number) for row in self.forms.of_stem(stem))
        return [self._number_of_form[form] for form in wanted if form in self._number_of_form]

    def select_articles(self, condition: Filter) -> Integers:
        """Find the numbers of the articles that a filter keeps, sorted."""
        if isinstance(condition, Published):
            return self._published(condition)
        return self._matching(condition)

    def _published(self, condition: Published) -> Integers:
        dates = self.article_column(Column.DATE)
        first = day_number(condition.first) if condition.first else 1
        last = day_number(condition.last) if condition.last else np.iinfo(np.int64).max
        return np.flatnonzero((dates >= first) & (dates <= last) & self.alive)

    def _matching(self, condition: Matching) -> Integers:
        column = _COLUMN_OF.get(condition.field)
        if column is None:
            return self._matching_records(condition)
        labels = list_labels(self._connection, condition.field.name.lower())
        chosen = [label.number for label in labels if value_contains(label.value, condition.value)]
        return np.flatnonzero(np.isin(self.article_column(column), chosen) & self.alive)

    def _matching_records(self, condition: Matching) -> Integers:
        """Look authors and languages up in the records, which have no column in the index."""
        numbers = np.array(
            numbers_with_value(
                self._connection,
                condition.field.name.lower(),
                lambda value: value_contains(value, condition.value),
            ),
            np.int64,
        )
        return drop_repeats(np.flatnonzero(np.isin(self.article_numbers, numbers) & self.alive))


def day_number(day: Date) -> int:
    """Give a day as the number YYYYMMDD."""
    return day.year * 10000 + day.month * 100 + day.day
