r"""Bring the articles that a program made to the form in which files give them.

>>> from archive_search.archive.cleaning import clean_article
>>> from archive_search.records import Article, Kind, Paragraph
>>> text = "Il\r\na\x07 plu."
>>> clean_article(Article(id="a1", paragraphs=(Paragraph(number=1, kind=Kind.BODY, text=text),))).paragraphs[0].text
'Il\na plu.'
"""

from dataclasses import replace
from typing import Any

from archive_search.errors import SourceError
from archive_search.records import Article, Paragraph, RemovedText
from archive_search.sources.characters import clean_characters, is_usual

_LISTS = ("authors", "keywords", "identifiers")
_VALUES = (
    *("id", "title", "date_reason", "time", "source", "agency", "section", "language", "url", "page", "rights", "path"),
    *_LISTS,
)


def clean_article(article: Article) -> Article:
    """Clean every text of an article, and refuse an article that no cleaning can mend.

    Raises:
        SourceError: It has no id or no paragraph, an empty paragraph, or paragraphs not numbered from 1 without gaps.
    """
    cleaned = _clean(article)
    fault = _find_fault(cleaned)
    if fault is not None:
        raise SourceError(f"article {cleaned.id!r} refusé : {fault}", path=cleaned.path or cleaned.id)
    return cleaned


def _clean(article: Article) -> Article:
    if is_usual("\n".join(_texts_of(article))):
        return article
    changes: dict[str, Any] = {name: _clean_value(getattr(article, name)) for name in _VALUES}
    changes["paragraphs"] = tuple(map(_clean_paragraph, article.paragraphs))
    changes["removed"] = tuple(map(_clean_removed, article.removed))
    return replace(article, **changes)


def _texts_of(article: Article) -> list[str]:
    """List every text of an article."""
    values = [getattr(article, name) for name in _VALUES if name not in _LISTS]
    texts = [value for value in values if value is not None]
    texts += [text for name in _LISTS for text in getattr(article, name)]
    texts += [paragraph.text for paragraph in article.paragraphs]
    texts += [text for passage in article.removed for text in (passage.rule, passage.text)]
    return texts


def _clean_value(value: str | tuple[str, ...] | None) -> str | tuple[str, ...] | None:
    if value is None:
        return None
    return clean_characters(value) if isinstance(value, str) else tuple(map(clean_characters, value))


def _clean_paragraph(paragraph: Paragraph) -> Paragraph:
    return replace(paragraph, text=clean_characters(paragraph.text))


def _clean_removed(passage: RemovedText) -> RemovedText:
    return replace(passage, rule=clean_characters(passage.rule), text=clean_characters(passage.text))


def _find_fault(article: Article) -> str | None:
    if not article.id.strip() or len(article.id.splitlines()) > 1:
        return "son identifiant est vide ou tient sur plusieurs lignes"
    if not article.paragraphs:
        return "il n'a pas de paragraphe"
    if [paragraph.number for paragraph in article.paragraphs] != list(range(1, len(article.paragraphs) + 1)):
        return "ses paragraphes ne sont pas numérotés de 1 en 1"
    if not all(paragraph.text.strip() for paragraph in article.paragraphs):
        return "un de ses paragraphes est vide"
    return None
