"""Read the text of ALTO pages, of any version: blocks of lines, each word whole.

>>> import io
>>> from archive_search.sources.formats.scans.alto_pages import read_pages
>>> cut = '<String CONTENT="Lat" SUBS_TYPE="HypPart1" SUBS_CONTENT="Lattaquié"/><HYP CONTENT="-"/>'
>>> rest = '<String CONTENT="taquié" SUBS_TYPE="HypPart2" SUBS_CONTENT="Lattaquié"/><SP/><String CONTENT="!"/>'
>>> lines = f'<TextBlock ID="b1"><TextLine>{cut}</TextLine><TextLine>{rest}</TextLine></TextBlock>'
>>> xml = f'<alto><Layout><Page PHYSICAL_IMG_NR="3">{lines}</Page></Layout></alto>'
>>> [(page.number, page.blocks[0].text) for page in read_pages(io.BytesIO(xml.encode()))]
[('3', 'Lattaquié !')]
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import BinaryIO

from archive_search.sources.formats.scans.alto_words import BlockWords, read_words
from archive_search.sources.xml.documents import Element, XmlError, attribute, iterate_elements, local_name

LARGEST_PAGE = 1 << 24
TOO_LARGE = "page alto de plus de 16 millions de caractères : découpez le fichier"

# Blocks in blocks are few; beyond these, what holds a block is not looked at.
MOST_AROUND = 32

_TAGS = ("LayoutTag", "StructureTag", "RoleTag", "OtherTag")
_NAMES = ("TextBlock", "ReadingOrder", *_TAGS)
_PICTURE = re.compile(r"illustration|image|picture|figure|photo|graphic|caption|légende", re.IGNORECASE)
_EDGE = re.compile(r"running|page ?num|numbering|header|footer|quiremarks|titre.?courant", re.IGNORECASE)
_TITLE = re.compile(r"title|heading|headline|titre", re.IGNORECASE)
_EDGES = ("TopMargin", "BottomMargin")


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """Hold one block of text of a page.

    Attributes:
        words: Its text, and the words that it shares with its neighbours.
        top: Height of its upper edge on the page, downwards, when stated.
        middle: Height of its middle, when stated.
        is_caption: Whether it lies in a picture.
        is_edge: Whether it lies in the margin above or below, where running heads and numbers are.
        is_heading: Whether it is said to be a title.
        language: Language, as stated.
    """

    words: BlockWords
    top: float | None = None
    middle: float | None = None
    is_caption: bool = False
    is_edge: bool = False
    is_heading: bool = False
    language: str | None = None

    @property
    def text(self) -> str:
        """The text, on one line."""
        return self.words.text


@dataclass(slots=True)
class Page:
    """Hold the blocks of one page.

    Attributes:
        number: Number printed on the page, or else its place in the scanned document; None when neither is stated.
        blocks: Its blocks, in the order of the file.
        reading_order: The same blocks, in the order in which they are to be read.
    """

    number: str | None = None
    blocks: list[Block] = field(default_factory=list)
    reading_order: Sequence[Block] = ()
    _places: dict[str, tuple[int, int]] = field(default_factory=dict)
    _next: dict[str, str] = field(default_factory=dict)
    _ids: list[str | None] = field(default_factory=list)

    def find(self, begin: str, end: str | None = None) -> list[Block]:
        """Give the blocks from one element to another, by the id of a block, of what holds it, or of its edges."""
        first, last = self._places.get(begin), self._places.get(end or begin)
        return self.blocks[first[0] : last[1]] if first is not None and last is not None else []

    def add(self, block: Block, element: Element, *, around: Sequence[Element]) -> None:
        """Add a block at the end.

        Args:
            block: The block.
            element: Its element.
            around: The elements that hold it, up to the page.
        """
        number = len(self.blocks)
        self.blocks.append(block)
        own = attribute(element, "ID")
        self._ids.append(own)
        following = attribute(element, "IDNEXT")
        if own is not None and following is not None:
            self._next[own] = following
        for holder in (element, *around):
            self._extend(attribute(holder, "ID"), number)
        for edge in block.words.edges:
            self._places.setdefault(edge, (number, number + 1))

    def order(self, stated: Sequence[str]) -> None:
        """Settle the reading order: as stated, else as blocks point to the next, else that of the file."""
        ranks = {id_: rank for rank, id_ in enumerate(stated or self._chain())}
        known = [number for number, id_ in enumerate(self._ids) if id_ in ranks]
        if 2 * len(known) <= len(self.blocks):
            self.reading_order = self.blocks
            return
        rank, ordered = -1, []
        for number, id_ in enumerate(self._ids):
            # A block that is left out of the order follows the one that it follows in the file.
            rank = ranks.get(id_, rank) if id_ is not None else rank
            ordered.append((rank, number))
        self.reading_order = [self.blocks[number] for _, number in sorted(ordered)]

    def _extend(self, id_: str | None, number: int) -> None:
        if id_ is not None:
            first, _ = self._places.get(id_, (number, number))
            self._places[id_] = (first, number + 1)

    def _chain(self) -> list[str]:
        pointed = set(self._next.values())
        chain: dict[str, None] = {}
        for start in [id_ for id_ in self._next if id_ not in pointed]:
            id_: str | None = start
            while id_ is not None and id_ not in chain:
                chain[id_] = None
                id_ = self._next.get(id_)
        return list(chain)


def read_pages(stream: BinaryIO) -> Iterator[Page]:
    """Read the pages of an ALTO file, most often one.

    Args:
        stream: Bytes, decompressed.

    Raises:
        XmlError: The file is malformed, cut, or too large; the pages before were given, and what is left of the last.
    """
    reader = _PageReader()
    fault = None
    try:
        for element in iterate_elements(stream, names=_NAMES):
            reader.read(element)
    except XmlError as error:
        fault = error
    for page in reader.pages:
        page.order(reader.order)
        yield page
    if fault is not None:
        raise fault


class _PageReader:
    """Gather pages block by block."""

    def __init__(self) -> None:
        self.pages: list[Page] = []
        self.order: list[str] = []
        self._page_element: Element = None
        self._labels: dict[str, str] = {}
        self._size = 0

    def read(self, element: Element) -> None:
        name = local_name(element)
        if name == "TextBlock":
            self._read_block(element)
        elif name == "ReadingOrder":
            self.order += [ref for inner in element.iter("*") if (ref := attribute(inner, "REF")) is not None]
        else:
            self._labels[attribute(element, "ID") or ""] = attribute(element, "LABEL") or ""

    def _read_block(self, element: Element) -> None:
        words = read_words(element)
        around = []
        for holder in islice(element.iterancestors(), MOST_AROUND):
            around.append(holder)
            if local_name(holder) == "Page":
                self._turn_to(holder)
                break
        self._size += len(words.text)
        if self._size > LARGEST_PAGE:
            raise XmlError(TOO_LARGE)
        if words.text and self.pages:
            self.pages[-1].add(_block_of(element, words, around, self._labels), element, around=around)

    def _turn_to(self, element: Element) -> None:
        if element is not self._page_element:
            self._page_element = element
            number = attribute(element, "PRINTED_IMG_NR") or attribute(element, "PHYSICAL_IMG_NR")
            self.pages.append(Page(number=number))
            self._size = 0


def _block_of(element: Element, words: BlockWords, around: Sequence[Element], labels: Mapping[str, str]) -> Block:
    said = [_label(holder, labels) for holder in (element, *around[:-1])]
    top, height = _measure(element, "VPOS"), _measure(element, "HEIGHT")
    is_edge = any(map(_EDGE.search, said)) or any(local_name(holder) in _EDGES for holder in around)
    return Block(
        words=words,
        top=top,
        middle=top + height / 2 if top is not None and height is not None else None,
        is_caption=any(map(_PICTURE.search, said)),
        is_edge=is_edge,
        is_heading=not is_edge and any(map(_TITLE.search, said)),
        language=attribute(element, "LANG") or attribute(element, "language"),
    )


def _measure(element: Element, name: str) -> float | None:
    written = attribute(element, name) or ""
    return float(written) if len(written) < 20 and written.replace(".", "", 1).isdecimal() else None


def _label(element: Element, labels: Mapping[str, str]) -> str:
    """Give all that an element says of what it is: its own type, and the tags that it refers to."""
    tags = (attribute(element, "TAGREFS") or "").split()
    return " ".join([attribute(element, "TYPE") or "", *(labels.get(tag, "") for tag in tags)])
