r"""Write articles as a table for spreadsheets: one row an article, its text in the last column.

The file opens by a double click in the Excel and the LibreOffice of a French desk: it begins with the mark of UTF-8,
which Excel needs for accents, and parts cells by semicolons.

>>> from archive_search.exports.spreadsheet import write_csv
>>> from archive_search.records import Article
>>> list(write_csv([Article(id="a1", paragraphs=(), title="=1+1")]))[1][:9]
"a1;'=1+1;"
"""

from collections.abc import Iterable, Iterator

from archive_search.analysis.cells import write_row
from archive_search.exports.citations.iso690 import cite_as_text
from archive_search.records import Article

COLUMNS = (
    *("article", "title", "date", "date_deduced", "time", "source", "agency", "section", "authors", "page"),
    *("language", "url", "keywords", "rights", "path", "reference", "text"),
)

_BYTE_ORDER_MARK = "\ufeff"


def write_csv(articles: Iterable[Article]) -> Iterator[str]:
    """Write the names of the columns, then a row for each article."""
    yield _BYTE_ORDER_MARK + _row(COLUMNS)
    for article in articles:
        yield _row(_values(article))


def _row(values: Iterable[object]) -> str:
    return write_row(values, delimiter=";", end="\r\n")


def _values(article: Article) -> list[object]:
    listed = {
        "article": article.id,
        "date": article.date.isoformat() if article.date else None,
        "date_deduced": int(article.date_reason is not None),
        "authors": "; ".join(article.authors),
        "keywords": "; ".join(article.keywords),
        "reference": cite_as_text(article),
        "text": _text(article),
    }
    return [listed[name] if name in listed else getattr(article, name) for name in COLUMNS]


def _text(article: Article) -> str:
    """Join the paragraphs, without the title, which has a column of its own."""
    first = 0 if article.title is None else 1
    return " ".join([paragraph.text for paragraph in article.paragraphs[first:]])
