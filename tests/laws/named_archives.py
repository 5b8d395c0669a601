"""An archive beside whose index the places of mentions given by hand are laid, searched as the engine searches."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from referee.known_names import KnownNames
from referee.reading import read_article

from archive_search.engines.layout import index_folder
from archive_search.indexing.names_file import BYLINE, FieldNames, write_names
from archive_search.indexing.reading import IndexReader
from archive_search.query.tree import Node
from archive_search.records import Article, Mention
from archive_search.search.advice import advise
from archive_search.search.evaluation import Evaluator
from archive_search.search.excerpts import evaluate_excerpt
from archive_search.search.index_corpus import IndexCorpus
from archive_search.search.marking import ArticleMarks, find_marks
from archive_search.search.resolving import Resolution, resolve_tree
from archive_search.store.articles import fetch_articles, number_of
from archive_search.store.commits import list_sealed
from archive_search.store.connecting import open_reader

Mentions = Mapping[str, Sequence[Mention]]


@dataclass(frozen=True)
class Found:
    """Hold an article that was found, and its marks."""

    article: Article
    marks: ArticleMarks


@dataclass(frozen=True)
class NamedArchive:
    """Hold the parts of an open archive and its names."""

    connection: sqlite3.Connection
    index: IndexReader
    corpus: IndexCorpus
    names: KnownNames

    def resolve(self, tree: Node) -> Resolution:
        """Resolve a tree among the forms and names of the archive."""
        return resolve_tree(tree, self.corpus.vocabulary, self.names)

    def search(self, tree: Node) -> list[Found]:
        """Find all articles that satisfy a tree."""
        resolution = self.resolve(tree)
        evaluator = Evaluator(self.corpus, resolution.terms)
        numbers = evaluator.units(resolution.tree)
        articles = fetch_articles(self.connection, self.corpus.article_numbers[numbers].tolist())
        excerpt = evaluate_excerpt(evaluator, resolution.tree, resolution.terms, numbers)
        marks = find_marks(excerpt, resolution.tree, numbers)
        return [Found(*pair) for pair in zip(articles, marks.values(), strict=True)]

    def warn(self, tree: Node) -> list[str]:
        """List what the reader is told."""
        resolution = self.resolve(tree)
        evaluator = Evaluator(self.corpus, resolution.terms)
        is_found = len(evaluator.units(resolution.tree))
        return [*resolution.warnings, *([] if is_found else advise(resolution, self.corpus, self.index))]


@contextmanager
def open_named(path: Path, mentions: Mentions) -> Iterator[NamedArchive]:
    """Open an archive, whose articles have these mentions, by their ids."""
    connection = open_reader(path)
    # An absolute path stays what it is where the reader joins it to the folder of the index.
    names_path = path.parent / "_MAIN_1.names"
    write_names(names_path, lay_out(connection, mentions))
    files = [*(file.name for file in list_sealed(connection)), str(names_path)]
    reader = IndexReader(index_folder(path), files)
    try:
        yield NamedArchive(connection, reader, IndexCorpus(reader, connection), KnownNames(mentions))
    finally:
        reader.close()
        connection.close()


def lay_out(connection: sqlite3.Connection, mentions: Mentions) -> dict[str, FieldNames]:
    """Arrange the places of mentions by field of the index; those of articles that are gone are left out."""
    fields: dict[str, set[tuple[str, int, int, int, int]]] = {}
    for article_id, some in mentions.items():
        number = number_of(connection, article_id)
        if number is None:
            continue
        (article,) = fetch_articles(connection, [number])
        for paragraph in read_article(article, some).paragraphs:
            for name in paragraph.names:
                field = BYLINE if name.mention.role.is_signature else name.mention.type.value
                place = (number, paragraph.number, name.first, name.last - name.first)
                fields.setdefault(field, set()).add((name.mention.entity, *place))
    return {field: _field_names(sorted(rows)) for field, rows in fields.items()}


def _field_names(rows: list[tuple[str, int, int, int, int]]) -> FieldNames:
    ids, counts = np.unique([row[0] for row in rows], return_counts=True)
    return FieldNames(ids.tolist(), counts, *np.array([row[1:] for row in rows], np.int64).T)
