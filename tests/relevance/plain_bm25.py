"""The ranking to beat: BM25 (k1 1.2, b 0.75) over stemmed and folded words, any of them enough."""

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Mapping

from archive_search.analysis.stemming import stem_form
from archive_search.analysis.tokenizing import tokenize
from tests.relevance.measures import DEPTH

K1 = 1.2
B = 0.75


class PlainBm25:
    def __init__(self, texts: Mapping[str, str]) -> None:
        self._postings: dict[str, list[tuple[str, int]]] = defaultdict(list)
        self._lengths = {key: self._add(key, text) for key, text in texts.items()}
        self._mean = sum(self._lengths.values()) / len(self._lengths)

    def _add(self, key: str, text: str) -> int:
        counts = Counter(_stems(text))
        for stem, count in counts.items():
            self._postings[stem].append((key, count))
        return counts.total()

    def rank(self, question: str) -> list[str]:
        scores: dict[str, float] = defaultdict(float)
        for stem in set(_stems(question)):
            postings = self._postings.get(stem, [])
            idf = math.log1p((len(self._lengths) - len(postings) + 0.5) / (len(postings) + 0.5))
            for key, count in postings:
                norm = K1 * (1 - B + B * self._lengths[key] / self._mean)
                scores[key] += idf * count * (K1 + 1) / (count + norm)
        return heapq.nlargest(DEPTH, scores, key=scores.__getitem__)


def _stems(text: str) -> list[str]:
    return [stem_form(token.form) for token in tokenize(text)]
