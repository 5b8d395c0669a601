"""Find out which passages a source repeats, in memory that does not grow with the number of its articles.

The counts are those of Manku and Motwani (Approximate frequency counts over data streams, VLDB 2002): after every
`ARTICLES_A_BUCKET` articles, passages that are rarer than one in so many are forgotten. A count is never above the
truth, and below it by at most one in `ARTICLES_A_BUCKET` articles of the source.

>>> from archive_search.sources.passages.passage_counts import PassageCounts
>>> from archive_search.sources.passages.repeatable import RepeatablePassage
>>> counts, notice = PassageCounts(), RepeatablePassage(digest=7, words=12)
>>> found = [counts.add([notice], key=f"Titre {number}") for number in range(40)]
>>> 20 <= found.index([notice]) + 1 <= 30
True
"""

from collections.abc import Iterable
from hashlib import blake2b
from typing import NamedTuple

from archive_search.sources.passages.repeatable import RepeatablePassage

ARTICLES_A_BUCKET = 200

FEWEST_ARTICLES = 20
"""Articles that must have a passage before it is taken for a repeated one."""

# Twenty different titles fall on seventeen of the 64 bits on average; sixteen bits are at least sixteen titles.
TITLE_BITS = 64
FEWEST_TITLE_BITS = 16

SHARE_OF_ARTICLES = 0.02
SHARE_WHERE_MANY = 0.01
MANY_ARTICLES = 1000

# What a newspaper writes again by chance, or because things happen again, is short.
SHORT_PASSAGE_WORDS = 10
SHARE_OF_SHORT = 0.05


class Count(NamedTuple):
    """Hold the count of one passage.

    Attributes:
        articles: Articles that were seen to have it.
        missed: Articles that may have had it before they were counted, at most.
        titles: Bits that the titles of these articles fell on.
    """

    articles: int
    missed: int
    titles: int


class PassageCounts:
    """Count the passages of one source."""

    def __init__(self, articles: int = 0, counts: dict[int, Count] | None = None) -> None:
        """Go on counting from counts that were kept.

        Args:
            articles: Articles of the source counted so far.
            counts: Counts by digest of the passage.
        """
        self.articles = articles
        self.counts = counts if counts is not None else {}

    def add(self, passages: Iterable[RepeatablePassage], *, key: str) -> list[RepeatablePassage]:
        """Count the passages of one article.

        Args:
            passages: Its passages, each once.
            key: What tells the article from reprints of the same text, such as its title.

        Returns:
            The passages that are now known to be repeated; their counts are dropped, and need not be counted again.
        """
        self.articles += 1
        bit = 1 << blake2b(key.encode("utf-8", "surrogatepass"), digest_size=1).digest()[0] % TITLE_BITS
        crossed = [passage for passage in passages if self._add(passage, bit)]
        for passage in crossed:
            del self.counts[passage.digest]
        if self.articles % ARTICLES_A_BUCKET == 0:
            self._forget_rare()
        return crossed

    def _add(self, passage: RepeatablePassage, bit: int) -> bool:
        known = self.counts.get(passage.digest)
        if known is None:
            self.counts[passage.digest] = Count(1, (self.articles - 1) // ARTICLES_A_BUCKET, bit)
            return False
        articles, missed, titles = known
        self.counts[passage.digest] = count = Count(articles + 1, missed, titles | bit)
        return count.articles >= FEWEST_ARTICLES and self._is_repeated(count, passage.words)

    def _is_repeated(self, count: Count, words: int) -> bool:
        if count.titles.bit_count() < FEWEST_TITLE_BITS:
            return False
        share = SHARE_WHERE_MANY if count.articles >= MANY_ARTICLES else SHARE_OF_ARTICLES
        return count.articles >= (SHARE_OF_SHORT if words < SHORT_PASSAGE_WORDS else share) * self.articles

    def _forget_rare(self) -> None:
        bucket = self.articles // ARTICLES_A_BUCKET
        self.counts = {digest: count for digest, count in self.counts.items() if count.articles + count.missed > bucket}
