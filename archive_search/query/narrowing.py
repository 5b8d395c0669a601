"""Narrow a query by names, by properties and by dates, as a reader does who ticks them beside an answer.

>>> from datetime import date
>>> from archive_search.query.narrowing import Narrowing, narrow
>>> from archive_search.query.printing import print_query
>>> from archive_search.query.tree import Word
>>> chosen = Narrowing(persons=["Sergueï Choïgou"], sources=["Le Monde", "Libération"], dates=["2015-09"])
>>> print_query(narrow(Word(text="base"), chosen, today=date(2015, 9, 18)))
'base ET personne:"Sergueï Choïgou" ET (source:="Le Monde" OU source:="Libération") ET date:2015-09'
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date as Date

from archive_search.errors import QueryError
from archive_search.query.bounds import check_size
from archive_search.query.building import join
from archive_search.query.fields import WRITTEN_TYPES
from archive_search.query.lexing import tokenize
from archive_search.query.remarks import Remarks, quote
from archive_search.query.tokens import Operand
from archive_search.query.tree import And, Field, Matching, Named, Node, Or, Published
from archive_search.query.words import split_phrase
from archive_search.records import EntityType


@dataclass(frozen=True, kw_only=True, slots=True)
class Narrowing:
    """Hold what articles must have besides what a query asks for.

    Attributes:
        persons: Names or ids of persons, all of which they name.
        places: Names or ids of places, all of which they name.
        orgs: Names or ids of organisations, all of which they name.
        sources: Sources one of which is theirs, letter for letter.
        agencies: Agencies one of which is theirs, letter for letter.
        sections: Sections one of which is theirs, letter for letter.
        dates: Days, months, years or ranges in one of which they were published, each as after ``date:``.
    """

    persons: Sequence[str] = ()
    places: Sequence[str] = ()
    orgs: Sequence[str] = ()
    sources: Sequence[str] = ()
    agencies: Sequence[str] = ()
    sections: Sequence[str] = ()
    dates: Sequence[str] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for."""
        return not any(getattr(self, each.name) for each in fields(self))


def narrow(tree: Node | None, narrowing: Narrowing, *, today: Date) -> Node:
    """Ask for the same articles, but only where they have all that is chosen.

    Args:
        tree: What else is asked; None for nothing else.
        narrowing: What is chosen.
        today: Day that durations count back from.

    Raises:
        QueryError: A name has no letter and no digit, a value is empty, a date cannot be read, nothing is asked at all,
            or more than the bounds of `archive_search.query.bounds` allow.
    """
    asked = [] if tree is None else [tree]
    asked += _ask_for_names(narrowing)
    asked += _ask_for_values(narrowing)
    if narrowing.dates:
        asked.append(join(Or, [_read_date(text, today) for text in dict.fromkeys(narrowing.dates)]))
    if not asked:
        raise QueryError("rien à chercher : écrivez au moins un mot ou un nom")
    narrowed = join(And, asked)
    check_size(narrowed)
    return narrowed


def _ask_for_names(narrowing: Narrowing) -> Iterator[Node]:
    named = {
        EntityType.PERSON: narrowing.persons,
        EntityType.PLACE: narrowing.places,
        EntityType.ORG: narrowing.orgs,
    }
    for entity_type, names in named.items():
        yield from [_read_name(entity_type, name) for name in names]


def _read_name(entity_type: EntityType, name: str) -> Named:
    # Truncation has no meaning in a name; the tree must read back from how it is printed.
    text = " ".join(split_phrase(name.replace("*", " ").replace("?", " "), Remarks()))
    if not text:
        raise QueryError(f"{WRITTEN_TYPES[entity_type]} {quote(name)} sans lettre : écrivez un nom")
    return Named(type=entity_type, text=text)


def _ask_for_values(narrowing: Narrowing) -> Iterator[Node]:
    chosen = {
        Field.SOURCE: narrowing.sources,
        Field.AGENCY: narrowing.agencies,
        Field.SECTION: narrowing.sections,
    }
    for field, values in chosen.items():
        if values:
            yield join(Or, [_take_whole(field, value) for value in dict.fromkeys(values)])


def _take_whole(field: Field, value: str) -> Matching:
    if not value.strip():
        raise QueryError(f"{field.value} vide : donnez une valeur entière, ou aucune")
    # What comes of half a surrogate pair can be printed, and is no more in any archive than that.
    return Matching(field=field, value=value.encode("utf-8", "replace").decode(), whole=True)


def _read_date(text: str, today: Date) -> Node:
    """Read a date as the language does: it must be all that there is after ``date:``."""
    tokens = tokenize(f"date:{text}", Remarks(), today=today)
    if len(tokens) == 1 and isinstance(tokens[0], Operand) and _is_period(tokens[0].node):
        return tokens[0].node
    raise QueryError(f"date illisible {quote(text)} : écrivez 2015, 2015-09, 2015-09-18 ou 2015-01..2015-06")


def _is_period(node: Node) -> bool:
    return isinstance(node, Published) or (isinstance(node, Or) and all(map(_is_period, node.children)))
