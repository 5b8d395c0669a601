"""The program and a reader who looks at every word give the same answers, however the archive came to be.

Each of the first two laws compares them on 1,080 random trees: 90 over each of the 12 archives; the two
on whole articles try a third of that.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from hypothesis import given, settings
from referee.simplifying import simplify
from referee.writing import trees

from archive_search.analysis.tokenizing import tokenize
from archive_search.query.traversal import asked_children
from archive_search.query.tree import FirstWords, InZone, Length, Matching, Node, Published
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


@settings(max_examples=TREES // 3)
@given(tree=trees())
def test_the_whole_of_an_article_is_marked_as_a_reader_would_mark_it(pair: Pair, tree: Node) -> None:
    found = pair.archive.find(tree)
    marked = {place: words for each in found for place, words in whole_marks(pair, each, tree).items()}
    assert marked == pair.referee.mark(tree)


@settings(max_examples=TREES // 3)
@given(tree=trees())
def test_in_an_article_that_is_not_found_a_reader_would_mark_every_word_asked_for(pair: Pair, tree: Node) -> None:
    asked = simplify(tree)
    assert asked is not None
    expected: dict[tuple[str, int], set[int]] = {}
    for word in words_asked(asked):
        for place, words in pair.referee.mark(word).items():
            expected.setdefault(place, set()).update(words)
    found = set(pair.archive.find(tree))
    for article in [each for each in pair.articles if each.id not in found]:
        marks = {place: words for place, words in expected.items() if place[0] == article.id}
        assert whole_marks(pair, article.id, tree) == marks


def words_asked(node: Node) -> Iterator[Node]:
    """Yield each leaf that no negation drops, confined as it is in the tree."""
    match node:
        case Matching() | Published() | Length():
            return
        case InZone() | FirstWords():
            yield from (replace(node, child=word) for word in words_asked(node.child))
        case _:
            children = asked_children(node)
            yield from [word for child in children for word in words_asked(child)] if children else [node]


def whole_marks(pair: Pair, article_id: str, tree: Node) -> dict[tuple[str, int], set[int]]:
    """Find the numbers of the words under the marks of each paragraph of an article that has any."""
    texts = {paragraph.number: paragraph.text for paragraph in pair.archive.fetch(article_id).paragraphs}
    marks = pair.archive.mark(article_id, tree)
    return {(article_id, number): words_under(texts[number], spans) for number, spans in marks.items()}


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
