"""Answer a search with all that its page shows, in as few evaluations as can be."""

from collections.abc import Sequence
from dataclasses import dataclass

from archive_search.archive.facade import Archive
from archive_search.search.facets import Facet, FacetCount
from archive_search.search.results import Page
from archive_search.web.parameters import SearchParameters
from archive_search.web.search.facet_lists import (
    ALL_OF,
    Counts,
    FacetList,
    count_beside,
    facets_within,
    list_facets,
)
from archive_search.web.search.filters import Filter, Relaxed, list_filters, relax
from archive_search.web.search.histogram import Histogram, Unit, choose_unit, draw_histogram
from archive_search.web.search.hit_names import HitName, choose_names
from archive_search.web.search.periods import Period, read_period, read_periods, widen_period

_MOST_LOOKED_UP = 10


@dataclass(frozen=True, kw_only=True, slots=True)
class Answered:
    """Hold the answer to a search.

    Attributes:
        page: Its hits and totals.
        interpreted: How the query was understood, without the filters beside it; empty where there is only these.
        names: Names to show under each hit.
        facets: By what it can be narrowed.
        filters: What narrows it.
        histogram: Its articles by time; None where none is dated.
        wider: The period around the one asked for; None where no single period is, or nothing is around it.
        relaxed: What is found without some of what is asked, where nothing is found.
    """

    page: Page
    interpreted: str
    names: tuple[tuple[HitName, ...], ...]
    facets: tuple[FacetList, ...]
    filters: tuple[Filter, ...]
    histogram: Histogram | None
    wider: Period | None
    relaxed: tuple[Relaxed, ...]


def search_page(archive: Archive, asked: SearchParameters, *, facets: Sequence[Facet] = ()) -> Page:
    """Search, and give the page that is asked for.

    Raises:
        QueryError: The query cannot be run; the error has the position.
    """
    return archive.search(
        asked.q,
        limit=asked.size,
        offset=(asked.page - 1) * asked.size,
        sort=asked.sort,
        facets=facets,
        fold=not asked.all,
        **asked.narrowing(),
    )


def answer_search(archive: Archive, asked: SearchParameters) -> Answered:
    """Answer a search.

    Raises:
        QueryError: The query cannot be run; the error has the position.
    """
    span = read_periods(asked.date)
    unit = choose_unit(span) if span else Unit.MONTH
    counted = Facet.DAY if unit is Unit.DAY else Facet.MONTH
    page = search_page(archive, asked, facets=[*facets_within(asked), counted])
    counts = {**page.facets, **count_beside(archive, asked)}
    filters = list_filters(asked, _know_names(archive, asked, counts))
    return Answered(
        page=page,
        interpreted=_interpret(archive, asked),
        names=tuple(choose_names(archive, hit) for hit in page),
        facets=list_facets(asked, counts),
        filters=filters,
        histogram=_draw(archive, asked, page.facets[counted], span),
        wider=widen_period(span) if span and len(asked.date) == 1 else None,
        relaxed=() if page.total else tuple(relax(archive, asked, filters)),
    )


def _interpret(archive: Archive, asked: SearchParameters) -> str:
    return archive.parse(asked.q, syntax=asked.syntax, any_word=asked.any).interpreted if asked.q.strip() else ""


def _know_names(archive: Archive, asked: SearchParameters, counts: Counts) -> dict[str, str]:
    """Find the names of the ids that are chosen: in the counts, or else in the articles that name them."""
    known = {value.id: value.name for facet in ALL_OF for value in counts.get(facet, ())}
    chosen = ((facet, value) for facet in ALL_OF for value in getattr(asked, facet.value))
    unknown = [(facet, value) for facet, value in chosen if value not in known]
    for facet, value in unknown[:_MOST_LOOKED_UP]:
        named = SearchParameters().changed(**{facet.value: (value,)})
        found = archive.facets(None, by=[facet], **named.narrowing())[facet]
        known |= {each.id: each.name for each in found}
    return known


def _draw(
    archive: Archive, asked: SearchParameters, counts: Sequence[FacetCount], span: Period | None
) -> Histogram | None:
    """Draw an answer over the period that is asked for, or else over that of its articles."""
    if not counts:
        return None
    found = _cover(counts)
    drawn = found if span is None or choose_unit(span) is Unit.YEAR else span
    unit = choose_unit(drawn)
    if unit is Unit.DAY and len(counts[0].id) < len("2015-09-18"):
        counts = archive.facets(asked.q, by=[Facet.DAY], **asked.narrowing())[Facet.DAY]
    return draw_histogram({value.id: value.count for value in counts}, drawn, unit=unit)


def _cover(counts: Sequence[FacetCount]) -> Period:
    """Give the days from the first of the months or days that are counted to the last."""
    first, last = read_period(counts[0].id), read_period(counts[-1].id)
    assert first, "an archive counts days that exist"
    assert last, "an archive counts days that exist"
    return Period(first.first, last.last)
