"""Read the text of a PDF in the order of reading, as paragraphs with the letters that they are printed in.

Pages are read some at a time, so that a bound volume takes little more memory than its text. What runs up the side of
a page, such as the credit of a picture, comes after it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, islice
from typing import Any

import pypdfium2

from archive_search.sources.formats.pdf.columns import Block, order_blocks, same_size
from archive_search.sources.formats.pdf.lines import Line, gather_lines, level_sizes
from archive_search.sources.formats.pdf.paragraphs import BULLETS, reach_edge, split_block
from archive_search.sources.formats.pdf.running_heads import RunningHeads
from archive_search.sources.formats.pdf.words import MOST_CHARACTERS, Word, read_words
from archive_search.sources.passages.junk import RUNNING_HEAD_RULE
from archive_search.sources.passages.line_ends import collect_forms

PAGES_AT_A_TIME = 64

# Running through a whole book of encyclopaedias takes 40 million characters.
MOST_CHARACTERS_IN_ALL = 100_000_000
FEWEST_LINES_WITH_EDGE = 3
FEWEST_LINES_OF_TEXT = 3
_STOPS = (".", "!", "?", "…")
_OPEN_ENDS = ("-", ",", ";", "’", "'")


@dataclass(kw_only=True, slots=True)
class Printed:
    """Hold a paragraph as it is printed.

    Attributes:
        lines: Its lines, in order.
        size: Size of its letters.
        page: Number of the page where it begins, from 1.
        is_bold: Whether all of it is bold.
        is_full: Whether its last line fills its column, so that the paragraph may go on elsewhere.
        is_aside: Whether it stands across the direction of the page.
        rule: Name of the rule that takes it out, or None.
    """

    lines: list[str]
    size: float
    page: int
    is_bold: bool = False
    is_full: bool = False
    is_aside: bool = False
    rule: str | None = None


@dataclass(kw_only=True, slots=True)
class PdfText:
    """Hold what was read of a PDF.

    Attributes:
        paragraphs: Paragraphs in reading order, those that a rule takes out included.
        forms: Words that it prints whole, to tell compounds from words cut at the end of a line.
        page_count: Number of its pages.
        without_text: Numbers of the pages that have no text.
        damaged: Numbers of the pages that cannot be read.
        cut: Numbers of the pages whose text was too long to be read whole.
    """

    paragraphs: list[Printed] = field(default_factory=list)
    forms: set[str] = field(default_factory=set)
    page_count: int = 0
    without_text: list[int] = field(default_factory=list)
    damaged: list[int] = field(default_factory=list)
    cut: list[int] = field(default_factory=list)


@dataclass(kw_only=True, slots=True)
class _Page:
    number: int
    lines: list[Line]
    asides: list[str]


def read_text(document: Any) -> PdfText:
    """Read the text of a document of pypdfium2, all pages of it up to `MOST_CHARACTERS_IN_ALL`."""
    text = PdfText(page_count=len(document))
    heads = RunningHeads()
    pages = _read_pages(document, text)
    while batch := list(islice(pages, PAGES_AT_A_TIME)):
        heads.learn(page.lines for page in batch)
        for page in batch:
            text.forms |= collect_forms(line.text for line in page.lines)
            for printed in _lay_out(page, heads):
                _add(text.paragraphs, printed)
    return text


def _read_pages(document: Any, text: PdfText) -> Iterator[_Page]:
    left = MOST_CHARACTERS_IN_ALL
    for index in range(text.page_count):
        if left <= 0:
            text.cut.append(index + 1)
            continue
        try:
            page, count = _read_page(document, index)
        except pypdfium2.PdfiumError:
            text.damaged.append(index + 1)
            continue
        left -= count
        if count > MOST_CHARACTERS:
            text.cut.append(page.number)
        if page.lines or page.asides:
            yield page
        else:
            text.without_text.append(page.number)


def _read_page(document: Any, index: int) -> tuple[_Page, int]:
    page = document[index]
    try:
        text_page = page.get_textpage()
        try:
            words, count = read_words(page, text_page), text_page.count_chars()
        finally:
            text_page.close()
    finally:
        page.close()
    lines = gather_lines(word for word in words if word.quarter == 0)
    if 2 * sum(word.is_hidden for word in words) > len(words):
        level_sizes(lines)
    return _Page(number=index + 1, lines=lines, asides=_asides(words)), count


def _asides(words: Sequence[Word]) -> list[str]:
    """Put together the words that lean, as long as they are written one after the other."""
    runs = groupby(words, key=lambda word: word.quarter)
    return [" ".join(word.text for word in run) for quarter, run in runs if quarter]


def _lay_out(page: _Page, heads: RunningHeads) -> Iterator[Printed]:
    removed = heads.find(page.lines)
    rest = [line for line in page.lines if not any(line is head for head in removed)]
    middle = rest[0].baseline if rest else 0.0
    yield from (_head(line, page) for line in removed if line.baseline <= middle)
    for block in order_blocks(rest):
        yield from _print_block(block, page)
    for aside in page.asides:
        yield Printed(lines=[aside], size=0.0, page=page.number, is_aside=True)
    yield from (_head(line, page) for line in removed if line.baseline > middle)


def _head(line: Line, page: _Page) -> Printed:
    return Printed(lines=[line.text], size=line.size, page=page.number, rule=RUNNING_HEAD_RULE)


def _print_block(block: Block, page: _Page) -> Iterator[Printed]:
    right = max(line.right for line in block)
    has_edge = len(block) >= FEWEST_LINES_WITH_EDGE and reach_edge(block)
    for lines in split_block(block):
        last = lines[-1]
        yield Printed(
            lines=[line.text for line in lines],
            size=max(line.size for line in lines),
            page=page.number,
            is_bold=all(line.is_bold for line in lines),
            is_full=has_edge and last.right > right - last.size,
        )


def _add(paragraphs: list[Printed], printed: Printed) -> None:
    """Add a paragraph, or its lines to the one that it goes on with, in another column or on another page."""
    before = _last_text(paragraphs)
    if before is None or printed.rule or printed.is_aside or not _goes_on(before, printed):
        paragraphs.append(printed)
        return
    before.lines += printed.lines
    before.is_full = printed.is_full


def _last_text(paragraphs: Sequence[Printed]) -> Printed | None:
    """Give the last paragraph that a rule or its place does not set apart from the text."""
    nearby = reversed(paragraphs[-12:])
    return next((printed for printed in nearby if printed.rule is None and not printed.is_aside), None)


def _goes_on(before: Printed, after: Printed) -> bool:
    if not same_size(before.size, after.size) or before.is_bold != after.is_bold:
        return False
    end, start = before.lines[-1], after.lines[0]
    if end.endswith(_STOPS) or start.startswith(BULLETS):
        return False
    if start[0].islower() or end.endswith(_OPEN_ENDS):
        return True
    # A heading has no stop at its end either, but few lines.
    return end[-1].isalnum() and (before.is_full or len(before.lines) >= FEWEST_LINES_OF_TEXT) and not before.is_bold
