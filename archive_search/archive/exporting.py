r"""Write articles of an archive to a stream: those that a query finds, or those of a list, in any of the formats.

>>> import io, tempfile
>>> from archive_search import Archive
>>> from archive_search.archive.exporting import ExportOptions
>>> from archive_search.exports.export_format import ExportFormat
>>> from archive_search.records import Article, Kind, Paragraph
>>> text = Paragraph(number=1, kind=Kind.BODY, text="La digue cède.")
>>> stream = io.BytesIO()
>>> with Archive.create(tempfile.mkdtemp()) as archive:
...     _ = archive.add_articles([Article(id="a1", paragraphs=(text,))])
...     archive.export("digue", stream, output=ExportOptions(format=ExportFormat.RIS)).articles
1
>>> stream.getvalue().splitlines()[0]
b'TY  - NEWS'
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date as Date
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from archive_search.archive.asking import QueryOptions, read_query
from archive_search.errors import UnknownArticleError
from archive_search.exports.export_format import ExportFormat
from archive_search.exports.exported import USUAL_TITLE, ExportedArticle, Heading
from archive_search.exports.plain_text import flatten
from archive_search.exports.writing import write_articles
from archive_search.query.tree import Node
from archive_search.search.requests import Sort

if TYPE_CHECKING:
    from archive_search.archive.facade import Archive

# Ids asked for at a time; a ranking gives no more.
_PAGE = 10_000


class ExportProgress(NamedTuple):
    """Tell how many articles are written, and how many there are in all."""

    done: int
    total: int


@dataclass(frozen=True, kw_only=True, slots=True)
class ExportOptions:
    """Hold how articles are to be written.

    Attributes:
        format: Format of the document.
        title: Title of a press review; None means "Revue de presse".
        subject: What stands under this title; None means the query, where there is one.
        sort: Order of the articles that a query finds; those of a list keep theirs.
        made: Day that a press review is dated; None means today.
        on_progress: Called after each article.
    """

    format: ExportFormat
    title: str | None = None
    subject: str | None = None
    sort: Sort = Sort.RELEVANCE
    made: Date | None = None
    on_progress: Callable[[ExportProgress], None] | None = None


class ExportReport(NamedTuple):
    """Tell what was written.

    Attributes:
        articles: Number of articles written.
        missing: Ids asked for that the archive does not have, or no longer; the document leaves them out.
        warnings: What was repaired in the query or should be known of it, one French sentence each.
    """

    articles: int
    missing: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


class Export:
    """Write articles piece by piece, each read when its turn comes.

    Attributes:
        total: Number of articles to write, those included that turn out to be gone.
        warnings: What was repaired in the query or should be known of it, one French sentence each.
    """

    def __init__(
        self, archive: "Archive", what: str | Node | Sequence[str], *, output: ExportOptions, asked: QueryOptions
    ):
        """Find the articles, and read none; see `export_articles`.

        Raises:
            QueryError: The query cannot be run.
        """
        self._output = output
        self._subject: str | None = None
        self.warnings: tuple[str, ...] = ()
        if isinstance(what, str | Node):
            parsed = read_query(what, asked)
            self._selection = _Selection(archive, _rank_all(archive, parsed.tree, output.sort), tree=parsed.tree)
            self._subject, self.warnings = f"Recherche\u00a0: {parsed.interpreted}", parsed.warnings
        else:
            self._selection = _Selection(archive, tuple(dict.fromkeys(what)))
        self.total = len(self._selection.ids)

    def blocks(self) -> Iterator[bytes]:
        """Yield the document; a press review begins once all articles are read.

        Raises:
            InstallationError: The extra ``docx`` is needed.
            OSError: The disk that long reviews wait on refuses.
        """
        heading = _make_heading(self._output, subject=self._subject)
        return write_articles(self._selection.read(self._output), self._output.format, heading=heading)

    def report(self) -> ExportReport:
        """Tell what was written so far."""
        return ExportReport(self._selection.read_count, tuple(self._selection.missing), self.warnings)


def export_articles(
    archive: "Archive",
    what: str | Node | Sequence[str],
    stream: BinaryIO,
    *,
    output: ExportOptions,
    asked: QueryOptions,
) -> ExportReport:
    """Write articles, each read when its turn comes.

    Args:
        archive: Where they are.
        what: A query, all of whose articles are written, reprints too; or ids, each written once, in their order.
        stream: Where the document goes.
        output: How it is written.
        asked: How the query is read.

    Raises:
        QueryError: The query cannot be run; nothing was written.
        InstallationError: The extra ``docx`` is needed; nothing was written.
        OSError: The stream, or the disk that long reviews wait on, refuses.
    """
    export = Export(archive, what, output=output, asked=asked)
    for block in export.blocks():
        stream.write(block)
    return export.report()


def _rank_all(archive: "Archive", tree: Node, sort: Sort) -> tuple[str, ...]:
    # All at once, before the first is read: what is committed meanwhile must not shift them.
    ids: list[str] = []
    while True:
        hits = archive.rank(tree, limit=_PAGE, offset=len(ids), sort=sort).hits
        ids += [hit.article for hit in hits]
        if len(hits) < _PAGE:
            return tuple(ids)


def _make_heading(output: ExportOptions, *, subject: str | None) -> Heading:
    return Heading(
        title=flatten(output.title or "") or USUAL_TITLE,
        subject=flatten(output.subject or subject or "") or None,
        made=output.made or Date.today(),
    )


class _Selection:
    """Read the articles of a list of ids, and note how that goes.

    Attributes:
        ids: The ids.
        read_count: Number of articles read.
        missing: Ids of those that are not there.
    """

    def __init__(self, archive: "Archive", ids: Sequence[str], *, tree: Node | None = None) -> None:
        self._archive = archive
        self.ids = ids
        self._tree = tree
        self.read_count = 0
        self.missing: list[str] = []

    def read(self, output: ExportOptions) -> Iterator[ExportedArticle]:
        """Yield the articles, with what the query marks in them where the format shows it."""
        marking = self._tree if output.format.shows_marks else None
        for article_id in self.ids:
            try:
                marks = {} if marking is None else self._archive.mark(article_id, marking)
                article = self._archive.fetch(article_id)
            except UnknownArticleError:
                # It left the archive since the ids were known.
                self.missing.append(article_id)
                continue
            yield ExportedArticle(article=article, marks=marks)
            self.read_count += 1
            if output.on_progress is not None:
                output.on_progress(ExportProgress(self.read_count, len(self.ids)))
