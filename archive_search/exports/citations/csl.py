"""Give the reference of an article as CSL-JSON has it, for Zotero, Pandoc and every program that uses its styles.

>>> from datetime import date
>>> from archive_search.exports.citations.csl import cite_as_csl
>>> from archive_search.records import Article
>>> cite_as_csl(Article(id="a1", paragraphs=(), title="La digue", date=date(2017, 3, 2), authors=("Jeanne Dupont",)))
... # doctest: +NORMALIZE_WHITESPACE
{'id': 'a1', 'type': 'article-newspaper', 'title': 'La digue', 'author': [{'family': 'Dupont', 'given': 'Jeanne'}],
 'issued': {'date-parts': [[2017, 3, 2]]}}
"""

from datetime import date as Date
from typing import Any

from archive_search.exports.citations.author_names import AuthorName, split_authors
from archive_search.exports.citations.remarks import remark_on
from archive_search.exports.plain_text import flatten
from archive_search.exports.web_addresses import web_address
from archive_search.records import Article


def cite_as_csl(article: Article, *, consulted: Date | None = None) -> dict[str, Any]:
    """Give one item; what is not known has no key.

    Args:
        article: What is cited.
        consulted: Day on which its page was read on the web, where that is to be told.
    """
    item: dict[str, Any] = {"id": article.id, "type": "article-newspaper"}
    item |= {name: flat for name, text in _texts(article).items() if (flat := flatten(text or ""))}
    authors = split_authors(article.authors)
    if authors:
        item["author"] = [_author(author) for author in authors]
    if article.date is not None:
        item["issued"] = _day(article.date)
    if consulted is not None and "URL" in item:
        item["accessed"] = _day(consulted)
    return item


def _texts(article: Article) -> dict[str, str | None]:
    return {
        "title": article.heading,
        "container-title": article.source,
        "publisher": article.agency,
        "page": article.page,
        "section": article.section,
        "language": article.language,
        "keyword": ", ".join(article.keywords),
        "URL": web_address(article.url),
        "note": remark_on(article),
    }


def _day(day: Date) -> dict[str, list[list[int]]]:
    return {"date-parts": [[day.year, day.month, day.day]]}


def _author(author: AuthorName) -> dict[str, str]:
    if not author.given:
        return {"literal": author.family}
    parts = {
        "family": author.family,
        "given": author.given,
        "dropping-particle": author.particle,
        "non-dropping-particle": author.prefix,
    }
    return {part: text for part, text in parts.items() if text}
