"""Find articles in one commit of an archive on this machine, and make hits of those of a page."""

import sqlite3
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

import numpy as np

from archive_search.analysis.fingerprint import analyzer_fingerprint
from archive_search.engines.naming.lookup import RecordsLookup
from archive_search.indexing.reading import IndexReader
from archive_search.query.tree import Leaf, Node
from archive_search.records import Article, Span
from archive_search.search.evaluation import Evaluator
from archive_search.search.excerpts import evaluate_excerpt
from archive_search.search.folding import Folding, Ranked, rank_folded
from archive_search.search.impacts import Scores, ScoringContext
from archive_search.search.index_corpus import IndexCorpus
from archive_search.search.marking import ArticleMarks, find_marks, find_words, mark_articles
from archive_search.search.occurrences import Integers
from archive_search.search.page_corpus import PageCorpus
from archive_search.search.ranking import rank_articles
from archive_search.search.requests import SearchRequest
from archive_search.search.resolving import Resolution, resolve_tree
from archive_search.search.results import FamilyOfHit, Hit
from archive_search.search.scope import EVERYWHERE
from archive_search.search.scoring import Scorer, scoring_groups
from archive_search.search.snippets import cut_snippets
from archive_search.search.tallies import TallyCache
from archive_search.search.terms import stems_of
from archive_search.search.unit_sets import intersect, subtract
from archive_search.store.articles import fetch_articles, read_ids
from archive_search.store.commits import FINGERPRINT, read_state
from archive_search.store.family_numbers import FamilyNumbers, read_family_numbers

_KEPT_QUERIES = 128


class Found(NamedTuple):
    """Hold what a search found.

    Attributes:
        resolution: The query as it was resolved.
        evaluator: The query over the archive.
        articles: Numbers of all articles found, sorted.
        folding: Which of them are of one family.
        chosen: Numbers of the articles of the page, in order.
        scores: Their scores.
    """

    resolution: Resolution
    evaluator: Evaluator
    articles: Integers
    folding: Folding
    chosen: Integers
    scores: Scores

    @property
    def total(self) -> int:
        """Number of all articles found."""
        return len(self.articles)


