"""Complete the query that is being typed, for the box of the search page."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import JSONResponse

from archive_search.web.parameters import MOST_CHARACTERS
from archive_search.web.shapes.search import CompletionsShape
from archive_search.web.site import SiteHere

router = APIRouter()

MOST_OFFERED = 10


@router.get("/complete.json", responses={200: {"model": CompletionsShape}})
def give_completions(site: SiteHere, text: Annotated[str, Query(max_length=MOST_CHARACTERS)] = "") -> JSONResponse:
    """Give ways in which a query may go on, at most ten; none where its end cannot be completed."""
    with site.holder.reading() as archive:
        found = archive.complete(text, limit=MOST_OFFERED)
    return JSONResponse({"version": 1, "text": text, "completions": [each.to_dict() for each in found]})
