"""Words are counted that stand in both articles within runs of five."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.families.resemblance import Shared, count_shared
from archive_search.families.shingles import shingle_articles
from archive_search.records import Article, Kind, Paragraph
from families.dispatches import make_dispatch, passage

words = st.lists(st.sampled_from(["un", "deux", "trois", "quatre", "cinq", "six"]), max_size=40)


def shared_by(first: Article, second: Article) -> Shared:
    return count_shared(*shingle_articles([first, second]))


def article(*texts: str) -> Article:
    paragraphs = tuple(Paragraph(number=rank, kind=Kind.BODY, text=text) for rank, text in enumerate(texts, 1))
    return Article(id="a", paragraphs=paragraphs)


def test_paragraphs_may_be_moved() -> None:
    assert shared_by(make_dispatch("a", [1, 2, 3]), make_dispatch("b", [3, 1, 2])) == Shared(51, 51)


def test_what_one_article_adds_is_not_shared() -> None:
    assert shared_by(make_dispatch("a", [1, 2]), make_dispatch("b", [1, 2, 3])) == Shared(34, 34)


@pytest.mark.parametrize(
    ("text", "shared"),
    [
        pytest.param(passage(1).replace("habitants", "badauds"), 16, id="one word"),
        pytest.param(passage(1).replace("habitants et", "badauds"), 15, id="two words for one"),
        pytest.param(passage(2), 0, id="all"),
    ],
)
def test_changed_words_are_not_shared(text: str, shared: int) -> None:
    assert shared_by(article(passage(1)), article(text)).words == shared


@given(words, words)
@settings(max_examples=60)
def test_counting_from_the_other_side_gives_the_same(ours: list[str], theirs: list[str]) -> None:
    one, other = article(" ".join(ours)), article(" ".join(theirs))
    assert shared_by(one, other) == Shared(*reversed(shared_by(other, one)))


@given(words, words)
@settings(max_examples=60)
def test_a_text_shares_all_its_words_with_one_that_holds_it(ours: list[str], theirs: list[str]) -> None:
    one, other = article(" ".join(ours)), article(" ".join(theirs), " ".join(ours))
    assert shared_by(one, other).words == len(ours)
