"""A tree holds in the same articles, paragraphs and sentences over the index and over articles in hand.

That is tried on 1,080 random trees: 30 at each of the three levels, over each of the 12 archives.
"""

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given, settings
from referee.writing import trees

from archive_search.engines.layout import index_folder
from archive_search.indexing.reading import IndexReader
from archive_search.query.tree import Node
from archive_search.records import Article
from archive_search.search.evaluation import Evaluator, Level
from archive_search.search.index_corpus import IndexCorpus
from archive_search.search.occurrences import Integers
from archive_search.search.page_corpus import PageCorpus
from archive_search.search.resolving import resolve_tree
from archive_search.search.terms import stems_of
from archive_search.store.articles import fetch_articles
from archive_search.store.commits import list_sealed
from archive_search.store.connecting import open_reader
from laws.archives import Pair


@pytest.fixture(scope="package")
def opened(pair: Pair) -> Iterator[tuple[IndexCorpus, list[Article]]]:
    connection = open_reader(pair.archive.path)
    reader = IndexReader(index_folder(pair.archive.path), (file.name for file in list_sealed(connection)))
    corpus = IndexCorpus(reader, connection)
    numbers = corpus.article_numbers[corpus.alive].tolist()
    yield corpus, fetch_articles(connection, numbers)
    reader.close()
    connection.close()


@settings(max_examples=30)
@given(tree=trees())
@pytest.mark.parametrize("level", list(Level))
def test_the_index_and_a_page_have_the_same_units(
    opened: tuple[IndexCorpus, list[Article]], level: Level, tree: Node
) -> None:
    index, articles = opened
    resolution = resolve_tree(tree, index.vocabulary)
    page = PageCorpus(articles, stems_of(resolution.terms.values()))
    of_index = Evaluator(index, resolution.terms).units(resolution.tree, level)
    of_page = Evaluator(page, resolution.terms).units(resolution.tree, level)
    assert renumbered(index, of_index, level) == of_page.tolist()


def renumbered(index: IndexCorpus, units: Integers, level: Level) -> list[int]:
    """Number the units as if the articles that are gone had never been."""
    alive = index.alive[units_articles(index, level)]
    return (np.cumsum(alive) - 1)[units].tolist()


def units_articles(index: IndexCorpus, level: Level) -> Integers:
    """Give the article of each unit of a level."""
    if level is Level.ARTICLE:
        return np.arange(len(index.alive))
    documents = np.arange(index.first_document[-1]) if level is Level.PARAGRAPH else index.sentence_starts >> 32
    return index.articles_of(documents)
