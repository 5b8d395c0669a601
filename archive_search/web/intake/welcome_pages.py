"""The first page, and the one where a reader chooses the folder to bring in."""

import os
from pathlib import Path
from typing import Annotated, TypeAlias

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.requests import Request
from starlette.responses import Response

from archive_search.errors import ArchiveMissingError
from archive_search.sources.files import path_text
from archive_search.web.failures import PageError
from archive_search.web.intake.folders import as_folder, look_into
from archive_search.web.intake.orders import Order
from archive_search.web.intake.places import find_home, find_places, read_path, read_typed
from archive_search.web.rendering import addresses_of, render
from archive_search.web.site import Site, SiteHere
from archive_search.web.tokens import TokenRequired

router = APIRouter(include_in_schema=False)

LONGEST_PATH = 15_000
"""Characters of a path in a form: as long as systems allow, percent-encoded."""

BUSY = "une indexation est en cours : attendez sa fin, ou arrêtez-la à la page Archive"

Written: TypeAlias = Annotated[str, Form(max_length=LONGEST_PATH)]


@router.get("/")
def open_desktop(request: Request, site: SiteHere) -> Response:
    """Lead to the search page, or where there is nothing to search yet to what makes an archive."""
    page = "search" if has_articles(site) else "archive" if site.jobs.is_busy else "welcome"
    return RedirectResponse(addresses_of(request).page(page), 303)


def has_articles(site: Site) -> bool:
    """Tell whether there is anything to search."""
    try:
        with site.holder.reading() as archive:
            return archive.stats().articles > 0
    except ArchiveMissingError:
        return False


@router.get("/welcome", response_class=HTMLResponse)
def show_welcome(request: Request, site: SiteHere) -> HTMLResponse:
    """Show the folders that a reader starts from."""
    return _show_folder(request, site, folder="", typed="~")


@router.post("/welcome", response_class=HTMLResponse, dependencies=[TokenRequired])
def show_folder(request: Request, site: SiteHere, folder: Written = "", typed: Written = "") -> HTMLResponse:
    """Show a folder, so that the reader can choose it or one in it."""
    return _show_folder(request, site, folder=folder, typed=typed or "~")


def _show_folder(request: Request, site: Site, *, folder: str, typed: str) -> HTMLResponse:
    archive = site.holder.path
    values = {
        "home": as_folder(Path(os.path.realpath(find_home()))).written,
        "archive": path_text(archive.absolute()),
        "is_first": not has_articles(site),
        "is_busy": site.jobs.is_busy,
        "cleaning": site.cleaning,
        "places": [as_folder(place) for place in find_places()],
        "view": look_into(read_path(folder) if folder else read_typed(typed), archive=archive),
    }
    return render(request, "welcome.html", values, headers={"Cache-Control": "no-store"})


@router.post("/archive/index", dependencies=[TokenRequired])
def index_folder(
    request: Request,
    site: SiteHere,
    folder: Written,
    cleaning: Annotated[str, Form(pattern="^(all|rules|none)$")] = "all",
    names: Annotated[bool, Form()] = False,
) -> Response:
    """Begin to bring a folder into the archive."""
    view = look_into(read_path(folder), archive=site.holder.path)
    if view.fault is not None:
        raise PageError(409, f"{view.path} : {view.fault}")
    order = Order(paths=(read_path(view.here.written),), names=names, cleaning=cleaning)
    return begin(request, site, order)


def begin(request: Request, site: Site, order: Order) -> Response:
    """Start a job, and lead to the page that shows how far it is.

    Raises:
        PageError: Another is under way.
    """
    if not site.jobs.start(order):
        raise PageError(409, BUSY)
    return RedirectResponse(addresses_of(request).page("archive"), 303)
