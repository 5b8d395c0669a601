"""Segments and readers of them, made of texts."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from engines.articles import make_article

from archive_search.indexing.building import IndexedArticle, SegmentBuilder, index_article
from archive_search.indexing.segment_files import SegmentName, new_segment_name
from archive_search.indexing.segment_reading import SegmentReader
from archive_search.indexing.vocabulary import Vocabulary
from archive_search.records import Article


def index_texts(number: int, *texts: str) -> IndexedArticle:
    """Make an article of a number out of the texts of its paragraphs."""
    return index_article(number, make_article(f"a{number}", *texts), (0, 0, 0))


def build_segment(folder: Path, articles: Iterable[IndexedArticle]) -> SegmentReader:
    """Write a segment and open it."""
    builder = SegmentBuilder()
    for article in articles:
        builder.add(article)
    name = new_segment_name()
    assert builder.write(folder / name)
    return SegmentReader(folder, SegmentName(name))


def index_articles(articles: Sequence[Article]) -> list[IndexedArticle]:
    """Make what the index takes of articles, numbered from 1."""
    return [index_article(number, article, (number, 0, 7)) for number, article in enumerate(articles, start=1)]


def make_vocabulary(folder: Path, *texts: str) -> Vocabulary:
    """Make the vocabulary of an index of one segment a text."""
    segments = [build_segment(folder, [index_texts(number, text)]) for number, text in enumerate(texts, start=1)]
    return Vocabulary(segments, folder)