class Searcher:
    """Find articles, and keep what later searches ask for again.

    Attributes:
        corpus: The archive.
        names: Its persons, places and organisations.
        context: What scoring needs of it.
        tallies: Words counted so far.
    """

    def __init__(self, connection: sqlite3.Connection, index: IndexReader) -> None:
        """Take the records and the index of one commit."""
        self._connection = connection
        self.corpus = IndexCorpus(index, connection)
        self.names = RecordsLookup(connection)
        self.context = ScoringContext(self.corpus)
        self.tallies = TallyCache()
        self.resolve = lru_cache(_KEPT_QUERIES)(self._resolve)

    def _resolve(self, tree: Node) -> Resolution:
        return resolve_tree(tree, self.corpus.vocabulary, self.names)

    def evaluate(self, resolution: Resolution) -> Evaluator:
        """Make ready to evaluate a query over the archive."""
        return Evaluator(self.corpus, resolution.terms, self.tallies)

    @cached_property
    def follows_present_rules(self) -> bool:
        """Whether the words of the archive were counted by today's rules of analysis."""
        return read_state(self._connection, FINGERPRINT) == analyzer_fingerprint()

    @cached_property
    def _family_numbers(self) -> FamilyNumbers:
        return read_family_numbers(self._connection)

    @cached_property
    def _families(self) -> Integers:
        """Number of the family of each article of the index; 0 where it has none."""
        return self._family_numbers.of(self.corpus.article_numbers)

    def find(self, request: SearchRequest) -> Found:
        """Find the articles that satisfy a query, and choose those of the page.

        Raises:
            QueryError: Nothing in the query is a word.
        """
        resolution = self.resolve(request.tree)
        evaluator = self.evaluate(resolution)
        articles = evaluator.units(resolution.tree)
        folding = Folding(articles=articles, families=self._families)

        def rank(asked: SearchRequest) -> Ranked:
            return rank_articles(evaluator, self.context, asked, articles, tree=resolution.tree)

        has_doubles = request.fold and folding.hits < len(articles)
        ranked = rank_folded(rank, folding, request) if has_doubles else rank(request)
        return Found(resolution, evaluator, articles, folding, *ranked)

    def find_similar(self, number: int, *, limit: int) -> Found | None:
        """Find the articles that resemble one and are not of its family, folded.

        Args:
            number: Number of the article in the records.
            limit: Most articles wanted.

        Returns:
            What a search for its telling words finds; None where it has none in common with any other article.
        """
        # Imported here: few searches begin from an article.
        from archive_search.search.similar import ask_for_share, rank_similar, weigh_words

        (article,) = fetch_articles(self._connection, [number])
        alike = self._alike(number)
        weights = weigh_words(article, self.corpus, copies=len(alike))
        if not weights:
            return None
        resolution = resolve_tree(ask_for_share(weights), self.corpus.vocabulary)
        evaluator = self.evaluate(resolution)
        articles = subtract(evaluator.units(resolution.tree), alike)
        scorer = Scorer(evaluator, self.context, resolution.tree)
        folding = Folding(articles=articles, families=self._families)
        chosen, scores = folding.fold(*rank_similar(scorer, weights, articles, corpus=self.corpus))
        return Found(resolution, evaluator, articles, folding, chosen[:limit], scores[:limit])

    def _alike(self, number: int) -> Integers:
        """Give the numbers of an article and of the other members of its family in the index."""
        is_alike = self.corpus.article_numbers == number
        family = self._family_numbers.of(np.array([number]))[0]
        if family:
            is_alike |= self._families == family
        return np.flatnonzero(is_alike & self.corpus.alive)

    def make_hits(self, found: Found, *, offset: int = 0, snippets: int = 3) -> tuple[Hit, ...]:
        """Read the articles of a page and mark them.

        Args:
            found: What was found.
            offset: Number of hits before the page.
            snippets: Most snippets a hit.
        """
        numbers = self.corpus.article_numbers[found.chosen].tolist()
        articles = fetch_articles(self._connection, numbers)
        marks = self._mark(found, articles)
        families = self._families_of(found)
        weights = self._leaf_weights(found.evaluator, found.resolution.tree)
        return tuple(
            Hit(
                rank=offset + place + 1,
                score=float(score),
                article=article,
                title_marks=marked.cut_title_spans(article),
                snippets=cut_snippets(article, marked, weights, limit=snippets),
                family=family,
            )
            for place, (article, marked, score, family) in enumerate(
                zip(articles, marks, found.scores, families, strict=True)
            )
        )

    def _families_of(self, found: Found) -> list[FamilyOfHit | None]:
        """Tell the family of each article of the page."""
        chosen = found.chosen.tolist()
        families = [found.folding.family(article) for article in chosen]
        ids = read_ids(self._connection, {family for family in families if family})
        return [
            FamilyOfHit(ids[family], self._family_numbers.count(family), found.folding.others(article))
            if family in ids
            else None
            for article, family in zip(chosen, families, strict=True)
        ]

    def _mark(self, found: Found, articles: Sequence[Article]) -> list[ArticleMarks]:
        """Mark articles by the places that the index knows, unless it counted words by other rules than today's."""
        tree, terms = found.resolution.tree, found.resolution.terms
        if not self.follows_present_rules:
            return mark_articles(articles, tree, terms)
        numbers = np.sort(found.chosen)
        marks = find_marks(evaluate_excerpt(found.evaluator, tree, terms, numbers), tree, numbers)
        return [marks[number] for number in found.chosen.tolist()]

    def mark_article(self, number: int, tree: Node) -> dict[int, tuple[Span, ...]]:
        """Find what to mark in the whole of an article.

        Args:
            number: Number of the article in the records.
            tree: The query. Where the article does not satisfy it, its words are marked wherever they stand.

        Returns:
            Spans of characters by number of paragraph, in order; paragraphs without any are left out.
        """
        resolution = self.resolve(tree)
        (article,) = fetch_articles(self._connection, [number])
        evaluator, place = self._evaluate_article(resolution, number, article)
        is_found = len(intersect([evaluator.units(resolution.tree), place]))
        found = (find_marks if is_found else find_words)(evaluator, resolution.tree, place)
        spans = [(each.number, marks.cut_spans(each)) for marks in found.values() for each in article.paragraphs]
        return {paragraph: some for paragraph, some in spans if some}

    def _evaluate_article(self, resolution: Resolution, number: int, article: Article) -> tuple[Evaluator, Integers]:
        """Make ready to evaluate a query over one article, and tell its number there."""
        if not self.follows_present_rules:
            corpus = PageCorpus([article], stems_of(resolution.terms.values()))
            return Evaluator(corpus, resolution.terms), np.arange(1)
        place = np.flatnonzero((self.corpus.article_numbers == number) & self.corpus.alive)
        return evaluate_excerpt(self.evaluate(resolution), resolution.tree, resolution.terms, place), place

    def _leaf_weights(self, evaluator: Evaluator, tree: Node) -> dict[Leaf, float]:
        """Weigh the leaves by how rare they are, as in the score."""
        leaves = {scored.leaf for group in scoring_groups(tree, EVERYWHERE) for scored in group}
        return {leaf: float(np.log1p(self.context.count / (1 + len(evaluator.units(leaf))))) for leaf in leaves}
