"""Find the words of an archive that begin with what is typed, the most frequent first."""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

from archive_search.analysis.folding import fold_form
from archive_search.analysis.stop_words import is_stop_word
from archive_search.indexing.reading import IndexReader
from archive_search.query.tree import Or, Phrase
from archive_search.search.corpus import Corpus
from archive_search.search.counted_forms import CountedForm, count_family, sort_by_articles
from archive_search.search.evaluation import Evaluator
from archive_search.search.resolving import resolve_tree
from archive_search.search.spelling import is_bare_spelling
from archive_search.search.terms import Family

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

    def complete(
        self, piece: str, *, before: Sequence[str] = (), limit: int, is_exact: bool = False
    ) -> list[CountedForm]:
        """List the forms that begin with a piece, accents ignored.

        Stop words, which a search leaves out, are not among them; nor are words that lack accents, where the same with
        its accents is in more articles, since either finds the other.

        Args:
            piece: Beginning of a form, in lower case.
            before: Words that stand right before it, in a phrase or a compound: only what follows the last ones
                somewhere is listed, and counted is how often it does.
            limit: Most forms wanted, from 1.
            is_exact: Whether accents count, so that each spelling is listed.
        """
        folded = fold_form(piece)
        if len(folded) < SHORTEST_PIECE or folded.isdigit():
            return []
        if not before:
            return self._find_beginning(folded, limit=limit, is_exact=is_exact)
        candidates = self._find_beginning(folded, limit=_MOST_JOINED, is_exact=is_exact)
        return self._keep_following(before[-_MOST_BEFORE:], candidates)[:limit]

    def _find_beginning(self, folded: str, *, limit: int, is_exact: bool) -> list[CountedForm]:
        found: list[CountedForm] = []
        families = self._index.vocabulary.families_beginning(folded, limit=max(limit, _MOST_FAMILIES))
        for stem, occurrences in families:
            # No form of this family or of the next ones is in more articles, within one segment.
            if len(found) >= limit and found[limit - 1].articles >= occurrences:
                break
            found += [each for each in self._count(stem) if fold_form(each.form).startswith(folded)]
            found = sort_by_articles(found)
            found = found if is_exact else _drop_bare_spellings(found)
        return found[:limit]

    def _count_family(self, stem: str) -> tuple[CountedForm, ...]:
        forms = [row.form for row in self._index.vocabulary.of_stem(stem)]
        # The family of "de" is as long to read as thousands of others.
        if all(map(is_stop_word, forms)):
            return ()
        return tuple(each for each in count_family(self._index, Family(stem, None)) if not is_stop_word(each.form))

    def _keep_following(self, before: Sequence[str], candidates: Sequence[CountedForm]) -> list[CountedForm]:
        if not candidates:
            return []
        phrases = tuple(Phrase(words=(*before, each.form)) for each in candidates)
        terms = resolve_tree(Or(children=phrases), self._index.vocabulary).terms
        evaluator = Evaluator(self._corpus, terms)
        tallies = zip(candidates, map(evaluator.tally, phrases), strict=True)
        counted = (CountedForm(each.form, tally.occurrences.size, len(tally.articles)) for each, tally in tallies)
        return sort_by_articles(each for each in counted if each.articles)


def _drop_bare_spellings(found: Sequence[CountedForm]) -> list[CountedForm]:
    """Keep of the forms, the most frequent first, those that are not a more frequent one without its accents."""
    kept: dict[str, list[CountedForm]] = defaultdict(list)
    for each in found:
        spelled = kept[fold_form(each.form)]
        if not any(is_bare_spelling(each.form, other.form) for other in spelled):
            spelled.append(each)
    return sort_by_articles(chain.from_iterable(kept.values()))
