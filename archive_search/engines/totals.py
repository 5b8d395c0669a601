"""Count what one commit of an archive on this machine holds."""

import sqlite3
from pathlib import Path

from archive_search.engines.layout import folder_size
from archive_search.engines.protocol import Statistics
from archive_search.indexing.reading import IndexReader
from archive_search.store.entities import count_entities
from archive_search.store.statistics import count_by, count_store


def count_totals(path: Path, connection: sqlite3.Connection, index: IndexReader) -> Statistics:
    """Count articles, words and the like.

    Args:
        path: Folder of the archive.
        connection: Reader's connection to the records.
        index: Index of the same commit.
    """
    counts = count_store(connection)
    return Statistics(
        articles=counts.articles,
        paragraphs=counts.paragraphs,
        words=index.word_count,
        characters=counts.characters,
        files=counts.files,
        forms=index.vocabulary.count(),
        entities=count_entities(connection),
        sources=tuple(count_by(connection, "source")),
        first_date=counts.first_date,
        last_date=counts.last_date,
        undated=counts.undated,
        bytes=folder_size(path),
        segments=len(index.segments),
    )
