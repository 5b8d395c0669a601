"""Keep persons, places and organisations with their counts and spellings, and find them by a spelling."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date as Date
from typing import Any, NamedTuple

from archive_search.records import Entity, EntityType, Variant
from archive_search.store.json_lists import as_json_list

_GREATEST = 2**63 - 1
_CHOSEN = "(?1 is null or type = ?1) and (?2 is null or id in (select value from json_each(?2)))"
_COLUMNS = "id, type, name, mentions, paragraphs, articles, signed, first_date, last_date"


class EntityRow(NamedTuple):
    """Hold one row of table ``entities``; dates are ISO 8601 days."""

    id: str
    type: str
    name: str
    mentions: int
    paragraphs: int
    articles: int
    signed: int
    first_date: str | None
    last_date: str | None


class VariantRow(NamedTuple):
    """Hold one spelling of an entity: its number, and how often it names the entity outside signatures."""

    entity: str
    surface: int
    mentions: int


def sync_entities(connection: sqlite3.Connection, rows: Iterable[EntityRow]) -> None:
    """Make table ``entities`` hold these rows, writing only what differs from what it holds."""
    _sync(connection, "entities", set(rows), key=1)


def sync_variants(connection: sqlite3.Connection, rows: Iterable[VariantRow]) -> None:
    """Make table ``variants`` hold these rows, writing only what differs from what it holds."""
    _sync(connection, "variants", set(rows), key=2)


def _sync(connection: sqlite3.Connection, table: str, rows: set[Any], *, key: int) -> None:
    """Make a table hold some rows, whose first columns are its key."""
    held = set(connection.execute(f"select * from {table}"))
    columns = [name for _rank, name, *_others in connection.execute(f"pragma table_info({table})")]
    condition = " and ".join(f"{column} = ?" for column in columns[:key])
    connection.executemany(f"delete from {table} where {condition}", (row[:key] for row in held - rows))
    connection.executemany(f"insert into {table} values ({', '.join('?' * len(columns))})", rows - held)


def sync_owners(connection: sqlite3.Connection, owners: Mapping[int, str | None]) -> None:
    """Make each name, by its number, belong to an entity, or to none."""
    held = dict(connection.execute("select number, entity from names"))
    changed = [(owner, number) for number, owner in owners.items() if held.get(number) != owner]
    connection.executemany("update names set entity = ? where number = ?", changed)


def has_entities(connection: sqlite3.Connection) -> bool:
    """Tell whether any entity is recorded."""
    return connection.execute("select 1 from entities limit 1").fetchone() is not None


def count_entities(connection: sqlite3.Connection) -> int:
    """Count the entities."""
    return int(connection.execute("select count(*) from entities").fetchone()[0])


def find_by_key(connection: sqlite3.Connection, column: str, entity_type: EntityType, key: str) -> tuple[str, ...]:
    """Find the entities one of whose spellings has a key, those in the most articles first.

    Args:
        connection: Reader's connection.
        column: "folded", "sound" or "surname".
        entity_type: What kind of thing is asked for.
        key: The key; nothing has an empty one.
    """
    chosen = {"folded": "folded", "sound": "sound", "surname": "surname"}[column]
    if not key:
        return ()
    # SQLite takes an index that leaves out empty keys only where it is told that none is asked for.
    rows = connection.execute(
        f"select distinct id, articles from surfaces join variants on surface = number join entities on id = entity"
        f" where {chosen} = ? and {chosen} != '' and type = ? order by articles desc, id",
        (key, entity_type.value),
    )
    return tuple(entity for entity, _articles in rows)


def iterate_folded(connection: sqlite3.Connection, entity_type: EntityType) -> Iterator[tuple[str, str]]:
    """Yield every folded spelling of the entities of a type, with the id of the entity."""
    yield from connection.execute(
        "select distinct folded, entity from variants join surfaces on surface = number join entities on id = entity"
        " where type = ?",
        (entity_type.value,),
    )


def describe_entities(connection: sqlite3.Connection, ids: Sequence[str]) -> list[Entity]:
    """Read entities without their variants, in the order asked; ids that none has are left out."""
    rows = connection.execute(
        f"select {_COLUMNS} from entities where id in (select value from json_each(?))", (as_json_list(ids),)
    )
    known = {row[0]: _entity_of(row) for row in rows}
    return [known[each] for each in ids if each in known]


def variants_of(connection: sqlite3.Connection, entity_id: str) -> tuple[Variant, ...]:
    """List the spellings of an entity in the text, the most frequent first; a spelling of its name alone counts 0."""
    rows = connection.execute(
        "select text, mentions from variants join surfaces on surface = number where entity = ?"
        " order by mentions desc, text",
        (entity_id,),
    )
    try:
        return tuple(Variant(_text(text), int(mentions)) for text, mentions in rows)
    except (ValueError, TypeError) as error:
        raise sqlite3.DataError(f"écritures de l'entité « {entity_id} » illisibles") from error


def entities_of_names(connection: sqlite3.Connection, names: Sequence[int]) -> dict[int, Entity]:
    """Give for names, by number, the entity that each belongs to; those that belong to none are left out."""
    listed = f"[{','.join(map(str, names))}]"
    rows = connection.execute(
        f"select names.number, {', '.join(f'entities.{column}' for column in _COLUMNS.split(', '))}"
        " from names join entities on id = entity where names.number in (select value from json_each(?))",
        (listed,),
    )
    return {row[0]: _entity_of(row[1:]) for row in rows}


def list_entities(
    connection: sqlite3.Connection,
    *,
    entity_type: EntityType | None,
    ids: Sequence[str] | None,
    limit: int | None = None,
    offset: int = 0,
) -> list[Entity]:
    """List entities without their variants, those in the most articles first.

    Args:
        connection: Reader's connection.
        entity_type: Type wanted; None means all.
        ids: Ids among which to choose; None means all.
        limit: Most entities wanted; None means all.
        offset: Entities to skip.
    """
    rows = connection.execute(
        f"select {_COLUMNS} from entities where {_CHOSEN} order by articles desc, signed desc, id limit ?3 offset ?4",
        # More than SQLite can count cannot be there to skip either.
        (*_choice(entity_type, ids), -1 if limit is None else limit, min(offset, _GREATEST)),
    )
    return list(map(_entity_of, rows))


def count_chosen(connection: sqlite3.Connection, *, entity_type: EntityType | None, ids: Sequence[str] | None) -> int:
    """Count the entities that `list_entities` lists without a limit."""
    row = connection.execute(f"select count(*) from entities where {_CHOSEN}", _choice(entity_type, ids)).fetchone()
    return int(row[0])


def _choice(entity_type: EntityType | None, ids: Sequence[str] | None) -> tuple[str | None, str | None]:
    return entity_type.value if entity_type else None, None if ids is None else as_json_list(ids)


def names_of(connection: sqlite3.Connection, entity_id: str) -> list[str]:
    """List the names that are an entity, as articles give them; its further spellings stand for one of these."""
    rows = connection.execute("select distinct text from names where entity = ? order by text", (entity_id,))
    return [text for (text,) in rows]


def find_containing(connection: sqlite3.Connection, folded: str) -> list[str]:
    """List the ids of the entities one of whose folded spellings contains some letters."""
    escaped = folded.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    rows = connection.execute(
        "select distinct entity from variants"
        " where surface in (select number from surfaces where folded like ? escape '\\')",
        (f"%{escaped}%",),
    )
    return [entity for (entity,) in rows]


def _entity_of(row: Sequence[Any]) -> Entity:
    entity_id, entity_type, name, mentions, paragraphs, articles, signed, first, last = row
    try:
        return Entity(
            id=entity_id,
            type=EntityType(entity_type),
            name=_text(name),
            mentions=int(mentions),
            paragraphs=int(paragraphs),
            articles=int(articles),
            signed=int(signed),
            first_date=Date.fromisoformat(first) if first else None,
            last_date=Date.fromisoformat(last) if last else None,
        )
    except (ValueError, TypeError) as error:
        raise sqlite3.DataError(f"entité « {entity_id} » illisible") from error


def _text(value: object) -> str:
    """Give a text as it is: SQLite does not check that a column has one, and a damaged file may hold anything."""
    if not isinstance(value, str):
        raise TypeError(value)
    return value
