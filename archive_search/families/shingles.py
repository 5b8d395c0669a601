"""Cut articles into shingles, runs of five words, each as one number that is the same on every machine.

Two articles that give one text have most of their shingles in common, two on one subject hardly any. Only what is
told counts, standfirst and body: titles are rewritten and captions belong to pictures. A shingle never reaches over
the end of a paragraph, so that paragraphs may be cut, moved and put in between; a paragraph of fewer words is one
shingle. Accents, capitals and punctuation make no difference.

>>> from archive_search.records import Article, Kind, Paragraph
>>> def article(text):
...     return Article(id="a", paragraphs=(Paragraph(number=1, kind=Kind.BODY, text=text),))
>>> one, other = shingle_articles([article("La côte est très calme, dit-il."), article("Hier la COTE est tres calme")])
>>> one.words, other.words, len(set(one.hashes.tolist()) & set(other.hashes.tolist()))
(7, 6, 1)
"""

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np

from archive_search.families.words import Hashes, Integers, hash_words, mix
from archive_search.records import Article, Kind

SHINGLE_WORDS = 5
MOST_CHARACTERS = 1_000_000
"""Length of the beginning of an article that is looked at."""

COUNTED_KINDS = frozenset({Kind.LEAD, Kind.BODY})
"""Parts of an article that make its text, as far as families are concerned."""

# Odd numbers without pattern, one for each place in a shingle: a word counts differently at each.
_PLACES = np.array(
    [0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F], np.uint64
)


class Shingles(NamedTuple):
    """Hold the shingles of one article, or of several one after the other.

    Attributes:
        words: Number of words of the text.
        hashes: One number a shingle, in order of the text, shape (shingles,).
        starts: Rank of the first word of each, shape (shingles,).
        lengths: Number of words of each, 5 but in shorter paragraphs, shape (shingles,).
    """

    words: int
    hashes: Hashes
    starts: Integers
    lengths: Integers


class ShingledTexts(NamedTuple):
    """Hold the shingles of several articles.

    Attributes:
        shingles: Those of all articles, one after the other.
        words: Rank of the first word of each article, and last the number of all, shape (articles + 1,).
        bounds: Rank of the first shingle of each article, and last the number of all, shape (articles + 1,).
    """

    shingles: Shingles
    words: Integers
    bounds: Integers


def shingle_articles(articles: Sequence[Article]) -> list[Shingles]:
    """Cut articles into shingles, all at once, which is faster than one by one."""
    shingles, words, bounds = shingle_texts([counted_texts(article) for article in articles])
    return [
        Shingles(
            int(words[rank + 1] - words[rank]),
            shingles.hashes[bounds[rank] : bounds[rank + 1]],
            shingles.starts[bounds[rank] : bounds[rank + 1]] - words[rank],
            shingles.lengths[bounds[rank] : bounds[rank + 1]],
        )
        for rank in range(len(articles))
    ]


def counted_texts(article: Article) -> list[str]:
    """List the paragraphs of an article that are looked at."""
    texts, room = [], MOST_CHARACTERS
    for part in article.paragraphs:
        if room > 0 and part.kind in COUNTED_KINDS:
            texts.append(part.text[:room])
            room -= len(part.text)
    return texts


def shingle_texts(articles: Sequence[Sequence[str]]) -> ShingledTexts:
    """Cut articles, each given as its paragraphs, into shingles."""
    hashes, counts = hash_words(list(chain.from_iterable(articles)))
    shingles = _cut(hashes, counts)
    paragraphs = np.cumsum([0, *map(len, articles)])
    words = np.concatenate([[0], np.cumsum(counts)])[paragraphs]
    return ShingledTexts(shingles, words, np.searchsorted(shingles.starts, words))


def _cut(words: Hashes, counts: Integers) -> Shingles:
    """Cut paragraphs of so many words, one after the other, into shingles."""
    ends = np.cumsum(counts)
    begins = ends - counts
    starts = _find_starts(begins, ends)
    lengths = np.full(len(starts), SHINGLE_WORDS)
    is_short = (counts > 0) & (counts < SHINGLE_WORDS)
    lengths[np.searchsorted(starts, begins[is_short])] = counts[is_short]
    return Shingles(len(words), _combine(words, starts, lengths), starts, lengths)


def _find_starts(begins: Integers, ends: Integers) -> Integers:
    """Find the words at which shingles begin: the first of each paragraph, and those that have enough behind them."""
    is_start = np.ones(ends[-1] if len(ends) else 0, bool)
    for lag in range(1, SHINGLE_WORDS):
        places = ends - lag
        is_start[places[places > begins]] = False
    return np.flatnonzero(is_start)


def _combine(words: Hashes, starts: Integers, lengths: Integers) -> Hashes:
    """Make one number of the words of each shingle."""
    padded = np.concatenate([words, np.zeros(SHINGLE_WORDS, np.uint64)])
    short = np.flatnonzero(lengths < SHINGLE_WORDS)
    hashes = np.zeros(len(starts), np.uint64)
    for place, factor in enumerate(_PLACES):
        placed = padded[starts + place]
        placed[short[lengths[short] <= place]] = 0
        hashes += placed * factor
    return mix(hashes)
