"""The list of what was corrected, its twins, and the undo of the last correction."""

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.requests import Request

from archive_search.archive.entity_json import CORRECTION_COLUMNS, corrections_to_dict
from archive_search.archive.facade import Archive
from archive_search.errors import UnknownEntityError
from archive_search.web.addresses import Addresses
from archive_search.web.names.news import News, NewsHere
from archive_search.web.names.refusing import REFUSALS, FieldsSent, refuse
from archive_search.web.rendering import addresses_of, render
from archive_search.web.shapes.names import CorrectionsAnswer
from archive_search.web.site import SiteHere
from archive_search.web.tables import answer_table
from archive_search.web.tokens import TokenRequired

router = APIRouter()


@router.get("/corrections", response_class=HTMLResponse, include_in_schema=False)
def show_corrections(request: Request, site: SiteHere, news: NewsHere) -> HTMLResponse:
    """Show what was corrected."""
    with site.holder.reading() as archive:
        values = {"corrections": archive.corrections(), "news": news, "made": None}
    return render(request, "names/corrections.html", values)


@router.get("/corrections.json", responses={200: {"model": CorrectionsAnswer}})
def give_corrections(site: SiteHere) -> JSONResponse:
    """List the corrections of names that were made here and not undone, the newest first, at most 50."""
    with site.holder.reading() as archive:
        return JSONResponse(corrections_to_dict(archive.corrections()))


@router.get("/corrections.csv", include_in_schema=False)
def give_corrections_table(site: SiteHere) -> Response:
    """List the same as a table."""
    with site.holder.reading() as archive:
        listed = corrections_to_dict(archive.corrections())["corrections"]
    rows = [row | {"variants": ", ".join(row["variants"])} for row in listed]
    return answer_table(CORRECTION_COLUMNS, ([row[name] for name in CORRECTION_COLUMNS] for row in rows), "corrections")


@router.post("/corrections/undo", dependencies=[TokenRequired], include_in_schema=False)
def undo_correction(
    request: Request, site: SiteHere, fields: FieldsSent, correction: Annotated[str, Form(max_length=100)]
) -> Response:
    """Undo a correction, and show the name as it was before."""
    try:
        with site.holder.writing() as archive:
            made = News(done=correction).find_made(archive)
            archive.undo_correction(correction)
            address = _address_after(archive, made.entity if made else None, addresses_of(request))
    except REFUSALS as error:
        return refuse(request, error, fields)
    return RedirectResponse(address, status_code=303)


def _address_after(archive: Archive, entity_id: str | None, addresses: Addresses) -> str:
    try:
        entity = archive.entity(entity_id, neighbours=0).entity if entity_id else None
    except UnknownEntityError:
        entity = None
    return addresses.page("entity", entity.id, undone=1) if entity else addresses.page("corrections", undone=1)
