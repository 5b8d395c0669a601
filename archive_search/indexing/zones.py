"""The part that a paragraph plays, as one number for the column of the index.

The low bits name the zones that the paragraph belongs to; a query confined to a zone is one mask over the column.
"""

from collections.abc import Iterator

from archive_search.records import Kind, Paragraph

TITLE = 1
LEAD = 2
ATTACK = 4
TEXT = 8

_ZONES_OF = {Kind.TITLE: TITLE, Kind.LEAD: LEAD | ATTACK | TEXT}


def iterate_parts(paragraphs: tuple[Paragraph, ...]) -> Iterator[int]:
    """Yield the zones of each paragraph of an article, in order, as a sum of the constants of this module.

    The attack is the standfirst, or where there is none the first paragraph of the body.
    """
    attack_is_open = all(paragraph.kind is not Kind.LEAD for paragraph in paragraphs)
    for paragraph in paragraphs:
        part = _ZONES_OF.get(paragraph.kind, TEXT)
        if attack_is_open and paragraph.kind is Kind.BODY:
            part |= ATTACK
            attack_is_open = False
        yield part
