"""Read the small lists of words that the rules go by, one word a line in the folder ``data``; ``#`` opens a comment.

>>> from archive_search.entities.word_lists import read_words
>>> "interieur" in read_words("portfolios.txt")
True
"""

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).with_name("data")


@cache
def read_words(file_name: str) -> frozenset[str]:
    """Give the words of a list, as they stand there."""
    lines = (_FOLDER / file_name).read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
