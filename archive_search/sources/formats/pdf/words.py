"""Read the words of a PDF page with their places, the page turned so that its text runs from left to right.

Places are in points, from the upper left corner of what the page shows. PDFium is told nothing about lines or
columns: the order is that in which the words were written into the file.

>>> from archive_search.sources.formats.pdf.words import Word
>>> Word(text="port", left=50.0, right=70.0, baseline=100.0, size=10.0).top
92.5
"""

import ctypes
import math
import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, TypeAlias

import pypdfium2.raw as pdfium

# A page of a large newspaper holds 40,000 characters.
MOST_CHARACTERS = 150_000
ASCENT, DESCENT = 0.75, 0.25
LARGEST_SIZE = 1000.0

# PDFium writes a hyphen at the end of a line as either of the first two, and no end of line after it.
_HYPHENS = dict.fromkeys(map(ord, "\x02\ufffe\u2010\u2011"), "-")
_WORD = re.compile(r"[^\s\x02\ufffe]*[\x02\ufffe]|[^\s\x02\ufffe]+")
_BOLD = re.compile(rb"bold|black|heavy|demi", re.IGNORECASE)
_FORCED_BOLD = 1 << 18

# Signs of printing that Unicode keeps for old files only; bullets of symbol fonts have no letter at all.
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_BULLETS = dict.fromkeys((0xF0B7, 0xF0A7, 0xF0A8, 0xF06E, 0xF076, 0xF0D8), "•")
_CHARACTERS = {**_HYPHENS, **_LIGATURES, **_BULLETS}

_Point: TypeAlias = tuple[float, float]
_Turn: TypeAlias = Callable[[float, float], _Point]


