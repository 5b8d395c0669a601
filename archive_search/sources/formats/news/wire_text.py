r"""Cut the plain text of a dispatch into passages: wires begin a paragraph by some spaces rather than a blank line.

>>> from archive_search.sources.formats.news.wire_text import split_wire_text
>>> text = "   Le conseil a voté la paix après une\nlongue nuit.\n   Il se réunira\ndemain.\n"
>>> [passage.text for passage in split_wire_text(text)]
['Le conseil a voté la paix après une longue nuit.', 'Il se réunira demain.']
"""

import re
from itertools import pairwise

from archive_search.sources.passages.passage import Passage
from archive_search.sources.passages.text_splitting import split_passages

_INDENTED = re.compile(r"(?:[ \N{NO-BREAK SPACE}]{2,}|\t)\S")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


def split_wire_text(text: str) -> list[Passage]:
    """Cut a text at its blank lines and, where some of its lines alone are indented, before each of these."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    printed = [line for line in lines if line.strip()]
    indented = sum(_INDENTED.match(line) is not None for line in printed)
    # Below a first line that is indented, others must not be, or all of it is only set off.
    if not 0 < indented < len(printed) or not _has_hanging_lines(lines):
        return split_passages(text)
    return [
        Passage(text=" ".join(block.split())) for part in _BLANK_LINE.split(text) for block in _blocks(part.split("\n"))
    ]


def _has_hanging_lines(lines: list[str]) -> bool:
    return any(
        _INDENTED.match(line) and following.strip() and not following[0].isspace()
        for line, following in pairwise(lines)
    )


def _blocks(lines: list[str]) -> list[str]:
    blocks: list[list[str]] = []
    for line in lines:
        if not line.strip():
            continue
        if not blocks or _INDENTED.match(line):
            blocks.append([])
        blocks[-1].append(line)
    return ["\n".join(block) for block in blocks]
