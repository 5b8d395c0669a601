"""The page of the archive, its twins, and how far indexing is, told as it goes on."""

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, StreamingResponse
from starlette.requests import Request
from starlette.responses import Response

from archive_search.archive.origins import Origin
from archive_search.engines.protocol import Statistics
from archive_search.errors import ArchiveMissingError
from archive_search.sources.files import path_text
from archive_search.web.failures import PageError
from archive_search.web.intake.events import stream_events
from archive_search.web.intake.job import Job
from archive_search.web.intake.orders import Order
from archive_search.web.intake.welcome_pages import begin
from archive_search.web.rendering import addresses_of, language_of, render
from archive_search.web.shapes.intake import ArchiveShape
from archive_search.web.site import Site, SiteHere
from archive_search.web.tables import answer_table
from archive_search.web.tokens import TokenRequired

router = APIRouter()

_SOURCES_SHOWN = 30
_NOTHING = Statistics(
    articles=0,
    paragraphs=0,
    words=0,
    characters=0,
    files=0,
    forms=0,
    entities=0,
    sources=(),
    first_date=None,
    last_date=None,
    undated=0,
    bytes=0,
    segments=0,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Survey:
    """Hold what the page of the archive tells.

    Attributes:
        totals: What the archive holds.
        origins: What it was made from.
        job: The run under way, or the last one.
    """

    totals: Statistics
    origins: tuple[Origin, ...]
    job: Job | None

    def to_dict(self) -> dict[str, Any]:
        """Give the survey as plain values for JSON: the totals, with the rest beside them."""
        origins = [origin.to_dict() for origin in self.origins]
        return {**self.totals.to_dict(), "origins": origins, "job": self.job.to_dict() if self.job else None}


def survey(site: Site) -> Survey:
    """Look at the archive and at what is done to it; while its first run has not made it yet, it is empty.

    Raises:
        ArchiveMissingError: There is none, and no run has tried to make it.
    """
    job = site.jobs.latest
    try:
        with site.holder.reading() as archive:
            return Survey(totals=archive.stats(), origins=archive.origins(), job=job)
    except ArchiveMissingError:
        if job is None:
            raise
        return Survey(totals=_NOTHING, origins=(), job=job)


@router.get("/archive", response_class=HTMLResponse, include_in_schema=False)
def show_archive(request: Request, site: SiteHere) -> Response:
    """Show what the archive holds, what it was made from, and how far indexing is."""
    try:
        found = survey(site)
    except ArchiveMissingError:
        return RedirectResponse(addresses_of(request).page("welcome"), 303)
    values = {
        "folder": path_text(site.holder.path.absolute()),
        "totals": found.totals,
        "sources": found.totals.sources[:_SOURCES_SHOWN],
        "origins": [origin.to_dict() for origin in found.origins],
        "job": found.job,
        "years": _by_year(found.job),
        "cleaning": site.cleaning,
    }
    return render(request, "archive.html", values, headers={"Cache-Control": "no-store"})


def _by_year(job: Job | None) -> list[dict[str, Any]]:
    """Give the counts of a report by year, the last year first, what has none at the end."""
    counts = job.report["years"] if job is not None and job.report is not None else []
    return sorted(counts, key=lambda counted: counted["name"] or 0, reverse=True)


@router.get("/archive.json", responses={200: {"model": ArchiveShape}})
def give_archive(site: SiteHere) -> JSONResponse:
    """Count what the archive holds, name the folders it was made from, and tell how far indexing is."""
    return JSONResponse(survey(site).to_dict(), headers={"Cache-Control": "no-store"})


@router.get("/archive.csv", include_in_schema=False)
def give_sources(site: SiteHere) -> Response:
    """Give the articles by source as a table."""
    return answer_table(("source", "count"), survey(site).totals.sources, "sources")


@router.post("/archive/update", include_in_schema=False, dependencies=[TokenRequired])
def update_archive(
    request: Request,
    site: SiteHere,
    cleaning: Annotated[str, Form(pattern="^(all|rules|none)$")] = "all",
    names: Annotated[bool, Form()] = False,
    remove_missing: Annotated[bool, Form()] = False,
) -> Response:
    """Begin to bring the archive up to date with what it was made from."""
    if not survey(site).origins:
        raise PageError(409, "l'archive n'a pas encore de dossier : ajoutez-en un")
    return begin(request, site, Order(names=names, cleaning=cleaning, remove_missing=remove_missing))


@router.post("/archive/stop", include_in_schema=False, dependencies=[TokenRequired])
def stop_job(request: Request, site: SiteHere) -> Response:
    """Ask the run under way to stop; what it has committed stays."""
    site.jobs.stop()
    return RedirectResponse(addresses_of(request).page("archive"), 303)


@router.get("/archive/events", include_in_schema=False)
def tell_progress(request: Request, site: SiteHere) -> Response:
    """Tell how far indexing is, as server-sent events, until it ends."""
    if site.jobs.latest is None:
        # An event source that gets this status does not ask again.
        return Response(status_code=204)
    events = stream_events(site, language=language_of(request))
    return StreamingResponse(events, media_type="text/event-stream", headers={"Cache-Control": "no-store"})
