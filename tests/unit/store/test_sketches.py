"""Sketches wait until they were compared; damaged ones are errors of the records."""

import sqlite3
from datetime import date

import numpy as np
import pytest

from archive_search.family_records import Relation
from archive_search.records import Article, Kind, Paragraph
from archive_search.store.articles import delete_articles, insert_article
from archive_search.store.families import MemberRow, sync_members
from archive_search.store.sketches import (
    PublicationRow,
    ResemblanceRow,
    SketchRow,
    add_resemblances,
    compare_again,
    forget_families,
    iterate_publications,
    iterate_sketches,
    note_compared,
    read_resemblances,
    sketches_of,
    uncompared,
    unsketched,
    write_sketches,
)

HASHES = np.array([3, 2**32 - 1], np.uint32)


@pytest.fixture
def articles(connection: sqlite3.Connection) -> list[int]:
    paragraph = Paragraph(number=1, kind=Kind.BODY, text="Le pont rouvre.")
    day = date(2015, 9, 18)
    return [
        insert_article(connection, Article(id=name, date=day, paragraphs=(paragraph,), identifiers=("n1",)), file=None)
        for name in "abc"
    ]


def test_articles_wait_for_a_sketch_and_then_to_be_compared(
    connection: sqlite3.Connection, articles: list[int]
) -> None:
    assert unsketched(connection) == articles
    write_sketches(connection, [SketchRow(articles[0], 3, HASHES)])
    assert (unsketched(connection), uncompared(connection)) == (articles[1:], articles[:1])
    note_compared(connection)
    assert uncompared(connection) == []


def test_those_who_lose_a_member_of_their_family_are_compared_again(
    connection: sqlite3.Connection, articles: list[int]
) -> None:
    write_sketches(connection, [SketchRow(number, 3, HASHES) for number in articles])
    note_compared(connection)
    one, two, _three = articles
    rows = [MemberRow(one, one, None, Relation.FIRST, 1, 0, 0), MemberRow(two, one, one, Relation.REPRINT, 1, 0, 0)]
    sync_members(connection, rows)
    compare_again(connection, [one])
    delete_articles(connection, [one])
    assert uncompared(connection) == [two]


def test_sketches_are_read_as_written(connection: sqlite3.Connection, articles: list[int]) -> None:
    write_sketches(connection, [SketchRow(number, 3, HASHES) for number in articles])
    [rows] = iterate_sketches(connection)
    assert [(number, sketch.tolist()) for number, sketch in rows] == [(each, HASHES.tolist()) for each in articles]
    assert [sketch.tolist() for sketch in sketches_of(connection, articles[1:2])] == [HASHES.tolist()]


def test_publications_are_those_of_articles_with_sketches(connection: sqlite3.Connection, articles: list[int]) -> None:
    write_sketches(connection, [SketchRow(articles[0], 3, HASHES)])
    [found] = iterate_publications(connection, articles)
    assert found == PublicationRow(articles[0], "a", 3, date(2015, 9, 18), None, None, None, ("n1",))


def test_a_resemblance_goes_with_either_article(connection: sqlite3.Connection, articles: list[int]) -> None:
    one, two, three = articles
    rows = [ResemblanceRow(one, two, 3, 3), ResemblanceRow(two, three, 3, 3), ResemblanceRow(one, three, 2, 2)]
    add_resemblances(connection, rows)
    delete_articles(connection, [two])
    assert read_resemblances(connection) == [ResemblanceRow(one, three, 2, 2)]


def test_a_pair_compared_again_has_the_last_count(connection: sqlite3.Connection, articles: list[int]) -> None:
    one, two, _three = articles
    add_resemblances(connection, [ResemblanceRow(one, two, 3, 3)])
    add_resemblances(connection, [ResemblanceRow(one, two, 2, 1)])
    assert read_resemblances(connection) == [ResemblanceRow(one, two, 2, 1)]


def test_what_is_forgotten_is_found_anew(connection: sqlite3.Connection, articles: list[int]) -> None:
    write_sketches(connection, [SketchRow(number, 3, HASHES) for number in articles])
    forget_families(connection)
    assert unsketched(connection) == articles


def test_a_damaged_sketch_is_an_error_of_the_records(connection: sqlite3.Connection, articles: list[int]) -> None:
    write_sketches(connection, [SketchRow(articles[0], 3, HASHES)])
    connection.execute("update sketches set hashes = x'01'")
    with pytest.raises(sqlite3.DataError, match="rebuild"):
        list(iterate_sketches(connection))


@pytest.mark.parametrize("statement", ["update articles set date = 'hier'", "update articles set identifiers = '{'"])
def test_a_damaged_record_is_an_error_of_the_records(
    connection: sqlite3.Connection, articles: list[int], statement: str
) -> None:
    write_sketches(connection, [SketchRow(articles[0], 3, HASHES)])
    connection.execute(statement)
    with pytest.raises(sqlite3.DataError, match="illisible"):
        list(iterate_publications(connection, articles))
