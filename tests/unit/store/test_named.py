"""Candidates and mentions of articles are kept as they were given, and go with their article."""

import sqlite3

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_search.records import Article, Kind, Paragraph
from archive_search.store.articles import delete_articles, insert_article
from archive_search.store.named import Candidates, Mentions, NamedArticles, make_columns

ROW = (1, 0, 6, 3, 0, 0, 1)
MENTION = (1, 0, 6, 0, 0, 3, 2, 0, 1)
rows = st.lists(st.tuples(*[st.integers(0, 2**32 - 1)] * len(Candidates._fields)), max_size=5)


def insert(connection: sqlite3.Connection, article_id: str) -> int:
    paragraph = Paragraph(number=1, kind=Kind.BODY, text="Moscou a répondu.")
    return insert_article(connection, Article(id=article_id, paragraphs=(paragraph,)), file=None)


def candidates(*rows: tuple[int, ...]) -> Candidates:
    return Candidates(*make_columns(rows, len(Candidates._fields)))


def mentions(*rows: tuple[int, ...]) -> Mentions:
    return Mentions(*make_columns(rows, len(Mentions._fields)))


@given(given_rows=rows)
def test_candidates_are_read_as_they_were_written(given_rows: list[tuple[int, ...]]) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("create table named (article integer primary key, candidates blob, mentions blob, heard blob)")
    named = NamedArticles(connection)
    named.write_candidates(1, candidates(*given_rows))
    assert [tuple(row) for row in np.stack(named.read_candidates(1)).T.tolist()] == given_rows
    connection.close()


def test_an_article_is_unnamed_then_unsettled_then_settled(connection: sqlite3.Connection) -> None:
    named = NamedArticles(connection)
    number = insert(connection, "a")
    assert (named.unnamed(), named.unsettled(), named.count_unnamed()) == ([number], [], 1)
    named.write_candidates(number, candidates(ROW))
    assert (named.unnamed(), named.unsettled(), named.count_unnamed()) == ([], [number], 1)
    named.write_mentions(number, mentions(MENTION))
    assert (named.unnamed(), named.unsettled(), named.count_unnamed()) == ([], [], 0)
    assert named.is_settled(number)


def test_new_candidates_make_an_article_unsettled_again(connection: sqlite3.Connection) -> None:
    named = NamedArticles(connection)
    number = insert(connection, "a")
    named.write_candidates(number, candidates(ROW))
    named.write_mentions(number, mentions(MENTION))
    named.write_candidates(number, candidates(ROW, ROW))
    assert named.unsettled() == [number]


def test_articles_are_found_by_the_decisions_that_their_mentions_rest_on(connection: sqlite3.Connection) -> None:
    named = NamedArticles(connection)
    numbers = [insert(connection, each) for each in "abc"]
    for number, heard in zip(numbers, ([1, 4], [], [3]), strict=True):
        named.write_candidates(number, candidates(ROW))
        named.write_mentions(number, mentions(MENTION), heard=np.array(heard, np.uint32))
    assert named.articles_that_heard(np.array([False, False, True, True, True])) == [numbers[0], numbers[2]]
    named.write_mentions(numbers[0], mentions())
    assert named.articles_that_heard(np.array([False, True, False, False, False])) == [numbers[0]]


def test_what_is_not_known_is_empty(connection: sqlite3.Connection) -> None:
    named = NamedArticles(connection)
    assert len(named.read_mentions(7).paragraph) == 0
    assert len(named.read_candidates(7).surface) == 0


def test_names_go_with_their_article(connection: sqlite3.Connection) -> None:
    named = NamedArticles(connection)
    kept, gone = insert(connection, "a"), insert(connection, "b")
    for number in (kept, gone):
        named.write_candidates(number, candidates(ROW))
        named.write_mentions(number, mentions(MENTION))
    delete_articles(connection, [gone])
    assert [number for number, _each in named.iterate_mentions()] == [kept]
    assert [number for number, _each in named.iterate_candidates()] == [kept]


def test_a_walk_is_not_disturbed_by_what_is_written_meanwhile(connection: sqlite3.Connection) -> None:
    named = NamedArticles(connection)
    numbers = [insert(connection, str(each)) for each in range(20)]
    for number in numbers:
        named.write_candidates(number, candidates(ROW))
    walked = []
    for number, found in named.iterate_candidates():
        walked.append(number)
        named.write_mentions(number, mentions(*[MENTION] * len(found.surface)))
    assert walked == numbers
    assert not named.unsettled()


@pytest.mark.parametrize("frame", [b"", b"nonsense", b"\x28\xb5\x2f\xfd\x00"], ids=["empty", "foreign", "cut"])
def test_damaged_columns_are_told(connection: sqlite3.Connection, frame: bytes) -> None:
    named = NamedArticles(connection)
    number = insert(connection, "a")
    named.write_candidates(number, candidates(ROW))
    connection.execute("update named set candidates = ?", (frame,))
    with pytest.raises(sqlite3.DataError):
        named.read_candidates(number)
