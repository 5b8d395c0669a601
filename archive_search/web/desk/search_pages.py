"""Saved searches with what they find of new, the new articles of one, and their twins for programs."""

from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, JSONResponse, Response
from starlette.requests import Request

from archive_search.archive.desk_json import VERSION, alert_to_dict, search_to_dict
from archive_search.web.desk.new_hits import read_new_hits
from archive_search.web.desk.numbers import NumberInPath
from archive_search.web.desk.saved import asked_of, look_at_all, summarise_new
from archive_search.web.desk_news import read_news
from archive_search.web.keeping import address_of
from archive_search.web.paging import choose_pages
from archive_search.web.parameters import MOST_PAGE
from archive_search.web.rendering import render
from archive_search.web.shapes.desk import AlertAnswer, AlertsAnswer, SearchesAnswer
from archive_search.web.site import SiteHere
from archive_search.web.tables import answer_table

router = APIRouter()

HITS_SHOWN = 20
"""New articles of one page."""

SEARCH_COLUMNS = ("id", "name", "query", "sort", "created", "visited")
ALERT_COLUMNS = ("id", "name", "total", "new", "fault")
NEW_COLUMNS = ("article", "title", "date", "source", "agency")

_Page = Annotated[int, Query(ge=1, le=MOST_PAGE)]
_Limit = Annotated[int, Query(ge=0, le=1_000)]


@router.get("/searches", response_class=HTMLResponse, include_in_schema=False)
def show_searches(request: Request, site: SiteHere) -> HTMLResponse:
    """Show the saved searches, and what each finds of new, those first that find something."""
    with site.holder.reading() as archive:
        searches = sorted(look_at_all(archive), key=lambda each: not each.has_news)
        news = read_news(request, archive.desk)
    return render(request, "searches.html", {"searches": searches, "news": news})


@router.get("/searches.json", responses={200: {"model": SearchesAnswer}})
def give_searches(site: SiteHere) -> JSONResponse:
    """List the saved searches, by name."""
    with site.holder.reading() as archive:
        searches = archive.desk.saved_searches()
    return JSONResponse({"version": VERSION, "searches": [search_to_dict(each) for each in searches]})


@router.get("/searches.csv", include_in_schema=False)
def give_search_table(site: SiteHere) -> Response:
    """List the saved searches as a table."""
    with site.holder.reading() as archive:
        rows = [search_to_dict(each) for each in archive.desk.saved_searches()]
    return answer_table(SEARCH_COLUMNS, ([row[name] for name in SEARCH_COLUMNS] for row in rows), "recherches")


@router.get("/alerts.json", responses={200: {"model": AlertsAnswer}})
def give_alerts(site: SiteHere, limit: _Limit = 5) -> JSONResponse:
    """Tell of every saved search what it finds of new; ``limit`` bounds the articles that are named of each."""
    with site.holder.reading() as archive:
        alerts = [alert_to_dict(archive, visit, limit=limit) for visit in archive.desk.alerts()]
    return JSONResponse({"version": VERSION, "alerts": alerts})


@router.get("/alerts.csv", include_in_schema=False)
def give_alert_table(site: SiteHere) -> Response:
    """Tell of every saved search how much it finds of new, as a table."""
    with site.holder.reading() as archive:
        visits = archive.desk.alerts()
    rows = [(each.search.id, each.search.name, each.total, len(each.new), each.fault) for each in visits]
    return answer_table(ALERT_COLUMNS, rows, "nouveautes")


@router.get("/searches/{search_id}/new.json", responses={200: {"model": AlertAnswer}})
def give_new(site: SiteHere, search_id: NumberInPath, limit: _Limit = 100) -> JSONResponse:
    """Tell what a saved search finds of new, the newest articles first."""
    with site.holder.reading() as archive:
        alert = alert_to_dict(archive, archive.desk.look(search_id), limit=limit)
    return JSONResponse({"version": VERSION, **alert})


@router.get("/searches/{search_id}/new.csv", include_in_schema=False)
def give_new_table(site: SiteHere, search_id: NumberInPath, limit: _Limit = 1_000) -> Response:
    """Tell what a saved search finds of new as a table, the newest articles first."""
    with site.holder.reading() as archive:
        articles = alert_to_dict(archive, archive.desk.look(search_id), limit=limit)["articles"]
    rows = ([row[name] for name in NEW_COLUMNS] for row in articles)
    return answer_table(NEW_COLUMNS, rows, f"nouveaux-{search_id}")


@router.get("/searches/{search_id}/new", response_class=HTMLResponse, include_in_schema=False)
def show_new(request: Request, site: SiteHere, search_id: NumberInPath, page: _Page = 1) -> HTMLResponse:
    """Show a page of what a saved search finds of new."""
    offset = (page - 1) * HITS_SHOWN
    with site.holder.reading() as archive:
        visit = archive.desk.look(search_id)
        asked = asked_of(visit.search)
        values: dict[str, Any] = {
            "visit": visit,
            "asked": asked,
            "hits": list(read_new_hits(archive, visit.new[offset : offset + HITS_SHOWN], asked)),
            "news": read_news(request, archive.desk),
        }
    values |= {
        "offset": offset,
        "pager": choose_pages(page, total=len(visit.new), size=HITS_SHOWN),
        "summary": summarise_new(visit),
        "back": address_of(request),
    }
    return render(request, "desk/new.html", values)
