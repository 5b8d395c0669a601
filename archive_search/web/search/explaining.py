"""The page that tells what a query matches and why an article is found, and its twins."""

from collections.abc import Iterator, Sequence
from http import HTTPStatus
from typing import Annotated, NamedTuple

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, JSONResponse
from starlette.requests import Request
from starlette.responses import Response

from archive_search.errors import QueryError
from archive_search.search.explanation import ExplainedArticle, ExplainedWord, FormCount, FormOrigin, QueryPart
from archive_search.search.score_parts import ScoreParts, TermScore
from archive_search.web.parameters import SearchAsked
from archive_search.web.rendering import render
from archive_search.web.search.faults import point_at
from archive_search.web.shapes.search import ExplanationShape
from archive_search.web.site import SiteHere
from archive_search.web.tables import answer_table

router = APIRouter()

COLUMNS = ("depth", "part", "operator", "articles")

_Article = Annotated[str | None, Query(max_length=2_000)]


class NestedPart(NamedTuple):
    """Hold a part of a query, whether parts inside it follow, and how many lists end after it."""

    part: QueryPart
    has_parts: bool
    closes: int


class ScoreRow(NamedTuple):
    """Hold one term of the score of an article.

    Attributes:
        kind: What earns it: "exact", "family", "word" where all forms are exact ones, "pair" or "paragraph".
        name: The word, the two words, or the number of the paragraph.
        term: Frequency, articles and weight of a word; None for what is not a word.
        score: What the article earns.
    """

    kind: str
    name: str
    term: TermScore | None
    score: float


@router.get("/explain", response_class=HTMLResponse, include_in_schema=False)
def show_explanation(request: Request, site: SiteHere, asked: SearchAsked, article: _Article = None) -> Response:
    """Show what a query matches, and what an article earns by it."""
    values: dict[str, object] = {"asked": asked, "article_id": article, "found": None, "failure": None}
    try:
        with site.holder.reading() as archive:
            found = archive.explain(asked.q, article=article, **asked.narrowing())
    except QueryError as error:
        values["failure"] = point_at(asked.q, error.position, str(error))
        return render(request, "search/explanation.html", values, status=HTTPStatus.BAD_REQUEST)
    values |= {
        "found": found,
        "marking": asked.marking(),
        "warnings": found.warnings,
        "tree": nest_parts(found.tree),
        "origins": list_origins,
        "scores": _rank_scores(found.article),
    }
    return render(request, "search/explanation.html", values)


@router.get("/explain.json", responses={200: {"model": ExplanationShape}})
def give_explanation(site: SiteHere, asked: SearchAsked, article: _Article = None) -> JSONResponse:
    """Tell what a query matches, and what an article earns by it."""
    with site.holder.reading() as archive:
        return JSONResponse(archive.explain(asked.q, article=article, **asked.narrowing()).to_dict())


@router.get("/explain.csv", include_in_schema=False)
def give_parts(site: SiteHere, asked: SearchAsked, article: _Article = None) -> Response:
    """Give the parts of a query with their articles as a table."""
    with site.holder.reading() as archive:
        parts = archive.explain(asked.q, article=article, **asked.narrowing()).tree
    rows = ((part.depth, part.text, part.operator, part.articles) for part in parts)
    return answer_table(COLUMNS, rows, "explication")


def nest_parts(parts: Sequence[QueryPart]) -> Iterator[NestedPart]:
    """Tell for each part of a query, each before those inside it, how lists open and close around it.

    Nothing is nested here or in the template, however deep the query is.
    """
    depths = [part.depth for part in parts]
    for part, next_depth in zip(parts, [*depths[1:], 0], strict=True):
        yield NestedPart(part, next_depth > part.depth, max(0, part.depth - next_depth))


def list_origins(word: ExplainedWord) -> list[tuple[FormOrigin, list[FormCount]]]:
    """Put the forms of a word together by how the word came to them."""
    groups = ((origin, [form for form in word.forms if form.origin is origin]) for origin in FormOrigin)
    return [(origin, forms) for origin, forms in groups if forms]


def _rank_scores(article: ExplainedArticle | None) -> list[ScoreRow]:
    """List the terms of a score, the largest first."""
    if article is None or article.parts is None:
        return []
    return sorted(_list_scores(article.parts), key=lambda row: -row.score)


def _list_scores(parts: ScoreParts) -> Iterator[ScoreRow]:
    for word in parts.words:
        family, exact = word.family, word.exact
        if (family.frequency, family.articles) == (exact.frequency, exact.articles):
            yield ScoreRow("word", word.text, exact, word.score)
        else:
            yield ScoreRow("exact", word.text, exact, exact.score)
            yield ScoreRow("family", word.text, family, family.score)
    for pair in parts.pairs:
        if pair.score:
            yield ScoreRow("pair", f"{pair.first} · {pair.second}", None, pair.score)
    if parts.paragraph:
        yield ScoreRow("paragraph", str(parts.paragraph.number), None, parts.paragraph.score)
