"""Search one commit of an archive on this machine."""

import sqlite3
import threading
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from archive_search.analysis.fingerprint import analyzer_fingerprint
from archive_search.engines.layout import folder_size, index_folder
from archive_search.engines.protocol import Answer, Statistics
from archive_search.errors import UnknownArticleError
from archive_search.indexing.reading import IndexReader
from archive_search.indexing.sealing import Seal, check_before_reading
from archive_search.indexing.storage import damaged
from archive_search.query.printing import print_query
from archive_search.query.tree import Leaf, Node
from archive_search.records import Article
from archive_search.search.advice import advise
from archive_search.search.corpus import EVERYWHERE
from archive_search.search.evaluation import Evaluator
from archive_search.search.facets import Facet, FacetCount, count_facet
from archive_search.search.index_corpus import IndexCorpus
from archive_search.search.marking import mark_articles
from archive_search.search.occurrences import Integers
from archive_search.search.ranking import rank_articles
from archive_search.search.requests import SearchRequest
from archive_search.search.resolving import Resolution, resolve_tree
from archive_search.search.results import Hit
from archive_search.search.scoring import Scores, ScoringContext, scoring_groups
from archive_search.search.snippets import cut_snippets
from archive_search.store.articles import fetch_articles, number_of
from archive_search.store.commits import FINGERPRINT, list_sealed, read_generation, read_state
from archive_search.store.connecting import open_reader, translated
from archive_search.store.statistics import count_by, count_store

_ATTEMPTS = 20


class LocalReader:
    """Answer searches from the commit that was the last when the reader was opened, whatever is written since.

    It may be used by several threads; they take turns.
    """

    def __init__(self, path: Path) -> None:
        """Open the archive in a folder.

        Raises:
            ArchiveDamagedError: Records or index cannot be read.
        """
        self._path = path
        self._turn = threading.RLock()
        with translated(path):
            self._connection, self._index = _open_snapshot(path)
        try:
            self._corpus = IndexCorpus(self._index, self._connection)
            self._context = ScoringContext(self._corpus)
        except BaseException:
            self.close()
            raise

    def search(self, request: SearchRequest) -> Answer:
        """Answer a search.

        Raises:
            QueryError: Nothing in the query is a word.
        """
        with self._turn, translated(self._path):
            resolution = resolve_tree(request.tree, self._corpus.forms)
            evaluator = Evaluator(self._corpus, resolution.terms)
            articles = evaluator.units(resolution.tree)
            resolved = replace(request, tree=resolution.tree)
            chosen, scores = rank_articles(evaluator, self._context, resolved, articles)
            warnings = [*self._warnings(), *resolution.warnings]
            if not len(articles):
                warnings += advise(evaluator, resolution.tree, print_query)
            return Answer(
                tree=resolution.tree,
                total=len(articles),
                hits=self._make_hits(request, resolution, evaluator, chosen, scores),
                facets=self._count(request.facets, articles),
                warnings=tuple(warnings),
            )

    def _warnings(self) -> list[str]:
        if read_state(self._connection, FINGERPRINT) == analyzer_fingerprint():
            return []
        return [
            "cette archive a été construite avec d'autres règles d'analyse : des mots peuvent manquer ; "
            "relancez « archive-search rebuild »"
        ]

    def _make_hits(
        self,
        request: SearchRequest,
        resolution: Resolution,
        evaluator: Evaluator,
        chosen: Integers,
        scores: Scores,
    ) -> tuple[Hit, ...]:
        numbers = self._corpus.article_numbers[chosen].tolist()
        articles = fetch_articles(self._connection, numbers)
        holding = [self._paragraphs_holding(evaluator, resolution.terms, number) for number in chosen.tolist()]
        marks = mark_articles(articles, resolution.tree, resolution.terms, holding=holding)
        weights = self._leaf_weights(evaluator, resolution.tree)
        return tuple(
            Hit(
                rank=request.offset + place + 1,
                score=float(score),
                article=article,
                title_marks=found.spans.get(1, ()) if article.title is not None else (),
                snippets=cut_snippets(article, found, weights, limit=request.snippets),
            )
            for place, (article, found, score) in enumerate(zip(articles, marks, scores, strict=True))
        )

    def _paragraphs_holding(self, evaluator: Evaluator, leaves: Iterable[Leaf], article: int) -> set[int]:
        """Give the numbers of the paragraphs of an article in which some leaf occurs."""
        bounds = self._corpus.first_document[article : article + 2]
        held: set[int] = set()
        for leaf in leaves:
            documents = evaluator.occurrences(leaf).document
            first, end = np.searchsorted(documents, bounds)
            held.update(self._corpus.paragraph_numbers[documents[first:end]].tolist())
        return held

    def _leaf_weights(self, evaluator: Evaluator, tree: Node) -> dict[Leaf, float]:
        """Weigh the leaves by how rare they are, as in the score."""
        leaves = {scored.leaf for group in scoring_groups(tree, EVERYWHERE) for scored in group}
        return {leaf: float(np.log1p(self._context.count / (1 + len(evaluator.units(leaf))))) for leaf in leaves}

    def _count(self, facets: Sequence[Facet], articles: Integers) -> dict[str, tuple[FacetCount, ...]]:
        return {facet.value: count_facet(self._corpus, self._connection, facet, articles) for facet in facets}

    def count_facets(self, tree: Node | None, facets: Sequence[Facet]) -> dict[str, tuple[FacetCount, ...]]:
        """Count the articles that satisfy a tree, or all when it is None, by some properties."""
        with self._turn, translated(self._path):
            if tree is None:
                return self._count(facets, np.flatnonzero(self._corpus.alive))
            resolution = resolve_tree(tree, self._corpus.forms)
            return self._count(facets, Evaluator(self._corpus, resolution.terms).units(resolution.tree))

    def fetch(self, article_id: str) -> Article:
        """Give an article.

        Raises:
            UnknownArticleError: There is none of that id.
        """
        with self._turn, translated(self._path):
            number = number_of(self._connection, article_id)
            if number is None:
                message = f"pas d'article « {article_id} » dans l'archive : vérifiez l'identifiant"
                raise UnknownArticleError(message, article_id=article_id)
            return fetch_articles(self._connection, [number])[0]

    def statistics(self) -> Statistics:
        """Count what the archive holds."""
        with self._turn, translated(self._path):
            counts = count_store(self._connection)
            (forms,) = self._connection.execute("select count(*) from forms").fetchone()
            return Statistics(
                articles=counts.articles,
                paragraphs=counts.paragraphs,
                words=counts.words,
                characters=counts.characters,
                files=counts.files,
                forms=forms,
                entities=0,
                sources=tuple(count_by(self._connection, "source")),
                first_date=counts.first_date,
                last_date=counts.last_date,
                undated=counts.undated,
                bytes=folder_size(self._path),
                segments=self._index.segment_count,
            )

    def close(self) -> None:
        """Close the files."""
        with self._turn:
            self._index.close()
            self._connection.close()


def _open_snapshot(path: Path) -> tuple[sqlite3.Connection, IndexReader]:
    """Open records and index of one commit.

    A writer may commit and clean between the two; then the snapshot is taken again.
    """
    folder = index_folder(path)
    for _attempt in range(_ATTEMPTS):
        connection = open_reader(path)
        try:
            check_before_reading(folder, (Seal(*sealed) for sealed in list_sealed(connection)))
            return connection, IndexReader(folder, generation=read_generation(connection))
        except FileNotFoundError as error:
            connection.close()
            missing = error
        except BaseException:
            connection.close()
            raise
    raise damaged(Path(missing.filename), "fichier manquant") from missing
