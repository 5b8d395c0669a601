"""What is stored of an article is what comes back."""

import sqlite3
from dataclasses import replace
from datetime import date as Date

import pytest
from engines.articles import make_article
from hypothesis import given
from hypothesis import strategies as st

from archive_search.records import Article, Kind, Paragraph, RemovedText
from archive_search.store.articles import (
    article_digest,
    delete_articles,
    fetch_articles,
    insert_article,
    iterate_articles,
    iterate_digests,
    iterate_paragraph_counts,
    number_of,
    numbers_with_text,
    numbers_with_value,
)
from archive_search.store.schema import create_tables

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=10)
OPTIONAL = st.none() | TEXT
ARTICLES = st.builds(
    Article,
    id=TEXT,
    id_derived=st.booleans(),
    title=OPTIONAL,
    date=st.none() | st.dates(),
    date_reason=OPTIONAL,
    time=OPTIONAL,
    source=OPTIONAL,
    agency=OPTIONAL,
    section=OPTIONAL,
    authors=st.lists(TEXT, max_size=2).map(tuple),
    language=OPTIONAL,
    url=OPTIONAL,
    path=OPTIONAL,
    paragraphs=st.lists(st.tuples(st.sampled_from(Kind), TEXT), max_size=3).map(
        lambda pairs: tuple(Paragraph(number=n, kind=kind, text=text) for n, (kind, text) in enumerate(pairs, 1))
    ),
    removed=st.lists(st.builds(RemovedText, after=st.integers(0, 9), rule=TEXT, text=TEXT), max_size=2).map(tuple),
)


@given(ARTICLES)
def test_an_article_comes_back_as_it_was_stored(article: Article) -> None:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    create_tables(connection)
    number = insert_article(connection, article, file=None)
    assert fetch_articles(connection, [number]) == [article]
    assert list(iterate_digests(connection)) == [(number, article_digest(article))]
    assert list(iterate_paragraph_counts(connection)) == [(number, len(article.paragraphs))]
    connection.close()


@given(ARTICLES, TEXT, OPTIONAL)
def test_the_digest_ignores_the_id_and_the_path_only(article: Article, text: str, path: str | None) -> None:
    assert article_digest(replace(article, id=text, path=path)) == article_digest(article)
    assert article_digest(replace(article, title=f"{article.title} {text}")) != article_digest(article)


@given(ARTICLES, ARTICLES)
def test_articles_that_differ_have_different_digests(one: Article, other: Article) -> None:
    is_same = replace(one, id="", path=None) == replace(other, id="", path=None)
    assert (article_digest(one) == article_digest(other)) == is_same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"title": "ab", "source": "c"}, {"title": "a", "source": "bc"}),
        ({"title": "a", "section": None}, {"title": None, "section": "a"}),
        ({"title": ""}, {"title": None}),
        ({"title": "-"}, {"title": None}),
        ({"title": "1:a", "time": "b"}, {"title": "1", "time": "a1:b"}),
        ({"authors": ("a", "b")}, {"authors": ('a", "b',)}),
        ({"date": Date(2015, 9, 18)}, {"date_reason": "2015-09-18"}),
        ({"id_derived": True}, {"id_derived": False}),
        ({"url": "a"}, {"language": "a"}),
    ],
)
def test_a_value_in_another_place_changes_the_digest(one: dict[str, object], other: dict[str, object]) -> None:
    assert article_digest(make_article("a", **one)) != article_digest(make_article("a", **other))


def store(connection: sqlite3.Connection, *articles: Article) -> list[int]:
    return [insert_article(connection, article, file=None) for article in articles]


def test_articles_come_in_the_order_asked(connection: sqlite3.Connection) -> None:
    numbers = store(connection, *map(make_article, "abc"))
    assert [article.id for article in fetch_articles(connection, numbers[::-1])] == ["c", "b", "a"]
    assert [article.id for _number, article in iterate_articles(connection)] == ["a", "b", "c"]


