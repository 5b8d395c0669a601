"""Put the desktop together: pages, files, guards, answers to what goes wrong."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files
from pathlib import Path

from anyio import to_thread
from fastapi import FastAPI
from starlette.staticfiles import StaticFiles

from archive_search.web.api import pages as api_pages
from archive_search.web.api.document import FAILURES, describe, name_route
from archive_search.web.article import routes as article_routes
from archive_search.web.desk import routes as desk_routes
from archive_search.web.failures import answer_failures
from archive_search.web.guarding.stacking import make_guards
from archive_search.web.help import pages as help_pages
from archive_search.web.holding import ArchiveHolder
from archive_search.web.intake import archive_pages, welcome_pages
from archive_search.web.intake.jobs import Jobs
from archive_search.web.names import routes as name_routes
from archive_search.web.search import routes as search_routes
from archive_search.web.site import Site

THREADS = 8
"""Requests that are answered at once; one search runs at a time, and the others would only take turns with it."""

_ROUTERS = (
    article_routes.router,
    search_routes.router,
    name_routes.router,
    desk_routes.router,
    help_pages.router,
    welcome_pages.router,
    archive_pages.router,
    api_pages.router,
)


def create_application(index: Path, *, cleaning: str = "all") -> FastAPI:
    """Make the desktop of one archive.

    Args:
        index: Folder of the archive, which need not exist yet.
        cleaning: How much is taken out of articles that are brought in: "all", "rules" or "none".
    """
    application = FastAPI(
        title="archive-search",
        version="1",
        # No page of documentation of the framework's: these load scripts from elsewhere.
        docs_url=None,
        redoc_url=None,
        generate_unique_id_function=name_route,
        responses=FAILURES,
        middleware=make_guards(),
        lifespan=_lifespan,
    )
    describe(application)
    application.state.site = Site(holder=ArchiveHolder(index), jobs=Jobs(index), cleaning=cleaning)
    answer_failures(application)
    for router in _ROUTERS:
        application.include_router(router)
    static = str(files("archive_search.web").joinpath("static"))
    application.mount("/static", StaticFiles(directory=static), name="static")
    return application


@asynccontextmanager
async def _lifespan(application: FastAPI) -> AsyncIterator[None]:
    site: Site = application.state.site
    to_thread.current_default_thread_limiter().total_tokens = THREADS
    yield
    site.ending.set()
    site.jobs.close()
    site.holder.close()
