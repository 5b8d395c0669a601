"""Write articles in any format, piece by piece: they need not be in memory together.

>>> from archive_search.exports.export_format import ExportFormat
>>> from archive_search.exports.exported import ExportedArticle, Heading
>>> from archive_search.exports.writing import write_articles
>>> from archive_search.records import Article
>>> from datetime import date
>>> heading = Heading(title="La digue", subject=None, made=date(2017, 3, 2))
>>> article = ExportedArticle(article=Article(id="a1", paragraphs=(), title="La digue cède"))
>>> b"".join(write_articles([article], ExportFormat.RIS, heading=heading)).decode().splitlines()[1]
'TI  - La digue cède'
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from archive_search.exports.article_json import write_json, write_list
from archive_search.exports.citations.bibtex import cite_as_bibtex
from archive_search.exports.citations.csl import cite_as_csl
from archive_search.exports.citations.keys import KeyMaker
from archive_search.exports.citations.ris import cite_as_ris
from archive_search.exports.export_format import ExportFormat
from archive_search.exports.exported import ExportedArticle, Heading
from archive_search.exports.spreadsheet import write_csv
from archive_search.records import Article


def write_articles(
    articles: Iterable[ExportedArticle], output_format: ExportFormat, *, heading: Heading
) -> Iterator[bytes]:
    """Yield the bytes of a document.

    Args:
        articles: What to write, in order.
        output_format: How.
        heading: What a press review says of itself; the other formats have no place for it.

    Raises:
        InstallationError: The format is DOCX, and its library is not installed.
        OSError: The disk has no room for what waits to be written.
    """
    if output_format is ExportFormat.DOCX:
        # Press reviews are imported by who asks for them: their libraries take time to load.
        from archive_search.exports.review.docx import write_docx

        yield from write_docx(articles, heading=heading)
        return
    for text in _write_text(articles, output_format, heading):
        # The archive holds no lone surrogate, but a title may come from anywhere.
        yield text.encode(errors="replace")


def _write_text(articles: Iterable[ExportedArticle], output_format: ExportFormat, heading: Heading) -> Iterator[str]:
    if output_format is not ExportFormat.HTML:
        return _WRITERS[output_format](exported.article for exported in articles)
    from archive_search.exports.review.html import write_html

    return write_html(articles, heading=heading)


def _write_bibtex(articles: Iterable[Article]) -> Iterator[str]:
    keys = KeyMaker()
    # An empty line apart, entries can be told from each other by eye.
    return (f"{cite_as_bibtex(article, key=keys.make(article))}\n" for article in articles)


def _write_csl(articles: Iterable[Article]) -> Iterator[str]:
    yield from write_list(map(cite_as_csl, articles))
    yield "\n"


_WRITERS: Mapping[ExportFormat, Callable[[Iterable[Article]], Iterator[str]]] = {
    ExportFormat.CSV: write_csv,
    ExportFormat.JSON: write_json,
    ExportFormat.RIS: lambda articles: map(cite_as_ris, articles),
    ExportFormat.BIBTEX: _write_bibtex,
    ExportFormat.CSL: _write_csl,
}
