"""Keep a search with the way in which it is read, and tell what it finds that it did not find before."""

import json
import sqlite3
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from archive_search.archive.asking import QueryOptions, read_query
from archive_search.archive.desk_texts import read_query_text
from archive_search.engines.local import LocalEngine
from archive_search.query.syntax import Syntax
from archive_search.search.requests import SearchRequest, Sort
from archive_search.store.desk.searches import StoredSearch

# An answer is ranked whole, whatever the size of the archive.
_ALL = 1 << 31


@dataclass(frozen=True, kw_only=True, slots=True)
class SavedSearch:
    """Hold a saved search.

    Attributes:
        id: Its number, which is never given to another.
        name: Its name.
        query: What is asked, as it was typed; ``depuis:7j`` is read anew each time.
        options: How it is read and narrowed, as `Archive.search` takes it; what says nothing is left out.
        sort: Order in which its answer is shown.
        created: When it was saved.
        visited: When what it finds was last marked as seen; None where that was only at saving.
    """

    id: int
    name: str
    query: str
    options: QueryOptions
    sort: Sort
    created: datetime
    visited: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Visit:
    """Hold what a saved search finds now.

    Attributes:
        search: The search.
        total: Number of articles that it finds.
        new: Ids of those that it did not find at the last visit, the newest first, the undated last.
        fault: Why it can no longer be run, in French; None where it can.
    """

    search: SavedSearch
    total: int
    new: tuple[str, ...]
    fault: str | None = None


def find_newest(engine: LocalEngine, query: str, options: QueryOptions) -> tuple[str, ...]:
    """Give the ids of all articles that satisfy a query, the newest first, the undated last.

    Raises:
        QueryError: The query cannot be run.
        TypeError: An option is not what it may be.
        ValueError: The syntax is not what it may be.
    """
    tree = read_query(query, options).tree
    ranking = engine.rank(SearchRequest(tree=tree, limit=_ALL, sort=Sort.NEWEST))
    return tuple(hit.article for hit in ranking.hits)


def write_options(options: QueryOptions) -> str:
    """Give options that a query was read with as they are stored; those that say nothing are left out."""
    said = {key: _write_option(key, value) for key, value in options.items() if value}
    if said.get("syntax") == Syntax.STANDARD:
        del said["syntax"]
    return json.dumps(said)


def _write_option(key: str, value: Any) -> bool | str | list[str]:
    match key:
        case "any_word":
            return bool(value)
        case "syntax":
            return Syntax(value).value
        case _:
            return [read_query_text(each) for each in value]


def as_saved_search(stored: StoredSearch) -> SavedSearch:
    """Give a search as it is shown.

    Raises:
        sqlite3.DataError: Its options or its order are not what this program writes.
    """
    try:
        options, sort = _read_options(stored.options), Sort(stored.sort)
    except (ValueError, RecursionError) as error:
        raise sqlite3.DataError(f"recherche n° {stored.number} illisible") from error
    return SavedSearch(
        id=stored.number,
        name=stored.name,
        query=stored.query,
        options=options,
        sort=sort,
        created=stored.created,
        visited=stored.visited,
    )


def _read_options(text: str) -> QueryOptions:
    options = json.loads(text)
    if not isinstance(options, dict) or options.keys() - QueryOptions.__optional_keys__:
        raise ValueError(text)
    return cast(QueryOptions, {key: _read_option(key, value) for key, value in options.items()})


def _read_option(key: str, value: Any) -> bool | str | tuple[str, ...]:
    match key, value:
        case "any_word", bool():
            return value
        case "syntax", str():
            return Syntax(value).value
        case _, list() if key not in ("any_word", "syntax") and all(isinstance(each, str) for each in value):
            return tuple(value)
        case _:
            raise ValueError(key)
