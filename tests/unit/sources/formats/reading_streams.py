"""Read a document given as text, for the tests of formats."""

import io
from datetime import date

from archive_search.records import Article
from archive_search.sources.readers import ReadOptions
from archive_search.sources.reading import read_stream


def read(text: str, *, name: str = "depeche.xml") -> list:
    return list(read_stream(io.BytesIO(text.encode()), name=name, options=ReadOptions()))


def read_one(text: str) -> Article:
    (article,) = read(text)
    return article


def shape(article: Article) -> list[tuple[str, str]]:
    """Give the kinds and texts of the paragraphs below the title."""
    return [(p.kind.value, p.text) for p in article.paragraphs if p.kind.value != "title"]


DAY = date(2015, 3, 3)
