"""What a leaf of the query comes down to in one archive.

A leaf is a row of slots that must stand side by side; a slot has alternatives (S-300 is "s" then "300", or "s300");
an alternative is a row of term sets; a term set names families, whole or only some of their forms, or entities.
"""

from collections.abc import Iterable
from typing import NamedTuple, TypeAlias


class Family(NamedTuple):
    """Name one family by its stem, and the forms wanted of it; None means all, whatever they are."""

    stem: str
    forms: frozenset[str] | None


class EntityTerm(NamedTuple):
    """Name one entity by its id, in a field of the names of the index (`archive_search.indexing.names_file`)."""

    field: str
    id: str


Term: TypeAlias = Family | EntityTerm
TermSet: TypeAlias = tuple[Term, ...]
Alternative: TypeAlias = tuple[TermSet, ...]
Slot: TypeAlias = tuple[Alternative, ...]


class LeafTerms(NamedTuple):
    """Hold the terms of a leaf.

    Attributes:
        slots: Slots in order; empty when the archive has no such word or name.
        exact: The same leaf with exact spellings only, by which exact matches rank above their relatives.
    """

    slots: tuple[Slot, ...]
    exact: tuple[Slot, ...]


def stems_of(leaves: Iterable[LeafTerms]) -> frozenset[str]:
    """Gather the stems of all families that some leaves name."""
    return frozenset(
        term.stem
        for leaf in leaves
        for slot in (*leaf.slots, *leaf.exact)
        for alternative in slot
        for terms in alternative
        for term in terms
        if isinstance(term, Family)
    )
