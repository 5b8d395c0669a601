"""Tell which conditions of a query no article meets, and what sources, agencies and sections there are instead."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from archive_search.analysis.name_keys import fold_name
from archive_search.query.building import join
from archive_search.query.printing import print_query
from archive_search.query.remarks import quote
from archive_search.query.traversal import asked_children
from archive_search.query.tree import And, Filter, Matching, Node
from archive_search.search.facets import FACET_OF_FIELD, Facet, FacetCount
from archive_search.search.other_queries import OtherQueries
from archive_search.search.wider_queries import take_apart
from archive_search.search.wording import tell_suggestions

MOST_LISTED = 3

ListValues: TypeAlias = Callable[[Facet], Sequence[FacetCount]]
"""Gives the values of a property with their articles, those with the most first."""

_NAMES = {Facet.SOURCE: "sources", Facet.AGENCY: "agences", Facet.SECTION: "rubriques"}

# Out of 100: of five letters in a row, one may differ.
_CLOSE = 80.0


def tell_unmet(tree: Node, queries: OtherQueries, list_values: ListValues) -> Iterator[str]:
    """Name the conditions that no article meets, or where each is met by some, say that none meets all of them.

    Args:
        tree: The query.
        queries: Finds the articles of its parts.
        list_values: Lists what the archive has instead.

    Yields:
        French sentences, in the order of the query.
    """
    unmet = [each for each in dict.fromkeys(_asked_filters(tree)) if not len(queries.articles(each))]
    for each in unmet:
        yield f"aucun article ne répond à {print_query(each)}{_tell_values(each, list_values)}"
    together = take_apart(tree).filters
    if len(together) > 1 and not unmet and not len(queries.articles(join(And, together))):
        yield f"aucun article ne répond à {print_query(join(And, together))}"


def _asked_filters(node: Node) -> Iterator[Filter]:
    if isinstance(node, Filter):
        yield node
    for child in asked_children(node):
        yield from _asked_filters(child)


def _tell_values(condition: Filter, list_values: ListValues) -> str:
    """Offer the values closest to one that no article has, or else the most frequent ones."""
    if not isinstance(condition, Matching) or condition.field not in FACET_OF_FIELD:
        return ""
    facet = FACET_OF_FIELD[condition.field]
    values = [value.name for value in list_values(facet)]
    if close := _find_close(condition.value, values):
        return tell_suggestions(close)
    more = ", …" if len(values) > MOST_LISTED else ""
    return f" ; {_NAMES[facet]} de l'archive : {', '.join(map(quote, values[:MOST_LISTED]))}{more}" if values else ""


def _find_close(asked: str, values: Sequence[str]) -> list[str]:
    # Imported here: only a condition that nothing meets needs it, and every query would pay for it.
    from rapidfuzz import fuzz, process

    folded = [fold_name(value) for value in values]
    near = process.extract(fold_name(asked), folded, scorer=fuzz.partial_ratio, limit=MOST_LISTED, score_cutoff=_CLOSE)
    return [values[rank] for _folded, _ratio, rank in near]
