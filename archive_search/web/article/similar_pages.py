"""Articles that speak of what one speaks of: a page, the list alone for the page of the article, and the twins."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, JSONResponse
from starlette.requests import Request
from starlette.responses import Response

from archive_search.search.hit_rows import HIT_COLUMNS, hit_row
from archive_search.web.article.plain import file_name
from archive_search.web.quoted_paths import QuotedRoute
from archive_search.web.rendering import render
from archive_search.web.shapes.article import SimilarShape
from archive_search.web.site import SiteHere
from archive_search.web.tables import answer_table

router = APIRouter(route_class=QuotedRoute)

LISTED = 5
"""Articles listed on the page of the article itself."""

Limit = Annotated[int, Query(ge=1, le=100)]


@router.get("/article/{article_id}/similar", response_class=HTMLResponse, include_in_schema=False)
def show_similar(request: Request, site: SiteHere, article_id: str, limit: Limit = 10) -> HTMLResponse:
    """Show the articles most like one."""
    with site.holder.reading() as archive:
        article, page = archive.fetch(article_id), archive.more_like(article_id, limit=limit)
    return render(request, "article/similar.html", {"article": article, "page": page, "with_snippets": True})


@router.get("/article/{article_id}/similar/list", response_class=HTMLResponse, include_in_schema=False)
def list_similar(request: Request, site: SiteHere, article_id: str) -> HTMLResponse:
    """Give the list of the articles most like one, without a page around it."""
    with site.holder.reading() as archive:
        page = archive.more_like(article_id, limit=LISTED)
    return render(request, "article/_similar.html", {"page": page, "with_snippets": False})


@router.get("/article/{article_id}/similar.json", responses={200: {"model": SimilarShape}})
def give_similar(site: SiteHere, article_id: str, limit: Limit = 10) -> JSONResponse:
    """Give the articles most like one."""
    with site.holder.reading() as archive:
        page = archive.more_like(article_id, limit=limit)
    return JSONResponse({"article": article_id, **page.to_dict()})


@router.get("/article/{article_id}/similar.csv", include_in_schema=False)
def give_similar_rows(site: SiteHere, article_id: str, limit: Limit = 10) -> Response:
    """Give the articles most like one as a table."""
    with site.holder.reading() as archive:
        page = archive.more_like(article_id, limit=limit)
    return answer_table(HIT_COLUMNS, map(hit_row, page), f"{file_name(article_id)}-semblables")
