"""What every page of one running desktop shares."""

import secrets
import threading
from dataclasses import dataclass, field
from typing import Annotated, TypeAlias, cast

from fastapi import Depends
from starlette.requests import HTTPConnection

from archive_search.web.holding import ArchiveHolder
from archive_search.web.intake.jobs import Jobs
from archive_search.web.removals import Removals


@dataclass(frozen=True, kw_only=True, slots=True)
class Site:
    """Hold the parts of one running desktop.

    Attributes:
        holder: The archive.
        jobs: What brings files into it.
        cleaning: How much is taken out of articles that are brought in: "all", "rules" or "none".
        token: Secret of this run; pages of other origins cannot read it, so that a form which has it came from us.
        removals: What was just taken off the desk.
        ending: Set once the desktop ends, so that answers that would go on for long end too.
    """

    holder: ArchiveHolder
    jobs: Jobs
    cleaning: str = "all"
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    removals: Removals = field(default_factory=Removals)
    ending: threading.Event = field(default_factory=threading.Event)


def site_of(connection: HTTPConnection) -> Site:
    """Give the desktop that answers a request."""
    return cast("Site", connection.app.state.site)


async def _site_here(connection: HTTPConnection) -> Site:
    # Asynchronous, so that it waits for no thread: they are all at searches when there is much to do.
    return site_of(connection)


SiteHere: TypeAlias = Annotated[Site, Depends(_site_here)]
"""The desktop that answers, as an argument of a page."""
