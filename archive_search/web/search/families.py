"""The list of families of reprints and versions, and its twins."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, JSONResponse
from starlette.requests import Request
from starlette.responses import Response

from archive_search.archive.family_json import SUMMARY_COLUMNS, summary_to_dict
from archive_search.web.paging import choose_pages
from archive_search.web.parameters import MOST_PAGE
from archive_search.web.rendering import render
from archive_search.web.shapes.search import FamiliesShape
from archive_search.web.site import SiteHere
from archive_search.web.tables import answer_table

router = APIRouter()

FAMILIES_SHOWN = 20

_Page = Annotated[int, Query(ge=1, le=MOST_PAGE)]


@router.get("/families", response_class=HTMLResponse, include_in_schema=False)
def show_families(request: Request, site: SiteHere, page: _Page = 1) -> HTMLResponse:
    """Show families, the largest first."""
    with site.holder.reading() as archive:
        found = archive.families(limit=FAMILIES_SHOWN, offset=_offset(page))
    pager = choose_pages(page, total=found.total, size=FAMILIES_SHOWN)
    # Each is told by its first publication, and by what its other articles are to it.
    families = [(family.members[0], summary_to_dict(family)) for family in found.families]
    values = {"total": found.total, "families": families, "pager": pager}
    return render(request, "search/families.html", values)


@router.get("/families.json", responses={200: {"model": FamiliesShape}})
def give_families(site: SiteHere, page: _Page = 1) -> JSONResponse:
    """Give families without their members, the largest first, twenty a page."""
    with site.holder.reading() as archive:
        found = archive.families(limit=FAMILIES_SHOWN, offset=_offset(page))
    families = [summary_to_dict(family) for family in found.families]
    return JSONResponse({"version": 1, "total": found.total, "offset": _offset(page), "families": families})


@router.get("/families.csv", include_in_schema=False)
def give_rows(site: SiteHere, page: _Page = 1) -> Response:
    """Give the families of a page as a table."""
    with site.holder.reading() as archive:
        found = archive.families(limit=FAMILIES_SHOWN, offset=_offset(page))
    rows = (list(map(summary_to_dict(family).get, SUMMARY_COLUMNS)) for family in found.families)
    return answer_table(SUMMARY_COLUMNS, rows, "familles")


def _offset(page: int) -> int:
    return (page - 1) * FAMILIES_SHOWN
