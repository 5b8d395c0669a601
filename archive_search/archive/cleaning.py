r"""Bring the articles that a program made to the form in which files give them.

>>> from archive_search.archive.cleaning import clean_article
>>> from archive_search.records import Article, Kind, Paragraph
>>> text = "Il\r\na\x07 plu."
>>> clean_article(Article(id="a1", paragraphs=(Paragraph(number=1, kind=Kind.BODY, text=text),))).paragraphs[0].text
'Il\na plu.'
"""

from dataclasses import fields, replace
from typing import Any

from archive_search.errors import SourceError
from archive_search.records import Article, Paragraph, RemovedText
from archive_search.sources.characters import clean_characters


def clean_article(article: Article) -> Article:
    """Clean every text of an article, and refuse an article that no cleaning can mend.

    Raises:
        SourceError: It has no id or no paragraph, an empty paragraph, or paragraphs not numbered from 1 without gaps.
    """
    cleaned: Article = _clean(article)
    fault = _find_fault(cleaned)
    if fault is not None:
        raise SourceError(f"article {cleaned.id!r} refusé : {fault}", path=cleaned.path or cleaned.id)
    return cleaned


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        # A kind is a string too, and has nothing to clean.
        return clean_characters(value) if type(value) is str else value
    if isinstance(value, tuple):
        return tuple(map(_clean, value))
    if isinstance(value, Article | Paragraph | RemovedText):
        return replace(value, **{field.name: _clean(getattr(value, field.name)) for field in fields(value)})
    return value


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
