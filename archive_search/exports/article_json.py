"""Give articles as JSON version 1 has them.

>>> from archive_search.exports.article_json import article_to_dict
>>> from archive_search.records import Article
>>> article_to_dict(Article(id="a1", paragraphs=(), title="La digue"))["title"]
'La digue'
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from archive_search.records import Article

VERSION = 1

_CONTROLS = re.compile("[\x7f-\x9f]")


def article_to_dict(article: Article) -> dict[str, Any]:
    """Give an article as plain values."""
    return {
        "version": VERSION,
        "article": article.id,
        "title": article.title,
        "date": article.date.isoformat() if article.date else None,
        "date_deduced": article.date_reason is not None,
        "date_reason": article.date_reason,
        "time": article.time,
        "source": article.source,
        "agency": article.agency,
        "section": article.section,
        "authors": list(article.authors),
        "language": article.language,
        "url": article.url,
        "page": article.page,
        "rights": article.rights,
        "keywords": list(article.keywords),
        "identifiers": list(article.identifiers),
        "path": article.path,
        "paragraphs": [
            {"number": each.number, "kind": each.kind.value, "text": each.text} for each in article.paragraphs
        ],
        "removed": [{"after": each.after, "rule": each.rule, "text": each.text} for each in article.removed],
    }


def encode_json(value: Any, *, indent: int | None = None) -> str:
    """Write a value as JSON; control characters that JSON allows raw are escaped too."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _CONTROLS.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def write_json(articles: Iterable[Article]) -> Iterator[str]:
    """Write a document that lists articles, one a line."""
    yield f'{{"version": {VERSION}, "articles": '
    yield from write_list(map(article_to_dict, articles))
    yield "}\n"


def write_list(values: Iterable[Any]) -> Iterator[str]:
    """Write values as a list of JSON, one a line, each before the next is asked for."""
    separator = "[\n"
    for value in values:
        yield f"{separator}{encode_json(value)}"
        separator = ",\n"
    yield "[]" if separator == "[\n" else "\n]"
