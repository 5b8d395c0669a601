"""The part that a paragraph plays, as one number for the column of the index.

The low bits name the zones that the paragraph belongs to; a query confined to a zone is one mask over the column.
"""

from collections.abc import Iterator, Sequence

from archive_search.records import Kind

TITLE = 1
LEAD = 2
ATTACK = 4
TEXT = 8

_ZONES_OF = {Kind.TITLE: TITLE, Kind.LEAD: LEAD | ATTACK | TEXT}


def iterate_parts(kinds: Sequence[Kind]) -> Iterator[int]:
    """Yield the zones of each paragraph of an article, in order, as a sum of the constants of this module.

    The attack is the standfirst, or where there is none the first paragraph of the body.
    """
    attack_is_open = Kind.LEAD not in kinds
    for kind in kinds:
        part = _ZONES_OF.get(kind, TEXT)
        if attack_is_open and kind is Kind.BODY:
            part |= ATTACK
            attack_is_open = False
        yield part
