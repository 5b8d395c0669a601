"""Find the characters of words that are known by their place in a text, and the places of words from characters.

Only the pieces that hold a word asked for are cut into words; of the others it is enough to know how many words they
have, and most pieces of a text were met before.

>>> from archive_search.analysis.word_spans import locate_words
>>> locate_words("L'armée a 10 000 blindés.", [0, 2])
{0: Span(start=2, end=7), 2: Span(start=10, end=16)}
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate, groupby
from typing import NamedTuple

from archive_search.analysis.plain_chunks import split_plain
from archive_search.analysis.tokenizing import tokenize
from archive_search.records import Span

LONGEST_KEPT = 32
MOST_KEPT = 1 << 16

# The only blank inside a word is that of a group of thousands; there a no-break space means the same.
_GROUP_BLANK = re.compile(r" (?<=\d )(?=\d{3})")
_BLANK, _NO_BREAK_SPACE = " ", "\u00a0"


class WordCounts(dict[str, int]):
    """Tell how many words each piece has, and keep it for pieces of ordinary length."""

    def __missing__(self, piece: str) -> int:
        """Count the words of a piece that is not kept."""
        count = _count_words(piece)
        if len(piece) <= LONGEST_KEPT:
            if len(self) >= MOST_KEPT:
                self.clear()
            self[piece] = count
        return count


def _count_words(piece: str) -> int:
    plain = split_plain(piece)
    if plain is not None:
        return len(plain)
    return max((token.last + 1 for token in tokenize(piece)), default=0)


_COUNTS = WordCounts()


class _Pieces(NamedTuple):
    """Hold a text cut at its blanks, with the words and the characters before each piece, and at the end."""

    texts: list[str]
    words: list[int]
    characters: list[int]


def _cut(text: str) -> _Pieces:
    pieces = _GROUP_BLANK.sub(_NO_BREAK_SPACE, text).split(_BLANK)
    words = list(accumulate(map(_COUNTS.__getitem__, pieces), initial=0))
    return _Pieces(pieces, words, list(accumulate((len(piece) + 1 for piece in pieces), initial=0)))


def locate_words(text: str, positions: Iterable[int]) -> dict[int, Span]:
    """Find the characters of some words of a text.

    Args:
        text: Any text; it is read in linear time.
        positions: Ranks of words in it, from 0.

    Returns:
        For each position the offsets of its word, in order; a position that the text does not have is left out.
    """
    pieces, words, characters = _cut(text)
    found: dict[int, Span] = {}
    for number, wanted in groupby(sorted(set(positions)), lambda position: bisect_right(words, position) - 1):
        if number < len(pieces):
            spans = _spans_of(pieces[number], words[number], characters[number])
            found.update((position, spans[position]) for position in wanted)
    return found


def _spans_of(piece: str, first_position: int, offset: int) -> dict[int, Span]:
    return {
        first_position + token.position: Span(offset + token.start, offset + token.end)
        for token in tokenize(piece)
        if token.position == token.last
    }


def place_spans(text: str, spans: Iterable[Span]) -> list[tuple[int, int] | None]:
    """Find the words that some spans of characters touch.

    Args:
        text: Any text; it is read in linear time.
        spans: Half-open offsets of characters, each of a few words.

    Returns:
        For each span the positions of its first and last word; None where it touches no word.
    """
    places = _Places(_cut(text))
    return [places.of(span) for span in spans]


class _Places:
    """Know the words of the pieces that were asked about, each piece cut into words once."""

    def __init__(self, pieces: _Pieces) -> None:
        self._pieces = pieces
        self._words: dict[int, list[Span]] = {}

    def of(self, span: Span) -> tuple[int, int] | None:
        number = bisect_right(self._pieces.characters, span.start) - 1
        touched = []
        while number < len(self._pieces.texts) and self._pieces.characters[number] < span.end:
            words = self._words_of(number)
            first = bisect_right(words, span.start, key=lambda word: word.end)
            last = bisect_left(words, span.end, key=lambda word: word.start) - 1
            if first <= last:
                touched += [self._pieces.words[number] + first, self._pieces.words[number] + last]
            number += 1
        return (touched[0], touched[-1]) if touched else None

    def _words_of(self, number: int) -> list[Span]:
        if number not in self._words:
            spans = _spans_of(self._pieces.texts[number], 0, self._pieces.characters[number])
            self._words[number] = list(spans.values())
        return self._words[number]
