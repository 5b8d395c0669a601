"""Put the articles of an answer in order, and choose those of one page without sorting the others."""

import numpy as np

from archive_search.indexing.documents import Column
from archive_search.query.tree import Node
from archive_search.search.evaluation import Evaluator
from archive_search.search.impacts import Scores, ScoringContext
from archive_search.search.index_corpus import IndexCorpus
from archive_search.search.occurrences import Integers
from archive_search.search.requests import SearchRequest, Sort
from archive_search.search.scoring import Scorer

_FEW_ARTICLES = 200
"""Articles that are all looked into: choosing among them first would take longer."""


def rank_articles(
    evaluator: Evaluator, context: ScoringContext, request: SearchRequest, articles: Integers, *, tree: Node
) -> tuple[Integers, Scores]:
    """Choose the articles of a page.

    Args:
        evaluator: The query over the archive.
        context: What is known of the archive.
        request: What is asked: order, offset and limit.
        tree: The query as it was resolved.
        articles: Numbers of all articles found, sorted.

    Returns:
        The numbers of the articles of the page, in order, and their scores. Articles of equal worth stand in the
        order in which they came into the archive.
    """
    scorer = Scorer(evaluator, context, tree)
    wanted = request.offset + request.limit
    if request.sort is Sort.RELEVANCE:
        chosen, scores = _best_scored(scorer, articles, context.corpus.article_numbers, wanted)
        return chosen[request.offset :], scores[request.offset :]
    numbers = context.corpus.article_numbers
    order = _smallest(_dates(context.corpus, request.sort, articles), numbers[articles], wanted)[request.offset :]
    chosen = np.sort(articles[order])
    scores = scorer.score_words(chosen) + scorer.score_closeness(chosen)
    return articles[order], scores[chosen.searchsorted(articles[order])]


def _best_scored(scorer: Scorer, articles: Integers, numbers: Integers, count: int) -> tuple[Integers, Scores]:
    """Choose the articles with the highest scores.

    How words stand together is looked into only where it can still matter: an article that falls behind the last of
    the page by more than closeness can ever add is out.
    """
    scores = scorer.score_words(articles)
    if 0 < count < len(articles) > _FEW_ARTICLES:
        last = np.partition(scores, -count)[-count]
        near = (scores >= last - scorer.most_closeness).nonzero()[0]
        if len(near) < len(articles):
            articles, scores = articles[near], scores[near]
    scores = scores + scorer.score_closeness(articles)
    order = _smallest(-scores, numbers[articles], count)
    return articles[order], scores[order]


def _dates(corpus: IndexCorpus, sort: Sort, articles: Integers) -> Scores:
    """Give one number an article, the smallest first."""
    dates = corpus.article_column(Column.DATE)[articles].astype(np.float64)
    return np.where(dates == 0, np.inf, dates if sort is Sort.OLDEST else -dates)


def _smallest(keys: Scores, numbers: Integers, count: int) -> Integers:
    """Give the places of the smallest keys in order; equal keys stand in order of their numbers."""
    if count >= len(keys) or len(keys) <= _FEW_ARTICLES:
        return np.lexsort((numbers, keys))[:count]
    threshold = np.partition(keys, count)[count]
    candidates = (keys <= threshold).nonzero()[0]
    smallest: Integers = candidates[np.lexsort((numbers[candidates], keys[candidates]))][:count]
    return smallest
