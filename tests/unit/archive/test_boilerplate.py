import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from engines.articles import make_article

from archive_search.archive import boilerplate
from archive_search.archive.boilerplate import Boilerplate
from archive_search.records import Article
from archive_search.store.articles import insert_article
from archive_search.store.connecting import open_writer
from archive_search.store.schema import create_tables

NOTICE = "Retrouvez toutes nos enquêtes et les reportages de la vallée dans notre lettre du matin."
MOTTO = "L'Écho est le premier journal de la vallée depuis plus de cent ans."


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    connection = open_writer(tmp_path)
    create_tables(connection)
    connection.execute("begin immediate")
    yield connection
    connection.close()


def article(number: int, *, source: str | None = "Écho") -> Article:
    news = f"Le pont numéro {number} rouvre lundi à la circulation après de longs travaux."
    return make_article(f"{number}", news, NOTICE, title=f"Pont {number}", source=source)


def bring_in(connection: sqlite3.Connection, articles: Iterator[Article], known: Boilerplate) -> list[Article]:
    """Store articles as a run does, and give them as they were stored."""
    stored = []
    for each in articles:
        stored.append(known.clean(each))
        insert_article(connection, stored[-1], file=None)
        known.note(stored[-1])
    return stored


def revise(known: Boilerplate, *, most: int) -> list[Article]:
    return [cleaned for cleaned, _file in known.find_revised(most=most)]


def test_articles_are_freed_of_what_is_repeated_as_soon_as_it_is_known(connection: sqlite3.Connection) -> None:
    stored = bring_in(connection, map(article, range(40)), Boilerplate(connection))
    assert [len(each.paragraphs) for each in stored[:20]] == [2] * 20
    assert len(stored[-1].paragraphs) == 1
    assert [removed.text for removed in stored[-1].removed] == [NOTICE]


def test_articles_stored_before_are_revised(connection: sqlite3.Connection) -> None:
    known = Boilerplate(connection)
    stored = bring_in(connection, map(article, range(40)), known)
    before = [each.id for each in stored if len(each.paragraphs) == 2]
    revised = revise(known, most=1000)
    assert [each.id for each in revised] == before
    assert all(len(each.paragraphs) == 1 for each in revised)
    assert revise(known, most=1000) == []


def test_what_is_known_to_be_repeated_is_found_out_once(connection: sqlite3.Connection) -> None:
    known = Boilerplate(connection)
    bring_in(connection, map(article, range(40)), known)
    revise(known, most=1000)
    for number in range(40, 120):
        known.note(article(number))
    assert revise(known, most=1000) == []


def test_what_a_known_passage_hid_is_found_out_next(connection: sqlite3.Connection) -> None:
    def two_notices(number: int) -> Article:
        news = f"Le pont numéro {number} rouvre lundi à la circulation après de longs travaux."
        return make_article(f"{number}", f"{news} {MOTTO}", NOTICE, title=f"Pont {number}", source="Écho")

    known = Boilerplate(connection)
    bring_in(connection, map(two_notices, range(80)), known)
    assert known.clean(two_notices(99)).paragraphs[0].text.endswith("travaux.")


def test_a_revision_is_cut_into_runs(connection: sqlite3.Connection) -> None:
    known = Boilerplate(connection)
    bring_in(connection, map(article, range(40)), known)
    first = revise(known, most=5)
    rest = revise(Boilerplate(connection), most=1000)
    assert [each.id for each in first] == ["0", "1", "2", "3", "4"]
    assert rest[0].id == "5"


def test_the_file_of_a_revised_article_is_told(connection: sqlite3.Connection) -> None:
    known = Boilerplate(connection)
    connection.execute("insert into files (number, path, digest, complete) values (3, 'a', x'00', 1)")
    insert_article(connection, article(99), file=3)
    bring_in(connection, map(article, range(40)), known)
    assert next(known.find_revised())[1] == 3


def test_what_was_learnt_is_kept_for_the_next_run(connection: sqlite3.Connection) -> None:
    known = Boilerplate(connection)
    bring_in(connection, map(article, range(15)), known)
    known.save()
    stored = bring_in(connection, map(article, range(15, 40)), Boilerplate(connection))
    assert len(stored[-1].paragraphs) == 1
    assert Boilerplate(connection).clean(article(50)) != article(50)


def test_a_source_learns_nothing_from_another(connection: sqlite3.Connection) -> None:
    known = Boilerplate(connection)
    bring_in(connection, map(article, range(40)), known)
    other = article(50, source="Voix")
    assert known.clean(other) is other


def test_articles_without_a_source_are_counted_together(connection: sqlite3.Connection) -> None:
    known = Boilerplate(connection)
    bring_in(connection, (article(number, source=None) for number in range(40)), known)
    assert len(known.clean(article(50, source=None)).paragraphs) == 1


def test_counts_that_take_too_much_room_are_written_and_read_again(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(boilerplate, "MOST_COUNTS_HELD", 5)
    known = Boilerplate(connection)
    for number in range(40):
        known.note(article(number))
        known.note(article(number, source="Voix"))
    assert len(known.clean(article(50)).paragraphs) == 1
    assert len(known.clean(article(50, source="Voix")).paragraphs) == 1
