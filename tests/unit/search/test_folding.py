"""Folding against a plain loop over the same articles."""

from collections import Counter
from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.query.tree import Word
from archive_search.search.folding import Folding, Ranked, rank_folded
from archive_search.search.occurrences import Integers
from archive_search.search.requests import SearchRequest


class Answered(NamedTuple):
    """Hold an answer: the articles found in order, and the family of each article of the archive."""

    order: list[int]
    families: list[int]

    @property
    def folding(self) -> Folding:
        return Folding(articles=np.sort(numbers(self.order)), families=numbers(self.families))

    def rank(self, request: SearchRequest) -> Ranked:
        chosen = numbers(self.order)[request.offset : request.offset + request.limit]
        return chosen, -chosen.astype(float)

    def fold(self) -> list[int]:
        """Fold the whole order, one article after the other."""
        met: set[int] = set()
        kept = []
        for article in self.order:
            family = self.families[article]
            if family == 0 or family not in met:
                kept.append(article)
            met.add(family)
        return kept


def numbers(values: list[int]) -> Integers:
    return np.array(values, np.int64)


@st.composite
def answers(draw: st.DrawFn) -> Answered:
    """Make an archive of up to 40 articles, some in families, and an answer in some order."""
    families = draw(st.lists(st.sampled_from([0, 0, 0, 3, 5, 8]), max_size=40))
    found = draw(st.sets(st.sampled_from(range(len(families))))) if families else set()
    return Answered(draw(st.permutations(sorted(found))), families)


@given(answer=answers(), offset=st.integers(0, 12), limit=st.integers(0, 12))
@settings(max_examples=200)
def test_a_page_is_a_slice_of_the_whole_order_folded(answer: Answered, offset: int, limit: int) -> None:
    request = SearchRequest(tree=Word(text="pont"), offset=offset, limit=limit, fold=True)
    articles, scores = rank_folded(answer.rank, answer.folding, request)
    assert articles.tolist() == answer.fold()[offset : offset + limit]
    assert scores.tolist() == [-article for article in articles]


@given(answer=answers())
def test_hits_are_articles_without_family_and_families_found(answer: Answered) -> None:
    assert answer.folding.hits == len(answer.fold())
    assert answer.folding.articles == len(answer.order)


@given(answer=answers())
def test_hits_and_the_others_of_their_families_are_all_articles(answer: Answered) -> None:
    folding = answer.folding
    counts = Counter(answer.families[article] for article in answer.order)
    for article in answer.order:
        family = answer.families[article]
        assert folding.family(article) == family
        assert folding.others(article) == (counts[family] - 1 if family else 0)
    assert sum(1 + folding.others(article) for article in answer.fold()) == len(answer.order)


def test_folding_keeps_scores_beside_their_articles() -> None:
    folding = Folding(articles=numbers([0, 1, 2]), families=numbers([4, 0, 4]))
    articles, scores = folding.fold(numbers([2, 0, 1]), np.array([3.0, 2.0, 1.0]))
    assert (articles.tolist(), scores.tolist()) == ([2, 1], [3.0, 1.0])


@pytest.mark.parametrize(("limit", "looked_at"), [(1, [2]), (3, [6, 24]), (0, [0])], ids=["one", "some", "none"])
def test_no_more_articles_are_ranked_than_the_page_needs(limit: int, looked_at: list[int]) -> None:
    """An answer that begins with a family of ten looks further only where the page is not full."""
    answer = Answered(list(range(30)), [7] * 10 + [0] * 20)
    asked: list[int] = []

    def rank(request: SearchRequest) -> Ranked:
        asked.append(request.limit)
        return answer.rank(request)

    rank_folded(rank, answer.folding, SearchRequest(tree=Word(text="pont"), limit=limit, fold=True))
    assert asked == looked_at
