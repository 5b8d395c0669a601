"""Narrow a query by the names of persons, places and organisations.

>>> from archive_search.query.names import narrow_by_names
>>> from archive_search.query.printing import print_query
>>> from archive_search.query.tree import Word
>>> print_query(narrow_by_names(Word(text="base"), persons=["Sergueï Choïgou"], places=["Syrie"]))
'base ET personne:"Sergueï Choïgou" ET lieu:"Syrie"'
"""

from collections.abc import Sequence

from archive_search.errors import QueryError
from archive_search.query.building import join
from archive_search.query.fields import WRITTEN_TYPES
from archive_search.query.remarks import Remarks, quote
from archive_search.query.tree import And, Named, Node
from archive_search.query.words import split_phrase
from archive_search.records import EntityType


def narrow_by_names(
    tree: Node | None, *, persons: Sequence[str] = (), places: Sequence[str] = (), orgs: Sequence[str] = ()
) -> Node:
    """Ask for the same articles, but only where they name all of some persons, places and organisations.

    Args:
        tree: What else is asked; None for nothing else.
        persons: Names or ids of persons.
        places: Names or ids of places.
        orgs: Names or ids of organisations.

    Raises:
        QueryError: A name has no letter and no digit, or nothing is asked at all.
    """
    asked = {EntityType.PERSON: persons, EntityType.PLACE: places, EntityType.ORG: orgs}
    named = [_read_name(entity_type, name) for entity_type, names in asked.items() for name in names]
    if tree is None and not named:
        raise QueryError("rien à chercher : écrivez au moins un mot ou un nom")
    return join(And, [*([] if tree is None else [tree]), *named])


def _read_name(entity_type: EntityType, name: str) -> Named:
    # Truncation has no meaning in a name; the tree must read back from how it is printed.
    text = " ".join(split_phrase(name.replace("*", " ").replace("?", " "), Remarks()))
    if not text:
        raise QueryError(f"{WRITTEN_TYPES[entity_type]} {quote(name)} sans lettre : écrivez un nom")
    return Named(type=entity_type, text=text)
