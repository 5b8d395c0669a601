"""Read what is asked of an archive: a query in some syntax, or a tree, and names that narrow it."""

from collections.abc import Sequence
from datetime import date as Date
from functools import lru_cache
from typing import TypedDict

from archive_search.query.names import narrow_by_names
from archive_search.query.parsing import parse_query
from archive_search.query.printing import print_query
from archive_search.query.syntax import Syntax
from archive_search.query.tree import Node, Parsed


class QueryOptions(TypedDict, total=False):
    """Say how a query is read.

    Attributes:
        any_word: Whether one word of it is enough (a space then means OU): for questions in free text.
        syntax: The language in which it is written: "standard", "europresse", "factiva" or "nexis".
        persons: Names or ids of persons; only articles are found that name them all, as with ``personne:``.
        places: Names or ids of places, as with ``lieu:``.
        orgs: Names or ids of organisations, as with ``organisation:``.
    """

    any_word: bool
    syntax: Syntax | str
    persons: Sequence[str]
    places: Sequence[str]
    orgs: Sequence[str]


def asks_for_names(options: QueryOptions) -> bool:
    """Tell whether names narrow a query; then the query itself may be empty."""
    return any(options.get(key) for key in ("persons", "places", "orgs"))


def read_query(query: str | Node, options: QueryOptions) -> Parsed:
    """Give the tree of a query and of the names that narrow it, and what is to be said of it.

    Raises:
        QueryError: The query cannot be run; the error has the position.
        TypeError: There is no such option.
        ValueError: The syntax is none of those.
    """
    unknown = options.keys() - QueryOptions.__optional_keys__
    if unknown:
        raise TypeError(f"unknown options of a query: {', '.join(sorted(unknown))}")
    if not asks_for_names(options):
        return _read_text(query, options) if isinstance(query, str) else _as_read(query)
    if isinstance(query, str) and query.strip():
        parsed = _read_text(query, options)
        return _as_read(_narrow(parsed.tree, options), parsed.warnings)
    return _as_read(_narrow(None if isinstance(query, str) else query, options))


def _narrow(tree: Node | None, options: QueryOptions) -> Node:
    return narrow_by_names(
        tree, persons=options.get("persons", ()), places=options.get("places", ()), orgs=options.get("orgs", ())
    )


def _as_read(tree: Node, warnings: tuple[str, ...] = ()) -> Parsed:
    return Parsed(tree=tree, interpreted=print_query(tree), warnings=warnings)


def _read_text(query: str, options: QueryOptions) -> Parsed:
    syntax = Syntax(options.get("syntax") or Syntax.STANDARD)
    return _parse(query, Date.today(), syntax, any_word=options.get("any_word", False))


@lru_cache(128)
def _parse(query: str, today: Date, syntax: Syntax, *, any_word: bool) -> Parsed:
    """Read a query; the pages of an answer, its facets and its exports ask for the same one again and again."""
    return parse_query(query, today=today, syntax=syntax, any_word=any_word)
