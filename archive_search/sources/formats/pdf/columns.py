"""Find the columns of a page and the order in which a person reads them.

Lines that follow each other alone, one above the other, are a block; a title across several columns, or a change of
the size of letters, ends it. A block is read after what is above it, and after the block on its left unless something
across both lies between them (T. Breuel, "High performance document layout analysis", 2003).

>>> from archive_search.sources.formats.pdf.columns import order_blocks
>>> from archive_search.sources.formats.pdf.lines import Line
>>> places = [(300, 100), (50, 100), (50, 112), (300, 112)]
>>> lines = [Line(text="...", left=left, right=left + 200, baseline=height, size=10) for left, height in places]
>>> [[(line.left, line.baseline) for line in block] for block in order_blocks(lines)]
[[(50, 100), (50, 112)], [(300, 100), (300, 112)]]
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from archive_search.sources.formats.pdf.lines import Line

Block: TypeAlias = list[Line]

# In heights of the letters.
FURTHEST_LINE = 2.2
TOUCHING = 0.3

# Sizes of one text differ by less: an italic word, a rounding, what OCR makes of a line.
SAME_SIZE = 1.12
TITLE_SIZE = 1.5

# Ordering takes the cube of their number; a page of so many is a table or a trap, read from top to bottom.
MOST_BLOCKS = 300


@dataclass(slots=True)
class _Box:
    left: float
    right: float
    top: float
    bottom: float


def order_blocks(lines: Sequence[Line]) -> list[Block]:
    """Give the blocks of a page in reading order, each with its lines from top to bottom."""
    blocks = _gather_blocks(sorted(lines, key=attrgetter("baseline", "left")))
    boxes = [_box_of(block) for block in blocks]
    if len(blocks) > MOST_BLOCKS:
        order = sorted(range(len(blocks)), key=lambda index: (boxes[index].top, boxes[index].left))
    else:
        order = _order_boxes(_widen_titles(blocks, boxes))
    return [blocks[index] for index in order]


def same_size(one: float, other: float) -> bool:
    """Tell whether two sizes of letters are those of one text."""
    return max(one, other) <= SAME_SIZE * min(one, other)


def _gather_blocks(lines: Sequence[Line]) -> list[Block]:
    above, below = _neighbours(lines)
    blocks: dict[int, Block] = {}
    for index, line in enumerate(lines):
        upper = above[index]
        if len(upper) == 1 and below[upper[0]] == [index] and _is_one_text(lines[upper[0]], line):
            blocks[index] = blocks[upper[0]]
            blocks[index].append(line)
        else:
            blocks[index] = [line]
    return list({id(block): block for block in blocks.values()}.values())


def _is_one_text(upper: Line, line: Line) -> bool:
    return same_size(upper.size, line.size)


def _neighbours(lines: Sequence[Line]) -> tuple[list[list[int]], list[list[int]]]:
    """Give, for each line, those just above it and just below it, as one sees them through free space.

    The skyline holds, from left to right, where each line that is seen from below begins; the last one of a
    stretch of the page hides those above it.
    """
    above: list[list[int]] = [[] for _ in lines]
    below: list[list[int]] = [[] for _ in lines]
    starts: list[float] = [float("-inf")]
    owners: list[int | None] = [None]
    for index, line in enumerate(lines):
        first, last = bisect_right(starts, line.left) - 1, bisect_right(starts, line.right) - 1
        for place in range(first, last + 1):
            owner = owners[place]
            if owner is not None and _is_next(lines[owner], line) and owner not in above[index]:
                above[index].append(owner)
                below[owner].append(index)
        starts[first : last + 1] = [*_kept(starts[first], line.left), line.left, line.right]
        owners[first : last + 1] = [*[owners[first]] * len(_kept(starts[first], line.left)), index, owners[last]]
    return above, below


def _kept(start: float, left: float) -> list[float]:
    return [start] if start < left else []


def _is_next(upper: Line, line: Line) -> bool:
    size = max(upper.size, line.size)
    shared = min(upper.right, line.right) - max(upper.left, line.left)
    return shared > TOUCHING * size and line.baseline - upper.baseline <= FURTHEST_LINE * size


def _box_of(block: Block) -> _Box:
    return _Box(
        left=min(line.left for line in block),
        right=max(line.right for line in block),
        top=min(line.top for line in block),
        bottom=max(line.bottom for line in block),
    )


def _widen_titles(blocks: Sequence[Block], boxes: Sequence[_Box]) -> list[_Box]:
    """Let each title reach as far as the page is free beside it: a short one may stand above several columns."""
    sizes = sorted(line.size for block in blocks for line in block)
    size = sizes[len(sizes) // 2] * TITLE_SIZE if sizes else 0.0
    return [_widen(box, boxes) if block[0].size >= size else box for block, box in zip(blocks, boxes, strict=True)]


def _widen(box: _Box, boxes: Sequence[_Box]) -> _Box:
    beside = [other for other in boxes if other.top < box.bottom and other.bottom > box.top]
    left = max((other.right for other in beside if other.right <= box.left), default=float("-inf"))
    right = min((other.left for other in beside if other.left >= box.right), default=float("inf"))
    return _Box(left=left, right=right, top=box.top, bottom=box.bottom)


def _order_boxes(boxes: Sequence[_Box]) -> list[int]:
    before = _precedence(boxes)
    awaited = before.sum(axis=0)
    remaining = set(range(len(boxes)))
    order = []
    while remaining:
        # Boxes that overlap in odd ways can each precede the other: then the highest goes first.
        free = [index for index in remaining if not awaited[index]] or remaining
        chosen = min(free, key=lambda index: (boxes[index].top, boxes[index].left))
        order.append(chosen)
        remaining.remove(chosen)
        awaited -= before[chosen]
    return order


def _precedence(boxes: Sequence[_Box]) -> NDArray[np.bool_]:
    """Tell which boxes are read before which others, as a square of truth values."""
    left, right = np.array([box.left for box in boxes]), np.array([box.right for box in boxes])
    top, bottom = np.array([box.top for box in boxes]), np.array([box.bottom for box in boxes])
    overlap = np.minimum.outer(right, right) - np.maximum.outer(left, left) > 1
    is_higher = top[:, None] < top[None, :]
    before = overlap & is_higher
    for index in range(len(boxes)):
        is_between = (top >= np.minimum(bottom[index], bottom)[:, None] - 1) & (
            bottom <= np.maximum(top[index], top)[:, None] + 1
        )
        is_parted = (is_between & overlap[index] & overlap).any(axis=1)
        before[index] |= ~overlap[index] & (left[index] < left) & ~is_parted
    np.fill_diagonal(before, val=False)
    result: NDArray[np.bool_] = before
    return result