def test_more_articles_than_are_held_at_a_time_are_walked_in_order(connection: sqlite3.Connection) -> None:
    numbers = store(connection, *(make_article(f"a{rank}") for rank in range(450)))
    walked = [(number, article.id) for number, article in iterate_articles(connection)]
    assert walked == [(number, f"a{rank}") for rank, number in enumerate(numbers)]


def test_a_number_is_never_given_twice(connection: sqlite3.Connection) -> None:
    (before,) = store(connection, make_article("a"))
    delete_articles(connection, [before])
    (after,) = store(connection, make_article("a"))
    assert after > before


def test_deleting_an_article_deletes_all_of_it(connection: sqlite3.Connection) -> None:
    article = replace(make_article("a"), removed=(RemovedText(after=0, rule="r", text="t"),))
    delete_articles(connection, store(connection, article))
    assert connection.execute("select count(*) from texts").fetchone() == (0,)
    assert number_of(connection, "a") is None


@pytest.mark.parametrize("article_id", ["b", "", "\ud800"], ids=ascii)
def test_an_unknown_id_has_no_number(connection: sqlite3.Connection, article_id: str) -> None:
    store(connection, make_article("a"))
    assert number_of(connection, article_id) is None


@pytest.mark.parametrize(
    "damage",
    [
        "delete from articles",
        "update articles set title = x'ff'",
        "update articles set date = '2015-13-45'",
        "update articles set authors = '['",
        "update articles set authors = 'null'",
        "update articles set authors = '[7]'",
        pytest.param(f"update articles set authors = '{'[' * 9999}'", id="authors too deep"),
        "update articles set id = x'ff'",
        "delete from texts",
        "update texts set body = x'ff'",
        "update texts set body = ''",
        "update texts set body = 'texte'",
        "update texts set body = 7",
        "update texts set body = substr(body, 1, 40)",
        "update texts set body = x'28b52ffd0000'",
        "update texts set dictionary = 1",
        "update texts set dictionary = 'un'",
    ],
)
def test_a_row_that_is_no_article_is_an_error_of_the_database(connection: sqlite3.Connection, damage: str) -> None:
    numbers = store(connection, make_article("a", title="Le pont", date=Date(2015, 9, 18)))
    connection.execute(damage)
    with pytest.raises(sqlite3.DatabaseError):
        fetch_articles(connection, numbers)


def test_articles_are_found_by_author_and_language(connection: sqlite3.Connection) -> None:
    first, second = store(
        connection,
        make_article("a", authors=("Ève Mauduit", "Luc Orbaz"), language="fr"),
        make_article("b", authors=("Luc Orbaz",), language="br"),
    )
    assert numbers_with_value(connection, "author", lambda value: "Mauduit" in value) == [first]
    assert numbers_with_value(connection, "author", lambda value: "Orbaz" in value) == [first, second]
    assert numbers_with_value(connection, "language", lambda value: value == "br") == [second]


@pytest.mark.parametrize("authors", ["[", "null", "[7]", "7"])
def test_a_search_by_author_finds_damage(connection: sqlite3.Connection, authors: str) -> None:
    store(connection, make_article("a"))
    connection.execute("update articles set authors = ?", (authors,))
    with pytest.raises(sqlite3.DataError, match="auteurs"):
        numbers_with_value(connection, "author", lambda _value: True)


def test_articles_are_found_by_a_piece_of_their_text(connection: sqlite3.Connection) -> None:
    numbers = [
        insert_article(connection, make_article(each, f"Le pont d'{each} rouvre."), file=None)
        for each in ("Ébly", "Orne")
    ]
    assert numbers_with_text(connection, ["Ébly"]) == numbers[:1]
    assert numbers_with_text(connection, ["pont", "Orne"]) == numbers
    assert numbers_with_text(connection, ["EBLY"]) == []
