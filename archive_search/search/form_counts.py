"""Count the forms that a word of a query matched in an archive, and tell how the word came to each."""

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from archive_search.analysis.folding import fold_form
from archive_search.analysis.tokenizing import tokenize
from archive_search.indexing.reading import IndexReader, TermOccurrences
from archive_search.query.tree import Fuzzy, Leaf, Pattern, Phrase, Word
from archive_search.search.explanation import FormCount, FormOrigin
from archive_search.search.terms import EntityTerm, Family, LeafTerms, Slot, TermSet


def single_word(slots: tuple[Slot, ...]) -> tuple[Family, ...]:
    """Give the families of a leaf that is one word; none where it is a name, or several words."""
    if len(slots) != 1 or len(slots[0]) != 1 or len(slots[0][0]) != 1:
        return ()
    terms: TermSet = slots[0][0][0]
    return tuple(term for term in terms if not isinstance(term, EntityTerm))


def count_forms(index: IndexReader, leaf: Leaf, terms: LeafTerms) -> list[FormCount]:
    """Count the forms of a leaf in the articles, the exact ones first, then the most frequent.

    Args:
        index: The index; each postings list of the leaf is read once.
        leaf: The leaf.
        terms: What it stands for.

    Returns:
        Nothing where the leaf is a name or several words.
    """
    exact = _exact_forms(leaf, terms)
    found = [
        FormCount(form=form, origin=_origin(leaf, is_exact=form in exact), occurrences=occurrences, articles=articles)
        for family in single_word(terms.slots)
        for form, occurrences, articles in _count_family(index, family)
    ]
    return sorted(found, key=lambda each: (each.origin is not FormOrigin.EXACT, -each.occurrences, each.form))


def _exact_forms(leaf: Leaf, terms: LeafTerms) -> frozenset[str]:
    """List the forms that are the spelling typed, accents apart."""
    listed = frozenset(form for family in single_word(terms.exact) for form in family.forms or ())
    if not isinstance(leaf, Fuzzy):
        return listed
    typed = {fold_form(token.form) for token in tokenize(leaf.text)}
    return frozenset(form for form in listed if fold_form(form) in typed)


def _origin(leaf: Leaf, *, is_exact: bool) -> FormOrigin:
    match leaf:
        case Pattern():
            return FormOrigin.TRUNCATION
        case Phrase(words=words) if any(sign in word for word in words for sign in "*?"):
            return FormOrigin.TRUNCATION
        case Fuzzy() if not is_exact:
            return FormOrigin.TOLERANCE
        case Word() if not is_exact:
            return FormOrigin.FAMILY
        case _:
            return FormOrigin.EXACT


def _count_family(index: IndexReader, family: Family) -> Iterator[tuple[str, int, int]]:
    """Yield the forms of a family that occur, with the numbers of their occurrences and of their articles."""
    found = index.read_term(family.stem)
    counts = zip(found.forms, *_count_codes(found, index.article_of[found.document]), strict=True)
    for form, occurrences, articles in counts:
        if occurrences and (family.forms is None or form in family.forms):
            yield form, occurrences, articles


def _count_codes(found: TermOccurrences, articles: NDArray[Any]) -> tuple[list[int], list[int]]:
    """Count for each form of a term its occurrences and its articles.

    Args:
        found: The term.
        articles: Article of each occurrence, in order; shape (occurrences,).
    """
    codes = np.zeros(len(articles), np.uint8) if found.form is None else found.form
    order = codes.argsort(kind="stable")
    codes, articles = codes[order], articles[order]
    new = np.ones(len(codes), bool)
    new[1:] = (codes[1:] != codes[:-1]) | (articles[1:] != articles[:-1])
    count = len(found.forms)
    return np.bincount(codes, minlength=count).tolist(), np.bincount(codes[new], minlength=count).tolist()
