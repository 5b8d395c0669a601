"""The help page; the sheet that the key "?" opens is its list of keys."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from starlette.requests import Request

from archive_search.web.rendering import render

router = APIRouter()


@router.get("/help", response_class=HTMLResponse, include_in_schema=False)
def show_help(request: Request) -> HTMLResponse:
    """Show the help."""
    return render(request, "help.html", {})
