"""Save, rename and delete searches, and mark what they find as seen."""

from typing import Annotated, Any

from fastapi import APIRouter, Form
from fastapi.responses import Response
from starlette.requests import Request

from archive_search.web.desk.numbers import NumberInPath
from archive_search.web.desk.refusing import REFUSALS, FieldsSent, refuse
from archive_search.web.desk.saved import summarise_new
from archive_search.web.desk.way_back import lead_to
from archive_search.web.desk_news import Told
from archive_search.web.parameters import SearchAsked
from archive_search.web.rendering import addresses_of
from archive_search.web.site import SiteHere
from archive_search.web.tokens import TokenRequired

router = APIRouter(dependencies=[TokenRequired], include_in_schema=False)


@router.post("/searches/save")
def save_search(
    request: Request, site: SiteHere, asked: SearchAsked, fields: FieldsSent, name: Annotated[str, Form()] = ""
) -> Response:
    """Save the search of the address under a name, and show it again; what it finds now counts as seen."""
    try:
        with site.holder.reading() as archive:
            search = archive.desk.save_search(name, asked.q, asked.narrowing(), sort=asked.sort)
    except REFUSALS as error:
        return refuse(request, error, fields)
    meant: dict[str, Any] = asked.to_address()
    page = addresses_of(request).page("search", **meant) + "#keeping"
    return lead_to(page, Told.SAVED, search=search.id)


@router.post("/searches/{search_id}/rename")
def rename_search(
    request: Request, site: SiteHere, fields: FieldsSent, search_id: NumberInPath, name: Annotated[str, Form()] = ""
) -> Response:
    """Give a saved search another name."""
    try:
        with site.holder.reading() as archive:
            search = archive.desk.rename_search(search_id, name)
    except REFUSALS as error:
        return refuse(request, error, fields)
    return lead_to(addresses_of(request).page("searches"), Told.RENAMED, search=search.id)


@router.post("/searches/{search_id}/delete")
def delete_search(request: Request, site: SiteHere, fields: FieldsSent, search_id: NumberInPath) -> Response:
    """Forget a saved search."""
    try:
        with site.holder.reading() as archive:
            archive.desk.delete_search(search_id)
    except REFUSALS as error:
        return refuse(request, error, fields)
    return lead_to(addresses_of(request).page("searches"), Told.FORGOTTEN)


@router.post("/searches/{search_id}/seen")
def mark_as_seen(
    request: Request, site: SiteHere, fields: FieldsSent, search_id: NumberInPath, summary: Annotated[str, Form()] = ""
) -> Response:
    """Mark what a saved search finds as seen, unless there is more of it than the form showed."""
    addresses = addresses_of(request)
    page = addresses.page("searches", str(search_id), "new")
    try:
        with site.holder.reading() as archive:
            visit = archive.desk.look(search_id)
            if summarise_new(visit) != summary:
                return lead_to(page, Told.MORE)
            archive.desk.mark_visited(search_id)
    except REFUSALS as error:
        return refuse(request, error, fields)
    return lead_to(addresses.page("searches"), Told.SEEN, search=search_id, count=len(visit.new))
