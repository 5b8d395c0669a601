"""Search one commit of an archive on this machine."""

import sqlite3
import threading
import weakref
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from archive_search.engines.answer_warnings import advise_reader, warn_of_names, warn_of_rules
from archive_search.engines.last_commit import identify_records, read_commit
from archive_search.engines.local_searching import Searcher
from archive_search.engines.protocol import Answer, Statistics
from archive_search.engines.snapshots import open_snapshot
from archive_search.engines.totals import count_totals
from archive_search.errors import UnknownArticleError
from archive_search.indexing.reading import IndexReader
from archive_search.query.tree import Node
from archive_search.records import Article, EntityType, Span
from archive_search.search.facets import Facet, FacetCount, count_facet
from archive_search.search.occurrences import Integers
from archive_search.search.requests import EntityRequest, ExplainRequest, SearchRequest
from archive_search.search.resolving import Resolution
from archive_search.search.results import RankedArticle, Ranking
from archive_search.store.articles import fetch_articles, find_known_ids, number_of
from archive_search.store.connecting import translated

# Names are read by few searches, and few are explained: what does so is imported by the methods that need it.
if TYPE_CHECKING:
    from archive_search.engines.families.reading import FamilyList
    from archive_search.engines.naming.reading import ArticleNames, EntityList, Portrait
    from archive_search.family_records import Comparison, Family
    from archive_search.search.completion import Completer, Completion
    from archive_search.search.explanation import Explanation

_KEPT_QUERIES = 128


