"""Draw who is named with somebody: the one in the middle, the others around, the nearest first.

The others stand on an ellipse, by turns to the right and to the left, one below the other at equal distances. Their
names are written outwards, so that no two of them can overlap however long they are.

>>> friends = [Neighbour(name="Alep", weight=4, size=9), Neighbour(name="Damas", weight=2, size=1)]
>>> drawn = draw_network(friends)
>>> [(node.label, node.side) for node in drawn.nodes]
[('Alep', 'right'), ('Damas', 'left')]
"""

import unicodedata
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import sqrt
from typing import Final, Literal

MOST: Final = 16
"""Neighbours that are drawn."""

WIDTH: Final = 720
LETTERS: Final = 14
"""Height of letters, in the units of the drawing."""

_ROW = 40
_MARGIN = 28
_ACROSS = 140.0
_CENTRE_RADIUS = 16
_LEAST_RADIUS, _MOST_RADIUS = 5.0, 13.0
_LEAST_LINE, _MOST_LINE = 1.0, 8.0
_GAP = 6.0
# Widths of letters in ems: generous for the fonts of interfaces.
_NARROW, _USUAL, _CAPITAL, _WIDE = 0.34, 0.58, 0.74, 1.05
_ROOM = (WIDTH / 2 - _ACROSS - _MOST_RADIUS - _GAP) / LETTERS
"""Width of the longest label, in ems."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Neighbour:
    """Hold one neighbour to be drawn.

    Attributes:
        name: Its name.
        weight: How often the two are together; it makes the line thick.
        size: How often it is there at all; it makes the node large.
    """

    name: str
    weight: int
    size: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Node:
    """Hold one node; places are in units of the drawing.

    Attributes:
        x: Its middle, across.
        y: Its middle, down.
        radius: Its radius.
        line: Thickness of the line to it.
        label: Its name, cut where it is too long.
        label_x: Where the label begins on the right side, or ends on the left.
        side: "right" or "left" of the middle.
    """

    x: float
    y: float
    radius: float
    line: float
    label: str
    label_x: float
    side: Literal["right", "left"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Network:
    """Hold a drawing.

    Attributes:
        width: Its width.
        height: Its height.
        x: Middle of the one whom it is about, across.
        y: The same, down.
        radius: Radius of that one.
        nodes: The others, in the order given.
    """

    width: int
    height: int
    x: float
    y: float
    radius: float
    nodes: tuple[Node, ...]


def draw_network(neighbours: Sequence[Neighbour]) -> Network:
    """Draw neighbours around somebody.

    Args:
        neighbours: The nearest first; those after `MOST` are left out.
    """
    drawn = neighbours[:MOST]
    rows = -(-len(drawn) // 2)
    height = max(rows - 1, 1) * _ROW + 2 * _MARGIN
    most_weight = max((each.weight for each in drawn), default=1)
    most_size = max((each.size for each in drawn), default=1)
    nodes = []
    for rank, each in enumerate(drawn):
        down = (rank // 2 - (rows - 1) / 2) * _ROW
        x = _across(down, rows=rows) * (1 if rank % 2 == 0 else -1)
        radius = _scale(each.size, most_size, _LEAST_RADIUS, _MOST_RADIUS)
        line = _scale(each.weight, most_weight, _LEAST_LINE, _MOST_LINE)
        nodes.append(_node(each.name, x=x, y=height / 2 + down, radius=radius, line=line))
    return Network(width=WIDTH, height=height, x=WIDTH / 2, y=height / 2, radius=_CENTRE_RADIUS, nodes=tuple(nodes))


def _across(down: float, *, rows: int) -> float:
    """Give how far from the middle the ellipse is at some height; its tip is beyond the first and last row."""
    tip = rows * _ROW / 2 + _ROW / 4
    return _ACROSS * sqrt(1 - (down / tip) ** 2)


def _scale(value: int, most: int, low: float, high: float) -> float:
    """Give a length between two, whose square grows as a value does."""
    return round(low + (high - low) * sqrt(max(value, 0) / max(most, 1)), 1)


def _node(name: str, *, x: float, y: float, radius: float, line: float) -> Node:
    away = radius + _GAP
    return Node(
        x=round(WIDTH / 2 + x, 1),
        y=round(y, 1),
        radius=radius,
        line=line,
        label=cut_label(name),
        label_x=round(WIDTH / 2 + x + (away if x > 0 else -away), 1),
        side="right" if x > 0 else "left",
    )


def cut_label(name: str) -> str:
    """Cut a name to the room that a label has; what is cut is told by an ellipsis.

    >>> cut_label("Organisation du traité de l'Atlantique nord")
    'Organisation du traité de…'
    """
    widths = list(accumulate(map(_width, name[: int(_ROOM / _NARROW)])))
    if not widths or (widths[-1] <= _ROOM and len(widths) == len(name)):
        return name
    return f"{name[: bisect(widths, _ROOM - _WIDE)].rstrip()}…"


def _width(letter: str) -> float:
    """Estimate the width of a letter in ems; marks over letters have none of their own, but who piles them up pays."""
    if letter in " .,'’ijlI-":
        return _NARROW
    if unicodedata.east_asian_width(letter) in "WF":
        return _WIDE
    return _CAPITAL if letter.isupper() or letter in "mwMW@" else _USUAL
