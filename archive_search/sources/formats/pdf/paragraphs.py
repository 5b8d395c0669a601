"""Cut the blocks of a page into paragraphs, by indents, gaps, short last lines and changes of letters.

>>> from archive_search.sources.formats.pdf.lines import Line
>>> from archive_search.sources.formats.pdf.paragraphs import split_block
>>> def line(text, height, *, left=50.0, right=250.0):
...     return Line(text=text, left=left, right=right, baseline=height, size=10.0)
>>> block = [line("Un", 100), line("deux.", 112, right=90), line("Trois", 124)]
>>> [[line.text for line in lines] for lines in split_block(block)]
[['Un', 'deux.'], ['Trois']]
"""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from archive_search.sources.formats.pdf.columns import Block, same_size
from archive_search.sources.formats.pdf.lines import Line

# In heights of the letters.
USUAL_LEADING = 1.2
SMALLEST_INDENT = 0.6
LARGEST_INDENT = 6.0
SAME_EDGE = 0.4

# A line is surely the last of a paragraph when it leaves so much of the column free.
FREE_SHARE = 0.45
NEARLY_FULL = 0.2
EDGE_LINES = 3

# So many short lines are a list, each an item of its own.
FEWEST_ITEMS = 4
_ENDS_OF_SENTENCE = (".", "!", "?", "…", ":", "»", "”", ")", '"')
BULLETS = tuple("•■▪●►▶◆□◦")
_DASHES = tuple("–—-")


def split_block(block: Block) -> list[list[Line]]:
    """Cut the lines of a block, from top to bottom, into those of each paragraph."""
    leading, is_centred = _leading_of(block), _is_centred(block)
    paragraphs = [block[:1]]
    for index in range(1, len(block)):
        if _is_parted(block, index, leading=leading) or (not is_centred and _begins_paragraph(block, index)):
            paragraphs.append([])
        paragraphs[-1].append(block[index])
    return paragraphs


def reach_edge(lines: Sequence[Line]) -> bool:
    """Tell whether half of some lines end at about one place, as those of a text do."""
    right, left = max(line.right for line in lines), min(line.left for line in lines)
    reaching = sum(line.right > right - NEARLY_FULL * (right - left) for line in lines)
    return 2 * reaching >= len(lines)


def _leading_of(block: Block) -> float:
    size = block[0].size
    steps = [after.baseline - before.baseline for before, after in pairwise(block)]
    usual = [step for step in steps if step > 0.5 * size]
    # Where paragraphs of one line alternate with gaps, the smallest step is the one between lines.
    return min(median(usual), 1.25 * min(usual)) if usual else USUAL_LEADING * size


def _is_parted(block: Block, index: int, *, leading: float) -> bool:
    """Tell whether a line has other letters than the one above it, or stands further from it than usual."""
    before, line = block[index - 1], block[index]
    if not same_size(before.size, line.size) or (before.is_bold != line.is_bold and not line.text[0].islower()):
        return True
    return line.baseline - before.baseline > 1.3 * leading


def _begins_paragraph(block: Block, index: int) -> bool:
    before, line = block[index - 1], block[index]
    around = block[max(0, index - EDGE_LINES) : index + EDGE_LINES]
    left, right = min(near.left for near in around), _right_edge(around, block)
    if line.text.startswith(BULLETS) or (line.text.startswith(_DASHES) and before.text.endswith(_ENDS_OF_SENTENCE)):
        return True
    if len(block) >= FEWEST_ITEMS and not reach_edge(block) and not line.text[0].islower():
        return True
    return _is_indented(before, line, left=left) or _is_last(before, line, right=right, left=left)


def _right_edge(around: Sequence[Line], block: Block) -> float:
    """Give the right edge of the column where some lines stand: a picture may make it narrow for a while."""
    return max(line.right for line in (around if reach_edge(around) else block))


def _is_centred(block: Block) -> bool:
    """Tell whether the lines of a block have one middle and no common edge."""
    left, right = min(line.left for line in block), max(line.right for line in block)
    middle = (left + right) / 2
    if any(abs((line.left + line.right) / 2 - middle) > SAME_EDGE * line.size for line in block):
        return False
    inset = sum(line.left - left > SMALLEST_INDENT * line.size for line in block)
    return inset > 0 and inset * 3 >= len(block)


def _is_indented(before: Line, line: Line, *, left: float) -> bool:
    indent = line.left - left
    # The lines of an item stand further in than its mark.
    is_item = before.text.startswith((*BULLETS, *_DASHES)) and before.left < line.left
    if is_item or not SMALLEST_INDENT * line.size < indent < LARGEST_INDENT * line.size:
        return False
    # Two lines with the same indent are two short paragraphs when the first ends a sentence, else one quotation.
    is_flush = before.left - left < SAME_EDGE * line.size
    return is_flush or before.text.endswith(_ENDS_OF_SENTENCE)


def _is_last(before: Line, line: Line, *, left: float, right: float) -> bool:
    """Tell whether a line ends its paragraph: the first word of the next would have found room in it."""
    free = right - before.right
    if before.text.endswith("-") or free < line.first_width + 0.6 * line.size:
        return False
    return before.text.endswith(_ENDS_OF_SENTENCE) or free > FREE_SHARE * (right - left)
