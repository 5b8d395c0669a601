"""Say what a reader should know of an answer: that rules have changed, that names are missing, what else to ask."""

import sqlite3

import numpy as np

from archive_search.engines.local_searching import Searcher
from archive_search.indexing.reading import IndexReader
from archive_search.query.tree import Named
from archive_search.search.facets import Facet, FacetCount, count_facet
from archive_search.search.resolving import Resolution
from archive_search.store.named import NamedArticles


def warn_of_rules(searcher: Searcher) -> list[str]:
    """Say that an archive was made by other rules of analysis, if it was."""
    if searcher.follows_present_rules:
        return []
    return [
        "cette archive a été construite avec d'autres règles d'analyse : des mots peuvent manquer ; "
        "relancez « archive-search rebuild »"
    ]


def warn_of_names(searcher: Searcher, connection: sqlite3.Connection, resolution: Resolution) -> list[str]:
    """Say that names were asked for and some articles have none yet."""
    if not any(isinstance(leaf, Named) for leaf in resolution.terms) or searcher.names.is_empty:
        return []
    waiting = NamedArticles(connection).count_unnamed()
    if not waiting:
        return []
    return [
        f"articles dont les noms ne sont pas encore relevés : {waiting} ; lancez « archive-search entities update »"
    ]


def advise_reader(
    searcher: Searcher, connection: sqlite3.Connection, index: IndexReader, resolution: Resolution
) -> list[str]:
    """Say what may be asked in the place of a query that finds nothing."""
    # Imported here: a query that finds something needs no advice.
    from archive_search.search.advice import advise

    def list_values(facet: Facet) -> tuple[FacetCount, ...]:
        return count_facet(searcher.corpus, connection, facet, np.flatnonzero(searcher.corpus.alive))

    return advise(resolution, searcher.corpus, index, kept=searcher.tallies, list_values=list_values)
