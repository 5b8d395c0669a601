"""Say what to do when a query finds nothing: which word is to blame, and what queries that ask for less would find."""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from archive_search.indexing.reading import IndexReader
from archive_search.query.building import join
from archive_search.query.printing import print_query
from archive_search.query.traversal import children_of, leaves_of
from archive_search.query.tree import Among, And, Named, Node, Or
from archive_search.search.absent_values import ListValues, tell_unmet
from archive_search.search.absent_words import tell_absent
from archive_search.search.corpus import Corpus
from archive_search.search.most_words import find_most
from archive_search.search.other_queries import OtherQueries
from archive_search.search.resolving import Resolution, drop_empty_words
from archive_search.search.tallies import TallyCache
from archive_search.search.wider_queries import (
    ask_anywhere,
    ask_once,
    exclude_nothing,
    take_apart,
    widen_distances,
)
from archive_search.search.wording import count_things

_WIDER_DISTANCES = (10, 20, 50)


def advise(
    resolution: Resolution,
    corpus: Corpus,
    index: IndexReader,
    *,
    kept: TallyCache | None = None,
    list_values: ListValues = lambda _facet: (),
) -> list[str]:
    """Explain an empty answer.

    Args:
        resolution: The query, which finds nothing.
        corpus: The archive.
        index: The same as an index.
        kept: Tallies kept from other queries.
        list_values: Lists the sources, agencies and sections of the archive.

    Returns:
        French sentences: what occurs nowhere, apart from the names that nothing in the archive has, which resolving
        has told, and the conditions that no article meets; then other queries that find something, with the number of
        their articles. None is run in its place.
    """
    queries = OtherQueries(resolution, corpus, index.vocabulary, kept)
    unknown = [leaf for leaf, terms in resolution.terms.items() if isinstance(leaf, Named) and not terms.slots]
    sentences = tell_absent(resolution.tree, queries, index, told=unknown)
    anywhere = _ask_anywhere(resolution.tree, queries)
    sentences += tell_unmet(resolution.tree, queries, list_values)
    wider = list(_offer_wider(resolution.tree, anywhere, queries))
    return [*sentences, *(wider or _offer_fewer(resolution.tree, anywhere, queries))]


def _ask_anywhere(tree: Node, queries: OtherQueries) -> Node:
    """Ask for the same words wherever they stand; only the phrases that are nowhere come apart."""
    wider = ask_anywhere(tree, loosens=lambda phrase: not len(queries.articles(phrase)))
    return _as_read(wider, tree)


def _ask_least(tree: Node, queries: OtherQueries) -> Node:
    """Ask for the same words wherever they stand, once each, whatever is excluded."""
    return _ask_anywhere(ask_once(exclude_nothing(tree)), queries)


def _as_read(wider: Node, tree: Node) -> Node:
    """Leave out of another query the stop words that are now words among others, as when it is typed."""
    return drop_empty_words(wider) or tree


def _offer_wider(tree: Node, anywhere: Node, queries: OtherQueries) -> Iterator[str]:
    """Offer queries with all the words and filters, that ask less of where they stand or how often.

    Only where no single demand can be dropped, all are.
    """
    offers = [
        *_offer_distance(tree, queries),
        _Offer(anywhere, "si les mots sont n'importe où"),
        _Offer(_as_read(ask_once(tree), tree), "si une fois suffit"),
        _Offer(_as_read(exclude_nothing(tree), tree), "si rien n'est exclu"),
    ]
    fruitful = [offer for offer in offers if _is_fruitful(offer.tree, tree, queries)]
    if not fruitful:
        loosest = _ask_least(tree, queries)
        fruitful = [_Offer(loosest, "en demandant moins")] if _is_fruitful(loosest, tree, queries) else []
    for wider, condition in fruitful:
        yield f"{count_things(len(queries.articles(wider)), 'article')} {condition} : {print_query(wider)}"


class _Offer(NamedTuple):
    """Hold another query, and what it asks less."""

    tree: Node
    condition: str


def _offer_distance(tree: Node, queries: OtherQueries) -> list[_Offer]:
    """Offer the smallest of some wider distances at which words are."""
    wider = ((widen_distances(tree, distance), distance) for distance in _WIDER_DISTANCES)
    fruitful = (
        _Offer(each, f"à {distance} mots au plus") for each, distance in wider if _is_fruitful(each, tree, queries)
    )
    return list(islice(fruitful, 1))


def _is_fruitful(wider: Node, tree: Node, queries: OtherQueries) -> bool:
    return wider != tree and len(queries.articles(wider)) > 0


def _offer_fewer(tree: Node, anywhere: Node, queries: OtherQueries) -> Iterator[str]:
    """Offer the query that asks for as many of the words as some article has, wherever they stand if need be.

    Without the filters it is offered where an article has more of the words.
    """
    asked = take_apart(tree)
    condition = print_query(join(And, asked.filters)) if asked.filters else ""
    most = find_most(asked, queries) if len(asked.words) > 1 else None
    most = most or find_most(take_apart(anywhere), queries)
    most = most or find_most(take_apart(_ask_least(tree, queries)), queries)
    if most and most.tree != tree:
        among = f" avec {condition}" if condition else ""
        found = count_things(most.articles, "article")
        yield f"aucun article{among} n'a {_things(tree)} ; {found} avec : {print_query(most.tree)}"
    unfiltered = find_most(asked._replace(filters=()), queries) if condition else None
    if unfiltered and unfiltered.words > (most.words if most else 0):
        yield f"{count_things(unfiltered.articles, 'article')} sans {condition} : {print_query(unfiltered.tree)}"


def _things(tree: Node) -> str:
    """Say what no article has."""
    if _offers_choice(tree):
        return "tout ce qui est demandé"
    name = "mots ou ces noms" if isinstance(tree, Among) else "mots et tous les noms"
    if not any(isinstance(leaf, Named) for leaf in leaves_of(tree)):
        name = "mots"
    return f"{tree.count} de ces {name}" if isinstance(tree, Among) else f"tous les {name}"


def _offers_choice(node: Node) -> bool:
    return isinstance(node, Or) or any(map(_offers_choice, children_of(node)))
