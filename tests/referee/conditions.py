"""Judge the conditions that a filter sets on a whole article."""

from datetime import date
from math import inf

from archive_search.analysis.folding import fold_form
from archive_search.analysis.tokenizing import tokenize
from archive_search.query.tree import Field, Filter, Length, Matching, Published
from archive_search.records import Article
from referee.reading import ReadArticle


def meets(article: ReadArticle, condition: Filter) -> bool:
    """Tell whether an article has the property that a filter asks for."""
    match condition:
        case Published(first=first, last=last):
            day = article.article.date
            return day is not None and (first or date.min) <= day <= (last or date.max)
        case Length(least=least, most=most):
            return (0 if least is None else least) <= article.length <= (inf if most is None else most)
        case Matching():
            return _matches(article.article, condition)


def _matches(article: Article, condition: Matching) -> bool:
    values = {
        Field.AUTHOR: article.authors,
        Field.SOURCE: [article.source],
        Field.AGENCY: [article.agency],
        Field.SECTION: [article.section],
        Field.LANGUAGE: [article.language],
    }
    if condition.whole:
        return condition.value in values[condition.field]
    asked = _as_words(condition.value)
    return asked != "  " and any(asked in _as_words(value) for value in values[condition.field] if value)


def _as_words(value: str) -> str:
    """Write the words of a value with a blank around each."""
    words = [fold_form(token.form) for token in tokenize(value) if token.position == token.last]
    return f" {' '.join(words)} "
