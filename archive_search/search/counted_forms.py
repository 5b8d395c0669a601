"""Count in how many articles the forms of a family are."""

from typing import NamedTuple

from archive_search.indexing.reading import IndexReader
from archive_search.query.tree import Word
from archive_search.search.form_counts import count_forms
from archive_search.search.terms import Family, LeafTerms, Slot


class CountedForm(NamedTuple):
    """Hold a form, and the number of articles that have it."""

    form: str
    articles: int


def count_family(index: IndexReader, stem: str) -> list[CountedForm]:
    """Count the forms of a family that living articles have; its occurrences are read once."""
    slots: tuple[Slot, ...] = ((((Family(stem, None),),),),)
    found = count_forms(index, Word(text=stem), LeafTerms(slots, ()))
    return [CountedForm(each.form, each.articles) for each in found]


def sort_by_articles(forms: list[CountedForm]) -> list[CountedForm]:
    """Put the forms in the most articles first."""
    return sorted(forms, key=lambda each: (-each.articles, each.form))
