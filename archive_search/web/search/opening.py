"""Fill the search page before anything is asked: totals, newest articles, examples from the archive itself."""

from collections.abc import Iterator
from typing import NamedTuple

from archive_search.archive.facade import Archive
from archive_search.search.requests import Sort
from archive_search.search.results import Hit
from archive_search.web.search.operators import Examples

NEWEST_SHOWN = 5
_ALL_DATES = "0001..9999"


class Opening(NamedTuple):
    """Hold what the page shows.

    Attributes:
        articles: Number of articles.
        entities: Number of persons, places and organisations.
        first_date: First day of publication in ISO 8601; None where no article is dated.
        last_date: Last day.
        newest: The newest articles.
        examples: Queries that find something; none where the archive has no names.
    """

    articles: int
    entities: int
    first_date: str | None
    last_date: str | None
    newest: tuple[Hit, ...]
    examples: tuple[str, ...]


def open_search(archive: Archive, examples: Examples) -> Opening:
    """Gather what the page shows of an archive.

    Args:
        archive: The archive.
        examples: What the examples are made of.
    """
    totals = archive.stats()
    newest = archive.search("", limit=NEWEST_SHOWN, sort=Sort.NEWEST, dates=[_ALL_DATES]).hits
    return Opening(
        articles=totals.articles,
        entities=totals.entities,
        first_date=totals.first_date,
        last_date=totals.last_date,
        newest=newest,
        examples=tuple(query for query in _write_examples(examples) if archive.rank(query, limit=0).total),
    )


def _write_examples(examples: Examples) -> Iterator[str]:
    """Write a few queries, each with another way of asking."""
    persons, places, orgs, years = examples.persons, examples.places, examples.orgs, examples.years
    if persons:
        yield f'"{persons[0]}"'
    if len(places) > 1:
        yield f"{places[0]} ET {places[1]}"
    if len(persons) > 1 and years:
        yield f'personne:"{persons[1]}" date:{years[0]}'
    if orgs:
        yield f'organisation:"{orgs[0]}"'
    if places:
        yield f"titre:{places[0]}"
