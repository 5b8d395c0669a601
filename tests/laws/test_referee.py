"""The program and a reader who looks at every word give the same answers, however the archive came to be.

Each of the two laws compares them on 1,080 random trees: 90 over each of the 12 archives.
"""

from collections.abc import Sequence

from hypothesis import given, settings
from referee.writing import trees

from archive_search.analysis.tokenizing import tokenize
from archive_search.query.tree import Node
from archive_search.records import Span
from archive_search.search.requests import SearchRequest
from archive_search.search.results import Hit
from laws.archives import Pair

EVERYTHING = 10_000
TREES = 90


@settings(max_examples=TREES)
@given(tree=trees())
def test_the_index_finds_the_articles_that_a_reader_finds(pair: Pair, tree: Node) -> None:
    found = {hit.article.id for hit in pair.archive.search(tree, limit=EVERYTHING)}
    assert found == pair.referee.find(tree)


@settings(max_examples=TREES)
@given(tree=trees())
def test_the_words_marked_are_those_that_a_reader_would_mark(pair: Pair, tree: Node) -> None:
    hits = pair.engine.search(SearchRequest(tree=tree, limit=EVERYTHING, snippets=EVERYTHING)).hits
    marked = {place: words for hit in hits for place, words in marked_words(hit).items()}
    assert marked == pair.referee.mark(tree)


def marked_words(hit: Hit) -> dict[tuple[str, int], set[int]]:
    """Find the numbers of the words under the marks of each paragraph that has any."""
    shown = {snippet.paragraph: (snippet.text, snippet.marks) for snippet in hit.snippets}
    if hit.title_marks:
        shown[1] = (hit.title, hit.title_marks)
    return {(hit.article.id, number): words_under(*passage) for number, passage in shown.items() if passage[1]}


def words_under(text: str, marks: Sequence[Span]) -> set[int]:
    """Find the numbers of the words that lie under marks."""
    words = [token for token in tokenize(text) if token.position == token.last]
    return {word.position for word in words for start, end in marks if start <= word.start and word.end <= end}
