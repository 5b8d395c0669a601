"""Whether one article meets a filter: the meaning of `source:`, `auteur:` and `date:`, on plain records.

>>> from archive_search.search.conditions import value_contains
>>> value_contains("actu.orange.fr (AFP)", "orange"), value_contains("Le Monde", "monde diplomatique")
(True, False)
"""

from functools import lru_cache

from archive_search.analysis.folding import fold_form
from archive_search.analysis.tokenizing import tokenize
from archive_search.query.tree import Field, Filter, Matching
from archive_search.records import Article


@lru_cache(maxsize=4096)
def folded_words(text: str) -> tuple[str, ...]:
    """Give the words of a text, folded, joined forms left out."""
    return tuple(fold_form(token.form) for token in tokenize(text) if token.position == token.last)


def value_contains(value: str, asked: str) -> bool:
    """Tell whether a value has the words asked for side by side, accents and case ignored."""
    words, wanted = folded_words(value), folded_words(asked)
    return bool(wanted) and any(
        words[start : start + len(wanted)] == wanted for start in range(len(words) - len(wanted) + 1)
    )


def values_of(article: Article, field: Field) -> tuple[str, ...]:
    """Give the values that a filter on this field looks into."""
    values = {
        Field.AUTHOR: article.authors,
        Field.SOURCE: (article.source,),
        Field.AGENCY: (article.agency,),
        Field.SECTION: (article.section,),
        Field.LANGUAGE: (article.language,),
    }[field]
    return tuple(value for value in values if value)


def article_meets(article: Article, condition: Filter) -> bool:
    """Tell whether an article meets a filter."""
    if isinstance(condition, Matching):
        return any(value_contains(value, condition.value) for value in values_of(article, condition.field))
    day = article.date
    if day is None:
        return False
    after = condition.first is None or condition.first <= day
    return after and (condition.last is None or day <= condition.last)
