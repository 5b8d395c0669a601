"""Find what pages repeat at their edges: the name of the paper, the date, the number of the page.

>>> from archive_search.sources.formats.pdf.lines import Line
>>> from archive_search.sources.formats.pdf.running_heads import RunningHeads
>>> def page(number):
...     head = Line(text=f"Le Courrier - {number}", left=50, right=150, baseline=30, size=8)
...     return [head, Line(text="Il a plu.", left=50, right=150, baseline=100 * number, size=10)]
>>> heads = RunningHeads()
>>> pages = [page(1), page(2)]
>>> heads.learn(pages)
>>> [line.text for line in heads.find(pages[1])]
['Le Courrier - 2']
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from statistics import median

from archive_search.sources.formats.pdf.lines import Line
from archive_search.sources.formats.pdf.printed_addresses import is_print_stamp

# Heads of two lines over a line of numbers are the tallest that papers print.
EDGE_ROWS = 3
LONGEST_HEAD = 160
SHORTEST_HEAD = 8
SHARE_OF_PAGES = 0.2

# In sizes of the letters of the page.
LARGEST_HEAD = 1.2
WIDER_GAP = 1.8

# In points; a word processor moves its heads by less from one page to the next.
SAME_HEIGHT = 4.0
_height = attrgetter("baseline")

# Days and pages have no longer numbers; those of documents tell one from another.
_DIGITS = re.compile(r"(?<!\d)\d{1,4}(?!\d)")
_ROMAN_NUMBER = re.compile(r"[ivxlc]{1,7}")
_PAGE_NUMBER = re.compile(r"(?:(?:page|p\.)\s*)?\d{1,3}(?:\s*(?:/|sur|de|of)\s*\d{1,3})?|[-–—]\s*\d{1,4}\s*[-–—]", re.I)


@dataclass(slots=True)
class _Place:
    height: float
    last_page: int
    count: int = 1


class RunningHeads:
    """Remember the lines that pages repeat at one height of their edges; figures may change."""

    def __init__(self) -> None:
        self._pages = 0
        self._seen: dict[str, list[_Place]] = {}

    def learn(self, pages: Iterable[Sequence[Line]]) -> None:
        """Note the edges of some pages, each with its lines in any order."""
        for lines in pages:
            self._pages += 1
            for line in edge_lines(lines):
                self._note(_key(line.text), line.baseline)

    def find(self, page: Sequence[Line]) -> list[Line]:
        """Give the running heads of a page, and what numbers it or tells where it was printed, from top to bottom."""
        rows = _rows_of(sorted(page, key=_height))
        found = [*self._peel(rows, page), *self._peel(rows[::-1], page)]
        return sorted({id(line): line for line in found}.values(), key=_height)

    def _peel(self, rows: Sequence[list[Line]], page: Sequence[Line]) -> Iterator[Line]:
        """Take rows off an edge as long as they are heads, and as far as a gap parts them from the text."""
        size = median(line.size for line in page) if page else 0.0
        peeled: list[list[Line]] = []
        for row in rows[:EDGE_ROWS]:
            heads = [line for line in row if line.size <= LARGEST_HEAD * size and self._is_repeated(line)]
            marks = [line for line in row if not peeled and _is_mark(line.text)]
            if not heads and not marks:
                break
            peeled.append(heads or marks)
        while peeled and not _is_mark(peeled[-1][0].text) and not _is_apart(rows, len(peeled), size=size):
            peeled.pop()
        return (line for heads in peeled for line in heads)

    def _note(self, key: str, height: float) -> None:
        places = self._seen.setdefault(key, [])
        place = next((place for place in places if abs(place.height - height) <= SAME_HEIGHT), None)
        if place is not None:
            if place.last_page < self._pages:
                place.count, place.last_page = place.count + 1, self._pages
        # A head alternates between a few heights at most; a line seen at many is none.
        elif len(places) < 2 * EDGE_ROWS:
            places.append(_Place(height=height, last_page=self._pages))

    def _is_repeated(self, line: Line) -> bool:
        key = _key(line.text)
        count = max(
            (place.count for place in self._seen.get(key, ()) if abs(place.height - line.baseline) <= SAME_HEIGHT),
            default=0,
        )
        # One word may end up at the same height of two pages by chance.
        is_telling = len(key) >= SHORTEST_HEAD and " " in key
        return count >= 2 if is_telling else count >= max(3, SHARE_OF_PAGES * self._pages)


def is_page_number(text: str) -> bool:
    """Tell whether a text is a number such as ``- 12 -``, ``Page 3 sur 5`` or ``3/5`` and nothing else."""
    return len(text) < 30 and _PAGE_NUMBER.fullmatch(text) is not None


def _is_mark(text: str) -> bool:
    return is_page_number(text) or is_print_stamp(text)


def edge_lines(lines: Sequence[Line]) -> list[Line]:
    """Give the lines of the first and last rows of a page."""
    rows = _rows_of(sorted(lines, key=_height))
    edges = rows if len(rows) <= 2 * EDGE_ROWS else [*rows[:EDGE_ROWS], *rows[-EDGE_ROWS:]]
    return [line for row in edges for line in row if len(line.text) <= LONGEST_HEAD]


def _rows_of(lines: Sequence[Line]) -> list[list[Line]]:
    """Group the lines of a page, from top to bottom, that stand at one height."""
    rows: list[list[Line]] = []
    for line in lines:
        if rows and line.baseline - rows[-1][0].baseline <= 0.5 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _is_apart(rows: Sequence[list[Line]], count: int, *, size: float) -> bool:
    """Tell whether more space than between lines parts the first rows, from an edge inwards, from the others."""
    return count >= len(rows) or abs(rows[count][0].baseline - rows[count - 1][0].baseline) > WIDER_GAP * size


def _key(text: str) -> str:
    text = " ".join(_DIGITS.sub("0", text).casefold().split())
    return "0" if _ROMAN_NUMBER.fullmatch(text) else text
