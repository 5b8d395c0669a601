r"""Cut text into pieces that the model reads in bounded time and memory, whatever the text.

>>> from archive_search.entities.pieces import cut_pieces
>>> list(cut_pieces("Paris\x00attend."))
[Piece(start=0, text='Paris attend.')]
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from archive_search.analysis.sentences import find_sentence_starts
from archive_search.entities.preparing import prepare_text

PIECE_CHARACTERS = 2_000
"""Length of a piece. The model looks four words around each word: longer pieces show it nothing more."""

# Control characters, separators of lines that nobody types, halves of broken pairs, which the model cannot encode.
# Line breaks and tabs stay: they divide names.
_UNREADABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
# Addresses, pictures pasted as letters, ruled lines: no names, and the model's time grows with the square of their
# length.
_ENDLESS = re.compile(r"\S{101,}")


class Piece(NamedTuple):
    """Hold a piece of a text, ready for the model, and the offset of its first character in that text."""

    start: int
    text: str


def cut_pieces(text: str) -> Iterator[Piece]:
    """Yield the pieces of a text that may hold names, in order; each has as many characters as it stands for.

    A piece ends where a sentence ends, or else a word. Pieces without a capital hold no names and are left out.
    """
    readable = _ENDLESS.sub(lambda found: " " * len(found[0]), _UNREADABLE.sub(" ", prepare_text(text)))
    start = 0
    while start < len(readable):
        window = readable[start : start + PIECE_CHARACTERS]
        end = start + _find_cut(window) if start + PIECE_CHARACTERS < len(readable) else len(readable)
        piece = readable[start:end]
        if piece != piece.lower():
            yield Piece(start, piece)
        start = end


def _find_cut(window: str) -> int:
    *_others, last_sentence = find_sentence_starts(window)
    return last_sentence or window.rfind(" ") + 1 or len(window)
