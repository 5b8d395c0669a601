"""Members are kept as last given; every search reads their numbers in one row."""

import sqlite3

import numpy as np
import pytest

from archive_search.family_records import Relation
from archive_search.records import Article, Kind, Paragraph
from archive_search.store.articles import delete_articles, insert_article
from archive_search.store.families import (
    FamilyCounts,
    FamilySize,
    MemberRow,
    count_families,
    family_of,
    list_sizes,
    members_of,
    read_members,
    sync_members,
)
from archive_search.store.family_numbers import read_family_numbers


@pytest.fixture
def articles(connection: sqlite3.Connection) -> list[int]:
    paragraph = Paragraph(number=1, kind=Kind.BODY, text="Le pont rouvre.")
    return [insert_article(connection, Article(id=name, paragraphs=(paragraph,)), file=None) for name in "abcdef"]


def member(article: int, family: int) -> MemberRow:
    first = article == family
    relation = Relation.FIRST if first else Relation.REPRINT
    return MemberRow(article, family, None if first else family, relation, 0.5, 3, 2)


def test_members_are_kept_as_last_given(connection: sqlite3.Connection, articles: list[int]) -> None:
    one, two, three, *_others = articles
    sync_members(connection, [member(one, one), member(two, one)])
    sync_members(connection, [member(two, two), member(three, two)])
    assert read_members(connection) == [member(two, two), member(three, two)]


def test_numbers_tell_the_family_of_each_member(connection: sqlite3.Connection, articles: list[int]) -> None:
    one, two, three, four, *_others = articles
    sync_members(connection, [member(four, two), member(two, two), member(one, one), member(three, one)])
    numbers = read_family_numbers(connection)
    assert numbers.articles.tolist() == [one, two, three, four]
    assert numbers.of(np.array([four, 99, one, 0])).tolist() == [two, 0, one, 0]


def test_an_archive_without_families_has_no_numbers(connection: sqlite3.Connection) -> None:
    assert read_family_numbers(connection).of(np.array([1, 2])).tolist() == [0, 0]


def test_the_largest_families_are_listed_first(connection: sqlite3.Connection, articles: list[int]) -> None:
    one, two, three, four, five, _six = articles
    rows = [member(one, one), member(two, one), member(three, three), member(four, three), member(five, three)]
    sync_members(connection, rows)
    assert list_sizes(connection, limit=5, offset=0) == [FamilySize(three, 3), FamilySize(one, 2)]
    assert list_sizes(connection, limit=1, offset=1) == [FamilySize(one, 2)]
    assert count_families(connection) == FamilyCounts(families=2, members=5)
    assert (family_of(connection, five), family_of(connection, 99)) == (three, None)
    assert [row.article for row in members_of(connection, one)] == [one, two]


def test_a_member_goes_with_its_article(connection: sqlite3.Connection, articles: list[int]) -> None:
    sync_members(connection, [member(articles[0], articles[0]), member(articles[1], articles[0])])
    delete_articles(connection, [articles[0]])
    assert [row.article for row in read_members(connection)] == [articles[1]]


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("update family_numbers set articles = x'0102'", id="half a number"),
        pytest.param("update family_numbers set families = x''", id="another length"),
        pytest.param("update family_numbers set families = 'texte'", id="no bytes"),
    ],
)
def test_a_damaged_row_is_an_error_of_the_records(
    connection: sqlite3.Connection, articles: list[int], statement: str
) -> None:
    sync_members(connection, [member(articles[0], articles[0]), member(articles[1], articles[0])])
    connection.execute(statement)
    with pytest.raises(sqlite3.DataError, match="rebuild"):
        read_family_numbers(connection)


def test_a_relation_that_is_none_is_an_error_of_the_records(
    connection: sqlite3.Connection, articles: list[int]
) -> None:
    sync_members(connection, [member(articles[0], articles[0]), member(articles[1], articles[0])])
    connection.execute("update family_members set relation = 'cousin'")
    with pytest.raises(sqlite3.DataError, match="rebuild"):
        read_members(connection)