class LocalReader:
    """Answer searches from the commit that was the last when the reader was opened, whatever is written since.

    It may be used by several threads; they take turns. Its files are given back by `close`, or when nobody holds it.

    Attributes:
        commit: The commit that is read.
    """

    def __init__(self, path: Path) -> None:
        """Open the archive in a folder.

        Raises:
            ArchiveDamagedError: Records or index cannot be read.
        """
        self._path = path
        self._turn = threading.RLock()
        with translated(path):
            # Looked at first: where another archive takes its place meanwhile, the two are seen to differ.
            file = identify_records(path)
            self._connection, self._index = open_snapshot(path)
        self._closing = weakref.finalize(self, _close, self._index, self._connection)
        try:
            with translated(path):
                self.commit = read_commit(self._connection, file)
            self._searcher = Searcher(self._connection, self._index)
        except BaseException:
            self.close()
            raise

    def search(self, request: SearchRequest) -> Answer:
        """Answer a search.

        Raises:
            QueryError: Nothing in the query is a word.
        """
        with self._turn, translated(self._path):
            found = self._searcher.find(request)
            warnings = [*self._warn(found.resolution), *found.resolution.warnings]
            if not found.total:
                warnings += self._advise(found.resolution)
            return Answer(
                tree=found.resolution.tree,
                total=found.total,
                hits_total=found.folding.hits if request.fold else found.total,
                hits=self._searcher.make_hits(found, offset=request.offset, snippets=request.snippets),
                facets=self._count(request.facets, found.articles),
                warnings=tuple(warnings),
            )

    def more_like(self, article_id: str, *, limit: int) -> Answer | None:
        """Find the articles that resemble one and are not of its family; None where it shares no telling word.

        Raises:
            UnknownArticleError: There is no article of the id.
        """
        with self._turn, translated(self._path):
            found = self._searcher.find_similar(self._number_of(article_id), limit=limit)
            if found is None:
                return None
            return Answer(
                tree=found.resolution.tree,
                total=found.total,
                hits_total=found.folding.hits,
                hits=self._searcher.make_hits(found),
                warnings=tuple(warn_of_rules(self._searcher)),
            )

    def _advise(self, resolution: Resolution) -> list[str]:
        return advise_reader(self._searcher, self._connection, self._index, resolution)

    def rank(self, request: SearchRequest) -> Ranking:
        """Answer a search by ids and scores alone.

        Raises:
            QueryError: Nothing in the query is a word.
        """
        with self._turn, translated(self._path):
            found = self._searcher.find(request)
            ids = self._index.article_ids(found.chosen.tolist())
            return Ranking(found.total, tuple(map(RankedArticle, ids, found.scores.tolist())))

    def find(self, tree: Node) -> tuple[str, ...]:
        """Give the ids of all articles that satisfy a tree, in the order in which they are stored.

        Raises:
            QueryError: Nothing in the query is a word.
        """
        with self._turn, translated(self._path):
            resolution = self._searcher.resolve(tree)
            articles = self._searcher.evaluate(resolution).units(resolution.tree)
            return tuple(self._index.article_ids(articles.tolist()))

    def mark(self, article_id: str, tree: Node) -> dict[int, tuple[Span, ...]]:
        """Find what to mark in the whole of an article, by number of paragraph.

        Raises:
            QueryError: Nothing in the query is a word.
            UnknownArticleError: There is no article of the id.
        """
        with self._turn, translated(self._path):
            return self._searcher.mark_article(self._number_of(article_id), tree)

    def _warn(self, resolution: Resolution) -> list[str]:
        return [*warn_of_rules(self._searcher), *warn_of_names(self._searcher, self._connection, resolution)]

    def _count(self, facets: Sequence[Facet], articles: Integers) -> dict[str, tuple[FacetCount, ...]]:
        return {
            facet.value: count_facet(
                self._searcher.corpus,
                self._connection,
                facet,
                articles,
                display_names=self._searcher.names.display_names,
            )
            for facet in facets
        }

    def count_facets(self, tree: Node | None, facets: Sequence[Facet]) -> dict[str, tuple[FacetCount, ...]]:
        """Count the articles that satisfy a tree, or all when it is None, by some properties."""
        with self._turn, translated(self._path):
            if tree is None:
                return self._count(facets, np.flatnonzero(self._searcher.corpus.alive))
            resolution = self._searcher.resolve(tree)
            evaluator = self._searcher.evaluate(resolution)
            return self._count(facets, evaluator.units(resolution.tree))

    def explain(self, request: ExplainRequest) -> "Explanation":
        """Tell what a query matches, and what an article earns by it.

        Raises:
            QueryError: Nothing in the query is a word.
            UnknownArticleError: There is no article of the id.
        """
        from archive_search.search.explaining import explain_article, explain_query

        with self._turn, translated(self._path):
            number = None if request.article is None else self._number_of(request.article)
            resolution = self._searcher.resolve(request.tree)
            evaluator = self._searcher.evaluate(resolution)
            found = explain_query(resolution, evaluator, index=self._index, connection=self._connection)
            advice = [] if found.total else self._advise(resolution)
            warnings = (*self._warn(resolution), *found.warnings, *advice)
            found = replace(found, warnings=warnings)
            if number is None:
                return found
            (article,) = fetch_articles(self._connection, [number])
            context = self._searcher.context
            explained = explain_article(article, number, tree=resolution.tree, evaluator=evaluator, context=context)
            return replace(found, article=explained)

    def complete(self, text: str, *, limit: int) -> "tuple[Completion, ...]":
        """List ways in which a query that is being typed may go on, those in the most articles first."""
        with self._turn, translated(self._path):
            return self._completer.complete(text, limit=limit)

    @cached_property
    def _completer(self) -> "Completer":
        from archive_search.search.completion import Completer

        return Completer(self._index, self._searcher.corpus, self._connection, self._searcher.names)

    def fetch(self, article_id: str) -> Article:
        """Give an article.

        Raises:
            UnknownArticleError: There is none of that id.
        """
        with self._turn, translated(self._path):
            return fetch_articles(self._connection, [self._number_of(article_id)])[0]

    def find_missing(self, article_ids: Sequence[str]) -> tuple[str, ...]:
        """Give those of some ids that no article has."""
        with self._turn, translated(self._path):
            known = find_known_ids(self._connection, article_ids)
        return tuple(article_id for article_id in article_ids if article_id not in known)

    def _number_of(self, article_id: str) -> int:
        number = number_of(self._connection, article_id)
        if number is None:
            message = f"pas d'article « {article_id} » dans l'archive : vérifiez l'identifiant"
            raise UnknownArticleError(message, article_id=article_id)
        return number

    def read_names(self, article_id: str) -> "ArticleNames":
        """Give the names in an article.

        Raises:
            UnknownArticleError: There is none of that id.
        """
        from archive_search.engines.naming.reading import read_names

        with self._turn, translated(self._path):
            number = self._number_of(article_id)
            return read_names(self._connection, number, fetch_articles(self._connection, [number])[0])

    def list_families(self, *, limit: int, offset: int) -> "FamilyList":
        """List families, the largest first."""
        from archive_search.engines.families.reading import list_families

        with self._turn, translated(self._path):
            return list_families(self._connection, limit=limit, offset=offset)

    def read_family(self, article_id: str) -> "Family | None":
        """Give the family of an article, or None when it has none.

        Raises:
            UnknownArticleError: There is none of that id.
        """
        from archive_search.engines.families.reading import read_family

        with self._turn, translated(self._path):
            return read_family(self._connection, self._number_of(article_id))

    def compare(self, article_id: str, other_id: str) -> "Comparison":
        """Compare the words of two articles.

        Raises:
            UnknownArticleError: There is none of one of the ids.
        """
        from archive_search.engines.families.reading import compare_articles

        return compare_articles(self.fetch(article_id), self.fetch(other_id))

    def list_entities(self, request: EntityRequest) -> "EntityList":
        """List entities, those in the most articles first."""
        from archive_search.engines.naming.reading import search_entities

        with self._turn, translated(self._path):
            return search_entities(self._connection, request)

    def portray(self, text: str, *, entity_type: EntityType | None, neighbours: int) -> "Portrait":
        """Give what the archive knows of the entity of an id or name.

        Raises:
            UnknownEntityError: There is none, or several.
        """
        from archive_search.engines.naming.reading import portray

        with self._turn, translated(self._path):
            return portray(self._connection, self._index, text, entity_type=entity_type, neighbours=neighbours)

    def statistics(self) -> Statistics:
        """Count what the archive holds."""
        with self._turn, translated(self._path):
            return count_totals(self._path, self._connection, self._index)

    def close(self) -> None:
        """Close the files, which no search may read any more."""
        with self._turn:
            self._closing()


def _close(index: IndexReader, connection: sqlite3.Connection) -> None:
    index.close()
    connection.close()
