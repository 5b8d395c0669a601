"""The list of names, and its twins."""

from dataclasses import dataclass, replace
from typing import Annotated, Literal, TypeAlias

from fastapi import APIRouter, Depends, Query
from fastapi.responses import HTMLResponse, JSONResponse, Response
from starlette.requests import Request

from archive_search.archive.entity_json import ENTITY_COLUMNS, entities_to_dict
from archive_search.archive.facade import Archive
from archive_search.engines.naming.reading import EntityList
from archive_search.web.addresses import Parameter
from archive_search.web.names.news import NewsHere
from archive_search.web.paging import choose_pages
from archive_search.web.parameters import MOST_PAGE
from archive_search.web.rendering import render
from archive_search.web.shapes.names import EntitiesAnswer
from archive_search.web.site import SiteHere
from archive_search.web.tables import answer_table

MOST_NAMES = 100
"""Names of one page."""

_USUAL_SIZE = 50

router = APIRouter()


@dataclass(frozen=True, kw_only=True, slots=True)
class ListParameters:
    """Hold what the address of a list of names asks for; the names are those of its parameters.

    Attributes:
        text: Name, or part of a spelling; "" for all names.
        type: "person", "place" or "org"; "" for all types.
        page: Number of the page, from 1.
        size: Names a page.
    """

    text: Annotated[str, Query(max_length=500)] = ""
    type: Literal["", "person", "place", "org"] = ""
    page: Annotated[int, Query(ge=1, le=MOST_PAGE)] = 1
    size: Annotated[int, Query(ge=1, le=MOST_NAMES)] = _USUAL_SIZE

    @property
    def offset(self) -> int:
        """Names before those of the page."""
        return (self.page - 1) * self.size

    def to_address(self, *, page: int | None = None) -> dict[str, Parameter]:
        """Give the parameters of the address of this list, or of another page of it."""
        asked = replace(self, page=page or self.page)
        values: dict[str, Parameter] = {"text": asked.text, "type": asked.type}
        values["page"] = asked.page if asked.page > 1 else None
        values["size"] = asked.size if asked.size != _USUAL_SIZE else None
        return values


ListAsked: TypeAlias = Annotated[ListParameters, Depends()]


def read_list(archive: Archive, asked: ListParameters) -> EntityList:
    """Read the names of a page."""
    return archive.entities(
        asked.text.strip() or None, entity_type=asked.type or None, limit=asked.size, offset=asked.offset
    )


@router.get("/entities", response_class=HTMLResponse, include_in_schema=False)
def show_entities(request: Request, site: SiteHere, asked: ListAsked, news: NewsHere) -> HTMLResponse:
    """Show a page of names."""
    with site.holder.reading() as archive:
        found = read_list(archive, asked)
        is_unnamed = not found.total and not archive.stats().entities
        made = news.find_made(archive)
    pager = choose_pages(asked.page, total=found.total, size=asked.size)
    values = {"asked": asked, "found": found, "pager": pager, "is_unnamed": is_unnamed, "news": news, "made": made}
    return render(request, "entities.html", values)


@router.get("/entities.json", responses={200: {"model": EntitiesAnswer}})
def give_entities(site: SiteHere, asked: ListAsked) -> JSONResponse:
    """List names, those in the most articles first."""
    with site.holder.reading() as archive:
        return JSONResponse(entities_to_dict(read_list(archive, asked), offset=asked.offset))


@router.get("/entities.csv", include_in_schema=False)
def give_entities_table(site: SiteHere, asked: ListAsked) -> Response:
    """List names as a table."""
    with site.holder.reading() as archive:
        listed = entities_to_dict(read_list(archive, asked), offset=asked.offset)
    return answer_table(ENTITY_COLUMNS, ([row[name] for name in ENTITY_COLUMNS] for row in listed["entities"]), "noms")
