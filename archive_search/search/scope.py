"""The part of each article to which some words of a query are confined: zones, and a first stretch of words.

A confinement inside another asks for both: zones add up, and of two stretches the shorter is meant.

>>> from archive_search.query.tree import FirstWords, InZone, Word, Zone
>>> from archive_search.search.scope import EVERYWHERE
>>> beginning = FirstWords(count=50, child=Word(text="Syrie"))
>>> EVERYWHERE.inside(beginning).inside(InZone(zone=Zone.TITLE, child=beginning)).in_first(80)
Scope(zones=1, first=50)
"""

from typing import NamedTuple

from archive_search.indexing import zones
from archive_search.query.tree import FirstWords, InZone, Node, Zone

MASK_OF = {Zone.TITLE: zones.TITLE, Zone.LEAD: zones.LEAD, Zone.ATTACK: zones.ATTACK, Zone.TEXT: zones.TEXT}


class Scope(NamedTuple):
    """Say where words may stand; it is part of the keys of caches, so it must hash fast.

    Attributes:
        zones: Zones that their paragraph must belong to, all at once, as a mask (`archive_search.indexing.zones`).
        first: How many words from the beginning of the article they must be among; None where that does not matter.
    """

    zones: int
    first: int | None

    def in_zone(self, zone: Zone) -> "Scope":
        """Confine to one more zone."""
        return Scope(self.zones | MASK_OF[zone], self.first)

    def in_first(self, count: int) -> "Scope":
        """Confine to the first words of the article."""
        return Scope(self.zones, count if self.first is None else min(count, self.first))

    def inside(self, node: Node) -> "Scope":
        """Give the scope of what is below a node that has this one."""
        match node:
            case InZone(zone=zone):
                return self.in_zone(zone)
            case FirstWords(count=count):
                return self.in_first(count)
            case _:
                return self


EVERYWHERE = Scope(zones=0, first=None)
"""Scope that confines nothing."""
