"""The list of dossiers, one dossier, and their twins for programs."""

from typing import Any

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, JSONResponse, Response
from starlette.requests import Request

from archive_search.archive.desk_json import (
    DOSSIER_COLUMNS,
    KEPT_COLUMNS,
    VERSION,
    dossier_to_dict,
    fetch_if_there,
    kept_to_dict,
)
from archive_search.archive.facade import Archive
from archive_search.web.desk.dossier_reading import DossierAsked, Order, read_articles, read_dossier
from archive_search.web.desk.numbers import NumberInPath
from archive_search.web.desk_news import read_news
from archive_search.web.keeping import address_of
from archive_search.web.rendering import render
from archive_search.web.shapes.desk import DossierAnswer, DossiersAnswer
from archive_search.web.site import SiteHere
from archive_search.web.tables import answer_table

router = APIRouter()


@router.get("/dossiers", response_class=HTMLResponse, include_in_schema=False)
def show_dossiers(request: Request, site: SiteHere) -> HTMLResponse:
    """Show the dossiers."""
    with site.holder.reading() as archive:
        dossiers, news = archive.desk.dossiers(), read_news(request, archive.desk)
    return render(request, "dossiers.html", {"dossiers": dossiers, "news": news})


@router.get("/dossiers.json", responses={200: {"model": DossiersAnswer}})
def give_dossiers(site: SiteHere) -> JSONResponse:
    """List the dossiers, by name."""
    with site.holder.reading() as archive:
        dossiers = archive.desk.dossiers()
    return JSONResponse({"version": VERSION, "dossiers": [dossier_to_dict(each) for each in dossiers]})


@router.get("/dossiers.csv", include_in_schema=False)
def give_dossier_table(site: SiteHere) -> Response:
    """List the dossiers as a table."""
    with site.holder.reading() as archive:
        dossiers = archive.desk.dossiers()
    cells = (dossier_to_dict(each).values() for each in dossiers)
    return answer_table(DOSSIER_COLUMNS, map(tuple, cells), "dossiers")


@router.get("/dossier/{dossier_id}.json", responses={200: {"model": DossierAnswer}})
def give_dossier(site: SiteHere, dossier_id: NumberInPath, sort: Order = Order.ADDED) -> JSONResponse:
    """Give all articles of a dossier, and their notes."""
    with site.holder.reading() as archive:
        content = {
            "version": VERSION,
            "dossier": dossier_to_dict(archive.desk.dossier(dossier_id)),
            "articles": _list_articles(archive, dossier_id, sort),
        }
    return JSONResponse(content)


@router.get("/dossier/{dossier_id}.csv", include_in_schema=False)
def give_article_table(site: SiteHere, dossier_id: NumberInPath, sort: Order = Order.ADDED) -> Response:
    """Give all articles of a dossier, and their notes, as a table."""
    with site.holder.reading() as archive:
        rows = _list_articles(archive, dossier_id, sort)
    cells = ([int(row[name]) if name == "in_archive" else row[name] for name in KEPT_COLUMNS] for row in rows)
    return answer_table(KEPT_COLUMNS, cells, f"dossier-{dossier_id}")


def _list_articles(archive: Archive, dossier_id: int, order: Order) -> list[dict[str, Any]]:
    articles = read_articles(archive, dossier_id, order)
    return [kept_to_dict(each, fetch_if_there(archive, each.article_id)) for each in articles]


@router.get("/dossier/{dossier_id}", response_class=HTMLResponse, include_in_schema=False)
def show_dossier(request: Request, site: SiteHere, dossier_id: NumberInPath, asked: DossierAsked) -> HTMLResponse:
    """Show a page of the articles of a dossier."""
    with site.holder.reading() as archive:
        found, news = read_dossier(archive, dossier_id, asked), read_news(request, archive.desk)
    values = {"found": found, "asked": asked, "orders": list(Order), "news": news, "back": address_of(request)}
    return render(request, "dossier.html", values)
