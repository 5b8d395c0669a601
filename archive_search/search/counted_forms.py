"""Count how often the forms of a family stand in an archive, and in how many articles.

>>> from archive_search.search.counted_forms import CountedForm, sort_by_articles
>>> sort_by_articles([CountedForm("ponts", 9, 2), CountedForm("pont", 5, 4)])
[CountedForm(form='pont', occurrences=5, articles=4), CountedForm(form='ponts', occurrences=9, articles=2)]
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from archive_search.indexing.reading import IndexReader, TermOccurrences
from archive_search.search.terms import Family


class CountedForm(NamedTuple):
    """Hold a form, the number of its occurrences in the articles of an archive, and that of the articles."""

    form: str
    occurrences: int
    articles: int


def count_family(index: IndexReader, family: Family) -> list[CountedForm]:
    """Count the forms of a family that the articles have; its occurrences are read once."""
    found = index.read_term(family.stem)
    counts = zip(found.forms, *_count_codes(found, index.article_of[found.document]), strict=True)
    counted = (CountedForm(*each) for each in counts)
    return [each for each in counted if each.occurrences and (family.forms is None or each.form in family.forms)]


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


def sort_by_articles(forms: Iterable[CountedForm]) -> list[CountedForm]:
    """Put the forms in the most articles first."""
    return sorted(forms, key=lambda each: (-each.articles, each.form))
