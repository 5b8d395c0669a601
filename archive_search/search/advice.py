"""Say what to do when a query finds nothing: which word is to blame, and what queries that ask for less would find."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from archive_search.indexing.reading import IndexReader
from archive_search.query.building import choose, join
from archive_search.query.printing import print_query
from archive_search.query.traversal import leaves_of
from archive_search.query.tree import Among, And, Named, Node
from archive_search.search.absent_words import tell_absent
from archive_search.search.corpus import Corpus
from archive_search.search.occurrences import Integers
from archive_search.search.other_queries import OtherQueries
from archive_search.search.resolving import Resolution, drop_empty_words
from archive_search.search.tallies import TallyCache
from archive_search.search.unit_sets import intersect, subtract
from archive_search.search.wider_queries import Conjunction, ask_anywhere, ask_once, exclude_nothing, take_apart


def advise(resolution: Resolution, corpus: Corpus, index: IndexReader, kept: TallyCache | None = None) -> list[str]:
    """Explain an empty answer.

    Args:
        resolution: The query, which finds nothing.
        corpus: The archive.
        index: The same as an index.
        kept: Tallies kept from other queries.

    Returns:
        French sentences: what occurs nowhere, apart from the names that nothing in the archive has, which resolving
        has told; then other queries that find something, with the number of their articles. None is run in its place.
    """
    queries = OtherQueries(resolution, corpus, index.vocabulary, kept)
    unknown = [leaf for leaf, terms in resolution.terms.items() if isinstance(leaf, Named) and not terms.slots]
    sentences = tell_absent(resolution.tree, queries, index, told=unknown)
    anywhere = _ask_anywhere(resolution.tree, queries)
    if wider := list(_offer_wider(resolution.tree, anywhere, queries)):
        return [*sentences, *wider]
    return [*sentences, *_offer_fewer(resolution.tree, anywhere, queries)]


def _ask_anywhere(tree: Node, queries: OtherQueries) -> Node:
    """Ask for the same words wherever they stand; only the phrases that are nowhere come apart."""
    wider = ask_anywhere(tree, loosens=lambda phrase: not len(queries.articles(phrase)))
    return drop_empty_words(wider) or tree


def _offer_wider(tree: Node, anywhere: Node, queries: OtherQueries) -> Iterator[str]:
    """Offer queries with all the words and filters, that ask less of where they stand or how often."""
    offers = (
        (anywhere, "si les mots sont n'importe où"),
        (ask_once(tree), "si une fois suffit"),
        (exclude_nothing(tree), "si rien n'est exclu"),
    )
    for wider, condition in offers:
        if wider != tree and (count := len(queries.articles(wider))):
            yield f"{_count(count)} {condition} : {print_query(wider)}"


def _offer_fewer(tree: Node, anywhere: Node, queries: OtherQueries) -> Iterator[str]:
    """Offer the query that asks for as many of the words as some article has, wherever they stand if need be.

    Without the filters it is offered where an article has more of the words.
    """
    asked = take_apart(tree)
    condition = print_query(join(And, asked.filters)) if asked.filters else ""
    if condition and not len(queries.articles(join(And, asked.filters))):
        yield f"aucun article ne répond à {condition}"
    most = _find_most(asked, queries) if len(asked.words) > 1 else None
    most = most or _find_most(take_apart(anywhere), queries)
    if most and most.tree != tree:
        among = f" avec {condition}" if condition else ""
        yield f"aucun article{among} n'a {_things(tree)} ; {_count(most.articles)} avec : {print_query(most.tree)}"
    unfiltered = _find_most(asked._replace(filters=()), queries) if condition else None
    if unfiltered and unfiltered.words > (most.words if most else 0):
        yield f"{_count(unfiltered.articles)} sans {condition} : {print_query(unfiltered.tree)}"


def _things(tree: Node) -> str:
    """Say what no article has."""
    name = "mots ou ces noms" if isinstance(tree, Among) else "mots et tous les noms"
    if not any(isinstance(leaf, Named) for leaf in leaves_of(tree)):
        name = "mots"
    return f"{tree.count} de ces {name}" if isinstance(tree, Among) else f"tous les {name}"


class _Most(NamedTuple):
    """Hold the query that asks for as many words as some article has, their number, and that of the articles."""

    tree: Node
    words: int
    articles: int


def _find_most(asked: Conjunction, queries: OtherQueries) -> _Most | None:
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
    tree = asked.asking_for(choose(most, occurring))
    return _Most(tree, most, int(np.count_nonzero(counts[allowed] == most)))


def _allow(articles: Integers, asked: Conjunction, queries: OtherQueries) -> Integers:
    """Keep the articles that the filters keep and that nothing excludes."""
    for condition in asked.filters:
        articles = intersect([articles, queries.articles(condition)])
    return articles if asked.drop is None else subtract(articles, queries.articles(asked.drop))


def _count(articles: int) -> str:
    return f"{articles} article{'s' if articles > 1 else ''}"
