"""The family of an article, two articles compared word by word, and their twins."""

from collections.abc import Iterator

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, JSONResponse
from starlette.requests import Request
from starlette.responses import Response

from archive_search.archive.facade import Archive
from archive_search.archive.family_json import comparison_to_dict, family_to_dict, member_to_dict
from archive_search.family_records import Comparison
from archive_search.web.article.comparisons import cut_comparison
from archive_search.web.article.plain import file_name
from archive_search.web.article.whole_ids import is_article
from archive_search.web.quoted_paths import QuotedRoute
from archive_search.web.rendering import render
from archive_search.web.shapes.article import ComparedShape, FamilyOfArticleShape
from archive_search.web.site import SiteHere
from archive_search.web.tables import answer_table

router = APIRouter(route_class=QuotedRoute)

MEMBER_COLUMNS = (
    *("article", "title", "date", "time", "source", "agency"),
    *("relation", "nearest", "shared", "added", "dropped"),
)
SEGMENT_COLUMNS = ("first", "second", "kind", "text")


@router.get("/article/{article_id}/family", response_class=HTMLResponse, include_in_schema=False)
def show_family(request: Request, site: SiteHere, article_id: str) -> HTMLResponse:
    """Show the articles that give the text of one."""
    with site.holder.reading() as archive:
        article, family = archive.fetch(article_id), archive.family(article_id)
    return render(request, "article/family.html", {"article": article, "family": family})


@router.get("/article/{article_id}/family.json", responses={200: {"model": FamilyOfArticleShape}})
def give_family(site: SiteHere, article_id: str) -> JSONResponse:
    """Give the articles that give the text of one, and what each changed in the first publication."""
    with site.holder.reading() as archive:
        family = archive.family(article_id)
    return JSONResponse({"version": 1, "article": article_id, "family": family_to_dict(family) if family else None})


@router.get("/article/{article_id}/family.csv", include_in_schema=False)
def give_members(site: SiteHere, article_id: str) -> Response:
    """Give the articles that give the text of one as a table."""
    with site.holder.reading() as archive:
        family = archive.family(article_id)
    members = map(member_to_dict, family.members if family else ())
    rows = ([member[name] for name in MEMBER_COLUMNS] for member in members)
    return answer_table(MEMBER_COLUMNS, rows, f"{file_name(article_id)}-famille")


@router.get("/article/{article_id}/compare/{other_id}.json", responses={200: {"model": ComparedShape}})
def give_comparison(request: Request, site: SiteHere, article_id: str, other_id: str) -> Response:
    """Compare two articles word by word."""
    with site.holder.reading() as archive:
        if is_article(archive, f"{other_id}.json"):
            return _make_comparison(request, archive, article_id, f"{other_id}.json")
        comparison = archive.compare(article_id, other_id)
    return JSONResponse({"version": 1, "comparison": comparison_to_dict(comparison)})


@router.get("/article/{article_id}/compare/{other_id}.csv", include_in_schema=False)
def give_segments(request: Request, site: SiteHere, article_id: str, other_id: str) -> Response:
    """Compare two articles word by word, as a table."""
    with site.holder.reading() as archive:
        if is_article(archive, f"{other_id}.csv"):
            return _make_comparison(request, archive, article_id, f"{other_id}.csv")
        comparison = archive.compare(article_id, other_id)
    return answer_table(SEGMENT_COLUMNS, _rows(comparison), f"{file_name(article_id)}-comparaison")


def _rows(comparison: Comparison) -> Iterator[tuple[object, ...]]:
    for paragraph in comparison.paragraphs:
        for segment in paragraph.segments:
            yield paragraph.first, paragraph.second, segment.kind.value, segment.text


@router.get("/article/{article_id}/compare/{other_id}", response_class=HTMLResponse, include_in_schema=False)
def show_comparison(request: Request, site: SiteHere, article_id: str, other_id: str) -> HTMLResponse:
    """Show what one article changed in another."""
    with site.holder.reading() as archive:
        return _make_comparison(request, archive, article_id, other_id)


def _make_comparison(request: Request, archive: Archive, article_id: str, other_id: str) -> HTMLResponse:
    first, second = archive.fetch(article_id), archive.fetch(other_id)
    paragraphs, is_whole = cut_comparison(archive.compare(article_id, other_id))
    values = {"first": first, "second": second, "paragraphs": paragraphs, "is_whole": is_whole}
    return render(request, "article/compare.html", values)
