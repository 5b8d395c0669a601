"""Read the families of one commit of an archive.

`list_families` gives what a list of families shows, `read_family` one family with what each member changed, and
`compare_articles` the words in which two members differ. Which of the articles found belong together is asked of
`archive_search.store.families.read_family_numbers`.
"""

import sqlite3
from typing import NamedTuple

from archive_search.families.publications import Publication, order_of
from archive_search.family_records import Comparison, Family, FamilyMember
from archive_search.records import Article
from archive_search.store.articles import fetch_articles
from archive_search.store.families import MemberRow, count_families, family_of, list_sizes, members_of


class FamilyList(NamedTuple):
    """Hold some of the families of an archive, the largest first, and how many there are in all."""

    total: int
    families: tuple[Family, ...]


def list_families(connection: sqlite3.Connection, *, limit: int, offset: int = 0) -> FamilyList:
    """List families with all their members, the largest first and, among equals, the oldest in the archive first.

    Args:
        connection: Reader's connection.
        limit: Most families wanted.
        offset: Families to skip.

    Raises:
        sqlite3.DataError: A record cannot be read.
    """
    sizes = list_sizes(connection, limit=limit, offset=offset)
    families = [_family_of(connection, members_of(connection, size.family)) for size in sizes]
    return FamilyList(count_families(connection).families, tuple(families))


def read_family(connection: sqlite3.Connection, number: int) -> Family | None:
    """Give the family of an article, any of its members, by the article's number; None when it has none.

    Raises:
        sqlite3.DataError: A record cannot be read.
    """
    family = family_of(connection, number)
    return None if family is None else _family_of(connection, members_of(connection, family))


def compare_articles(first: Article, second: Article) -> Comparison:
    """Compare two articles word by word, paragraph by paragraph, title and captions included."""
    # Imported here: few commands compare, and rapidfuzz takes a moment to load.
    from archive_search.families.differences import compare_articles as compare

    return compare(first, second)


def _family_of(connection: sqlite3.Connection, rows: list[MemberRow]) -> Family:
    numbers = [row.article for row in rows]
    articles = dict(zip(numbers, fetch_articles(connection, numbers), strict=True))
    ids = {number: article.id for number, article in articles.items()}
    ordered = sorted(rows, key=lambda row: order_of(_publication(row, articles[row.article])))
    return Family(
        id=ids[ordered[0].article], members=tuple(_member(row, articles[row.article], ids) for row in ordered)
    )


def _publication(row: MemberRow, article: Article) -> Publication:
    return Publication(number=row.article, id=article.id, words=0, date=article.date, time=article.time)


def _member(row: MemberRow, article: Article, ids: dict[int, str]) -> FamilyMember:
    return FamilyMember(
        id=article.id,
        heading=article.heading,
        source=article.source,
        agency=article.agency,
        date=article.date,
        time=article.time,
        relation=row.relation,
        nearest=None if row.nearest is None else ids.get(row.nearest),
        shared=row.shared,
        added=row.added,
        dropped=row.dropped,
    )
