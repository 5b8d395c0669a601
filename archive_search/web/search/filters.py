"""Tell what narrows a search, as chips above its hits that each can be taken off.

>>> from archive_search.web.parameters import SearchParameters
>>> filters = list_filters(SearchParameters(q="gué", source=("Le Lien",), date=("2015",)), {})
>>> [(each.parameter, each.label, each.without.to_address()) for each in filters]
[('source', 'Le Lien', {'q': 'gué', 'date': ('2015',)}), ('date', '2015', {'q': 'gué', 'source': ('Le Lien',)})]
"""

from collections.abc import Mapping
from dataclasses import dataclass

from archive_search.archive.facade import Archive
from archive_search.errors import QueryError
from archive_search.web.parameters import SearchParameters
from archive_search.web.search.periods import OpenPeriod, Period, read_any_period

NARROWING = ("person", "place", "org", "source", "agency", "section", "date")

MOST_COUNTED = 10
"""Filters of one search, beyond which none is tried to be done without: each takes a search."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Filter:
    """Hold one value that narrows a search.

    Attributes:
        parameter: Parameter of the address that has it.
        value: The value.
        label: The value as shown.
        period: For a date, the days that it is; None where it cannot be read.
        without: The same search without it.
    """

    parameter: str
    value: str
    label: str
    period: Period | OpenPeriod | None
    without: SearchParameters


@dataclass(frozen=True, kw_only=True, slots=True)
class Relaxed:
    """Hold a search that asks for less, and how many articles it finds; without a filter, or without the words."""

    filter: Filter | None
    search: SearchParameters
    articles: int


def list_filters(asked: SearchParameters, names: Mapping[str, str]) -> tuple[Filter, ...]:
    """List what narrows a search.

    Args:
        asked: The search.
        names: Names by id, as far as they are known.
    """
    return tuple(
        Filter(
            parameter=parameter,
            value=value,
            label=names.get(value, value),
            period=read_any_period(value) if parameter == "date" else None,
            without=drop_value(asked, parameter, value),
        )
        for parameter in NARROWING
        for value in dict.fromkeys(getattr(asked, parameter))
    )


def drop_value(asked: SearchParameters, parameter: str, value: str) -> SearchParameters:
    """Take a value off a search, which begins again at its first page."""
    kept = tuple(each for each in getattr(asked, parameter) if each != value)
    return asked.changed(page=1, **{parameter: kept})


def drop_all(asked: SearchParameters) -> SearchParameters:
    """Take off all that narrows a search."""
    return asked.changed(page=1, **dict.fromkeys(NARROWING, ()))


def relax(archive: Archive, asked: SearchParameters, filters: tuple[Filter, ...]) -> list[Relaxed]:
    """Tell how many articles a search finds without each of its filters, or without its words, where that is any."""
    if len(filters) > MOST_COUNTED:
        return []
    searches = [(each, each.without) for each in filters if each.without.asks]
    without_words = [(None, asked.changed(q="", page=1))] if filters and asked.q.strip() else []
    tried = [
        Relaxed(filter=each, search=search, articles=_count(archive, search))
        for each, search in (*searches, *without_words)
    ]
    return [each for each in tried if each.articles]


def _count(archive: Archive, asked: SearchParameters) -> int:
    try:
        return archive.rank(asked.q, limit=0, **asked.narrowing()).total
    except QueryError:
        # What is left of it may ask for nothing.
        return 0
