"""Put the articles of an answer in order, and choose those of one page without sorting the others."""

import numpy as np

from archive_search.indexing.schema import Column
from archive_search.search.evaluation import Evaluator
from archive_search.search.index_corpus import IndexCorpus
from archive_search.search.occurrences import Integers
from archive_search.search.requests import SearchRequest, Sort
from archive_search.search.scoring import Scores, ScoringContext, score_articles


def rank_articles(
    evaluator: Evaluator, context: ScoringContext, request: SearchRequest, articles: Integers
) -> tuple[Integers, Scores]:
    """Choose the articles of a page.

    Args:
        evaluator: The query over the archive.
        context: What is known of the archive.
        request: What is asked: order, offset and limit.
        articles: Numbers of all articles found, sorted.

    Returns:
        The numbers of the articles of the page, in order, and their scores. Articles of equal worth stand in the
        order of the archive.
    """
    scores = score_articles(evaluator, context, request.tree, articles)
    order = _best(_sort_keys(context.corpus, request.sort, articles, scores), request.offset + request.limit)
    chosen = order[request.offset : request.offset + request.limit]
    return articles[chosen], scores[chosen]


def _sort_keys(corpus: IndexCorpus, sort: Sort, articles: Integers, scores: Scores) -> Scores:
    """Give one number an article, the smallest first."""
    if sort is Sort.RELEVANCE:
        return -scores
    dates = corpus.article_column(Column.DATE)[articles].astype(np.float64)
    return np.where(dates == 0, np.inf, dates if sort is Sort.OLDEST else -dates)


def _best(keys: Scores, count: int) -> Integers:
    """Give the places of the smallest keys in order; equal keys keep their order."""
    if count >= len(keys):
        return np.argsort(keys, kind="stable")
    threshold = np.partition(keys, count)[count]
    candidates = np.flatnonzero(keys <= threshold)
    return candidates[np.argsort(keys[candidates], kind="stable")][:count]
