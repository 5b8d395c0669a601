"""Put the large initials that begin chapters and articles back before their words.

>>> from archive_search.sources.formats.pdf.initials import attach_initials
>>> from archive_search.sources.formats.pdf.pieces import piece_of
>>> from archive_search.sources.formats.pdf.words import Word
>>> pieces = [piece_of([Word("L", 50, 68, 112, 30)]), piece_of([Word("e", 71, 76, 95, 10)])]
>>> [piece.words[0].text for piece in attach_initials(pieces)]
['Le']
"""

from collections.abc import Sequence
from operator import attrgetter

from archive_search.sources.formats.pdf.pieces import INITIAL_HEIGHT, Piece

# Each is compared with all lines of its page.
MOST_INITIALS = 100


def attach_initials(lines: Sequence[Piece]) -> list[Piece]:
    """Put a large initial before the first of the lines that it stands beside."""
    initials = [line for line in lines if line.letters <= 2 and line.words[0].text[0].isalpha()]
    attached = set()
    for initial in initials[:MOST_INITIALS]:
        beside = [line for line in lines if _is_beside(initial, line)]
        if beside:
            _attach(initial, beside)
            attached.add(id(initial))
    return [line for line in lines if id(line) not in attached]


def _is_beside(initial: Piece, line: Piece) -> bool:
    is_within = initial.top - 0.5 * line.size <= line.top and line.baseline <= initial.baseline + 0.3 * line.size
    gap = line.left - initial.right
    return initial.size > INITIAL_HEIGHT * line.size and is_within and -line.size < gap < 1.5 * line.size


def _attach(initial: Piece, beside: Sequence[Piece]) -> None:
    first = min(beside, key=attrgetter("baseline"))
    letter, word = initial.words[0], first.words[0]
    # "L" begins "La ville"; "À" before "Paris" is a word.
    is_word = letter.text in ("A", "À", "Y", "Ô") and word.text[0].isupper()
    text = letter.text + (" " if is_word else "") + word.text
    first.words[0] = word._replace(text=text, left=initial.left)
    for line in beside:
        line.left = initial.left
