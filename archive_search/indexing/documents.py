"""What a segment knows of its documents, the paragraphs, and of the articles that they belong to.

    article.number       number of each article in the records, u32
    id.bytes, id.ends    its id, in UTF-8 (`dictionary`)
    article.first        number of its first document; one more at the end: the number of documents
    article.date         day as YYYYMMDD, 0 when unknown
    article.source, article.agency, article.section   numbers of labels in the records, 0 for none
    article.words        length in words
    document.article     place of the article of each document in the sections above
    document.part        zones that it belongs to, as a mask (`zones`)
    document.words       length in words

All are stored in the smallest type that holds them.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from archive_search.indexing.dictionary import Words, write_words
from archive_search.indexing.packing import narrow
from archive_search.indexing.sections import SectionFile, SectionWriter

Integers = NDArray[np.int64]


class Column(StrEnum):
    """Name a property of articles that is kept as a number."""

    NUMBER = "number"
    DATE = "date"
    SOURCE = "source"
    AGENCY = "agency"
    SECTION = "section"


class Documents(NamedTuple):
    """Hold the articles and paragraphs of a segment in the making.

    Attributes:
        ids: Id of each article, in UTF-8.
        columns: For each column one number an article; shape (articles,).
        paragraphs: Number of paragraphs of each article, from 1; shape (articles,).
        part: Zones of each document; shape (documents,).
        words: Length of each document in words; shape (documents,).
    """

    ids: Sequence[bytes]
    columns: dict[Column, Integers]
    paragraphs: Integers
    part: Integers
    words: Integers

    def select(self, alive: NDArray[np.bool_]) -> "Documents":
        """Keep some of the articles; ``alive`` has the shape (articles,)."""
        documents = np.repeat(alive, self.paragraphs)
        columns = {column: values[alive] for column, values in self.columns.items()}
        ids = [name for name, lives in zip(self.ids, alive.tolist(), strict=True) if lives]
        return Documents(ids, columns, self.paragraphs[alive], self.part[documents], self.words[documents])


def join_documents(parts: list[Documents]) -> Documents:
    """Put the documents of several segments one after the other."""
    return Documents(
        [name for part in parts for name in part.ids],
        {column: np.concatenate([part.columns[column] for part in parts]) for column in Column},
        np.concatenate([part.paragraphs for part in parts]),
        np.concatenate([part.part for part in parts]),
        np.concatenate([part.words for part in parts]),
    )


def write_documents(writer: SectionWriter, documents: Documents) -> None:
    """Write the sections."""
    write_words(writer, "id", documents.ids)
    for column, values in documents.columns.items():
        writer.add(f"article.{column}", narrow(values))
    first = np.concatenate(([0], np.cumsum(documents.paragraphs)))
    writer.add("article.first", narrow(first))
    lengths = np.add.reduceat(documents.words, first[:-1]) if len(documents.paragraphs) else documents.words
    writer.add("article.words", narrow(lengths))
    writer.add("document.article", narrow(np.repeat(np.arange(len(documents.paragraphs)), documents.paragraphs)))
    writer.add("document.part", narrow(documents.part))
    writer.add("document.words", narrow(documents.words))


def read_documents(file: SectionFile) -> Documents:
    """Read the sections back, all at once, to merge them."""
    first = file.read_all("article.first").astype(np.int64)
    return Documents(
        Words(file, "id").list_words(),
        {column: file.read_all(f"article.{column}").astype(np.int64) for column in Column},
        np.diff(first),
        file.read_all("document.part").astype(np.int64),
        file.read_all("document.words").astype(np.int64),
    )
