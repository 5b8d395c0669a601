r"""Cut a text into passages: what stands between blank lines, or on lines of its own.

>>> from archive_search.sources.passages.text_splitting import split_passages
>>> [passage.text for passage in split_passages("Un titre\n\nUn paragraphe.\nUn autre.")]
['Un titre', 'Un paragraphe.', 'Un autre.']
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from archive_search.sources.passages.passage import Passage

WIDEST_COLUMN = 100
NARROWEST_COLUMN = 40
FEWEST_FULL_LINES = 2
_HYPHEN_AT_END = re.compile(r"(?<=\w)-\n(?=\w)")
_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")


def split_passages(text: str) -> list[Passage]:
    """Cut a plain text at its blank lines and hard line ends; lines wrapped at a fixed width are joined."""
    blocks = split_blocks(text)
    column = column_width(blocks)
    passages = []
    for block in blocks:
        lines = list(join_wrapped(block, column=column))
        passages += [Passage(text=line, is_alone=len(lines) == 1) for line in lines]
    if len(blocks) == 1:
        # Without a single blank line, the ends of lines are all that the author had.
        return [Passage(text=passage.text) for passage in passages]
    return passages


def split_blocks(text: str) -> list[list[str]]:
    """Cut a text at its blank lines, and each block into lines without space around them."""
    blocks = [[line for line in map(str.strip, block.split("\n")) if line] for block in _BLANK_LINES.split(text)]
    return [lines for lines in blocks if lines]


def column_width(blocks: Sequence[Sequence[str]]) -> int | None:
    """Give the width at which the lines of these blocks were wrapped, or None when they were not."""
    lines = [line for block in blocks for line in block]
    narrow = [line for line in lines if len(line) <= WIDEST_COLUMN]
    if len(narrow) * 10 < len(lines) * 9:
        return None
    column = max(map(len, narrow), default=0)
    if column < NARROWEST_COLUMN:
        return None
    pairs = [pair for block in blocks for pair in pairwise(block)]
    full = sum(_is_full(line, following, column=column) for line, following in pairs)
    return column if full >= FEWEST_FULL_LINES and full * 2 >= len(pairs) else None


def join_wrapped(lines: Sequence[str], *, column: int | None) -> Iterator[str]:
    """Join each line that was cut for want of room with the one that follows it."""
    if column is None:
        yield from lines
        return
    joined: list[str] = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        joined.append(line)
        if not following or not _is_full(line, following, column=column):
            yield _join(joined)
            joined = []


def _join(lines: Sequence[str]) -> str:
    # A compound cut at its hyphen needs no space: "Saint-" and "Denis".
    return _HYPHEN_AT_END.sub("-", "\n".join(lines)).replace("\n", " ")


def _is_full(line: str, following: str, *, column: int) -> bool:
    first_word = following[: WIDEST_COLUMN + 1].split(maxsplit=1)[0]
    return len(line) + 1 + len(first_word) > column
