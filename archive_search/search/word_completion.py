"""Find the words of an archive that begin with what is typed, the most frequent first."""

from collections.abc import Sequence
from functools import lru_cache

from archive_search.analysis.folding import fold_form
from archive_search.analysis.stop_words import is_stop_word
from archive_search.indexing.reading import IndexReader
from archive_search.query.tree import Or, Phrase
from archive_search.search.corpus import Corpus
from archive_search.search.counted_forms import CountedForm, count_family, sort_by_articles
from archive_search.search.evaluation import Evaluator
from archive_search.search.resolving import resolve_tree

SHORTEST_PIECE = 2
"""Fewest letters that are completed: one letter begins thousands of words."""

# Families of which the forms are counted: of two letters there are thousands, and each is read once.
_MOST_FAMILIES = 50
# Of a phrase, its last words decide what may follow.
_MOST_JOINED = 30
_MOST_BEFORE = 4
_KEPT_FAMILIES = 1 << 14


class WordCompleter:
    """Complete words over one generation of an index; what was counted once is kept."""

    def __init__(self, index: IndexReader, corpus: Corpus) -> None:
        """Take an index, and the same as a corpus."""
        self._index = index
        self._corpus = corpus
        self._count = lru_cache(_KEPT_FAMILIES)(self._count_family)

    def complete(self, piece: str, *, before: Sequence[str] = (), limit: int) -> list[CountedForm]:
        """List the forms that begin with a piece, accents ignored.

        Stop words, which a search leaves out, are not among them.

        Args:
            piece: Beginning of a form, in lower case.
            before: Words that stand right before it, in a phrase or a compound: only what follows the last ones
                somewhere is listed, and the articles are those where it does.
            limit: Most forms wanted, from 1.
        """
        folded = fold_form(piece)
        if len(folded) < SHORTEST_PIECE or folded.isdigit():
            return []
        if not before:
            return self._find_beginning(folded, limit=limit)
        candidates = self._find_beginning(folded, limit=_MOST_JOINED)
        return self._keep_following(before[-_MOST_BEFORE:], candidates)[:limit]

    def _find_beginning(self, folded: str, *, limit: int) -> list[CountedForm]:
        found: list[CountedForm] = []
        families = self._index.vocabulary.families_beginning(folded, limit=max(limit, _MOST_FAMILIES))
        for stem, occurrences in families:
            # No form of this family or of the next ones is in more articles, within one segment.
            if len(found) >= limit and found[limit - 1].articles >= occurrences:
                break
            found += [each for each in self._count(stem) if fold_form(each.form).startswith(folded)]
            found = sort_by_articles(found)
        return found[:limit]

    def _count_family(self, stem: str) -> tuple[CountedForm, ...]:
        forms = [row.form for row in self._index.vocabulary.of_stem(stem)]
        # The family of "de" is as long to read as thousands of others.
        if all(map(is_stop_word, forms)):
            return ()
        return tuple(each for each in count_family(self._index, stem) if not is_stop_word(each.form))

    def _keep_following(self, before: Sequence[str], candidates: Sequence[CountedForm]) -> list[CountedForm]:
        if not candidates:
            return []
        phrases = tuple(Phrase(words=(*before, each.form)) for each in candidates)
        terms = resolve_tree(Or(children=phrases), self._index.vocabulary).terms
        evaluator = Evaluator(self._corpus, terms)
        counts = (len(evaluator.units(phrase)) for phrase in phrases)
        following = [CountedForm(each.form, count) for each, count in zip(candidates, counts, strict=True) if count]
        return sort_by_articles(following)
