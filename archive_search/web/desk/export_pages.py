"""Export what a search finds, or a dossier, in each format; without a format, the page that offers them."""

from dataclasses import dataclass
from http import HTTPStatus
from importlib.util import find_spec
from typing import Annotated, Any, TypeAlias

from fastapi import APIRouter, Depends, Query
from fastapi.responses import Response
from starlette.requests import Request

from archive_search.archive.exporting import ExportOptions
from archive_search.archive.facade import Archive
from archive_search.exports.export_format import ExportFormat
from archive_search.web.addresses import Parameter
from archive_search.web.desk.dossier_reading import Order, read_articles
from archive_search.web.desk.downloads import Chosen, send_articles
from archive_search.web.desk.numbers import NumberInPath
from archive_search.web.failures import PageError
from archive_search.web.parameters import SearchAsked, SearchParameters
from archive_search.web.rendering import render
from archive_search.web.site import SiteHere

router = APIRouter(include_in_schema=False)

MANY = 500
"""Articles from which a press review is slow to open."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ExportParameters:
    """Hold how an address asks to export; the names but that of the format are those of its parameters.

    Attributes:
        wanted: The format; None asks for the page that offers them all.
        title: Title of a press review; "" means the usual one.
    """

    wanted: Annotated[ExportFormat | None, Query(alias="format")] = None
    title: Annotated[str, Query(max_length=300)] = ""


_Export: TypeAlias = Annotated[ExportParameters, Depends()]


@router.get("/export")
def export_search(request: Request, site: SiteHere, asked: SearchAsked, export: _Export) -> Response:
    """Send all articles that a search finds as a file, or offer the formats."""
    if export.wanted is not None:
        output = ExportOptions(format=_check(export.wanted), title=export.title, sort=asked.sort)
        return send_articles(site, lambda _archive: _choose_found(asked), output)
    with site.holder.reading() as archive:
        total = archive.rank(asked.q, limit=0, **asked.narrowing()).total
        interpreted = archive.parse(asked.q, **asked.narrowing()).interpreted
    parameters = asked.to_address(page=1, size=10, all=False)
    return _offer(request, parameters, {"total": total, "interpreted": interpreted, "dossier": None})


def _choose_found(asked: SearchParameters) -> Chosen:
    return Chosen(asked.q, asked.narrowing(), asked.q)


@router.get("/dossier/{dossier_id}/export")
def export_dossier(
    request: Request, site: SiteHere, dossier_id: NumberInPath, export: _Export, sort: Order = Order.ADDED
) -> Response:
    """Send the articles of a dossier as a file, but for those that have left the archive, or offer the formats."""
    if export.wanted is not None:
        with site.holder.reading() as archive:
            title = export.title or archive.desk.dossier(dossier_id).name
        output = ExportOptions(format=_check(export.wanted), title=title)
        return send_articles(site, lambda archive: _choose_kept(archive, dossier_id, sort), output)
    with site.holder.reading() as archive:
        dossier, gone = archive.desk.dossier(dossier_id), len(archive.desk.find_gone(dossier_id))
    values: dict[str, Any] = {"total": dossier.articles - gone, "interpreted": None, "dossier": dossier}
    return _offer(request, {"sort": None if sort is Order.ADDED else sort.value}, values)


def _choose_kept(archive: Archive, dossier_id: int, order: Order) -> Chosen:
    dossier, gone = archive.desk.dossier(dossier_id), set(archive.desk.find_gone(dossier_id))
    ids = (each.article_id for each in read_articles(archive, dossier_id, order))
    return Chosen(tuple(each for each in ids if each not in gone), {}, dossier.name)


def _check(wanted: ExportFormat) -> ExportFormat:
    """Give the format.

    Raises:
        PageError: What writes it is not installed.
    """
    if wanted is ExportFormat.DOCX and not _has_docx():
        raise PageError(HTTPStatus.CONFLICT, "module python-docx absent : installez « archive-search[docx] »")
    return wanted


def _has_docx() -> bool:
    return find_spec("docx") is not None


def _offer(request: Request, parameters: dict[str, Parameter], values: dict[str, Any]) -> Response:
    """Make the page that offers the formats.

    Args:
        request: What asks for the page.
        parameters: What the address of a file says, beside its format.
        values: What the page says of the articles.
    """
    shared = {"parameters": parameters, "has_docx": _has_docx(), "many": MANY, "formats": ExportFormat}
    return render(request, "export.html", shared | values)
