"""Names in a query find and mark what a reader who knows every mention finds and marks.

Each of the two laws compares them on 1,080 random trees: 90 over each of the 12 archives.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from referee import Referee
from referee.writing import trees_with_names, write_mentions

from archive_search.analysis.tokenizing import tokenize
from archive_search.query.tree import Node
from laws.archives import Pair
from laws.named_archives import Found, NamedArchive, open_named

TREES = 90


@dataclass(frozen=True, repr=False)
class NamedPair:
    """Hold an archive with names, and the referee of its articles."""

    archive: NamedArchive
    referee: Referee


@pytest.fixture(scope="package")
def named(pair: Pair) -> Iterator[NamedPair]:
    mentions = write_mentions(len(pair.gone), pair.articles)
    with open_named(pair.archive.path, mentions) as archive:
        yield NamedPair(archive, Referee(pair.articles, gone=pair.gone, mentions=mentions))


@settings(max_examples=TREES)
@given(tree=trees_with_names())
def test_names_find_the_articles_that_a_reader_finds(named: NamedPair, tree: Node) -> None:
    assert {found.article.id for found in named.archive.search(tree)} == named.referee.find(tree)


@settings(max_examples=TREES)
@given(tree=trees_with_names())
def test_the_names_marked_are_those_that_a_reader_would_mark(named: NamedPair, tree: Node) -> None:
    marked = {place: words for found in named.archive.search(tree) for place, words in marked_words(found).items()}
    assert marked == named.referee.mark(tree)


def marked_words(found: Found) -> dict[tuple[str, int], set[int]]:
    """Find the numbers of the words under the marks of each paragraph that has any."""
    words = {}
    for paragraph in found.article.paragraphs:
        spans = found.marks.cut_spans(paragraph)
        covered = {
            token.position
            for token in tokenize(paragraph.text)
            if token.position == token.last and any(span.start <= token.start < span.end for span in spans)
        }
        if covered:
            words[found.article.id, paragraph.number] = covered
    return words
