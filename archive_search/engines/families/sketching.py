"""Sketch the articles of an archive as they are stored, some at a time, inside the transaction of whoever stores them.

The texts are at hand then; to read them back from the records at the commit takes three times as long.
"""

import sqlite3
from collections.abc import Iterable

from archive_search.families.shingles import counted_texts, shingle_texts
from archive_search.families.sketches import make_sketches
from archive_search.records import Article
from archive_search.store.articles import fetch_articles
from archive_search.store.sketches import SketchRow, unsketched, write_sketches

# Texts that are held are cut together.
_BATCH_CHARACTERS = 200_000
# Articles that are read at a time.
_BATCH_ARTICLES = 100


class Sketcher:
    """Gather articles that were stored, and write their sketches."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Begin with none.

        Args:
            connection: Writer's connection; inside a transaction whenever a method but `drop` is called.
        """
        self._connection = connection
        self._waiting: dict[int, list[str]] = {}
        self._characters = 0

    def add(self, number: int, article: Article) -> None:
        """Take an article that was stored under a number; its sketch is written by `finish` at the latest."""
        texts = counted_texts(article)
        self._waiting[number] = texts
        self._characters += sum(map(len, texts))
        if self._characters >= _BATCH_CHARACTERS:
            self.finish()

    def forget(self, numbers: Iterable[int]) -> None:
        """Leave out articles that are deleted before they are sketched."""
        for number in numbers:
            self._waiting.pop(number, None)

    def finish(self) -> None:
        """Write the sketches of all articles taken."""
        waiting = self._waiting
        self.drop()
        shingles, words, bounds = shingle_texts(list(waiting.values()))
        rows = zip(
            waiting, (words[1:] - words[:-1]).tolist(), make_sketches(shingles.hashes, bounds=bounds), strict=True
        )
        write_sketches(self._connection, map(SketchRow._make, rows))

    def drop(self) -> None:
        """Forget the articles taken and not yet sketched."""
        self._waiting = {}
        self._characters = 0


def sketch_missing(connection: sqlite3.Connection) -> None:
    """Sketch the stored articles that have no sketch, as after a change of the rules.

    Args:
        connection: Writer's connection, inside a transaction.

    Raises:
        sqlite3.DataError: A record cannot be read.
    """
    sketcher = Sketcher(connection)
    numbers = unsketched(connection)
    for start in range(0, len(numbers), _BATCH_ARTICLES):
        some = numbers[start : start + _BATCH_ARTICLES]
        for number, article in zip(some, fetch_articles(connection, some), strict=True):
            sketcher.add(number, article)
    sketcher.finish()
