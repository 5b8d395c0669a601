"""Read and write the dossiers of a desk: named sets of articles that a reader keeps.

Articles are known by their ids alone. One that leaves the archive stays in its dossiers, and is found again when it
comes back.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from archive_search.store.desk.columns import read_moment, read_text, write_moment
from archive_search.store.json_lists import as_json_list

_DOSSIERS = (
    "select number, name, (select count(*) from dossier_articles where dossier = dossiers.number), created, changed"
    " from dossiers"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Dossier:
    """Hold what is known of a dossier.

    Attributes:
        id: Its number, which is never given to another.
        name: Its name.
        articles: How many articles are in it, those included that have left the archive.
        created: When it was made.
        changed: When its name, its articles or their notes last changed.
    """

    id: int
    name: str
    articles: int
    created: datetime
    changed: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class DossierArticle:
    """Hold an article of a dossier.

    Attributes:
        article_id: Id of the article, which may have left the archive.
        added: When it was put into the dossier.
        note: What the reader wrote about it.
        place: Its place among all that was ever put into dossiers, never given twice; None before it is in one.
    """

    article_id: str
    added: datetime
    note: str = ""
    place: int | None = field(default=None, compare=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class RemovedDossier:
    """Hold a dossier that was deleted, and all that it takes to bring it back.

    Attributes:
        dossier: The dossier as it was.
        articles: Its articles, the last added last.
    """

    dossier: Dossier
    articles: tuple[DossierArticle, ...]


def list_dossiers(connection: sqlite3.Connection) -> tuple[Dossier, ...]:
    """List all dossiers, by name."""
    return tuple(map(_read_dossier, connection.execute(f"{_DOSSIERS} order by key")))


def find_dossier(
    connection: sqlite3.Connection, *, number: int | None = None, key: str | None = None
) -> Dossier | None:
    """Look up a dossier by its number, or else by the key of its name."""
    column, value = ("key", key) if number is None else ("number", number)
    row = connection.execute(f"{_DOSSIERS} where {column} = ?", (value,)).fetchone()
    return _read_dossier(row) if row else None


def _read_dossier(row: tuple[int, object, int, object, object]) -> Dossier:
    number, name, articles, created, changed = row
    return Dossier(
        id=number,
        name=read_text(name),
        articles=articles,
        created=read_moment(created),
        changed=read_moment(changed),
    )


def insert_dossier(connection: sqlite3.Connection, name: str, *, key: str, at: datetime) -> int:
    """Make an empty dossier whose key is free, and give its number."""
    moment = write_moment(at)
    number = connection.execute(
        "insert into dossiers (name, key, created, changed) values (?, ?, ?, ?)", (name, key, moment, moment)
    ).lastrowid
    assert number is not None
    return number


def rename_dossier(connection: sqlite3.Connection, number: int, *, name: str, key: str, at: datetime) -> None:
    """Give a dossier another name, whose key is free or its own."""
    connection.execute(
        "update dossiers set name = ?, key = ?, changed = ? where number = ?", (name, key, write_moment(at), number)
    )


def delete_dossier(connection: sqlite3.Connection, number: int) -> None:
    """Delete a dossier with its list of articles."""
    connection.execute("delete from dossiers where number = ?", (number,))


def restore_dossier(connection: sqlite3.Connection, removed: RemovedDossier, *, key: str) -> int:
    """Bring back a deleted dossier whose key is free, under its old number unless it is back already."""
    dossier = removed.dossier
    old_number = dossier.id if find_dossier(connection, number=dossier.id) is None else None
    number = connection.execute(
        "insert into dossiers values (?, ?, ?, ?, ?)",
        (old_number, dossier.name, key, write_moment(dossier.created), write_moment(dossier.changed)),
    ).lastrowid
    assert number is not None
    # Their old places may be those of the same dossier, brought back once already and renamed.
    _insert_articles(connection, number, [replace(each, place=None) for each in removed.articles])
    return number


def list_articles(connection: sqlite3.Connection, dossier: int) -> tuple[DossierArticle, ...]:
    """List the articles of a dossier, by number, the last added last."""
    rows = connection.execute(
        "select number, article, added, note from dossier_articles where dossier = ? order by number", (dossier,)
    )
    return tuple(
        DossierArticle(article_id=read_text(article), added=read_moment(added), note=read_text(note), place=place)
        for place, article, added, note in rows
    )


def add_articles(connection: sqlite3.Connection, dossier: int, article_ids: Sequence[str], *, at: datetime) -> int:
    """Put articles into a dossier, by number, and count those that were not in it."""
    articles = (DossierArticle(article_id=article_id, added=at) for article_id in article_ids)
    return _note_change(connection, dossier, _insert_articles(connection, dossier, articles), at=at)


def restore_articles(
    connection: sqlite3.Connection, dossier: int, articles: Sequence[DossierArticle], *, at: datetime
) -> int:
    """Put articles back into a dossier, by number, with their notes, where they were; count those not in it."""
    return _note_change(connection, dossier, _insert_articles(connection, dossier, articles), at=at)


def _insert_articles(connection: sqlite3.Connection, dossier: int, articles: Iterable[DossierArticle]) -> int:
    """Put articles into a dossier as they are, and count those that were not in it."""
    inserted = connection.executemany(
        "insert into dossier_articles values (?, ?, ?, ?, ?) on conflict do nothing",
        ((each.place, dossier, each.article_id, write_moment(each.added), each.note) for each in articles),
    ).rowcount
    # -1 where there was nothing to insert.
    return max(inserted, 0)


def remove_articles(connection: sqlite3.Connection, dossier: int, article_ids: Sequence[str], *, at: datetime) -> int:
    """Take articles out of a dossier, by number, and count those that were in it."""
    removed = connection.execute(
        "delete from dossier_articles where dossier = ? and article in (select value from json_each(?))",
        (dossier, as_json_list(article_ids)),
    ).rowcount
    return _note_change(connection, dossier, removed, at=at)


def set_note(connection: sqlite3.Connection, dossier: int, article_id: str, *, note: str, at: datetime) -> bool:
    """Write what a reader notes of an article of a dossier, and tell whether it is in it."""
    changed = connection.execute(
        "update dossier_articles set note = ? where dossier = ? and article in (select value from json_each(?))",
        (note, dossier, as_json_list([article_id])),
    ).rowcount
    return _note_change(connection, dossier, changed, at=at) > 0


def _note_change(connection: sqlite3.Connection, dossier: int, changes: int, *, at: datetime) -> int:
    if changes:
        connection.execute("update dossiers set changed = ? where number = ?", (write_moment(at), dossier))
    return changes


def find_dossiers_of(connection: sqlite3.Connection, article_ids: Sequence[str]) -> dict[str, tuple[Dossier, ...]]:
    """Tell for each of some articles the dossiers that it is in, by name."""
    rows = connection.execute(
        "select article, dossier from dossier_articles where article in (select value from json_each(?))",
        (as_json_list(article_ids),),
    ).fetchall()
    if not rows:
        return dict.fromkeys(article_ids, ())
    pairs = set(rows)
    dossiers = list_dossiers(connection)
    return {
        article_id: tuple(each for each in dossiers if (article_id, each.id) in pairs) for article_id in article_ids
    }
