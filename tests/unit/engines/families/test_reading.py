"""Families are listed with their members, and two members are compared."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from sqlite3 import Connection

import pytest
from families.dispatches import make_dispatch

from archive_search import Archive
from archive_search.engines.families.reading import compare_articles, list_families, read_family
from archive_search.family_records import Relation, SegmentKind
from archive_search.store.articles import number_of
from archive_search.store.connecting import open_reader

DAY = date(2015, 9, 18)
FIRST = make_dispatch("a", range(6), title="Un pont rouvre", date=DAY, time="09:00", source="Agence")
REPRINT = make_dispatch("b", range(5), date=DAY, time="12:00", source="Le Lien")
UNDATED = make_dispatch("0", range(6), source="La Vigie")
PAIR = [make_dispatch("c", range(20, 26), date=DAY), make_dispatch("d", range(20, 26), date=DAY)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("familles") / "archive"
    with Archive.create(folder) as archive:
        archive.add_articles([*PAIR, UNDATED, REPRINT, FIRST, make_dispatch("seul", range(40, 46))])
    return folder


@pytest.fixture
def connection(folder: Path) -> Iterator[Connection]:
    with closing(open_reader(folder)) as connection:
        yield connection


def number(connection: Connection, article_id: str) -> int:
    found = number_of(connection, article_id)
    assert found is not None
    return found


@pytest.mark.parametrize("member", ["a", "b", "0"])
def test_a_family_is_read_by_any_of_its_members(connection: Connection, member: str) -> None:
    family = read_family(connection, number(connection, member))
    assert family is not None
    assert (family.id, [each.id for each in family.members]) == ("a", ["a", "b", "0"])


def test_members_tell_who_published_them_and_what_they_changed(connection: Connection) -> None:
    family = read_family(connection, number(connection, "a"))
    assert family is not None
    first, reprint, _undated = family.members
    assert (first.heading, first.source, first.time, first.relation) == (
        "Un pont rouvre",
        "Agence",
        "09:00",
        Relation.FIRST,
    )
    assert (first.nearest, first.shared, first.added, first.dropped) == (None, 1.0, 0, 0)
    assert (reprint.source, reprint.relation, reprint.nearest) == ("Le Lien", Relation.REPRINT, "a")
    assert (reprint.shared, reprint.added, reprint.dropped) == (1.0, 0, 17)


def test_an_article_without_family_has_none(connection: Connection) -> None:
    assert read_family(connection, number(connection, "seul")) is None
    assert read_family(connection, 9999) is None


def test_the_largest_family_is_listed_first(connection: Connection) -> None:
    found = list_families(connection, limit=10)
    assert (found.total, [family.id for family in found.families]) == (2, ["a", "c"])


def test_a_list_may_begin_further_on(connection: Connection) -> None:
    found = list_families(connection, limit=1, offset=1)
    assert (found.total, [family.id for family in found.families]) == (2, ["c"])


def test_two_members_are_compared_by_their_words() -> None:
    kinds = [segment.kind for row in compare_articles(FIRST, REPRINT).paragraphs for segment in row.segments]
    assert kinds == [SegmentKind.SAME] * 5 + [SegmentKind.DROPPED]
