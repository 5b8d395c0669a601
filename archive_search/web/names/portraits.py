"""The page of one name, its card for other pages, and its twins."""

from collections.abc import Iterator

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, JSONResponse, Response
from starlette.requests import Request

from archive_search.archive.asking import QueryOptions
from archive_search.archive.entity_json import portrait_to_dict
from archive_search.archive.facade import Archive
from archive_search.engines.naming.correcting import summarise_entity
from archive_search.engines.naming.reading import Portrait
from archive_search.errors import UnknownEntityError
from archive_search.records import Entity, EntityType
from archive_search.search.requests import Sort
from archive_search.search.results import Page
from archive_search.web.charts.ego_network import MOST, Neighbour, Network, draw_network
from archive_search.web.charts.year_bars import draw_years
from archive_search.web.names.choices import find_choices
from archive_search.web.names.news import NewsHere
from archive_search.web.quoted_paths import QuotedRoute
from archive_search.web.rendering import render
from archive_search.web.shapes.names import PortraitAnswer
from archive_search.web.site import SiteHere
from archive_search.web.tables import answer_table

NEWEST = 10
"""Articles that the page of a name shows."""

_VARIANTS_IN_CARD = 3

router = APIRouter(route_class=QuotedRoute)


@router.get("/entity/{entity_id}/card", response_class=HTMLResponse, include_in_schema=False)
def show_card(request: Request, site: SiteHere, entity_id: str) -> HTMLResponse:
    """Show the card of a name: a fragment for other pages, without a page around it."""
    with site.holder.reading() as archive:
        entity = archive.entity(entity_id, neighbours=0).entity
    return render(request, "names/card.html", {"entity": entity, "most_variants": _VARIANTS_IN_CARD})


@router.get("/entity/{entity_id}.json", responses={200: {"model": PortraitAnswer}})
def give_entity(site: SiteHere, entity_id: str) -> JSONResponse:
    """Give what the archive knows of a name."""
    with site.holder.reading() as archive:
        return JSONResponse(portrait_to_dict(archive.entity(entity_id)))


@router.get("/entity/{entity_id}.csv", include_in_schema=False)
def give_entity_table(site: SiteHere, entity_id: str) -> Response:
    """Give spellings, years and neighbours of a name as a table."""
    with site.holder.reading() as archive:
        portrait = archive.entity(entity_id)
    return answer_table(("kind", "value", "count"), _rows(portrait), "nom")


def _rows(portrait: Portrait) -> Iterator[tuple[str, str | int, int]]:
    for variant in portrait.entity.variants:
        yield "variant", variant.surface, variant.mentions
    for year, articles in portrait.years:
        yield "year", year, articles
    for near in portrait.neighbours:
        yield "neighbour", near.entity.id, near.paragraphs


@router.get("/entity/{entity_id}", response_class=HTMLResponse, include_in_schema=False)
def show_entity(request: Request, site: SiteHere, entity_id: str, news: NewsHere) -> HTMLResponse:
    """Show what the archive knows of a name."""
    with site.holder.reading() as archive:
        try:
            portrait = archive.entity(entity_id, neighbours=MOST)
        except UnknownEntityError as error:
            return _offer_choices(request, archive, error)
        values = {
            "portrait": portrait,
            "entity": portrait.entity,
            "summary": summarise_entity(portrait.entity),
            "chart": draw_years(portrait.years),
            "network": draw_neighbours(portrait),
            "newest": find_newest(archive, portrait.entity),
            "news": news,
            "made": news.find_made(archive),
        }
    return render(request, "entity.html", values)


def _offer_choices(request: Request, archive: Archive, error: UnknownEntityError) -> HTMLResponse:
    values = {"name": error.name, "several": bool(error.choices), "choices": find_choices(archive, error)}
    return render(request, "names/unknown.html", values, status=404)


def draw_neighbours(portrait: Portrait) -> Network:
    """Draw who is named in the same paragraphs; of two that are together as often the nearer one comes first."""
    return draw_network(
        [
            Neighbour(name=near.entity.name, weight=near.paragraphs, size=near.entity.articles)
            for near in portrait.neighbours
        ]
    )


def find_newest(archive: Archive, entity: Entity) -> Page:
    """Find the newest articles that name an entity, or that it has signed where none names it."""
    narrowed: dict[EntityType, QueryOptions] = {
        EntityType.PERSON: {"persons": (entity.id,)},
        EntityType.PLACE: {"places": (entity.id,)},
        EntityType.ORG: {"orgs": (entity.id,)},
    }
    return archive.search("", limit=NEWEST, sort=Sort.NEWEST, **narrowed[entity.type])
