"""Put together the words of a block of ALTO: those that a line cuts in two are given whole, once.

>>> from archive_search.sources.formats.scans.alto_words import BlockWords, join_words
>>> start = BlockWords(text="Le port de Lattaquié", closes_with="Lattaquié")
>>> join_words([start, BlockWords(text="Lattaquié rouvre.", opens_with="Lattaquié")]).text
'Le port de Lattaquié rouvre.'
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from archive_search.sources.passages.line_ends import join_lines
from archive_search.sources.xml.documents import Element, local_name

_SOFT_HYPHEN: Final = "\xad"

# What transcribers and programs of recognition write for a hyphen that cuts a word.
_CUTTING_SIGNS = ("¬", "⸗", "\xad")


@dataclass(frozen=True, kw_only=True, slots=True)
class BlockWords:
    """Hold the text of a block.

    Attributes:
        text: Its lines, joined.
        opens_with: Its first word, where that word begins in another block.
        closes_with: Its last word, where that word ends in another block.
        lines: Number of its lines.
        edges: Ids of its first and last line and word, where they have one.
    """

    text: str
    lines: int = 1
    opens_with: str | None = None
    closes_with: str | None = None
    edges: tuple[str, ...] = ()


def join_words(blocks: Sequence[BlockWords]) -> BlockWords:
    """Join blocks whose text goes on from each to the next; a word that two of them give is given once."""
    texts: list[str] = []
    cut_word: str | None = None
    for block in blocks:
        text = block.text
        if cut_word is not None and cut_word == block.opens_with:
            text = text[len(cut_word) :].lstrip()
        texts += [text] if text else []
        cut_word = block.closes_with or (None if text else cut_word)
    return BlockWords(
        text=join_lines(texts),
        lines=sum(block.lines for block in blocks),
        opens_with=blocks[0].opens_with,
        closes_with=cut_word,
    )


def read_words(block: Element) -> BlockWords:
    """Read the words of an element that holds lines."""
    reader = _WordReader(is_spaced=next(block.iter("{*}SP"), None) is not None)
    edges: list[str] = []
    for line in block.iter("{*}TextLine"):
        reader.read_line(line)
        edges += _ids_of(line)
    text = " ".join(join_lines(reader.lines).split())
    ends = (*edges[:2], *edges[-2:]) if edges else ()
    lines = len(reader.lines)
    return BlockWords(text=text, lines=lines, opens_with=reader.opens_with, closes_with=reader.cut_word, edges=ends)


def _ids_of(line: Element) -> list[str]:
    words = [line, *line.iterchildren("{*}String")]
    return [id_ for element in (line, words[1], words[-1]) if (id_ := element.get("ID"))] if len(words) > 1 else []


class _WordReader:
    """Read lines one after the other, and remember the word that the last one cut."""

    def __init__(self, *, is_spaced: bool) -> None:
        self.lines: list[str] = []
        self.opens_with: str | None = None
        self.cut_word: str | None = None
        self._between = "" if is_spaced else " "

    def read_line(self, line: Element) -> None:
        parts: list[str] = []
        for element in line.iterchildren("*"):
            name = local_name(element)
            if name == "String":
                word = self._read_word(element)
                parts += [self._between, word] if word else []
            elif name == "SP":
                parts.append(" ")
            elif name == "HYP" and self.cut_word is None:
                parts.append(_hyphen(element.get("CONTENT", "-")))
        text = "".join(parts).strip()
        if text.endswith(_CUTTING_SIGNS):
            text = text[:-1] + _SOFT_HYPHEN
        if text:
            self.lines.append(text)

    def _read_word(self, element: Element) -> str:
        part, whole = element.get("SUBS_TYPE", ""), str(element.get("SUBS_CONTENT", "")).strip()
        cut_word, self.cut_word = self.cut_word, None
        if whole and part.casefold() == "hyppart1":
            self.cut_word = whole
            return whole
        if whole and part.casefold() == "hyppart2":
            if whole == cut_word:
                return ""
            if not self.lines and self.opens_with is None:
                self.opens_with = whole
            return whole
        return str(element.get("CONTENT", "")).strip()


def _hyphen(content: str) -> str:
    return _SOFT_HYPHEN if content in _CUTTING_SIGNS else "-"
