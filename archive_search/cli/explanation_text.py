"""Describe what a query matches as lines of French text.

>>> from archive_search.cli.explanation_text import describe_part
>>> from archive_search.search.explanation import QueryPart
>>> describe_part(QueryPart(depth=1, text="Syrie OU Irak", operator="OU", articles=12))
'  OU  12 articles'
"""

from collections.abc import Iterable, Iterator, Sequence

from archive_search.cli.wording import TYPE_NAMES
from archive_search.records import Entity
from archive_search.search.explanation import (
    ExplainedArticle,
    ExplainedWord,
    Explanation,
    FormCount,
    FormOrigin,
    QueryPart,
)
from archive_search.search.score_parts import ScoreParts, TermScore, WordScore
from archive_search.search.wording import count_things, group_digits

_ORIGIN_NAMES = {
    FormOrigin.EXACT: "exactement",
    FormOrigin.FAMILY: "par la famille",
    FormOrigin.TRUNCATION: "par la troncature",
    FormOrigin.TOLERANCE: "par la tolérance",
}
_VARIANTS_SHOWN = 20
_LEGEND = (
    "  fréquence : nombre de fois, celles du titre et du chapo comptant davantage",
    "  idf : plus le mot est rare dans l'archive, plus il est haut",
)


def describe_explanation(explanation: Explanation) -> Iterator[str]:
    """Yield the lines: the query, its parts with their articles, its words with their forms, then the article."""
    yield f"Interprété : {explanation.interpreted}"
    if len(explanation.tree) > 1 or not explanation.words:
        yield ""
        yield from map(describe_part, explanation.tree)
    for word in explanation.words:
        yield ""
        yield from describe_word(word)
    if explanation.article:
        yield ""
        yield from describe_article(explanation.article)


def describe_part(part: QueryPart) -> str:
    """Draw a part of a query under the part that it belongs to."""
    return f"{'  ' * part.depth}{part.operator or part.text}  {count_things(part.articles, 'article')}"


def describe_word(word: ExplainedWord) -> Iterator[str]:
    """Yield the counts of a word, then its forms, or the spellings of the names that it means."""
    counts = f"{count_things(word.articles, 'article')}, {group_digits(word.occurrences)} fois"
    yield f"{word.text}  {counts if word.articles else 'dans aucun article'}"
    for origin, name in _ORIGIN_NAMES.items():
        forms = [form for form in word.forms if form.origin is origin]
        if forms:
            yield f"  {name} : {_list_forms(forms)}{_advise(word, origin, forms)}"
    if word.forms_left_out:
        yield f"  … et {count_things(word.forms_left_out, 'autre forme')}"
    yield from map(_describe_entity, word.entities)
    if word.entities_left_out:
        yield f"  … et {count_things(word.entities_left_out, 'autre nom')}"


def _list_forms(forms: Iterable[FormCount]) -> str:
    return ", ".join(f"{form.form} {group_digits(form.occurrences)}" for form in forms)


def _advise(word: ExplainedWord, origin: FormOrigin, forms: Sequence[FormCount]) -> str:
    """Say what to type where some forms are not wanted."""
    if origin is FormOrigin.FAMILY and word.only_exact:
        return f" — pour les écarter, tapez {word.only_exact}"
    if origin is FormOrigin.EXACT and len(forms) > 1:
        return f" — pour n'en garder qu'une, tapez ={forms[0].form}"
    return ""


def _describe_entity(entity: Entity) -> str:
    shown = [f"{variant.surface} {group_digits(variant.mentions)}" for variant in entity.variants[:_VARIANTS_SHOWN]]
    hidden = len(entity.variants) - len(shown)
    if hidden:
        shown.append(f"… et {count_things(hidden, 'autre')}")
    counted = count_things(entity.articles, "article") if entity.articles else count_things(entity.signed, "signature")
    spellings = f" : {', '.join(shown)}" if shown else ""
    return f"  {entity.name} · {TYPE_NAMES[entity.type]} · {entity.id} · {counted}{spellings}"


def describe_article(article: ExplainedArticle) -> Iterator[str]:
    """Yield what an article earns, the most first, and the total; or why the query does not find it."""
    yield f"{article.title} · {article.id} · {count_things(article.length, 'mot')}"
    if article.parts:
        yield from _describe_score(article.parts)
        return
    yield "  la requête ne trouve pas cet article"
    if article.missing:
        yield f"  il lui manque : {_list_queries(article.missing)}"
    if article.excluded:
        yield f"  il contient ce que la requête exclut : {_list_queries(article.excluded)}"


def _list_queries(queries: Sequence[str]) -> str:
    return ", ".join(f"« {query} »" for query in queries)


def _describe_score(parts: ScoreParts) -> Iterator[str]:
    terms = [term for word in parts.words for term in _word_terms(word)]
    close = [pair for pair in parts.pairs if pair.score]
    terms += [(pair.score, f"{pair.first} et {pair.second}, proches l'un de l'autre") for pair in close]
    if parts.paragraph:
        terms.append((parts.paragraph.score, f"meilleur paragraphe : § {parts.paragraph.number}"))
    for score, name in sorted(terms, key=lambda term: -term[0]):
        yield f"{_points(score):>9}  {name}"
    yield f"{_points(parts.total):>9}  total"
    yield from _LEGEND


def _word_terms(word: WordScore) -> list[tuple[float, str]]:
    """Give what a word earns, with its description; in one line where its exact forms are all its forms."""
    if not word.family.frequency:
        return [(0.0, f"{word.text}, absent")]
    family, exact = word.family, word.exact
    if (family.frequency, family.articles) == (exact.frequency, exact.articles):
        return [(word.score, f"{word.text} · {_describe_term(exact)}")]
    return [
        (exact.score, f"{word.text}, tel quel · {_describe_term(exact)}"),
        (family.score, f"{word.text}, toutes formes · {_describe_term(family)}"),
    ]


def _describe_term(term: TermScore) -> str:
    frequency = f"{term.frequency:.1f}".replace(".", ",").removesuffix(",0")
    return f"fréquence {frequency} · dans {count_things(term.articles, 'article')} · idf {_points(term.idf)}"


def _points(value: float) -> str:
    return f"{value:.3f}".replace(".", ",")
