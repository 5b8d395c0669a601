"""Frames, and the dictionary that an archive learns."""

import sqlite3
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import zstandard
from engines.articles import TOWNS, make_article

from archive_search.records import Article
from archive_search.store.articles import delete_articles, fetch_articles, insert_article, iterate_articles
from archive_search.store.compression import (
    FEWEST_ARTICLES,
    LEARNING_ARTICLES,
    compress,
    current_dictionary,
    decompress,
    learn_dictionary,
)
from archive_search.store.connecting import open_reader, open_writer
from archive_search.store.schema import create_tables

DATA = b"Le bac de Doriac ne passe plus depuis lundi." * 3


def dispatch(rank: int) -> Article:
    """Make an article that differs from the others as dispatches of one desk do."""
    town, other = TOWNS[rank % len(TOWNS)], TOWNS[rank // 7 % len(TOWNS)]
    text = f"La mairie de {town} a voté {rank * 31} euros pour la digue n° {rank * 17 % 1009} qui la sépare de {other}."
    return make_article(f"a{rank}", text, f"« Il était temps », dit {other} à {town}, {rank * 13} voix contre {rank}.")


def insert(connection: sqlite3.Connection, articles: Iterable[Article]) -> list[int]:
    connection.execute("begin")
    numbers = [insert_article(connection, article, file=None) for article in articles]
    connection.execute("commit")
    return numbers


def uncovered(connection: sqlite3.Connection) -> int:
    (count,) = connection.execute("select count(*) from texts where dictionary = 0").fetchone()
    return int(count)


def test_a_small_archive_has_no_dictionary(connection: sqlite3.Connection) -> None:
    insert(connection, map(dispatch, range(LEARNING_ARTICLES - 1)))
    assert (current_dictionary(connection), uncovered(connection)) == (0, LEARNING_ARTICLES - 1)


def test_a_large_archive_is_compressed_by_its_own_dictionary(connection: sqlite3.Connection) -> None:
    articles = [dispatch(rank) for rank in range(LEARNING_ARTICLES + 20)]
    insert(connection, articles)
    assert uncovered(connection) == 0
    assert [article for _number, article in iterate_articles(connection)] == articles


def test_a_dictionary_makes_texts_smaller(connection: sqlite3.Connection) -> None:
    insert(connection, map(dispatch, range(LEARNING_ARTICLES)))
    dictionary = current_dictionary(connection)
    data = b" ".join(paragraph.text.encode() for paragraph in dispatch(5000).paragraphs)
    assert 2 * len(compress(connection, data, dictionary=dictionary)) < len(compress(connection, data, dictionary=0))


def test_what_is_learnt_is_dropped_with_its_transaction(connection: sqlite3.Connection) -> None:
    insert(connection, map(dispatch, range(LEARNING_ARTICLES - 1)))
    connection.execute("begin")
    insert_article(connection, dispatch(LEARNING_ARTICLES), file=None)
    assert current_dictionary(connection) != 0
    connection.execute("rollback")
    assert (current_dictionary(connection), uncovered(connection)) == (0, LEARNING_ARTICLES - 1)


def test_two_archives_with_dictionaries_of_their_own_are_read_together(tmp_path: Path) -> None:
    connections = []
    for name, first in (("un", 0), ("deux", 70_000)):
        (tmp_path / name).mkdir()
        connection = open_writer(tmp_path / name)
        create_tables(connection)
        insert(connection, map(dispatch, range(first, first + LEARNING_ARTICLES)))
        connections.append(connection)
    assert current_dictionary(connections[0]) != current_dictionary(connections[1])
    assert [fetch_articles(connection, [7]) for connection in connections] == [[dispatch(6)], [dispatch(70_006)]]
    for connection in connections:
        connection.close()


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(["x"] * FEWEST_ARTICLES, id="uniform"),
        pytest.param([f"Voix {rank}." for rank in range(FEWEST_ARTICLES - 1)], id="few"),
    ],
)
def test_nothing_is_lost_where_there_is_little_to_learn(connection: sqlite3.Connection, texts: list[str]) -> None:
    articles = [make_article(f"a{rank}", text) for rank, text in enumerate(texts)]
    insert(connection, articles)
    learn_dictionary(connection)
    assert [article for _number, article in iterate_articles(connection)] == articles


def test_a_damaged_text_is_not_learnt_from(connection: sqlite3.Connection) -> None:
    (first, *_) = insert(connection, map(dispatch, range(LEARNING_ARTICLES - 1)))
    connection.execute("update texts set body = substr(body, 1, 9) where article = ?", (first,))
    with pytest.raises(sqlite3.DataError, match=f"fiche {first}"):
        insert_article(connection, dispatch(LEARNING_ARTICLES), file=None)


def test_an_archive_that_lost_nearly_all_articles_does_not_learn_from_the_rest(connection: sqlite3.Connection) -> None:
    numbers = insert(connection, map(dispatch, range(LEARNING_ARTICLES - 1)))
    delete_articles(connection, numbers[:900])
    insert(connection, [dispatch(LEARNING_ARTICLES)])
    assert current_dictionary(connection) == 0


@pytest.mark.parametrize(
    "damage",
    [
        "delete from dictionaries",
        "update dictionaries set content = cast(x'00' || substr(content, 2) as blob)",
        "update dictionaries set content = 'texte'",
        "update dictionaries set number = number + 1",
    ],
)
def test_a_damaged_dictionary_is_an_error_of_the_database(
    tmp_path: Path, connection: sqlite3.Connection, damage: str
) -> None:
    (*_, number) = insert(connection, map(dispatch, range(90_000, 90_000 + LEARNING_ARTICLES)))
    connection.execute(damage)
    reader = open_reader(tmp_path)
    # A thread of its own has nothing prepared yet, as another process would have.
    with ThreadPoolExecutor(1) as other, pytest.raises(sqlite3.DataError):
        other.submit(fetch_articles, reader, [number]).result()
    reader.close()


@pytest.mark.parametrize("claimed", [0xFFFF_FFFF, 1 << 30, 1 << 24])
def test_a_frame_that_claims_to_fill_the_memory_is_refused(connection: sqlite3.Connection, claimed: int) -> None:
    size = 1 << 20
    frame = zstandard.ZstdCompressor().compress(b"\0" * size)
    claiming = frame.replace(size.to_bytes(4, "little"), claimed.to_bytes(4, "little"), 1)
    assert zstandard.frame_content_size(claiming) == claimed
    with pytest.raises(ValueError, match="xb5/"):
        decompress(connection, claiming, dictionary=0)


@pytest.mark.parametrize("size", [0, 1, 1 << 12, 1 << 17, 1 << 20, 40_000_000])
def test_the_most_uniform_text_comes_back(connection: sqlite3.Connection, size: int) -> None:
    data = b"a" * size
    assert decompress(connection, compress(connection, data, dictionary=0), dictionary=0) == data


@pytest.mark.parametrize("place", range(0, 60, 3))
def test_a_changed_byte_of_a_frame_raises_nothing_else_than_a_value_error(
    connection: sqlite3.Connection, place: int
) -> None:
    frame = bytearray(compress(connection, DATA, dictionary=0))
    frame[place % len(frame)] ^= 0x55
    try:
        decompress(connection, bytes(frame), dictionary=0)
    except ValueError:
        return


def test_a_frame_without_its_size_is_refused(connection: sqlite3.Connection) -> None:
    frame = zstandard.ZstdCompressor(write_content_size=False).compress(DATA)
    with pytest.raises(ValueError, match="xb5/"):
        decompress(connection, frame, dictionary=0)
