"""A few articles of a corpus as a corpus of their own: a query is evaluated over a page at the cost of a page.

Articles, documents and sentences keep the numbers that they have in the whole.
"""

from collections.abc import Collection, Iterator, Mapping

from archive_search.query.traversal import children_of
from archive_search.query.tree import Filter, Leaf, Node
from archive_search.search.evaluation import LEAVES, Evaluator
from archive_search.search.occurrences import PLACE_BITS, Integers, Occurrences, positions_of
from archive_search.search.page_corpus import MARKED_CHARACTERS
from archive_search.search.scope import EVERYWHERE, Scope
from archive_search.search.tallies import Tally, TallyCache
from archive_search.search.terms import LeafTerms
from archive_search.search.unit_sets import expand_ranges


class Excerpt:
    """Give of the words of a corpus those that stand in a few articles."""

    def __init__(self, whole: Evaluator, articles: Integers) -> None:
        """Choose the articles.

        Args:
            whole: A query over the corpus; what it has found already is not sought again.
            articles: Numbers of the articles, sorted.
        """
        self._whole = whole
        self._corpus = whole.corpus
        bounds = self._corpus.first_document
        self._starts, self._ends = bounds[articles] << PLACE_BITS, bounds[articles + 1] << PLACE_BITS

    @property
    def first_document(self) -> Integers:
        """Number of the first document of each article of the whole, and the number of documents at the end."""
        return self._corpus.first_document

    @property
    def sentence_starts(self) -> Integers:
        """Places where the sentences of the whole begin, sorted."""
        return self._corpus.sentence_starts

    def articles_of(self, documents: Integers) -> Integers:
        """Give the number of the article of each of some documents."""
        return self._corpus.articles_of(documents)

    def parts_of(self, documents: Integers) -> Integers:
        """Give the zones of each of some documents, as masks."""
        return self._corpus.parts_of(documents)

    def ordinals_of(self, places: Integers) -> Integers:
        """Give the rank in its article, from 0, of the word at each of some places."""
        return self._corpus.ordinals_of(places)

    def find_forms(self, stem: str, forms: Collection[str] | None) -> Occurrences:
        """Find a family: all its forms, or only those named."""
        return self.cut(self._corpus.find_forms(stem, forms))

    def find_names(self, field: str, entity_id: str) -> Occurrences:
        """Find the places that name an entity."""
        return self.cut(self._corpus.find_names(field, entity_id))

    def select_articles(self, condition: Filter) -> Integers:
        """Find the numbers of the articles of the whole that a filter keeps, sorted."""
        return self._whole.units(condition)

    def cut(self, occurrences: Occurrences) -> Occurrences:
        """Keep the occurrences in the articles chosen, those apart that are too far into a paragraph to be marked."""
        first = occurrences.first
        ranks = expand_ranges(first.searchsorted(self._starts), first.searchsorted(self._ends))
        # Two words begin at least two characters apart.
        ranks = ranks[positions_of(first[ranks]) < MARKED_CHARACTERS // 2]
        chosen = first[ranks]
        return Occurrences(chosen, chosen if occurrences.last is first else occurrences.last[ranks])


def evaluate_excerpt(whole: Evaluator, tree: Node, terms: Mapping[Leaf, LeafTerms], articles: Integers) -> Evaluator:
    """Evaluate a query over some articles of a corpus, beginning from the words found in the whole.

    Args:
        whole: The query over the corpus.
        tree: The query.
        terms: The terms of its leaves.
        articles: Numbers of the articles, sorted.
    """
    excerpt = Excerpt(whole, articles)
    found = TallyCache()
    for leaf, scope in _leaves_of(tree, EVERYWHERE):
        found.keep(terms[leaf].slots, scope, Tally(excerpt, excerpt.cut(whole.occurrences(leaf, scope))))
    return Evaluator(excerpt, terms, found)


def _leaves_of(node: Node, scope: Scope) -> Iterator[tuple[Leaf, Scope]]:
    """Yield the leaves of a tree, each with the scope to which it is confined."""
    if isinstance(node, LEAVES):
        yield node, scope
    else:
        for child in children_of(node):
            yield from _leaves_of(child, scope.inside(node))
