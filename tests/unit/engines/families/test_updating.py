"""Families follow the articles at each commit, and are the same whichever way the archive came about."""

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from families.dispatches import make_dispatch
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search import Archive
from archive_search.engines.families.updating import RULES_VERSION
from archive_search.engines.local_writing import LocalWriter
from archive_search.family_records import Relation
from archive_search.records import Article
from archive_search.store.articles import number_of
from archive_search.store.commits import read_state, write_state
from archive_search.store.connecting import RECORDS_NAME, open_reader
from archive_search.store.families import read_members
from archive_search.store.family_numbers import read_family_numbers
from engines.articles import make_article

DAY = date(2015, 9, 18)
DISPATCH = make_dispatch("depeche", range(6), date=DAY, time="09:00", source="Agence", agency="Agence")
REPRINT = make_dispatch("reprise", range(5), date=DAY, time="12:00", source="Le Lien", agency="Agence")
UPDATE = make_dispatch("version", range(9), date=DAY, time="10:00", source="Agence", agency="Agence")
OTHER = make_dispatch("autre", range(20, 26), date=DAY)

Families = dict[str, tuple[str, str | None, Relation]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Archive.create(tmp_path / "archive") as archive:
        archive.add_articles([DISPATCH, REPRINT, UPDATE, OTHER])
    return tmp_path / "archive"


def families_in(folder: Path) -> Families:
    """Give family, nearest member and relation of each member, having checked that searches see the same."""
    with closing(open_reader(folder)) as connection:
        ids = dict(connection.execute("select number, id from articles"))
        members = read_members(connection)
        numbers = read_family_numbers(connection)
        assert [(row.article, row.family) for row in members] == list(zip(*map(list, numbers), strict=True))
        return {
            ids[row.article]: (ids[row.family], None if row.nearest is None else ids[row.nearest], row.relation)
            for row in members
        }


def build(folder: Path, articles: list[Article]) -> Families:
    with Archive.create(folder) as archive:
        archive.add_articles(articles)
    return families_in(folder)


def test_versions_and_reprints_are_grouped(folder: Path) -> None:
    assert families_in(folder) == {
        "depeche": ("depeche", None, Relation.FIRST),
        "version": ("depeche", "depeche", Relation.UPDATE),
        "reprise": ("depeche", "depeche", Relation.REPRINT),
    }


def test_words_are_counted_against_the_first_publication(folder: Path) -> None:
    with closing(open_reader(folder)) as connection:
        counts = {row.article: (row.shared, row.added, row.dropped) for row in read_members(connection)}
        assert counts[number_of(connection, "reprise") or 0] == (1.0, 0, 17)
        assert counts[number_of(connection, "version") or 0] == (6 / 9, 51, 0)


def test_a_member_added_later_joins_the_family(folder: Path) -> None:
    with Archive.open(folder) as archive:
        archive.add_articles([make_dispatch("extrait", range(2), date=DAY, time="18:00")])
    assert families_in(folder)["extrait"] == ("depeche", "reprise", Relation.EXTRACT)


def test_without_its_first_publication_a_family_has_another(folder: Path) -> None:
    with Archive.open(folder) as archive:
        archive.remove(["depeche"])
    assert families_in(folder) == {
        "version": ("version", None, Relation.FIRST),
        "reprise": ("version", "version", Relation.REPRINT),
    }


def test_a_first_publication_that_is_replaced_by_another_text_leaves_its_family(folder: Path) -> None:
    with Archive.open(folder) as archive:
        archive.add_articles([make_dispatch("depeche", range(40, 46), date=DAY, time="09:00")])
    assert set(families_in(folder)) == {"version", "reprise"}


def test_a_first_publication_that_is_replaced_by_its_like_keeps_its_family(folder: Path) -> None:
    before = families_in(folder)
    with Archive.open(folder) as archive:
        archive.add_articles([make_dispatch("depeche", range(6), date=DAY, time="09:01", source="Agence")])
    assert {article: row[:2] for article, row in families_in(folder).items()} == {
        article: row[:2] for article, row in before.items()
    }


def test_a_family_of_one_is_none(folder: Path) -> None:
    with Archive.open(folder) as archive:
        archive.remove(["depeche", "reprise"])
    assert families_in(folder) == {}


def test_rebuilding_finds_the_same_families(folder: Path) -> None:
    before = families_in(folder)
    with closing(sqlite3.connect(folder / RECORDS_NAME)) as connection, connection:
        connection.execute("delete from family_members")
        connection.execute("update sketches set hashes = x'01'")
    with Archive.open(folder) as archive:
        archive.rebuild()
    assert families_in(folder) == before


def test_other_rules_work_out_all_families_afresh(folder: Path) -> None:
    before = families_in(folder)
    with closing(sqlite3.connect(folder / RECORDS_NAME)) as connection, connection:
        write_state(connection, "family_rules", "0")
        connection.execute("delete from resemblances")
    with Archive.open(folder) as archive:
        archive.add_articles([make_article("tout autre")])
    assert families_in(folder) == before


def test_a_commit_without_news_writes_no_families(folder: Path) -> None:
    with LocalWriter(folder) as writer:
        writer.begin()
        changes = writer.connection.total_changes
        writer.add_article(OTHER)
        writer.commit()
        assert read_state(writer.connection, "family_rules") == str(RULES_VERSION)
        statements = writer.connection.total_changes - changes
    assert statements < 10


def test_a_checkpoint_leaves_new_articles_to_the_commit_and_takes_out_those_that_go(folder: Path) -> None:
    with LocalWriter(folder) as writer:
        writer.remove(["depeche"])
        writer.add_article(make_dispatch("copie", range(5), date=DAY))
        writer.checkpoint()
        assert set(families_in(folder)) == {"version", "reprise"}
        writer.begin()
        writer.commit()
    assert set(families_in(folder)) == {"version", "reprise", "copie"}


def test_what_is_rolled_back_leaves_families_as_they_were(folder: Path) -> None:
    before = families_in(folder)
    with LocalWriter(folder) as writer:
        writer.remove(["depeche"])
        writer.add_article(make_dispatch("copie", range(5), date=DAY))
    assert families_in(folder) == before


def test_an_article_replaced_in_the_run_that_brought_it_has_the_family_of_its_last_text(folder: Path) -> None:
    with LocalWriter(folder) as writer:
        writer.add_article(make_dispatch("copie", range(5), date=DAY))
        writer.add_article(make_dispatch("copie", range(40, 45), date=DAY))
        writer.add_article(make_dispatch("autre copie", range(40, 45), date=DAY))
        writer.commit()
    assert families_in(folder)["copie"][0] == families_in(folder)["autre copie"][0] != "depeche"


def test_what_is_rolled_back_is_not_in_the_next_commit(folder: Path) -> None:
    with LocalWriter(folder) as writer:
        writer.add_article(make_dispatch("copie", range(5), date=DAY))
        writer.rollback()
        writer.add_article(make_dispatch("autre copie", range(5), date=DAY))
        writer.commit()
    assert set(families_in(folder)) == {"depeche", "version", "reprise", "autre copie"}


def archive_order(articles: list[Article]) -> st.SearchStrategy[list[Article]]:
    return st.permutations(articles)


@st.composite
def dispatches(draw: st.DrawFn) -> list[Article]:
    """Draw articles of passages from a small stock, so that many share some."""
    stock = st.lists(st.integers(0, 7), min_size=2, max_size=5, unique=True)
    texts = draw(st.lists(stock, min_size=2, max_size=7))
    days = st.one_of(st.none(), st.integers(18, 20).map(lambda day: date(2015, 9, day)))
    sources = st.sampled_from(["Agence", "Le Lien", None])
    return [
        make_dispatch(f"a{rank}", numbers, date=draw(days), source=draw(sources)) for rank, numbers in enumerate(texts)
    ]


@given(dispatches().flatmap(lambda articles: st.tuples(st.just(articles), st.permutations(articles))), st.data())
@settings(max_examples=15)
def test_families_do_not_depend_on_the_way_the_archive_came_about(
    orders: tuple[list[Article], list[Article]], data: st.DataObject
) -> None:
    articles, others = orders
    cut = data.draw(st.integers(0, len(others)))
    gone = data.draw(st.lists(st.sampled_from(others), max_size=3))
    with tempfile.TemporaryDirectory() as folder:
        expected = build(Path(folder) / "one", articles)
        with Archive.create(Path(folder) / "other") as archive:
            archive.add_articles(others[:cut])
            archive.add_articles(others[cut:])
            archive.remove([article.id for article in gone])
            archive.add_articles(gone)
        assert families_in(Path(folder) / "other") == expected


def identical(count: int) -> Iterator[Article]:
    return (make_dispatch(f"a{rank:03}", range(3), date=DAY) for rank in range(count))


def test_a_hundred_copies_are_one_family(tmp_path: Path) -> None:
    families = build(tmp_path / "archive", list(identical(100)))
    assert len(families) == 100
    assert {family for family, _nearest, _relation in families.values()} == {"a000"}


def test_of_a_hundred_copies_those_left_are_one_family(tmp_path: Path) -> None:
    build(tmp_path / "archive", list(identical(100)))
    with Archive.open(tmp_path / "archive") as archive:
        archive.remove([f"a{rank:03}" for rank in range(0, 90)])
    assert {family for family, _nearest, _relation in families_in(tmp_path / "archive").values()} == {"a090"}


def test_articles_that_share_one_sentence_are_no_family(tmp_path: Path) -> None:
    articles = [make_dispatch(f"a{rank}", [0, *range(10 * rank + 1, 10 * rank + 7)], date=DAY) for rank in range(40)]
    assert build(tmp_path / "archive", articles) == {}


@pytest.mark.parametrize(
    "article", [make_article("vide", "…"), make_article("court", "Brève.")], ids=lambda each: each.id
)
def test_articles_without_text_worth_comparing_are_no_family(tmp_path: Path, article: Article) -> None:
    assert build(tmp_path / "archive", [article, OTHER]) == {}
