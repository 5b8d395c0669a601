r"""Turn the paragraphs and rows of a word processor into those of an article.

>>> from archive_search.sources.formats.office.documents import OfficeText
>>> from archive_search.sources.formats.office.paragraphs import join_row, split_lines
>>> [text.text for text in split_lines(OfficeText(text="Un.\n\nDeux,\ntrois."))]
['Un.', 'Deux,\ntrois.']
>>> [text.text for text in join_row([[OfficeText(text="Lyon")], [OfficeText(text="12 %")]])]
['Lyon 12 %']
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from archive_search.sources.formats.office.documents import OfficeText

LONGEST_CELL = 200

# Some authors end their paragraphs by Shift+Enter; a line that ends like a sentence, and is long, is one.
_BETWEEN_LINES = re.compile(r"\n\s*\n|(?<=[^\n]{60}[.!?…»])[ \t]*\n")
_PLAIN = {ord("\xad"): None, 0xF0B7: "•", 0xF0A7: "•"}


def split_lines(text: OfficeText) -> Iterator[OfficeText]:
    """Cut a paragraph where its author put lines that are paragraphs; an empty one gives none."""
    for part in _BETWEEN_LINES.split(text.text.translate(_PLAIN)):
        if part.strip():
            yield replace(text, text=part.strip())


def join_row(cells: Sequence[Sequence[OfficeText]]) -> Iterator[OfficeText]:
    """Make a paragraph of a row of figures or names; tables that only lay out a text keep its paragraphs.

    Args:
        cells: Paragraphs of each cell.
    """
    filled = [cell for cell in cells if cell]
    is_table = len(filled) > 1 and all(len(cell) == 1 and len(cell[0].text) <= LONGEST_CELL for cell in filled)
    if not is_table:
        yield from (text for cell in filled for text in cell)
        return
    texts = [cell[0] for cell in filled]
    yield replace(texts[0], text=" ".join(text.text for text in texts), is_bold=all(text.is_bold for text in texts))
