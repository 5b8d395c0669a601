"""Articles and paragraphs are found by their numbers, whatever order the index has them in."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.indexing.article_places import ArticlePlaces

NUMBERS = np.array([5, 9, 2, 7], np.uint16)
FIRST = np.array([0, 2, 3, 6, 7], np.uint8)


def make_places(*, living: tuple[bool, ...] = (True,) * 4) -> ArticlePlaces:
    return ArticlePlaces(NUMBERS, FIRST, living=np.array(living))


@settings(max_examples=50)
@given(st.lists(st.integers(0, 30), unique=True), st.lists(st.integers(-2, 2**40)), st.data())
def test_a_number_is_found_where_it_stands(numbers: list[int], wanted: list[int], data: st.DataObject) -> None:
    living = data.draw(st.lists(st.booleans(), min_size=len(numbers), max_size=len(numbers)))
    places = ArticlePlaces(np.array(numbers, np.int64), np.arange(len(numbers) + 1), living=np.array(living, bool))
    wanted += numbers
    found, articles = places.find(np.array(wanted, np.int64))
    place_of = {number: place for place, number in enumerate(numbers) if living[place]}
    assert found.tolist() == [number in place_of for number in wanted]
    assert articles.tolist() == [place_of[number] for number in wanted if number in place_of]


def test_paragraphs_are_counted_from_the_first_document_of_their_article() -> None:
    found, documents = make_places().find_documents(np.array([2, 2, 5, 7]), np.array([1, 3, 2, 1]))
    assert found.all()
    assert documents.tolist() == [3, 5, 1, 6]


def test_paragraphs_of_articles_that_are_gone_are_not_found() -> None:
    places = make_places(living=(True, True, False, True))
    found, documents = places.find_documents(np.array([2, 9, 4]), np.array([50, 1, 1]))
    assert (found.tolist(), documents.tolist()) == ([False, True, False], [2])


@pytest.mark.parametrize("paragraph", [0, -1, 4, 2**62, -(2**62)])
def test_a_paragraph_outside_its_article_is_told(paragraph: int) -> None:
    with pytest.raises(LookupError, match="paragraphe hors de l'article"):
        make_places().find_documents(np.array([2]), np.array([paragraph]))
