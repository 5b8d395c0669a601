"""Spellings and names keep their numbers; decisions and acronyms are kept as they were last given."""

import sqlite3

from archive_search.records import Article, EntityType, Kind, Paragraph
from archive_search.store.articles import delete_articles, insert_article
from archive_search.store.cases import add_cases, forget_cases, read_cases
from archive_search.store.recognitions import add_recognitions, find_recognition
from archive_search.store.references import find_dispatch
from archive_search.store.surfaces import (
    Names,
    Surfaces,
    count_acronyms,
    forget_decisions,
    read_decisions,
    write_acronyms,
    write_decisions,
)


def keys(text: str) -> tuple[str, str, str]:
    return text.lower(), "", ""


def insert(connection: sqlite3.Connection, article_id: str, *, url: str | None = None) -> int:
    paragraph = Paragraph(number=1, kind=Kind.BODY, text="Moscou a répondu.")
    return insert_article(connection, Article(id=article_id, url=url, paragraphs=(paragraph,)), file=None)


def test_a_spelling_keeps_its_number(connection: sqlite3.Connection) -> None:
    first = Surfaces(connection, keys)
    numbers = [first.number(text) for text in ("Moscou", "MOSCOU", "Moscou")]
    again = Surfaces(connection, keys)
    assert numbers[0] == numbers[2] != numbers[1]
    assert again.number("Moscou") == numbers[0]
    assert again.texts[numbers[1]] == "MOSCOU"


def test_one_name_may_have_two_types(connection: sqlite3.Connection) -> None:
    names = Names(connection)
    person, place = names.number(EntityType.PERSON, "Washington"), names.number(EntityType.PLACE, "Washington")
    assert person != place
    assert Names(connection).keys == {
        person: (EntityType.PERSON, "Washington"),
        place: (EntityType.PLACE, "Washington"),
    }


def test_a_later_decision_replaces_the_one_before(connection: sqlite3.Connection) -> None:
    key = (1, EntityType.PLACE)
    write_decisions(connection, [(key, EntityType.PERSON)])
    write_decisions(connection, [(key, None)])
    assert read_decisions(connection) == {key: None}
    forget_decisions(connection)
    assert read_decisions(connection) == {}


def test_acronyms_are_counted_by_article_and_go_with_it(connection: sqlite3.Connection) -> None:
    one, other = insert(connection, "a"), insert(connection, "b")
    write_acronyms(connection, one, [("OMM", "Organisation météorologique mondiale")])
    write_acronyms(connection, other, [("OMM", "Organisation météorologique mondiale")])
    assert count_acronyms(connection) == {"OMM": {"Organisation météorologique mondiale": 2}}
    delete_articles(connection, [other])
    assert count_acronyms(connection) == {"OMM": {"Organisation météorologique mondiale": 1}}


def test_counts_of_words_add_up(connection: sqlite3.Connection) -> None:
    add_cases(connection, {"orange": 2}, {"orange": 1, "moscou": 3})
    add_cases(connection, {"orange": 5}, {})
    assert read_cases(connection) == {"orange": (7, 1), "moscou": (0, 3)}
    forget_cases(connection)
    assert read_cases(connection) == {}


def test_what_the_model_saw_is_found_by_its_digest(connection: sqlite3.Connection) -> None:
    add_recognitions(connection, [(b"one", b"spans"), (b"none", b"")])
    add_recognitions(connection, [(b"one", b"others")])
    found = [find_recognition(connection, digest) for digest in (b"one", b"none", b"unknown")]
    assert found == [b"spans", b"", None]


def test_a_dispatch_is_found_by_its_number(connection: sqlite3.Connection) -> None:
    insert(connection, "nL5N1", url=None)
    insert(connection, "autre", url="https://agence.example/depeches/nL5N2.html")
    found = [find_dispatch(connection, number) for number in ("nL5N1", "nL5N2", "nL5N3")]
    assert found == ["nL5N1", "autre", None]
