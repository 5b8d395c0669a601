"""The order of an answer, and the page that is cut from it."""

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_search.query.tree import Word
from archive_search.search.requests import Sort
from search.samples import Opened, article, opened

DAYS = (date(2015, 5, 1), None, date(2014, 1, 1), date(2015, 5, 1), None, date(2016, 1, 1), date(2014, 1, 1))
TEXTS = ("base", "base base", "base", "base", "bases", "base et base", "les bases")
BASE = Word(text="base")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    articles = [article(f"a{n}", text, date=day) for n, (text, day) in enumerate(zip(TEXTS, DAYS, strict=True))]
    with opened(tmp_path_factory.mktemp("ranking") / "archive", articles) as parts:
        yield parts


def ranked(archive: Opened, sort: Sort, *, limit: int = 100, offset: int = 0) -> list[str]:
    return [hit.article.id for hit in archive.archive.search(BASE, sort=sort, limit=limit, offset=offset)]


def test_the_newest_come_first_and_the_undated_last(archive: Opened) -> None:
    assert ranked(archive, Sort.NEWEST) == ["a5", "a0", "a3", "a2", "a6", "a1", "a4"]


def test_the_oldest_come_first_and_the_undated_last(archive: Opened) -> None:
    assert ranked(archive, Sort.OLDEST) == ["a2", "a6", "a0", "a3", "a5", "a1", "a4"]


def test_the_best_come_first_and_equals_in_the_order_of_the_archive(archive: Opened) -> None:
    hits = archive.archive.search(BASE, limit=100).hits
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert [hit.article.id for hit in hits if hit.article.paragraphs[0].text == "base"] == ["a0", "a2", "a3"]


@given(sort=st.sampled_from(Sort), offset=st.integers(0, 9), limit=st.integers(0, 9))
def test_a_page_is_a_slice_of_the_whole_order(archive: Opened, sort: Sort, offset: int, limit: int) -> None:
    assert ranked(archive, sort, offset=offset, limit=limit) == ranked(archive, sort)[offset : offset + limit]


def test_ranks_go_on_from_page_to_page(archive: Opened) -> None:
    assert [hit.rank for hit in archive.archive.search(BASE, offset=2, limit=3)] == [3, 4, 5]


def test_the_total_does_not_depend_on_the_page(archive: Opened) -> None:
    assert archive.archive.search(BASE, limit=0).total == archive.archive.search(BASE, offset=50).total == len(TEXTS)
