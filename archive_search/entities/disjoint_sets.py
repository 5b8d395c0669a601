"""Join things into groups, two at a time, and tell which group a thing is in."""

from collections.abc import Hashable
from typing import Generic, TypeVar

Item = TypeVar("Item", bound=Hashable)


class DisjointSets(Generic[Item]):
    """Keep groups that only ever grow together; a thing never joined is a group by itself.

    >>> sets = DisjointSets[str]()
    >>> sets.join("a", "b")
    >>> sets.find("b") == sets.find("a"), sets.find("c")
    (True, 'c')
    """

    def __init__(self) -> None:
        self._parents: dict[Item, Item] = {}

    def find(self, item: Item) -> Item:
        """Give the thing that stands for the group: the first of the group that was named to `join`."""
        top = item
        while (parent := self._parents.get(top, top)) != top:
            top = parent
        while item != top:
            self._parents[item], item = top, self._parents[item]
        return top

    def join(self, first: Item, second: Item) -> None:
        """Make one group of the groups of two things; what stood for the group of the first stands for it."""
        self._parents[self.find(second)] = self.find(first)
