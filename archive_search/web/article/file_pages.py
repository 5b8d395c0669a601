"""The reference of an article as a file, and its original file opened in its own application."""

from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from archive_search.errors import SourceError
from archive_search.web.article.citing import CitationFormat, cite
from archive_search.web.article.opening import Opener, opener_here
from archive_search.web.article.plain import file_name
from archive_search.web.parameters import SearchAsked
from archive_search.web.quoted_paths import QuotedRoute
from archive_search.web.rendering import addresses_of, render
from archive_search.web.site import SiteHere
from archive_search.web.tokens import TokenRequired

router = APIRouter(route_class=QuotedRoute)


@router.get("/article/{article_id}/citation", include_in_schema=False)
def give_citation(
    site: SiteHere, article_id: str, form: Annotated[CitationFormat, Query(alias="format")] = CitationFormat.RIS
) -> Response:
    """Give the reference of an article as a file."""
    with site.holder.reading() as archive:
        article = archive.fetch(article_id)
    name = f"{file_name(article_id)}{form.suffix}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(cite(article, form), media_type=form.media_type, headers=headers)


@router.post("/article/{article_id}/open", dependencies=[TokenRequired], include_in_schema=False)
def open_original(
    request: Request,
    site: SiteHere,
    article_id: str,
    asked: SearchAsked,
    opener: Annotated[Opener, Depends(opener_here)],
) -> Response:
    """Open the file from which an article was read in its own application, on this machine."""
    with site.holder.reading() as archive:
        article = archive.fetch(article_id)
        try:
            path = archive.original(article_id)
        except SourceError as error:
            values = {"article": article, "asked": asked, "fault": str(error), "path": None}
            return render(request, "article/original.html", values, status=HTTPStatus.CONFLICT)
    if not opener(path):
        values = {"article": article, "asked": asked, "fault": None, "path": str(path)}
        return render(request, "article/original.html", values)
    parameters: dict[str, Any] = {**asked.marking(), "opened": 1}
    return RedirectResponse(addresses_of(request).page("article", article_id, **parameters), HTTPStatus.SEE_OTHER)
