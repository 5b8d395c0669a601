"""Evaluate other queries beside the one that was asked."""

from archive_search.indexing.vocabulary import Vocabulary
from archive_search.query.traversal import leaves_of
from archive_search.query.tree import Node
from archive_search.search.corpus import Corpus
from archive_search.search.evaluation import Evaluator
from archive_search.search.occurrences import Integers
from archive_search.search.resolving import Resolution, resolve_tree
from archive_search.search.tallies import TallyCache


class OtherQueries:
    """Find the articles of queries made of a query's words; what is found for one serves the next."""

    def __init__(
        self, resolution: Resolution, corpus: Corpus, vocabulary: Vocabulary, kept: TallyCache | None = None
    ) -> None:
        """Take the query as resolved, the archive, its forms, and the tallies kept from other queries."""
        self._terms = dict(resolution.terms)
        self._vocabulary = vocabulary
        self._evaluator = Evaluator(corpus, self._terms, kept)

    def articles(self, tree: Node) -> Integers:
        """Find the numbers of the articles that satisfy a tree, sorted; its words ask for something."""
        for leaf in leaves_of(tree):
            if leaf not in self._terms:
                self._terms |= resolve_tree(leaf, self._vocabulary).terms
        return self._evaluator.units(tree)
