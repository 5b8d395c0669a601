"""The search page and its twins."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse
from starlette.requests import Request
from starlette.responses import Response

from archive_search.archive.facade import Archive
from archive_search.errors import QueryError
from archive_search.search.facets import Facet
from archive_search.search.hit_rows import HIT_COLUMNS, hit_row
from archive_search.search.results import Page
from archive_search.web.keeping import read_keeping
from archive_search.web.paging import choose_pages
from archive_search.web.parameters import PAGE_SIZES, SearchAsked, SearchParameters
from archive_search.web.rendering import addresses_of, render
from archive_search.web.search.answering import answer_search, search_page
from archive_search.web.search.faults import point_at
from archive_search.web.search.filters import drop_all, list_filters
from archive_search.web.search.histogram import HEIGHT
from archive_search.web.search.opening import open_search
from archive_search.web.search.operators import find_examples, list_operators
from archive_search.web.search.steps import StepAsked
from archive_search.web.search.suggestions import Piece, link_queries
from archive_search.web.sentences import as_sentence
from archive_search.web.shapes.search import SearchShape
from archive_search.web.site import SiteHere
from archive_search.web.tables import answer_table

router = APIRouter()

_MOST_REPEATED = 50_000
"""Bytes that a page may spend on repeating the query in the links of its hits."""
_LINKS_OF_HIT = 6
_LINE = 80
_MOST_ROWS = 8

_FacetsAsked = Annotated[tuple[Facet, ...], Query(max_length=len(Facet))]


@router.get("/search", response_class=HTMLResponse, include_in_schema=False)
def show_search(request: Request, site: SiteHere, asked: SearchAsked, step: StepAsked) -> Response:
    """Show the answer to a search, or what can be asked."""
    if step.is_asked:
        meant: dict[str, Any] = step.apply(asked).to_address()
        return RedirectResponse(addresses_of(request).page("search", **meant), HTTPStatus.SEE_OTHER)
    with site.holder.reading() as archive:
        examples = find_examples(archive)
        values: dict[str, Any] = {**_form_values(asked), "operators": list_operators(examples)}
        if not asked.asks:
            return render(request, "search.html", values | {"opening": open_search(archive, examples)})
        try:
            values |= _answer_values(archive, asked)
            values["keeping"] = read_keeping(request, archive, [hit.article.id for hit in values["answered"].page])
        except QueryError as error:
            values |= _failure_values(asked, error)
            return render(request, "search.html", values, status=HTTPStatus.BAD_REQUEST)
    return render(request, "search.html", values)


def _form_values(asked: SearchParameters) -> dict[str, Any]:
    lines = asked.q.count("\n") + len(asked.q) // _LINE + 1
    return {
        "asked": asked,
        "answered": None,
        "failure": None,
        "rows": min(lines, _MOST_ROWS),
        "sizes": sorted({*PAGE_SIZES, asked.size}),
    }


def _answer_values(archive: Archive, asked: SearchParameters) -> Mapping[str, Any]:
    answered = answer_search(archive, asked)
    page, marking = answered.page, asked.marking()
    weight = len(urlencode(marking, doseq=True)) * asked.size
    return {
        "answered": answered,
        "filters": answered.filters,
        "pager": choose_pages(asked.page, total=page.hits_total, size=asked.size),
        "warnings": [_tell(warning, asked, page) for warning in page.warnings],
        "marking": marking,
        "is_short": weight * _LINKS_OF_HIT <= _MOST_REPEATED,
        "titles_repeat": weight <= _MOST_REPEATED,
        "unfiltered": drop_all(asked),
        "height": HEIGHT,
    }


def _failure_values(asked: SearchParameters, error: QueryError) -> Mapping[str, Any]:
    return {
        "failure": point_at(asked.q, error.position, str(error)),
        "filters": list_filters(asked, {}),
        "unfiltered": drop_all(asked),
        # A query that cannot be read may be of any length.
        "is_short": False,
    }


def _tell(warning: str, asked: SearchParameters, page: Page) -> tuple[Piece, ...]:
    """Write a warning as a sentence, and where nothing is found make links of the queries that it offers."""
    return (Piece(as_sentence(warning)),) if page.total else link_queries(warning, asked)


@router.get("/search.json", responses={200: {"model": SearchShape}})
def give_search(site: SiteHere, asked: SearchAsked, facets: _FacetsAsked = ()) -> JSONResponse:
    """Search, and give one page of the answer, with the counts of the whole answer by the facets that are asked for."""
    with site.holder.reading() as archive:
        return JSONResponse(search_page(archive, asked, facets=facets).to_dict())


@router.get("/search.csv", include_in_schema=False)
def give_hits(site: SiteHere, asked: SearchAsked) -> Response:
    """Search, and give the hits of one page as a table."""
    with site.holder.reading() as archive:
        rows = map(hit_row, search_page(archive, asked))
        return answer_table(HIT_COLUMNS, rows, "recherche")
