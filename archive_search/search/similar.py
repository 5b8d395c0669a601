"""Ask for the articles that speak of what one article speaks of: those that share its telling words.

A word tells much of an article when the article has it often, above all in its title, and the archive has it seldom.
The most telling words make a query in the language of queries; in the order of the answer a word weighs the more, the
more often the article has it.

>>> from archive_search.records import Article, Kind, Paragraph
>>> from archive_search.search.similar import gather_words
>>> text = "Le bac de Brévan : l'O.N.U. paie le bac, les bacs et 2 pontons."
>>> article = Article(id="bac", paragraphs=(Paragraph(number=1, kind=Kind.BODY, text=text),))
>>> [(each.word.text, each.times) for each in gather_words(article).values()]
[('bac', 3), ('Brévan', 1), ('ONU', 1), ('paie', 1), ('pontons', 1)]
"""

from collections.abc import Iterator, Mapping
from math import log, log1p
from typing import NamedTuple, TypeAlias

import numpy as np

from archive_search.analysis.stemming import stem_form
from archive_search.analysis.stop_words import is_stop_word
from archive_search.analysis.tokenizing import Token, tokenize
from archive_search.query.building import choose
from archive_search.query.tree import Leaf, Node, Word
from archive_search.records import Article, Kind, Paragraph
from archive_search.search.impacts import Scores
from archive_search.search.index_corpus import IndexCorpus
from archive_search.search.occurrences import Integers
from archive_search.search.scoring import Scorer
from archive_search.search.spelling import write_like
from archive_search.search.tallies import LEAD_WEIGHT, TITLE_WEIGHT

MOST_WORDS = 30
"""Words of an article that are looked for in others."""

LEAST_SHARE = 0.2
"""Share of these words that an article must have to be called similar."""

LEAST_WORDS = 2
"""Words that it must have in any case: one alone may be chance."""

READ_CHARACTERS = 100_000
"""Characters of an article that are read for its words."""

_ZONE_WEIGHTS = {Kind.TITLE: TITLE_WEIGHT, Kind.LEAD: LEAD_WEIGHT}

Weights: TypeAlias = Mapping[Leaf, float]


class CountedWord(NamedTuple):
    """Count a word, in all its forms, in one article.

    Attributes:
        word: The word as the article first has it.
        times: Number of times.
        frequency: The same, those in the title and the standfirst weighing more.
    """

    word: Word
    times: int
    frequency: float


def gather_words(article: Article) -> dict[str, CountedWord]:
    """Count the words of an article that say something, by stem, in the order of its text; signatures are left out."""
    gathered: dict[str, CountedWord] = {}
    for paragraph, token in _tokens_of(article):
        if _says_something(token.form):
            stem = stem_form(token.form)
            word, times, frequency = gathered.get(stem) or (_write(token, paragraph), 0, 0.0)
            gathered[stem] = CountedWord(word, times + 1, frequency + _ZONE_WEIGHTS.get(paragraph.kind, 1.0))
    return gathered


def _says_something(form: str) -> bool:
    return len(form) > 1 and any(map(str.isalpha, form)) and not is_stop_word(form)


def _tokens_of(article: Article) -> Iterator[tuple[Paragraph, Token]]:
    left = READ_CHARACTERS
    for paragraph in article.paragraphs:
        if paragraph.kind is not Kind.BYLINE:
            yield from ((paragraph, token) for token in tokenize(paragraph.text[:left]))
            left = max(0, left - len(paragraph.text))


def _write(token: Token, paragraph: Paragraph) -> Word:
    return Word(text=write_like(token.form, paragraph.text[token.start : token.end]))


def weigh_words(article: Article, corpus: IndexCorpus, *, copies: int) -> Weights:
    """Choose the words that tell most of an article, the most telling first, and weigh them by how often it has them.

    Args:
        article: The article.
        corpus: The archive, which has it.
        copies: Number of articles that give its text, itself included: words that no other has would find nothing.
    """
    gathered = gather_words(article)
    everywhere = zip(gathered.values(), corpus.vocabulary.count_occurrences(gathered), strict=True)
    worth = {
        counted: counted.frequency * log1p(corpus.living_count / occurrences)
        for counted, occurrences in everywhere
        if occurrences > counted.times * copies
    }
    telling = sorted(worth, key=worth.__getitem__, reverse=True)[:MOST_WORDS]
    return {counted.word: 1 + log(counted.frequency) for counted in telling}


def ask_for_share(weights: Weights) -> Node:
    """Ask for the articles that have enough of some words, of which there is one at least."""
    return choose(max(LEAST_WORDS, round(LEAST_SHARE * len(weights))), list(weights))


def rank_similar(
    scorer: Scorer, weights: Weights, articles: Integers, *, corpus: IndexCorpus
) -> tuple[Integers, Scores]:
    """Put articles in the order of what they earn by some words, each times its weight.

    Args:
        scorer: The words over the archive.
        weights: Their weights.
        articles: Numbers of the articles, sorted.
        corpus: The archive.

    Returns:
        The articles and their scores; equals stand in the order in which they came into the archive.
    """
    everywhere = np.zeros(corpus.article_count)
    for scored, impacts in zip(scorer.leaves, scorer.words, strict=True):
        everywhere[impacts.tally.articles] += weights[scored.leaf] * impacts.articles
    scores = everywhere[articles]
    order = np.lexsort((corpus.article_numbers[articles], -scores))
    return articles[order], scores[order]
