"""Find the query that asks for as many of some words as any article has.

Of "Rome ET Milan ET Turin", which nothing satisfies, that is "2 PARMI (Rome, Milan, Turin)" where an article has two.
"""

from typing import NamedTuple

import numpy as np

from archive_search.query.building import choose, join
from archive_search.query.tree import Node, Or
from archive_search.search.occurrences import Integers
from archive_search.search.other_queries import OtherQueries
from archive_search.search.unit_sets import intersect, subtract
from archive_search.search.wider_queries import Conjunction


class MostWords(NamedTuple):
    """Hold the query that asks for as many words as some article has, their number, and that of the articles."""

    tree: Node
    words: int
    articles: int


def find_most(asked: Conjunction, queries: OtherQueries) -> MostWords | None:
    """Find the largest number of the words that occur which some article has, and all the articles that have it."""
    found = {word: queries.articles(word) for word in asked.words}
    occurring = [word for word, articles in found.items() if len(articles)]
    if not occurring:
        return None
    counts = np.zeros(1 + max(found[word][-1] for word in occurring), np.int64)
    for word in occurring:
        counts[found[word]] += 1
    allowed = _allow(np.flatnonzero(counts), asked, queries)
    if not len(allowed):
        return None
    most = int(counts[allowed].max())
    tree = asked.asking_for(choose(most, [_without_absent(word, queries) for word in occurring]))
    return MostWords(tree, most, int(np.count_nonzero(counts[allowed] == most)))


def _without_absent(word: Node, queries: OtherQueries) -> Node:
    """Leave out of an alternative what no article has."""
    if not isinstance(word, Or):
        return word
    return join(Or, [child for child in word.children if len(queries.articles(child))])


def _allow(articles: Integers, asked: Conjunction, queries: OtherQueries) -> Integers:
    """Keep the articles that the filters keep and that nothing excludes."""
    for condition in asked.filters:
        articles = intersect([articles, queries.articles(condition)])
    return articles if asked.drop is None else subtract(articles, queries.articles(asked.drop))
