"""Whether one article meets a filter: the meaning of `source:`, `auteur:`, `date:` and `mots>`, on plain records.

>>> from archive_search.search.conditions import value_contains
>>> value_contains("actu.orange.fr (AFP)", "orange"), value_contains("Le Monde", "monde diplomatique")
(True, False)
"""

from datetime import date as Date
from functools import lru_cache
from typing import TypeVar

from archive_search.analysis.folding import fold_form
from archive_search.analysis.tokenizing import tokenize
from archive_search.query.tree import Field, Filter, Length, Matching, Published
from archive_search.records import Article

_Ordered = TypeVar("_Ordered", int, Date)


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


def value_meets(value: str, condition: Matching) -> bool:
    """Tell whether a value of the property is what a condition asks for."""
    return value == condition.value if condition.whole else value_contains(value, condition.value)


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


def count_words(text: str) -> int:
    """Count the words of a text as the index does: neither elided articles nor joined forms count."""
    return sum(token.position == token.last for token in tokenize(text))


def article_meets(article: Article, condition: Filter) -> bool:
    """Tell whether an article meets a filter."""
    match condition:
        case Matching():
            return any(value_meets(value, condition) for value in values_of(article, condition.field))
        case Published(first=first, last=last):
            return article.date is not None and is_within(article.date, first, last)
        case Length(least=least, most=most):
            return is_within(sum(count_words(paragraph.text) for paragraph in article.paragraphs), least, most)


def is_within(value: _Ordered, least: _Ordered | None, most: _Ordered | None) -> bool:
    """Tell whether a value lies between two bounds, both included; None leaves that side open."""
    return (least is None or least <= value) and (most is None or value <= most)