class Word(NamedTuple):
    """Hold a word and its place.

    Attributes:
        text: Characters, without space; a hyphen at its end may be that of a line.
        left: Left edge.
        right: Right edge.
        baseline: Height of the line that it stands on, from the top.
        size: Size of its letters, as printed.
        is_bold: Whether its font says so.
        quarter: Quarter turns by which it leans from the horizontal, counterclockwise.
        follows: Whether no space is known between it and the word before: their places tell.
        run: Which string of the file it was written with; those of one string are of one line.
        is_hidden: Whether it is there to be found and not to be seen, as under the picture of a scanned page.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    is_bold: bool = False
    quarter: int = 0
    follows: bool = False
    run: int = 0
    is_hidden: bool = False

    @property
    def top(self) -> float:
        """Height of its capitals."""
        return self.baseline - ASCENT * self.size

    @property
    def bottom(self) -> float:
        """Depth of its descenders."""
        return self.baseline + DESCENT * self.size


def read_words(page: Any, text_page: Any) -> list[Word]:
    """Give the words that a page shows, turned the way that most of them run.

    Args:
        page: Page of pypdfium2.
        text_page: Its text page.

    Returns:
        Words of the first `MOST_CHARACTERS` characters; those that run another way keep their `quarter`.
    """
    glyphs = _Glyphs(text_page.raw)
    spans = [(start, last, follows, glyphs.run_of(start)) for start, last, follows in glyphs.split()]
    main, _ = Counter(run.quarter for *_, run in spans).most_common(1)[0] if spans else (0, 0)
    left, bottom, right, top = page.get_cropbox()
    turn = _turning(main, left=left, bottom=bottom, right=right, top=top)
    width, height = (right - left, top - bottom) if main % 2 == 0 else (top - bottom, right - left)
    words = []
    for start, last, follows, run in spans:
        word = glyphs.read(start, last, run, turn=turn)
        words.append(word._replace(quarter=(run.quarter - main) % 4, follows=follows))
    # What printers write outside the page, such as the name of its file, is not part of it.
    return [word for word in words if word.text and _is_on_page(word, width=width, height=height)]


def _is_on_page(word: Word, *, width: float, height: float) -> bool:
    return 0 <= (word.left + word.right) / 2 <= width and 0 <= word.baseline <= height


def _turning(quarter: int, *, left: float, bottom: float, right: float, top: float) -> _Turn:
    """Give the function from places of the file to places on the page turned upright."""
    turns: tuple[_Turn, ...] = (
        lambda x, y: (x - left, top - y),
        lambda x, y: (y - bottom, x - left),
        lambda x, y: (right - x, y - bottom),
        lambda x, y: (top - y, right - x),
    )
    return turns[quarter]


class _Run(NamedTuple):
    """Hold what is the same for all letters of one string of the file."""

    address: int
    size: float
    is_bold: bool
    quarter: int
    is_hidden: bool


def _clean(text: str) -> str:
    # Letters beyond the first 65,536 come as two halves.
    return text.translate(_CHARACTERS).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


class _Glyphs:
    """Ask PDFium for the characters of a text page; each question is a call, so that few are asked a word."""

    def __init__(self, raw: Any) -> None:
        self._raw = raw
        self._matrix = pdfium.FS_MATRIX()
        self._box = tuple(ctypes.c_double() for _ in range(4))
        self._rectangle = pdfium.FS_RECTF()
        self._origin = (ctypes.c_double(), ctypes.c_double())
        self._name = ctypes.create_string_buffer(128)
        self._flags = ctypes.c_int()
        self._runs: dict[int, _Run] = {}
        self._text = self._read_text()

    def split(self) -> Iterator[tuple[int, int, bool]]:
        """Yield the first and last character of each word, and whether it follows the one before without space."""
        previous_end = -1
        for found in _WORD.finditer(self._text):
            start, end = found.span()
            for first, last in self._cut_at_jumps(start, end - 1):
                yield first, last, first == previous_end
                previous_end = last + 1

    def run_of(self, index: int) -> _Run:
        """Tell what the string of a character says of all of its letters."""
        string = pdfium.FPDFText_GetTextObject(self._raw, index)
        address = ctypes.cast(string, ctypes.c_void_p).value or 0
        run = self._runs.get(address)
        if run is None:
            pdfium.FPDFText_GetMatrix(self._raw, index, self._matrix)
            size = pdfium.FPDFText_GetFontSize(self._raw, index) * math.hypot(self._matrix.c, self._matrix.d)
            lean = math.atan2(self._matrix.b, self._matrix.a)
            # A damaged file may have numbers that are none.
            quarter = round(lean / (math.pi / 2)) % 4 if math.isfinite(lean) else 0
            run = _Run(
                address=address,
                size=size if 1 <= size <= LARGEST_SIZE else 0.0,
                is_bold=self._is_bold(index),
                quarter=quarter,
                is_hidden=pdfium.FPDFTextObj_GetTextRenderMode(string) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE,
            )
            if address:
                self._runs[address] = run
        return run

    def read(self, start: int, last: int, run: _Run, *, turn: _Turn) -> Word:
        """Read the word between two characters."""
        x, baseline = turn(*self._origin_of(start))
        box_left, box_right, box_bottom, box_top = self._box_of(last)
        (one, _), (other, _) = turn(box_left, box_bottom), turn(box_right, box_top)
        text = self._text[start : last + 1]
        return Word(
            text=text if text.isascii() and text.isprintable() else _clean(text),
            left=min(x, one, other),
            right=max(x, one, other),
            baseline=baseline,
            size=run.size or min(max(1.0, box_top - box_bottom), LARGEST_SIZE),
            is_bold=run.is_bold,
            run=run.address,
            is_hidden=run.is_hidden,
        )

    def _read_text(self) -> str:
        count = min(pdfium.FPDFText_CountChars(self._raw), MOST_CHARACTERS)
        buffer = (ctypes.c_ushort * (count + 1))()
        if pdfium.FPDFText_GetText(self._raw, 0, count, buffer) == count + 1:
            return "".join(map(chr, buffer[:count]))
        # Characters without a letter are missing from the text, and its places are not those of the characters.
        codes = (pdfium.FPDFText_GetUnicode(self._raw, index) for index in range(count))
        return "".join(chr(code) if 0 < code < 0x110000 else "\N{REPLACEMENT CHARACTER}" for code in codes)

    def _cut_at_jumps(self, start: int, last: int) -> Iterator[tuple[int, int]]:
        """Cut a word where it goes on at another line, which PDFium does not always tell."""
        if abs(self._origin_of(last)[1] - self._origin_of(start)[1]) < 1 or self.run_of(start).quarter % 2:
            yield start, last
            return
        size = self.run_of(start).size or 1.0
        heights = [self._origin_of(index)[1] for index in range(start, last + 1)]
        for index in range(1, len(heights)):
            if abs(heights[index] - heights[index - 1]) > size:
                yield start, last - len(heights) + index
                start = last - len(heights) + index + 1
        yield start, last

    def _origin_of(self, index: int) -> _Point:
        x, y = self._origin
        pdfium.FPDFText_GetCharOrigin(self._raw, index, x, y)
        return x.value, y.value

    def _box_of(self, index: int) -> tuple[float, float, float, float]:
        left, right, bottom, top = self._box
        pdfium.FPDFText_GetCharBox(self._raw, index, left, right, bottom, top)
        if left.value < right.value:
            return left.value, right.value, bottom.value, top.value
        # The font that OCR programs put under a picture has letters without a shape.
        pdfium.FPDFText_GetLooseCharBox(self._raw, index, self._rectangle)
        return self._rectangle.left, self._rectangle.right, self._rectangle.bottom, self._rectangle.top

    def _is_bold(self, index: int) -> bool:
        length = pdfium.FPDFText_GetFontInfo(self._raw, index, self._name, len(self._name), self._flags)
        name = self._name.raw[: max(0, min(length, len(self._name)))]
        return _BOLD.search(name) is not None or bool(self._flags.value & _FORCED_BOLD)
