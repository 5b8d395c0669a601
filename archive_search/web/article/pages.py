"""The page of an article, and its twins."""

from http import HTTPStatus
from urllib.parse import quote

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse
from starlette.requests import Request
from starlette.responses import Response

from archive_search.archive.facade import Archive
from archive_search.archive.shown_article_json import shown_article_to_dict
from archive_search.errors import UnknownArticleError
from archive_search.web.article.parameters import ShowAsked, ShowParameters
from archive_search.web.article.plain import file_name, write_plain
from archive_search.web.article.reading import read_article
from archive_search.web.article.values import page_values
from archive_search.web.article.whole_ids import is_article
from archive_search.web.failures import PageError
from archive_search.web.keeping import read_keeping
from archive_search.web.parameters import SearchAsked, SearchParameters
from archive_search.web.quoted_paths import QuotedRoute
from archive_search.web.rendering import addresses_of, language_of, render
from archive_search.web.shapes.article import ArticleShape
from archive_search.web.site import SiteHere
from archive_search.web.tables import answer_table

router = APIRouter(route_class=QuotedRoute)

COLUMNS = ("number", "kind", "text")


@router.get("/article/{article_id}.json", responses={200: {"model": ArticleShape}})
def give_article(request: Request, site: SiteHere, article_id: str, asked: SearchAsked, shown: ShowAsked) -> Response:
    """Give an article with its paragraphs, its names, its family, and what a search marks in it."""
    with site.holder.reading() as archive:
        if is_article(archive, f"{article_id}.json"):
            return _make_page(request, archive, f"{article_id}.json", asked, shown)
        article, names, family = archive.fetch(article_id), archive.names(article_id), archive.family(article_id)
        marks = archive.mark(article_id, asked.q, **asked.narrowing()) if asked.asks else {}
    content = shown_article_to_dict(article, names=names, family=family)
    return JSONResponse(content | {"marks": {str(number): spans for number, spans in marks.items()}})


@router.get("/article/{article_id}.csv", include_in_schema=False)
def give_paragraphs(
    request: Request, site: SiteHere, article_id: str, asked: SearchAsked, shown: ShowAsked
) -> Response:
    """Give the paragraphs of an article as a table."""
    with site.holder.reading() as archive:
        if is_article(archive, f"{article_id}.csv"):
            return _make_page(request, archive, f"{article_id}.csv", asked, shown)
        article = archive.fetch(article_id)
    rows = ((each.number, each.kind.value, each.text) for each in article.paragraphs)
    return answer_table(COLUMNS, rows, file_name(article_id))


@router.get("/article/{article_id}.txt", include_in_schema=False)
def give_text(request: Request, site: SiteHere, article_id: str, asked: SearchAsked, shown: ShowAsked) -> Response:
    """Give an article as plain text, as a file to keep."""
    with site.holder.reading() as archive:
        if is_article(archive, f"{article_id}.txt"):
            return _make_page(request, archive, f"{article_id}.txt", asked, shown)
        article = archive.fetch(article_id)
    headers = {"Content-Disposition": f'attachment; filename="{file_name(article_id)}.txt"'}
    return PlainTextResponse(write_plain(article), headers=headers)


@router.get("/article/{article_id}", response_class=HTMLResponse, include_in_schema=False)
def show_article(request: Request, site: SiteHere, article_id: str, asked: SearchAsked, shown: ShowAsked) -> Response:
    """Show an article."""
    with site.holder.reading() as archive:
        return _make_page(request, archive, article_id, asked, shown)


@router.get("/article/{article_path:path}", include_in_schema=False)
def mend_address(request: Request, article_path: str) -> Response:
    """Lead an address written by hand, in which the id is not quoted, to the article."""
    if not article_path:
        raise PageError(HTTPStatus.NOT_FOUND, "quel article ? ajoutez son identifiant à l'adresse")
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"/article/{quote(article_path, safe='')}{query}", HTTPStatus.TEMPORARY_REDIRECT)


def _make_page(
    request: Request, archive: Archive, article_id: str, asked: SearchParameters, shown: ShowParameters
) -> HTMLResponse:
    try:
        reading = read_article(archive, article_id, asked=asked, shown=shown)
    except UnknownArticleError:
        values = {"article_id": article_id, "asked": asked}
        return render(request, "article/unknown.html", values, status=HTTPStatus.NOT_FOUND)
    addresses, language = addresses_of(request), language_of(request)
    values = page_values(reading, asked=asked, shown=shown, addresses=addresses, language=language)
    values |= {
        "was_opened": "opened" in request.query_params,
        "keeping": read_keeping(request, archive, [article_id]),
    }
    return render(request, "article.html", values)
