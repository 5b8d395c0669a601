"""Count the words of two articles that stand in both, within runs of five words.

Unlike a count of shingles, which one changed word takes five out of, this changes by one with each word.

>>> from archive_search.families.shingles import shingle_articles
>>> from archive_search.records import Article, Kind, Paragraph
>>> def article(text):
...     return Article(id="a", paragraphs=(Paragraph(number=1, kind=Kind.BODY, text=text),))
>>> one = article("Le pont de Doriac rouvre lundi matin aux voitures, a annoncé la mairie mardi soir.")
>>> other = article("Le pont de Doriac rouvre lundi matin aux camions, a annoncé la mairie mardi soir.")
>>> count_shared(*shingle_articles([one, other]))
Shared(words=14, other_words=14)
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from archive_search.families.shingles import Shingles
from archive_search.families.words import is_among


class Shared(NamedTuple):
    """Hold the number of words of one article that stand in the other, and of the other in the one."""

    words: int
    other_words: int


def count_shared(one: Shingles, other: Shingles) -> Shared:
    """Count the words of each of two articles that a shingle of both covers."""
    if np.array_equal(one.hashes, other.hashes):
        return Shared(one.words, other.words)
    in_other = is_among(one.hashes, np.sort(other.hashes))
    in_one = is_among(other.hashes, np.sort(one.hashes))
    return Shared(_covered(one, in_other), _covered(other, in_one))


def _covered(shingles: Shingles, common: NDArray[np.bool_]) -> int:
    begins, lengths = shingles.starts[common], shingles.lengths[common]
    size = shingles.words + 1
    steps = np.bincount(begins, minlength=size) - np.bincount(begins + lengths, minlength=size)
    return int(np.count_nonzero(np.cumsum(steps)))
