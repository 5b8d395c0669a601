"""Take the score of one article apart into the terms whose sum it is, as `archive_search.search.scoring` adds them."""

from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from archive_search.query.printing import print_query
from archive_search.query.tree import FirstWords, InZone, Node
from archive_search.search.closeness import ClosenessTotals, locate
from archive_search.search.impacts import EXACT, FAMILY, Impacts, Scores, ScoringContext
from archive_search.search.occurrences import Integers
from archive_search.search.scope import MASK_OF
from archive_search.search.scoring import Pair, ScoredLeaf, Scorer
from archive_search.search.tallies import Tally
from archive_search.search.unit_sets import contains

_DECIMALS = 4


@dataclass(frozen=True, kw_only=True, slots=True)
class TermScore:
    """Hold what an article earns by a word, as its whole family or as its exact forms.

    Attributes:
        frequency: Occurrences in the article, those in the title and in the standfirst weighing more.
        articles: Number of articles of the archive that have any.
        idf: Weight of the word: the fewer articles have it, the higher.
        score: What the article earns.
    """

    frequency: float
    articles: int
    idf: float
    score: float

    def to_dict(self) -> dict[str, Any]:
        """Give the part of a score as JSON version 1 has it."""
        return {name: round(value, _DECIMALS) for name, value in asdict(self).items()}


@dataclass(frozen=True, kw_only=True, slots=True)
class WordScore:
    """Hold what an article earns by a word of the query: as its whole family, and as its exact forms besides."""

    text: str
    family: TermScore
    exact: TermScore

    @property
    def score(self) -> float:
        """Give the sum."""
        return self.family.score + self.exact.score

    def to_dict(self) -> dict[str, Any]:
        """Give the part of a score as JSON version 1 has it."""
        parts = {"family": self.family.to_dict(), "exact": self.exact.to_dict()}
        return {"text": self.text, **parts, "score": round(self.score, _DECIMALS)}


@dataclass(frozen=True, kw_only=True, slots=True)
class PairScore:
    """Hold what an article earns because two words that are neighbours in the query stand close together in it."""

    first: str
    second: str
    score: float

    def to_dict(self) -> dict[str, Any]:
        """Give the part of a score as JSON version 1 has it."""
        return {"first": self.first, "second": self.second, "score": round(self.score, _DECIMALS)}


@dataclass(frozen=True, kw_only=True, slots=True)
class ParagraphScore:
    """Hold what an article earns by its best paragraph.

    Attributes:
        number: Number of the paragraph, from 1.
        worth: What the words are worth in this paragraph alone.
        score: The share of it that counts.
    """

    number: int
    worth: float
    score: float

    def to_dict(self) -> dict[str, Any]:
        """Give the part of a score as JSON version 1 has it."""
        return {
            "number": self.number,
            "worth": round(self.worth, _DECIMALS),
            "score": round(self.score, _DECIMALS),
        }


@dataclass(frozen=True, kw_only=True, slots=True)
class ScoreParts:
    """Hold the terms whose sum is the score of an article.

    Attributes:
        words: Words that count, in the order of the query; 0 for those that the article does not have.
        pairs: Neighbouring words that count together.
        paragraph: Best paragraph; None where no word counts.
    """

    words: tuple[WordScore, ...]
    pairs: tuple[PairScore, ...]
    paragraph: ParagraphScore | None

    @property
    def total(self) -> float:
        """Give the score."""
        words, pairs = sum(word.score for word in self.words), sum(pair.score for pair in self.pairs)
        return words + pairs + (self.paragraph.score if self.paragraph else 0.0)

    def to_dict(self) -> dict[str, Any]:
        """Give the score and its terms as JSON version 1 has them."""
        return {
            "score": round(self.total, _DECIMALS),
            "words": [word.to_dict() for word in self.words],
            "pairs": [pair.to_dict() for pair in self.pairs],
            "paragraph": self.paragraph.to_dict() if self.paragraph else None,
        }


def take_apart(scorer: Scorer, context: ScoringContext, article: int) -> ScoreParts:
    """Give the terms of the score of an article.

    Args:
        scorer: Scorer of a query that the article satisfies.
        context: What is known of the archive.
        article: Number of the article in the index.
    """
    articles = np.array([article], np.int64)
    names = [_write(leaf) for leaf in scorer.leaves]
    words = [_score_word(name, word, context, articles) for name, word in zip(names, scorer.words, strict=True)]
    return ScoreParts(
        words=tuple(words),
        pairs=tuple(_score_pair(pair, names, scorer.words, context, articles) for pair in scorer.pairs),
        paragraph=_score_paragraph(scorer, context, article) if words else None,
    )


def _write(scored: ScoredLeaf) -> str:
    """Write a leaf with the zones and the first words to which it is confined."""
    leaf: Node = scored.leaf
    for zone, mask in MASK_OF.items():
        if scored.scope.zones & mask:
            leaf = InZone(zone=zone, child=leaf)
    if scored.scope.first is not None:
        leaf = FirstWords(count=scored.scope.first, child=leaf)
    return print_query(leaf)


def _score_word(name: str, word: Impacts, context: ScoringContext, articles: Integers) -> WordScore:
    exact = word.exact.frequencies_in(articles)
    # The spelling that was typed may also be that of another word, which earns nothing by itself.
    exact *= contains(word.tally.articles, articles)

    def score(tally: Tally, frequency: Scores, idf: float, weight: float) -> TermScore:
        earned = context.in_articles(frequency, articles) * (weight * idf)
        return TermScore(frequency=float(frequency[0]), articles=len(tally.articles), idf=idf, score=float(earned[0]))

    return WordScore(
        text=name,
        family=score(word.tally, word.tally.frequencies_in(articles), word.idf, FAMILY),
        exact=score(word.exact, exact, word.exact_idf, EXACT),
    )


def _score_pair(
    pair: Pair, names: list[str], words: list[Impacts], context: ScoringContext, articles: Integers
) -> PairScore:
    word, other = words[pair.word], words[pair.other]
    closeness = ClosenessTotals(context, articles)
    closeness.add_pair(word, locate(word.tally.articles, articles), other, pair.factor)
    first, second = sorted((pair.word, pair.other))
    return PairScore(first=names[first], second=names[second], score=float(closeness.pairs[0]))


def _score_paragraph(scorer: Scorer, context: ScoringContext, article: int) -> ParagraphScore:
    start, end = context.corpus.first_document[article : article + 2].tolist()
    worth = np.zeros(end - start)
    for word in scorer.words:
        documents = word.tally.documents.values
        first, last = documents.searchsorted([start, end])
        worth[documents[first:last] - start] += word.paragraphs[first:last]
    best = int(worth.argmax())
    value = float(worth[best])
    return ParagraphScore(number=best + 1, worth=value, score=scorer.closeness.paragraph * value)
