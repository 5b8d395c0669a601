"""Read what is asked of an archive: a query in some syntax, or a tree, and what narrows it."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import date as Date
from functools import lru_cache
from typing import Any, TypedDict

from archive_search.query.narrowing import Narrowing, narrow
from archive_search.query.parsing import parse_query
from archive_search.query.printing import print_query
from archive_search.query.syntax import Syntax
from archive_search.query.tree import Node, Parsed

_NARROWING = frozenset(field.name for field in fields(Narrowing))


class QueryOptions(TypedDict, total=False):
    """Say how a query is read.

    Attributes:
        any_word: Whether one word of it is enough (a space then means OU): for questions in free text.
        syntax: The language in which it is written: "standard", "europresse", "factiva" or "nexis".
        persons: Names or ids of persons; only articles are found that name them all, as with ``personne:``.
        places: Names or ids of places, as with ``lieu:``.
        orgs: Names or ids of organisations, as with ``organisation:``.
        sources: Sources; only articles are found that have one of them, letter for letter, as with ``source:="..."``.
        agencies: Agencies, as with ``agence:="..."``.
        sections: Sections, as with ``rubrique:="..."``.
        dates: Days, months, years or ranges, each as it is written after ``date:``; only articles are found that were
            published in one of them.
    """

    any_word: bool
    syntax: Syntax | str
    persons: Sequence[str]
    places: Sequence[str]
    orgs: Sequence[str]
    sources: Sequence[str]
    agencies: Sequence[str]
    sections: Sequence[str]
    dates: Sequence[str]


def read_narrowing(options: QueryOptions) -> Narrowing:
    """Give what narrows a query; where that is something, the query itself may be empty.

    Raises:
        TypeError: A string stands where a list of them is wanted.
    """
    chosen: dict[str, Any] = {key: value for key, value in options.items() if key in _NARROWING}
    for key, values in chosen.items():
        if isinstance(values, str):
            raise TypeError(f"{key} is a list of strings: got {values!r}")
    return Narrowing(**chosen)


def read_query(query: str | Node, options: QueryOptions) -> Parsed:
    """Give the tree of a query and of what narrows it, and what is to be said of it.

    Raises:
        QueryError: The query cannot be run; the error has the position.
        TypeError: There is no such option, or it is not what it may be.
        ValueError: The syntax is none of those.
    """
    unknown = options.keys() - QueryOptions.__optional_keys__
    if unknown:
        raise TypeError(f"unknown options of a query: {', '.join(sorted(unknown))}")
    narrowing = read_narrowing(options)
    if narrowing.is_empty:
        return _read_text(query, options) if isinstance(query, str) else _as_read(query)
    if not isinstance(query, str):
        return _as_read(narrow(query, narrowing, today=Date.today()))
    if not query.strip():
        return _as_read(narrow(None, narrowing, today=Date.today()))
    parsed = _read_text(query, options)
    return _as_read(narrow(parsed.tree, narrowing, today=Date.today()), parsed.warnings)


def _as_read(tree: Node, warnings: tuple[str, ...] = ()) -> Parsed:
    return Parsed(tree=tree, interpreted=print_query(tree), warnings=warnings)


def _read_text(query: str, options: QueryOptions) -> Parsed:
    syntax = Syntax(options.get("syntax") or Syntax.STANDARD)
    return _parse(query, Date.today(), syntax, any_word=options.get("any_word", False))


@lru_cache(128)
def _parse(query: str, today: Date, syntax: Syntax, *, any_word: bool) -> Parsed:
    """Read a query; the pages of an answer, its facets and its exports ask for the same one again and again."""
    return parse_query(query, today=today, syntax=syntax, any_word=any_word)
