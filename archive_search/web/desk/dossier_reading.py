"""Read a page of a dossier, its articles in the order that the reader chose."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date as Date
from enum import StrEnum
from hashlib import blake2b
from typing import Annotated, NamedTuple, TypeAlias

from fastapi import Depends, Query

from archive_search.archive.desk_json import fetch_if_there
from archive_search.archive.facade import Archive
from archive_search.records import Article
from archive_search.store.desk.dossiers import Dossier, DossierArticle
from archive_search.web.addresses import Parameter
from archive_search.web.paging import Pager, choose_pages
from archive_search.web.parameters import MOST_PAGE

ARTICLES_SHOWN = 50
"""Articles of one page."""


class Order(StrEnum):
    """Name an order of the articles of a dossier; the value is that of the parameter ``sort``."""

    ADDED = "added"
    NEWEST = "newest"
    OLDEST = "oldest"


@dataclass(frozen=True, kw_only=True, slots=True)
class DossierParameters:
    """Hold what the address of a dossier asks for; the names are those of its parameters.

    Attributes:
        sort: Order of the articles.
        page: Number of the page, from 1.
    """

    sort: Order = Order.ADDED
    page: Annotated[int, Query(ge=1, le=MOST_PAGE)] = 1

    @property
    def offset(self) -> int:
        """Articles before those of the page."""
        return (self.page - 1) * ARTICLES_SHOWN

    def to_address(self, *, page: int | None = None) -> dict[str, Parameter]:
        """Give the parameters of the address of this page, or of another one in the same order."""
        asked = replace(self, page=page or self.page)
        return {
            "sort": None if asked.sort is Order.ADDED else asked.sort.value,
            "page": asked.page if asked.page > 1 else None,
        }


DossierAsked: TypeAlias = Annotated[DossierParameters, Depends()]
"""How the address asks to show a dossier, as an argument of a page."""


class KeptRow(NamedTuple):
    """Hold an article of a dossier as it is shown.

    Attributes:
        number: Its place in the order, from 1.
        kept: Since when it is in the dossier, and its note.
        article: The article; None where it has left the archive.
    """

    number: int
    kept: DossierArticle
    article: Article | None

    @property
    def seen(self) -> str:
        """What a form says of the note that it shows."""
        return summarise_note(self.kept.note)


@dataclass(frozen=True, kw_only=True, slots=True)
class DossierPage:
    """Hold a page of a dossier.

    Attributes:
        dossier: The dossier.
        rows: Its articles, those of this page.
        gone: Number of those that have left the archive, of all pages.
        pager: The other pages.
    """

    dossier: Dossier
    rows: tuple[KeptRow, ...]
    gone: int
    pager: Pager


def read_dossier(archive: Archive, dossier_id: int, asked: DossierParameters) -> DossierPage:
    """Read a page of a dossier.

    Raises:
        UnknownDossierError: There is none of that id.
    """
    dossier, articles = archive.desk.dossier(dossier_id), read_articles(archive, dossier_id, asked.sort)
    shown = articles[asked.offset : asked.offset + ARTICLES_SHOWN]
    return DossierPage(
        dossier=dossier,
        rows=tuple(
            KeptRow(number, kept, fetch_if_there(archive, kept.article_id))
            for number, kept in enumerate(shown, asked.offset + 1)
        ),
        gone=len(archive.desk.find_gone(dossier_id)),
        pager=choose_pages(asked.page, total=len(articles), size=ARTICLES_SHOWN),
    )


def read_articles(archive: Archive, dossier_id: int, order: Order) -> Sequence[DossierArticle]:
    """Give the articles of a dossier in an order; by date, those without one come last.

    Raises:
        UnknownDossierError: There is none of that id.
    """
    articles = archive.desk.articles_in(dossier_id)
    if order is Order.ADDED:
        return articles
    moments = {each.article_id: _moment_of(fetch_if_there(archive, each.article_id)) for each in articles}
    dated = [each for each in articles if moments[each.article_id]]
    undated = [each for each in articles if not moments[each.article_id]]
    return sorted(dated, key=lambda each: moments[each.article_id], reverse=order is Order.NEWEST) + undated


def _moment_of(article: Article | None) -> tuple[Date, str] | tuple[()]:
    return (article.date, article.time or "") if article and article.date else ()


def summarise_note(note: str) -> str:
    """Sum a note up in a few letters, so that a form can say which note it showed.

    >>> summarise_note("à citer") == summarise_note("à citer"), summarise_note("à citer") == summarise_note("")
    (True, False)
    """
    return blake2b(note.encode(), digest_size=8).hexdigest()
